"""Chapter 8 and appendix D: the steps of the besluitpad, and what the kring does besides, by date."""

from collections.abc import Iterable
from dataclasses import replace

from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.numbering import Numbers
from checklist.domain.advies.voorstel.value_chapters import StepRow
from checklist.domain.decision.date_words import date_in
from checklist.domain.decision.value import PlannedStep
from checklist.domain.dossier import Action, about_step
from checklist.domain.typed import Typed, one_line

# Beside the moments of decision these are told in chapter 8.
_TOLD = {"start", "evaluatie"}
_ABOUT_A_STEP = "stap:"


def step_rows(given: Given, chapter: Numbers, appendix: Numbers) -> tuple[tuple[StepRow, ...], tuple[StepRow, ...]]:
    """Return the rows of chapter 8 and those of the appendix, in the order of the path. In the chapter stand the
    moments of decision, the start, the evaluation, and all that the kring named somebody for."""
    named = {action.about for action in given.dossier.actions if action.who}
    told: list[StepRow] = []
    others: list[StepRow] = []
    for planned in given.path.steps:
        by_name = about_step(planned.step.key) in named
        mine = planned.step.decides or planned.step.key in _TOLD or by_name
        (told if mine else others).append(_row(planned, given, by_name=by_name))
    own = [_own(action) for action in given.dossier.actions if not action.about.startswith(_ABOUT_A_STEP)]
    return _numbered(_by_date(told, own), chapter), _numbered(others, appendix)


def _row(planned: PlannedStep, given: Given, *, by_name: bool) -> StepRow:
    step = planned.step
    return StepRow(
        number="",
        what=given.names.fill(step.what) if planned.what == step.what else one_line(planned.what),
        who=one_line(planned.who) if by_name else given.names.fill(step.who),
        on=planned.on,
        from_on=planned.from_on,
        when=planned.when,
        done=planned.done,
        star=step.to_check,
    )


def _own(action: Action) -> StepRow:
    """What the kring does that is no step of the content."""
    on = date_in(action.when)
    what: Typed | str = one_line(action.what) if action.what else "Nog te omschrijven."
    return StepRow("", what, one_line(action.who), on, when="" if on else action.when, done=action.done)


def _by_date(steps: list[StepRow], own: Iterable[StepRow]) -> list[StepRow]:
    """Put each of the kring's own before the first step of a later date; those without a date are last."""
    rows = list(steps)
    for row in own:
        later = (place for place, other in enumerate(rows) if row.on and other.on and other.on > row.on)
        rows.insert(next(later, len(rows)), row)
    return rows


def _numbered(rows: Iterable[StepRow], numbers: Numbers) -> tuple[StepRow, ...]:
    return tuple(replace(row, number=numbers.next()) for row in rows)
