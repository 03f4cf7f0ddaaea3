"""What of the summary is dropped so that it fits on its page, in which order."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from checklist.domain.advies.setting import Setting
from checklist.domain.advies.voorstel.compose import compose_voorstel
from checklist.domain.advies.voorstel.fitting import PAGE
from checklist.domain.advies.voorstel.lines import lines_of, run_together
from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.advies.voorstel.value_summary import Dropped
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Answer, DossierValue
from checklist.domain.proposal import Attendance, Cost, Frequency, Presence, Risk
from checklist.domain.state import Stand, State
from tests.content import gemeenten_of, real_content
from tests.domain.advies.voorstel.composing import TODAY, composed, example
from tests.domain.decision.designs import dossier_of

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
    """What the kring decides last before the start is what it settles; who has nothing to decide discusses."""
    rows = composed(dossier_of("1a 2d 4b 6b")).summary.planning
    assert [(one.what, one.who) for one in rows] == [
        ("Vastgesteld", "kring van gemeentesecretarissen"),
        ("Bespreking", "algemeen bestuur"),
        ("Evaluatie", "kring van gemeentesecretarissen"),
    ]


def test_another_organ_on_the_cover_has_its_own_decisions_and_views() -> None:
    """The dagelijks bestuur decides about instelling, so that view is told and those of others are counted."""
    dossier = example("vol-voorstel")
    voorstel = composed(replace(dossier, proposal=replace(dossier.proposal, organ=Organ.DB)))
    assert [one.number for one in voorstel.summary.own] == ["2.1", "2.2"]
    assert [one.name for one in voorstel.summary.minorities] == ["instelling"]
    assert [(one.organ, one.count) for one in voorstel.summary.elsewhere] == [
        (Organ.AB, 6),
        (Organ.COLLEGES, 6),
        (Organ.RADEN, 1),
    ]


def test_a_settled_voorstel_has_the_day_on_which_it_was_settled() -> None:
    """The planning tells it; the steps leave it out."""
    state = State(Stand.SETTLED, 1, settled_on=date(2026, 11, 25))
    setting = Setting(gemeenten_of("VR21"), TODAY, state)
    voorstel = compose_voorstel(example("vol-voorstel"), real_content(), "Brabant-Noord", setting)
    assert voorstel.summary.planning[0].on == date(2026, 11, 25)
    assert not [row for row in voorstel.steps if row.what == "Stel het voorstel in de kring vast."]
