"""What the kring wrote at steps of the besluitpad, in actions: what, who and when, and that it is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from checklist.domain.decision.date_words import date_in
from checklist.domain.dossier import Action, about_step


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


def done_by(notes: Mapping[str, StepNote], meetings: Mapping[str, date], today: date) -> dict[str, date]:
    """Return when the steps that the kring ticked off were done: today at the latest, also when it doesn't say."""
    return {key: min(note.on or meetings.get(key, today), today) for key, note in notes.items() if note.done}
