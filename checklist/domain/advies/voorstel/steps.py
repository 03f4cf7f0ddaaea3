"""Chapter 8 and appendix D: the steps of the besluitpad, and what the kring does besides, by date."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.numbering import Numbers
from checklist.domain.advies.voorstel.value_chapters import StepRow
from checklist.domain.decision.date_words import date_in
from checklist.domain.decision.step_notes import NO_NOTE, notes_on
from checklist.domain.decision.value import PlannedStep
from checklist.domain.dossier import Action
from checklist.domain.typed import Typed, one_line

# Beside the moments of decision these are told in chapter 8.
_TOLD = {"start", "evaluatie"}
_ABOUT_A_STEP = "stap:"


def step_rows(given: Given, chapter: Numbers, appendix: Numbers) -> tuple[tuple[StepRow, ...], tuple[StepRow, ...]]:
    """Return the rows of chapter 8 and those of the appendix, each by date. In the chapter stand the moments of
    decision, the start, the evaluation, and all that the kring named somebody for."""
    notes = notes_on((one.step.key for one in given.path.steps), given.dossier.actions)
    told: list[StepRow] = []
    others: list[StepRow] = []
    for planned in given.path.steps:
        note = notes.get(planned.step.key, NO_NOTE)
        mine = planned.step.decides or planned.step.key in _TOLD or note.who
        (told if mine else others).append(_row(planned, note.when, given))
    told += [_own(action) for action in given.dossier.actions if not action.about.startswith(_ABOUT_A_STEP)]
    return _numbered(told, chapter), _numbered(others, appendix)


def _row(planned: PlannedStep, when: str, given: Given) -> StepRow:
    step = planned.step
    what, who = given.names.fill(step.what), given.names.fill(step.who)
    return StepRow(
        number="",
        what=what if planned.what in {step.what, what} else one_line(planned.what),
        who=who if planned.who in {step.who, who} else one_line(planned.who),
        on=planned.on,
        from_on=planned.from_on,
        when=when,
        done=planned.done,
        star=step.to_check,
    )


def _own(action: Action) -> StepRow:
    """What the kring does that is no step of the content; without a date it stands last."""
    on = date_in(action.when)
    what: Typed | str = one_line(action.what) if action.what else "Nog te omschrijven."
    return StepRow("", what, one_line(action.who), on, when="" if on else action.when, done=action.done)


def _numbered(rows: Iterable[StepRow], numbers: Numbers) -> tuple[StepRow, ...]:
    by_date = sorted(rows, key=lambda row: row.on or date.max)
    return tuple(replace(row, number=numbers.next()) for row in by_date)
