"""The besluitpad of a dossier: which steps, who takes them and when, and what doesn't fit."""

from collections.abc import Iterator, Mapping
from datetime import date

from checklist.domain.content import Content
from checklist.domain.decision.design import options_of
from checklist.domain.decision.graph import Graph, graph_of, place_of
from checklist.domain.decision.meetings import OFFERING, SETTLING, happened_by, meetings_of
from checklist.domain.decision.reckoning import BUDGET, Given, Reckoned, forward, reckon, running_days
from checklist.domain.decision.step_notes import NO_NOTE, StepNote, done_by, notes_on
from checklist.domain.decision.value import Asked, Path, PathWarning, PlannedStep, Trouble
from checklist.domain.decision_content import StepText
from checklist.domain.dossier import DossierValue
from checklist.domain.state import CONCEPT, State

START, EVALUATION = "start", "evaluatie"


def path_of(content: Content, dossier: DossierValue, asked: Asked, today: date, state: State = CONCEPT) -> Path:
    """Return the steps of what a dossier asks, with their dates as seen from today. What the state says has happened is
    reckoned with and left out: the cover tells it. Pure; no queries."""
    telling = options_of(content, dossier, dossier.chosen - asked.not_told)
    something_open = bool(asked.stops or asked.open_questions or asked.defaults)
    graph = graph_of(content.deciding, telling, something_open=something_open)
    if not graph.steps:
        return Path()
    notes = notes_on(graph.steps, dossier.actions)
    happened = happened_by(state, graph, asked.organ, dossier.date)
    meetings, limits = meetings_of(graph, dossier, asked.organ, notes)
    given = Given(today, meetings, limits, done_by(notes, meetings, today) | happened)
    days = reckon(graph, given)
    own = {key: note.on for key, note in notes.items() if note.on} | meetings | happened
    if dossier.proposal.evaluation:
        own[EVALUATION] = dossier.proposal.evaluation
    planned = {
        key: _planned(step, notes.get(key, NO_NOTE), days, own.get(key), done=key in given.done)
        for key, step in graph.steps.items()
    }
    left_out = happened.keys() & {SETTLING, OFFERING}
    steps = tuple(planned[key] for key in _by_date(graph, planned) if key not in left_out)
    end = _end(graph, given, dossier.proposal.meeting)
    return Path(
        steps=steps,
        warnings=tuple(dict.fromkeys(_warnings(graph, given, days, end))),
        terms=tuple(sorted({running_days(one.step) // 7 for one in steps if not one.done} - {0})),
        last_before_start=_last_before_start(graph, steps),
        end=end,
    )


def _planned(step: StepText, note: StepNote, days: Reckoned, own: date | None, *, done: bool) -> PlannedStep:
    latest, earliest = days.latest.get(step.key), days.earliest[step.key]
    # When to evaluate nothing says but the kring: as soon as it has begun is no date for that.
    reckoned = None if done or step.key == EVALUATION else latest or earliest
    return PlannedStep(
        step=step,
        who=note.who or step.who,
        what=note.what or step.what,
        earliest=earliest,
        latest=latest,
        on=own or reckoned,
        fixed=own is not None,
        from_on=reckoned is not None and not (own or latest),
        done=done,
        when=note.when,
    )


def _by_date(graph: Graph, planned: Mapping[str, PlannedStep]) -> tuple[str, ...]:
    """The keys by date, and none before what it waits for. What was done without a date comes first; what has none yet
    comes last."""

    def rank(step: StepText) -> tuple[date, tuple[int, int]]:
        one = planned[step.key]
        return one.on or (date.min if one.done else date.max), place_of(step)

    return graph.in_order(rank)


def _end(graph: Graph, given: Given, cover: date | None) -> date | None:
    """The last date filled in for a moment after which no other decides, else the date of the cover."""
    moments = [key for key, step in graph.steps.items() if step.decides]
    followed = frozenset[str]().union(*(graph.leading_to(key) for key in moments))
    return max((given.meetings[key] for key in moments if key not in followed and key in given.meetings), default=cover)


def _last_before_start(graph: Graph, steps: tuple[PlannedStep, ...]) -> PlannedStep | None:
    """The last decision that the start waits for."""
    leading = graph.leading_to(START)
    moments = [one for one in reversed(steps) if one.step.decides and one.step.key in leading]
    return max(moments, key=lambda one: one.on or one.earliest, default=None)


def _warnings(graph: Graph, given: Given, days: Reckoned, end: date | None) -> Iterator[PathWarning]:
    """What doesn't fit. Legal terms make a meeting impossible when it is too early for these alone, from today; else
    other dates of the kring do. Its own meeting may have been, as it writes the proposal afterwards."""
    by_law, _ = forward(graph, Given(given.today, done=given.done))
    for key, day in (*given.limits.items(), *given.meetings.items()):
        possible = days.possible[key]
        if key != SETTLING and key not in given.done and possible > day:
            impossible = by_law[key] > max(day, given.today)
            yield PathWarning(Trouble.IMPOSSIBLE if impossible else Trouble.OWN_DATES, day, possible)
    if days.next_budget:
        yield PathWarning(Trouble.NEXT_BUDGET, given.meetings.get(BUDGET))
    if end is None:
        yield PathWarning(Trouble.NO_DATE)
