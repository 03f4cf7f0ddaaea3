"""What a kring still has to do."""

from collections.abc import Iterable
from dataclasses import dataclass

from checklist.domain.dossier import Action as ActionValue
from checklist.domain.dossier import about_pair, about_question, about_step
from checklist.domain.steps import STEPS
from checklist.models import QUESTION_COUNT, Action, Tension

_FIXED = frozenset({"", *(about_question(number) for number in range(1, QUESTION_COUNT + 1)), *map(about_step, STEPS)})


@dataclass(frozen=True)
class ActionState:
    """A stored action with its row and the version it has."""

    id: int
    action: ActionValue
    version: int


def actions_of(dossier_id: int) -> tuple[ActionState, ...]:
    """Return the actions of a dossier in the order in which they were made. One query."""
    rows = Action.objects.filter(dossier_id=dossier_id).order_by("pk")
    return tuple(
        ActionState(pk, ActionValue(about, what, who, when, done), version)
        for pk, about, what, who, when, done, version in rows.values_list(
            "pk", "about", "what", "who", "when", "done", "version"
        )
    )


def unknown_abouts(abouts: Iterable[str]) -> set[str]:
    """Return what of this no action can be about: no question, no step, no tension (in use or switched off) and not
    nothing in particular. At most one query."""
    unknown = set(abouts) - _FIXED
    if not unknown:
        return unknown
    pairs = Tension.objects.values_list("option_a__code", "option_b__code")
    return unknown - {about_pair(a, b) for a, b in pairs}
