"""What the kring filled in about steps: when organs meet, and who does a step and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from checklist.domain.decision.date_words import date_in
from checklist.domain.decision.graph import Graph
from checklist.domain.dossier import Action, about_step
from checklist.domain.proposal import OtherMeeting


@dataclass(frozen=True)
class StepNote:
    """What the kring wrote at a step; `when` in its words where that is no date."""

    what: str = ""
    who: str = ""
    on: date | None = None
    when: str = ""
    done: bool = False


NO_NOTE = StepNote()


def notes_on(steps: Iterable[str], actions: Iterable[Action]) -> Mapping[str, StepNote]:
    """Return what the kring wrote at each of these steps where it wrote something. Of more actions at a step each part
    is that of the first that has it, and the step is done when all are."""
    about = {about_step(key): key for key in steps}
    written: dict[str, list[Action]] = {}
    for action in actions:
        if (key := about.get(action.about)) is not None:
            written.setdefault(key, []).append(action)
    return {key: _note(found) for key, found in written.items()}


def _note(actions: list[Action]) -> StepNote:
    when = next((one.when for one in actions if one.when), "")
    on = date_in(when)
    return StepNote(
        what=next((one.what for one in actions if one.what), ""),
        who=next((one.who for one in actions if one.who), ""),
        on=on,
        when="" if on else when,
        done=all(one.done for one in actions),
    )


def meetings_of_others(graph: Graph, meetings: Iterable[OtherMeeting]) -> dict[str, date]:
    """Return the dates of moments of decision from the rows about other organs: that of the step a row names, else of
    its organ's first. Of more rows about one moment the last date counts, as then the last gemeente has decided."""
    found: dict[str, date] = {}
    for row in meetings:
        key = row.step or graph.first_of.get(row.organ, "")
        if row.on and key in graph.steps:
            found[key] = max(row.on, found.get(key, row.on))
    return found


def dates_of_moments(graph: Graph, meetings: Iterable[OtherMeeting], notes: Mapping[str, StepNote]) -> dict[str, date]:
    """Return the dates of moments of decision: of a meeting, else what the kring wrote at the step."""
    moments = {key: note.on for key, note in notes.items() if note.on and graph.steps[key].decides}
    return moments | meetings_of_others(graph, meetings)
