"""What can be settled as a formality after a poll, and in which order the rest is talked about."""

from dataclasses import replace

import pytest

from checklist.domain.content import Content
from checklist.domain.meeting.formalities import Reason, ToDiscuss, formalities, reasons_in_words, to_discuss
from checklist.domain.meeting.polls import PollResult, poll_result
from checklist.domain.meeting.value import Ballot
from checklist.domain.meeting_record.words import Word
from tests.content import make_question, make_tension
from tests.domain.meeting.kringen import wants

QUESTIONS = tuple(make_question(number, "abc", many=number > 2) for number in range(1, 5))
CLASH, AGREEMENT = make_tension(1, "1a", "2a", contradiction=True), make_tension(2, "1b", "2b")
INSIDE = make_tension(3, "3a", "3b")
CONTENT = Content(QUESTIONS, (CLASH, AGREEMENT, INSIDE), models=())
REGION = 9


def agree(codes: str, answered: int = 5) -> PollResult:
    return PollResult(answered, Word.AGREED, tuple(codes.split()))


def easy(
    polls: dict[int, PollResult], settled: dict[int, tuple[str, ...]] | None = None, *, secret: bool = False
) -> dict[int, tuple[str, ...]]:
    return dict(formalities(CONTENT, polls, settled or {}, REGION, secret=secret))


@pytest.mark.parametrize(
    ("poll", "is_easy"),
    [
        (agree("1a"), True),
        (agree("1a", 4), False),  # not more than half of the nine
        (replace(agree("1a"), discuss=True), False),
        (PollResult(9, Word.DIVIDED), False),
    ],
)
def test_a_formality_needs_half_of_the_gemeenten_and_nobody_who_wants_to_talk(poll: PollResult, is_easy: bool) -> None:
    assert easy({1: poll}) == ({1: ("1a",)} if is_easy else {})


def test_in_secret_mode_a_small_region_needs_five_answers() -> None:
    polls = {1: agree("1a", 4)}
    assert formalities(CONTENT, polls, {}, 6, secret=False) == {1: ("1a",)}
    assert formalities(CONTENT, polls, {}, 6, secret=True) == {}


@pytest.mark.parametrize(
    ("polls", "settled", "left"),
    [
        ({1: agree("1a"), 2: agree("2a")}, {}, []),  # a contradiction lifts both
        ({1: agree("1b"), 2: agree("2b")}, {}, []),  # and so does what takes an agreement
        ({1: agree("1a"), 2: agree("2b")}, {}, [1, 2]),
        ({1: agree("1a")}, {2: ("2a",)}, []),
        ({1: agree("1a")}, {1: ("1c",)}, []),  # settled is settled
        ({3: agree("3a 3b")}, {}, []),
        ({3: agree("3a")}, {}, [3]),
        ({1: agree("1a"), 2: replace(agree("2a"), discuss=True)}, {}, [1]),  # the other isn't a formality
    ],
)
def test_no_tension_is_in_or_between_formalities_or_with_what_is_settled(
    polls: dict[int, PollResult], settled: dict[int, tuple[str, ...]], left: list[int]
) -> None:
    assert [*easy(polls, settled)] == left


def poll(number: int, *wanted: str) -> PollResult:
    return poll_result(QUESTIONS[number - 1], [Ballot(wants(codes)) for codes in wanted], secret=False)


def test_what_clashes_comes_first_then_what_divides_most_then_the_number() -> None:
    polls = {
        1: poll(1, "1a", "1a", "1a", "1a", "1b"),
        2: poll(2, "2a", "2a", "2a", "2b", "2b"),
        3: poll(3, "3c", "3c", "3c", "3c", "3a"),
        4: poll(4, "4a", "4a", "4a", "4b", "4c"),
    }
    found = to_discuss(CONTENT, polls, {}, REGION, secret=False)
    assert [(one.number, one.clashes_with) for one in found] == [(2, (1,)), (1, (2,)), (4, ()), (3, ())]


def test_a_settled_answer_clashes_too_and_is_not_talked_about() -> None:
    found = to_discuss(CONTENT, {2: poll(2, "2a", "2a", "2b")}, {1: ("1a",)}, REGION, secret=False)
    assert found[0] == ToDiscuss(2, (Reason.DIVIDED, Reason.CLASHES), (CLASH,))
    assert [one.number for one in found] == [2, 3, 4]


def test_secret_mode_takes_what_is_divided_first() -> None:
    polls = {1: agree("1a"), 2: agree("2a"), 3: PollResult(5, Word.DIVIDED), 4: PollResult(3)}
    found = to_discuss(CONTENT, polls, {}, REGION, secret=True)
    assert [(one.number, one.reasons) for one in found] == [
        (3, (Reason.DIVIDED,)),
        (1, (Reason.CLASHES,)),
        (2, (Reason.CLASHES,)),
        (4, (Reason.TOO_FEW,)),
    ]


@pytest.mark.parametrize(
    ("polls", "words"),
    [
        ({1: poll(1, "1a", "1b")}, "verdeeld"),
        ({1: poll(1, "1a"), 2: poll(2, "2a")}, "botst met vraag 2"),
        ({1: poll(1, "1b"), 2: poll(2, "2b")}, "afspraak nodig"),
        ({1: replace(agree("1a", 9), discuss=True)}, "op verzoek"),
        ({1: agree("1a", 2)}, "te weinig antwoorden"),
        ({1: PollResult(0)}, "te weinig antwoorden"),
        ({}, ""),
    ],
)
def test_why_a_question_is_talked_about(polls: dict[int, PollResult], words: str) -> None:
    found = to_discuss(CONTENT, polls, {}, REGION, secret=False)
    assert next(reasons_in_words(one) for one in found if one.number == 1) == words


def test_open_mode_names_who_asked_to_talk() -> None:
    assert reasons_in_words(ToDiscuss(1, (Reason.ASKED,)), ["Oss", "Vught"]) == "op verzoek van Oss en Vught"
