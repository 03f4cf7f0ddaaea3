"""When steps can be done at the earliest and must be at the latest: forward from today, back from meetings and by law.

Only legal terms take time; a meeting binds its own moment; what has happened isn't reckoned any more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from checklist.domain.decision.graph import Graph
from checklist.domain.decision.workdays import end_of_term, safe_day
from checklist.domain.decision_content import StepText

# The step whose year a last date of the budget is in, and the one that only the budget of a next year has.
BUDGET = "begroting_vaststellen"
BUDGET_FRAMES = "begroting_kaders"


@dataclass(frozen=True)
class Given:
    """What is known beforehand: the day of today, the `meetings` of moments of decision, `limits` (other steps that are
    to be done by a day: those bind what is before them alone) and the days on which steps were `done`."""

    today: date
    meetings: Mapping[str, date] = field(default_factory=dict)
    limits: Mapping[str, date] = field(default_factory=dict)
    done: Mapping[str, date] = field(default_factory=dict)


def running_days(step: StepText) -> int:
    """Return how many days the law gives others for a step; a last date isn't such a term."""
    return step.term.days if step.term and not step.term.deadline else 0


@dataclass(frozen=True)
class Reckoned:
    """The days of the steps: when each is `possible`, the `earliest` it will be, the `latest` of those that have one.
    `next_budget`: the funding moves to the budget of the next year."""

    possible: Mapping[str, date]
    earliest: Mapping[str, date]
    latest: Mapping[str, date]
    next_budget: bool


def reckon(graph: Graph, given: Given) -> Reckoned:
    """Return the days of every step of a path."""
    possible, earliest = forward(graph, given)
    by_law, next_budget = _last_dates(graph, earliest, given)
    latest = _backward(graph, given, by_law)
    for key, day in _within_days(graph, earliest, latest).items():
        latest[key] = min(day, latest.get(key, day))
    return Reckoned(possible, earliest, latest, next_budget)


def forward(graph: Graph, given: Given) -> tuple[Mapping[str, date], Mapping[str, date]]:
    """Return for each step when it is possible, given the steps before it, and the earliest day it will be: the same,
    or the day of its meeting when that is later. A term runs from the day on which the step before it was done."""
    possible: dict[str, date] = {}
    earliest: dict[str, date] = {}
    for key, step in graph.steps.items():
        if done := given.done.get(key):
            possible[key] = earliest[key] = done
            continue
        ready = max((earliest[first] for first in graph.after[key]), default=given.today)
        days = running_days(step)
        possible[key] = max(end_of_term(ready, days) if days else ready, given.today)
        earliest[key] = max(possible[key], given.meetings.get(key, given.today))
    return possible, earliest


def _backward(graph: Graph, given: Given, by_law: Mapping[str, date]) -> dict[str, date]:
    """Return the latest day for each step that has one: its meeting, a limit, a last date by law, or what the steps
    that wait for it leave."""
    latest: dict[str, date] = {}
    for key in reversed(tuple(graph.steps)):
        if key in given.done:
            continue
        ends = [days[key] for days in (given.meetings, given.limits, by_law) if key in days]
        for later in graph.before[key]:
            if later in latest:
                days = running_days(graph.steps[later])
                ends.append(safe_day(latest[later], -days) if days else latest[later])
        if ends:
            latest[key] = min(ends)
    return latest


def _last_dates(graph: Graph, earliest: Mapping[str, date], given: Given) -> tuple[dict[str, date], bool]:
    """Return the last dates in the year of the budget by step, and whether the budget moves to the next year, because a
    step can't be done by such a date."""
    if BUDGET_FRAMES not in graph.steps:
        return {}, False
    year = given.meetings.get(BUDGET, earliest.get(BUDGET, given.today)).year
    dated = {
        key: step.term for key, step in graph.steps.items() if step.term and step.term.month and key not in given.done
    }
    ends = {key: date(year, term.month, term.day) for key, term in dated.items()}
    late = any(earliest[key] > end for key, end in ends.items())
    if late:
        ends = {key: end.replace(year=min(end.year + 1, date.max.year)) for key, end in ends.items()}
    return ends, late


def _within_days(graph: Graph, earliest: Mapping[str, date], latest: Mapping[str, date]) -> dict[str, date]:
    """Return the last dates that count from the step before: so many days after that is done, on a workday."""
    found = {}
    for key, step in graph.steps.items():
        firsts = [first for first in graph.after[key] if first in latest]
        if step.term and step.term.deadline and step.term.days and firsts:
            done = max(max(earliest[first], latest[first]) for first in firsts)
            found[key] = safe_day(done, step.term.days)
    return found
