"""What a meeting talks about, as its row keeps it: the questions that need no talk, those that do and for how long,
which ones anybody lifted, and a design that the chair puts forward."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

# Minutes for one question.
LEAST_MINUTES, MOST_MINUTES, MINUTES = 1, 30, 7


@dataclass(frozen=True)
class Plan:
    """`formal`: hamerstukken, each with its answer. `talks`: questions in the order in which they are talked about,
    with minutes. `shown`: the beamer showed the hamerstukken. `lifted`: hamerstukken that somebody wants to talk about,
    with the gemeente, empty when nobody may know which. `proposal`: answers that the chair puts forward, by question.
    """

    formal: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    talks: tuple[tuple[int, int], ...] = ()
    shown: bool = False
    lifted: Mapping[int, str] = field(default_factory=dict)
    proposal: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def lift(self, number: int, gemeente: str) -> "Plan":
        """Return the plan with a hamerstuk that is to be talked about, last in the order. Who asked first is named."""
        if number not in self.formal or number in self.lifted:
            return self
        talks = self.talks if number in dict(self.talks) else (*self.talks, (number, MINUTES))
        return replace(self, lifted={**self.lifted, number: gemeente}, talks=talks)

    def minutes(self, number: int) -> int:
        """For how long a question may be talked about."""
        return dict(self.talks).get(number, MINUTES)

    @property
    def unlifted(self) -> Mapping[int, tuple[str, ...]]:
        """The hamerstukken that nobody lifted."""
        return {number: options for number, options in self.formal.items() if number not in self.lifted}


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """Return a plan as a row keeps it."""
    return {
        "formal": {str(number): list(options) for number, options in plan.formal.items()},
        "talks": [list(one) for one in plan.talks],
        "shown": plan.shown,
        "lifted": {str(number): gemeente for number, gemeente in plan.lifted.items()},
        "proposal": {str(number): list(options) for number, options in plan.proposal.items()},
    }


def plan_from_json(stored: Mapping[str, Any]) -> Plan:
    """Return the plan that a row keeps; an empty row is an empty plan."""
    return Plan(
        formal=_answers(stored.get("formal", {})),
        talks=tuple((number, minutes) for number, minutes in stored.get("talks", [])),
        shown=stored.get("shown", False),
        lifted={int(number): gemeente for number, gemeente in stored.get("lifted", {}).items()},
        proposal=_answers(stored.get("proposal", {})),
    )


def _answers(stored: Mapping[str, list[str]]) -> dict[int, tuple[str, ...]]:
    return {int(number): tuple(options) for number, options in stored.items()}
