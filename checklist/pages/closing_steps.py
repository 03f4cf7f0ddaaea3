"""The steps of the besluitpad on the afronding: who takes them and when, as far as the kring has said so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from django.utils.formats import date_format

from checklist.domain.decision.value import Path, PlannedStep
from checklist.domain.decision_content import StepText
from checklist.domain.dossier import about_step, is_about_step
from checklist.pages.agenda import ActionRow, SentAgenda, action_rows, new_row
from checklist.selectors import ActionState


@dataclass(frozen=True)
class StepRow:
    """A step with a row of fields: `what` is done, by which role (`who`), `planned` when as far as that is reckoned."""

    what: str
    who: str
    planned: str
    row: ActionRow


def step_rows(
    path: Path, steps: Mapping[str, StepText], stored: Iterable[ActionState], sent: SentAgenda
) -> tuple[StepRow, ...]:
    """Return a row for each step of the path, in its order, and for what the kring wrote at other steps. `steps`: all
    there are, by key; `sent`: what comes back as it was typed."""
    rows: dict[str, list[ActionRow]] = {}
    for row in action_rows((state for state in stored if is_about_step(state.action.about)), sent):
        rows.setdefault(row.action.about, []).append(row)
    at = count(sum(map(len, rows.values())))
    return tuple(_rows(path, steps, rows, at))


def _rows(
    path: Path, steps: Mapping[str, StepText], rows: dict[str, list[ActionRow]], at: "count[int]"
) -> Iterator[StepRow]:
    for planned in path.steps:
        about = about_step(planned.step.key)
        for row in rows.pop(about, None) or [new_row(next(at), about)]:
            yield StepRow(planned.step.what, planned.step.who, _planned(planned), row)
    for step in steps.values():
        for row in rows.pop(about_step(step.key), ()):
            yield StepRow(step.what, step.who, "hoort niet bij uw keuzes", row)


def _planned(step: PlannedStep) -> str:
    """When, as far as it was reckoned and not filled in."""
    if step.done:
        return "gedaan"
    if step.on is None or step.fixed or step.when:
        return ""
    return f"{'vanaf' if step.from_on else 'uiterlijk'} {date_format(step.on, 'j F Y')}"
