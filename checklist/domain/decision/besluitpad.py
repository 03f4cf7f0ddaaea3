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
from checklist.domain.decision_content import Organ, StepText
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
    return _reckoned(graph, dossier, asked.organ, today, state)


def _reckoned(graph: Graph, dossier: DossierValue, organ: Organ, today: date, state: State) -> Path:
    notes = notes_on(graph.steps, dossier.actions)
    meetings, limits = meetings_of(graph, dossier, organ, notes)
    happened = happened_by(state, graph, organ, dossier.date)
    given = _given(notes, meetings, limits, happened, today)
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
    end = _end(graph, meetings, dossier.proposal.meeting)
    return Path(
        steps=steps,
        warnings=tuple(dict.fromkeys(_warnings(graph, given, days, end))),
        terms=tuple(sorted({running_days(one.step) // 7 for one in steps if not one.done} - {0})),
        last_before_start=_last_before_start(graph, steps),
        end=end,
    )


def _given(
    notes: Mapping[str, StepNote],
    meetings: Mapping[str, date],
    limits: Mapping[str, date],
    happened: Mapping[str, date],
    today: date,
) -> Given:
    """What binds. The kring may write its proposal after it met, and not tick off what is done: such a day binds
    nothing, nor does the one to evaluate on."""
    written = {key: note.on for key, note in notes.items() if note.on and note.on >= today}
    ahead = {key: min(day, limits.get(key, day)) for key, day in written.items() if key not in {*meetings, EVALUATION}}
    return Given(
        today,
        {key: day for key, day in meetings.items() if key != SETTLING or day >= today},
        {**limits, **ahead},
        done_by(notes, meetings, today) | dict(happened),
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


def _end(graph: Graph, meetings: Mapping[str, date], cover: date | None) -> date | None:
    """The last date filled in for a moment after which no other decides, else the date of the cover."""
    moments = [key for key, step in graph.steps.items() if step.decides]
    followed = frozenset[str]().union(*(graph.leading_to(key) for key in moments))
    return max((meetings[key] for key in moments if key not in followed and key in meetings), default=cover)


def _last_before_start(graph: Graph, steps: tuple[PlannedStep, ...]) -> PlannedStep | None:
    """The last decision that the start waits for."""
    leading = graph.leading_to(START)
    moments = [one for one in reversed(steps) if one.step.decides and one.step.key in leading]
    return max(moments, key=lambda one: one.on or one.earliest, default=None)


def _warnings(graph: Graph, given: Given, days: Reckoned, end: date | None) -> Iterator[PathWarning]:
    """What doesn't fit. Legal terms make a meeting impossible when it is too early for these alone, from today; else
    other dates of the kring do, as they do at other steps."""
    by_law, _ = forward(graph, Given(given.today, done=given.done))
    for key, day in given.meetings.items():
        if key not in given.done and days.possible[key] > day:
            impossible = by_law[key] > max(day, given.today)
            yield PathWarning(Trouble.IMPOSSIBLE if impossible else Trouble.OWN_DATES, day, days.possible[key])
    for key, day in given.limits.items():
        if key not in given.done and days.possible[key] > day:
            yield PathWarning(Trouble.OWN_DATES, day, days.possible[key])
    if days.next_budget:
        yield PathWarning(Trouble.NEXT_BUDGET, given.meetings.get(BUDGET))
    if end is None:
        yield PathWarning(Trouble.NO_DATE)
