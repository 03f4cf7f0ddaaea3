"""Which steps belong to a design, after which others each comes, and in what order they stand."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import Any

from checklist.domain.decision.design import TellingOption
from checklist.domain.decision_content import Deciding, Organ, Phase, StepText

# Asks to answer what is open: only where something is.
OPEN_POINTS = "open_punten"

_PHASES = {phase: place for place, phase in enumerate(Phase)}


def place_of(step: StepText) -> tuple[int, int]:
    """Return the place of a step among steps that don't wait for each other: by phase, and as the content has them."""
    return _PHASES[step.phase], step.number


@dataclass(frozen=True)
class Graph:
    """The steps of a path by key, in order, and after which of them each comes."""

    steps: Mapping[str, StepText]
    after: Mapping[str, tuple[str, ...]]

    @cached_property
    def before(self) -> Mapping[str, tuple[str, ...]]:
        """The steps that wait for each."""
        found: dict[str, list[str]] = {key: [] for key in self.steps}
        for key, waits in self.after.items():
            for first in waits:
                found[first].append(key)
        return {key: tuple(later) for key, later in found.items()}

    @cached_property
    def first_of(self) -> Mapping[Organ, str]:
        """The first moment of decision of each organ that has one."""
        found: dict[Organ, str] = {}
        for key, step in self.steps.items():
            if step.decides:
                found.setdefault(step.organ, key)
        return found

    def leading_to(self, key: str) -> frozenset[str]:
        """Return the steps that must be done before a step, however far before."""
        found: set[str] = set()
        ahead = [key] if key in self.steps else []
        while ahead:
            new = [one for one in self.after[ahead.pop()] if one not in found]
            found.update(new)
            ahead += new
        return frozenset(found)

    def in_order(self, rank: Callable[[StepText], Any]) -> tuple[str, ...]:
        """Return the keys so that each stands after those it waits for, and otherwise by rank."""
        waits = {key: len(first) for key, first in self.after.items()}
        ready = [(rank(self.steps[key]), key) for key, open_ones in waits.items() if not open_ones]
        heapify(ready)
        found = []
        while ready:
            _, key = heappop(ready)
            found.append(key)
            for later in self.before[key]:
                waits[later] -= 1
                if not waits[later]:
                    heappush(ready, (rank(self.steps[later]), later))
        return tuple(found)


def graph_of(deciding: Deciding, telling: Iterable[TellingOption], *, something_open: bool = True) -> Graph:
    """Return the steps of these options with those that every path has; no steps when there are no options. Steps that
    wait for each other in a circle, which the beheer refuses, are left out."""
    told = tuple(telling)
    if not told:
        return Graph({}, {})
    keys = {one.step for option in told for one in option.deciding.steps if option.holds(one.condition)}
    keys |= {key for key, step in deciding.steps.items() if step.always}
    if not something_open:
        keys.discard(OPEN_POINTS)
    steps = {key: deciding.steps[key] for key in deciding.steps if key in keys}
    codes = {option.option.code for option in told}
    after = {key: _waits_for(step, steps, codes) for key, step in steps.items()}
    order = Graph(steps, after).in_order(place_of)
    return Graph({key: steps[key] for key in order}, {key: after[key] for key in order})


def _waits_for(step: StepText, steps: Collection[str], codes: Collection[str]) -> tuple[str, ...]:
    """The steps of the path that come first, without those that needn't be waited for with these options."""
    free = {
        key
        for one in step.after_unless
        if (not one.any_of or any(code in codes for code in one.any_of))
        and not any(code in codes for code in one.none_of)
        for key in one.steps
    }
    return tuple(key for key in step.after if key in steps and key not in free)
