"""What the pages of the beamer are made of: words for times and counts, reasons in an order that says nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from checklist.domain.content import Question
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import RoundKind, Stance, Step, Word
from checklist.pages.meeting.screen_reasons import reasons_page
from checklist.pages.meeting.screen_room import joining
from checklist.pages.meeting.words import Squares, box_words, count_words
from checklist.selectors import RoundNow
from tests.content import real_content

QUESTION: Question = real_content().question_of[7]
NOW = datetime(2026, 11, 24, 10, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (780, "nog 13 minuten"),
        (721, "nog 13 minuten"),
        (60, "nog 1 minuut"),
        (1, "nog 1 minuut"),
        (0, "de tijd is om"),
        (-59, "de tijd is om"),
        (-60, "1 minuut over"),
        (-179, "2 minuten over"),
    ],
)
def test_the_time_of_a_question_is_told_in_minutes(seconds: int, said: str) -> None:
    assert box_words(NOW + timedelta(seconds=seconds), NOW) == said


@pytest.mark.parametrize(
    ("stance", "number", "said"),
    [
        (Stance.FOR, 6, "6 voor"),
        (Stance.LIVE_WITH, 1, "1 kan ermee leven"),
        (Stance.LIVE_WITH, 3, "3 kunnen ermee leven"),
        (Stance.AGAINST, 0, "0 tegen"),
    ],
)
def test_a_count_is_said_with_its_verb(stance: Stance, number: int, said: str) -> None:
    assert count_words(stance, number) == said


def test_squares_are_filled_from_the_left() -> None:
    assert Squares(2, 3).each == (True, True, False)


@pytest.mark.parametrize(("of", "many"), [(14, False), (15, True)])
def test_over_fourteen_gemeenten_squares_are_small(of: int, many: bool) -> None:
    assert Squares(0, of).many is many


def test_how_to_join_is_short_to_type_and_spelled_out() -> None:
    how = joining("WDJBMJHT", "https://regiostaf.example", "/doe-mee/", "/doe-mee/abc/")
    assert how.typed_at == "regiostaf.example/doe-mee"
    assert how.link == "https://regiostaf.example/doe-mee/abc/"
    assert (how.code, how.spelled) == ("WDJB-MJHT", "W D J B, M J H T")


def talked_about(reasons: dict[str, list[dict[str, str]]]) -> RoundNow:
    """A round of which these reasons are shown."""
    return RoundNow(
        id=1,
        question=7,
        attempt=1,
        kind=RoundKind.DEVICE,
        state=RoundState.REASONS,
        steps=((Step.ALONE, 0), (Step.REASONS, 2)),
        word=Word.DIVIDED,
        reasons=reasons,
        result=None,
        settled=None,
        differs="",
        lost=False,
        answered=frozenset(),
    )


def told(*reasons: tuple[str, str]) -> list[dict[str, str]]:
    """Reasons as a round keeps them: stance and text."""
    return [{"stance": stance, "text": text} for stance, text in reasons]


SHOWN_REASONS = [
    (told(("tegen", "a"), ("voor", "c"), ("voor", "B")), ["B", "c", "a"], 0),
    (told(("voor", "a"), ("voor", "b"), ("voor", "c"), ("tegen", "z")), ["a", "b", "z"], 1),
    (told(("voor", "a"), ("voor", "b"), ("voor", "c"), ("voor", "d")), ["a", "b", "c"], 1),
    ([{"text": "b"}, {"text": "a"}], ["a", "b"], 0),
]


@pytest.mark.parametrize(("stored", "texts", "more"), SHOWN_REASONS)
def test_an_option_shows_at_most_three_reasons_with_both_sides(
    stored: list[dict[str, str]], texts: list[str], more: int
) -> None:
    shown = reasons_page(QUESTION, talked_about({"7a": stored})).options[0]
    assert [one.text for one in shown.reasons] == texts
    assert shown.more == more


def test_without_stances_no_legend_is_shown() -> None:
    assert not reasons_page(QUESTION, talked_about({"7a": [{"text": "a"}]})).stances
    assert reasons_page(QUESTION, talked_about({"7a": told(("voor", "a"))})).stances
