"""A dossier without names: exactly the members that the format empties, and nothing else."""

from dataclasses import replace

from checklist.domain.dossier import Action, DossierValue
from checklist.domain.proposal import Attendance, Presence, Risk
from checklist.domain.settled.without_names import without_names
from tests.frozen import sample

NAME = "Mw. Jansen-de Vries"


def named() -> DossierValue:
    value = sample()
    proposal = replace(
        value.proposal,
        submitter=NAME,
        attendance=(Attendance("GM0828", Presence.PRESENT, NAME),),
        risks=(Risk("Te weinig tijd.", "Meer uren.", NAME),),
    )
    actions = (Action("", "Bellen.", NAME), Action("", "", NAME))
    return replace(value, present=(NAME,), actions=actions, proposal=proposal)


def test_nobody_is_named_any_more() -> None:
    value = named()

    assert NAME not in repr(without_names(value))


def test_all_else_stays() -> None:
    value = named()
    emptied = without_names(value)

    assert emptied.answers == value.answers
    assert emptied.actions == (Action("", "Bellen."),)
    assert emptied.proposal.attendance == (Attendance("GM0828", Presence.PRESENT),)
    assert emptied.proposal.risks == (Risk("Te weinig tijd.", "Meer uren."),)
    assert replace(emptied.proposal, submitter="", attendance=(), risks=()) == replace(
        value.proposal, submitter="", attendance=(), risks=()
    )
