"""What of the summary is dropped so that it fits on its page, in which order."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from checklist.domain.advies.voorstel.fitting import PAGE
from checklist.domain.advies.voorstel.lines import lines_of, run_together
from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.advies.voorstel.value_summary import Dropped
from checklist.domain.dossier import Answer, DossierValue
from checklist.domain.proposal import Attendance, Cost, Frequency, Presence, Risk
from tests.content import gemeenten_of
from tests.domain.advies.voorstel.composing import composed, example

SENTENCE = "De regiostaf adviseert het bestuur namens alle gemeenten. "


def text(length: int) -> str:
    """Running text of this length."""
    return (SENTENCE * (length // len(SENTENCE) + 1))[:length].strip()


def with_texts(length: int, minority: str = "Eén gemeente wil dit anders.") -> DossierValue:
    """The full example with its texts of the summary at this length, and a minority view at every question."""
    dossier = example("vol-voorstel")
    answers = {number: replace(answer, minority=minority) for number, answer in dossier.answers.items()}
    proposal = replace(dossier.proposal, occasion=text(length), costs=text(length), support=text(length))
    return replace(dossier, answers=answers, proposal=proposal)


def dropped(voorstel: Voorstel) -> list[str]:
    """The names of what is dropped."""
    return [one.name for one in fields(Dropped) if getattr(voorstel.summary.dropped, one.name)]


@pytest.mark.parametrize(
    ("length", "minority", "names"),
    [
        (100, "Eén gemeente wil dit anders.", []),
        (100, text(10_000), ["minorities"]),
        (450, text(10_000), ["minorities", "informed"]),
        (600, text(10_000), ["minorities", "informed", "support"]),
    ],
)
def test_what_is_dropped_grows_with_the_texts(length: int, minority: str, names: list[str]) -> None:
    """In the agreed order, and no more than is needed."""
    voorstel = composed(with_texts(length, minority))
    assert dropped(voorstel) == names
    assert voorstel.summary.lines <= PAGE


def test_what_isnt_there_isnt_dropped() -> None:
    """Without minority views the next one goes first."""
    dossier = with_texts(600, "")
    assert "minorities" not in dropped(composed(dossier))


def test_all_caps_reached_fit_on_the_page() -> None:
    """Texts in capitals, absent gemeenten, long risks, twenty payers and contradictions too."""
    wide = text(600).upper()
    dossier = with_texts(600, text(10_000))
    answers = {
        **dossier.answers,
        3: Answer(("3a",)),
        4: Answer(("4a",)),
        5: Answer(("5a",)),
        8: Answer(("8a",)),
        12: Answer(),
    }
    proposal = replace(
        dossier.proposal,
        occasion=wide,
        costs=wide,
        support="W\n" * 300,
        risks=tuple(Risk("R" * 200) for _ in range(5)),
        attendance=tuple(Attendance(code, Presence.AGREED_LATER) for code in gemeenten_of("VR21")),
        cost_items=tuple(Cost("x" * 120, Decimal(1), Frequency.YEARLY, f"{place} " * 40) for place in range(20)),
    )
    voorstel = composed(replace(dossier, answers=answers, kept=(), proposal=proposal))
    assert len(voorstel.asked.stops) > 1
    assert voorstel.summary.lines <= PAGE


def test_texts_of_the_summary_are_whole_and_on_one_line() -> None:
    """No word is lost, and no line end makes a page of one word per line."""
    assert run_together("Eerst:\n- een\n- twee\n\nDan.").text == "Eerst: - een - twee Dan."


def test_a_line_holds_some_ninety_characters() -> None:
    """By the width of its letters: capitals take more room, and words don't break."""
    assert lines_of("") == 0
    assert lines_of(text(85)) == 1
    assert lines_of(text(600)) == 7
    assert lines_of(text(600).upper()) > lines_of(text(600))


def test_the_planning_has_one_row_for_one_moment() -> None:
    """When the organ on the cover decides last, it is told once; an organ that only takes note discusses it."""
    dossier = replace(example("half"), answers={4: Answer(("4b",))})
    rows = [one.what for one in composed(dossier, date(2026, 11, 27)).summary.planning]
    assert rows[0] == "Vastgesteld"
    assert "Besluit" not in rows
