"""Who was at the meeting of the kring, counted and in sentences: whoever wasn't filled in is never called absent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checklist.domain.choices.choice_words import official_name
from checklist.domain.dossier import DossierValue
from checklist.domain.dutch import LAST_WORD, capital, in_a_row, up_to_twelve
from checklist.domain.proposal import Attendance, Presence


@dataclass(frozen=True)
class Attendees:
    """Numbers, and names of gemeenten in the order of the region's. `away` weren't there; of these `later` agreed
    afterwards. `unknown` weren't filled in. Nothing filled in at all: `filled_in` is False."""

    filled_in: bool
    present: int = 0
    of_all: int = 0
    away: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def counted(self) -> str:
        """'Acht van de elf gemeenten'; 'alle' only when each of them is ticked."""
        if self.present == self.of_all:
            return f"Alle {up_to_twelve(self.of_all)} gemeenten"
        # A word beside digits reads badly: both in words, or neither.
        present = up_to_twelve(self.present) if self.of_all <= LAST_WORD else str(self.present)
        return f"{capital(present if self.present else 'geen')} van de {up_to_twelve(self.of_all)} gemeenten"

    @property
    def told(self) -> str:
        """Who was there, as the summary and the chapter on support say it."""
        verb = "was" if self.present <= 1 else "waren"
        return " ".join([f"{self.counted} {verb} bij de vergadering van de kring.", *self._others()])

    @property
    def on_cover(self) -> str:
        """Who was there, as a fact of the cover."""
        return " ".join([f"{self.counted}.", *self._others()])

    def _others(self) -> list[str]:
        said = []
        if self.away:
            said.append(f"Niet aanwezig: {in_a_row(self.away)}.")
        if self.later:
            verb = "stemde" if len(self.later) == 1 else "stemden"
            said.append(f"{in_a_row(self.later)} {verb} later in.")
        if self.unknown:
            said.append(f"Niet ingevuld: {in_a_row(self.unknown)}.")
        return said


NOBODY_SAID = Attendees(filled_in=False)


def with_attendance(dossier: DossierValue) -> DossierValue:
    """Return a dossier in which its meeting says who was there, where the kring filled in nothing of it."""
    proposal, meeting = dossier.proposal, dossier.meeting
    if proposal.attendance or meeting is None:
        return dossier
    return replace(dossier, proposal=replace(proposal, attendance=meeting.as_attendance))


def attendees_of(attendance: Sequence[Attendance], gemeenten: Mapping[str, str]) -> Attendees:
    """Return who of the region's gemeenten was there; `gemeenten` are all of them by code, in order. Rows of a
    gemeente that isn't among them don't count."""
    stood = {row.gemeente: row.presence for row in attendance if row.gemeente in gemeenten}
    if not stood:
        return NOBODY_SAID

    def those(*stands: Presence | None) -> tuple[str, ...]:
        return tuple(official_name(name) for code, name in gemeenten.items() if stood.get(code) in stands)

    return Attendees(
        filled_in=True,
        present=len(those(Presence.PRESENT)),
        of_all=len(gemeenten),
        away=those(Presence.ABSENT, Presence.AGREED_LATER),
        later=those(Presence.AGREED_LATER),
        unknown=those(None),
    )
