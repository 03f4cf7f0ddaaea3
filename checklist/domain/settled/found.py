"""What the check of a file says: one source for the server and for the script in the page of a code.

It never judges who made a file: it knows only whether the bytes are those that were recorded.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from checklist.domain.decision.date_words import day_in_words
from checklist.domain.settled.states import state_of
from checklist.domain.settled.value import Act, ActFiles, Version
from checklist.domain.settled.words import outcome_words, standing_words
from checklist.domain.state import State

UNKNOWN_CODE = "Deze code kennen wij niet. Kijk haar na op de laatste bladzijde."
TOO_LARGE = "Geen van onze documenten is zo groot; dit is niet hetzelfde bestand."
ANOTHER_FILE = (
    "Niet hetzelfde bestand. Mailprogramma’s, archiefsystemen en opnieuw opslaan veranderen een bestand, ook als de "
    "tekst gelijk blijft. Vraag het oorspronkelijke bestand aan wie het u stuurde, en kijk de code na."
)


@dataclass(frozen=True)
class Said:
    """What is said of a file, and whether its bytes are recorded."""

    same: bool
    text: str


@dataclass(frozen=True)
class Answers:
    """What is said of each file that may turn up: `known` by its SHA-256; `same_data` of other bytes with the snapshot
    of this version in them."""

    known: Mapping[str, str]
    snapshot: str
    same_data: str

    def of(self, sha256: str, embedded: Set[str]) -> Said:
        """Return what is said of the file with this SHA-256, in which files with those are embedded."""
        if sha256 in self.known:
            return Said(True, self.known[sha256])
        return Said(False, self.same_data if self.snapshot in embedded else ANOTHER_FILE)

    def as_json(self) -> dict[str, Any]:
        """The same for the script (`static/js/nagaan.js`), which says it without sending the file."""
        return {
            "known": dict(self.known),
            "snapshot": self.snapshot,
            "sameData": self.same_data,
            "anotherFile": ANOTHER_FILE,
            "tooLarge": TOO_LARGE,
        }


def answers_of(version: Version, acts: Sequence[Act], files: Sequence[ActFiles], newer: Version | None) -> Answers:
    """Return what is said of files at the page of this version. `acts` and `files` are all that it has; `newer` is the
    newest version when that is another. Pure."""
    now = state_of(version, acts, "")
    beware = f" {_beware(newer)}" if newer else ""
    number = f"versie {version.version}"
    known = {
        version.snapshot_sha256: f"Dit zijn de vastgelegde gegevens van {number}.{beware}",
        version.html_sha256: f"Dit is de vastgelegde tekst van {number}, zonder de stand.{beware}",
    }
    for made in files:
        then = state_of(version, acts[: made.number], "")
        known |= {file.sha256: f"{_of_a_file(number, then, now)}{beware}" for file in made.files}
    same_data = (
        f"Niet hetzelfde bestand. De gegevens die in dit bestand zitten, zijn wel die van {number}; wat er op de "
        "bladzijden staat, is daarmee niet nagegaan."
    )
    return Answers(known, version.snapshot_sha256, same_data)


def standing(state: State) -> str:
    """Return a state with its day and, once decided, its outcome: 'besloten op 18 februari 2027 (niet aangenomen)'."""
    outcome = outcome_words(state.outcome)
    return f"{standing_words(state)} ({outcome})" if outcome else standing_words(state)


def _of_a_file(number: str, then: State, now: State) -> str:
    if then.stand == now.stand:
        return f"Dit is het vastgestelde document: {number}, {standing(now)}."
    return (
        f"Dit is een vastgesteld document: {number}, in de stand {then.stand.value} ({day_in_words(then.day)}). "
        f"De stand is nu: {now.stand.value}."
    )


def _beware(newer: Version) -> str:
    day = day_in_words(newer.settled_on)
    return f"Let op: er is een nieuwere versie, versie {newer.version} van {day}."
