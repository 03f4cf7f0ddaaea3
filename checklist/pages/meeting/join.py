"""The page where a gemeente is chosen, and what is said of codes that open nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.meeting_record.words import Mandate
from checklist.selectors import LiveMeeting

WRONG_CODE = "Deze code werkt niet (meer). Vraag de code die nu op het scherm staat."
NO_GEMEENTE = "Kies uw gemeente."


@dataclass(frozen=True)
class Choosable:
    """A gemeente of the region; `taken`: a device speaks for it already."""

    code: str
    name: str
    taken: bool


@dataclass(frozen=True)
class JoinForm:
    """What was chosen, as it was sent; `refusal` says why it can't be sent so, `name_refusal` what is wrong with the
    name."""

    gemeente: str = ""
    mandate: Mandate = Mandate.NOT_SAID
    name: str = ""
    refusal: str = ""
    name_refusal: str = ""


def choosable(meeting: LiveMeeting, names: Mapping[str, str]) -> tuple[Choosable, ...]:
    """Return the gemeenten of the region in the order of their names. Pure."""
    taken = {seat.gemeente for seat in meeting.seats if seat.device}
    return tuple(Choosable(code, name, code in taken) for code, name in names.items())
