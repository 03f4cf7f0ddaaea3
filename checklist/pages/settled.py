"""The page of what is settled as plain values: each version with its acts, its files and what followed it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from checklist.domain.decision.date_words import day_in_words
from checklist.domain.dutch import capital
from checklist.domain.settled.states import state_of
from checklist.domain.settled.value import Act, ActKind, FileFacts, SettledFileKind
from checklist.domain.settled.words import act_title, act_words, standing_words
from checklist.domain.state import State
from checklist.selectors import StoredFile, StoredVersion
from checklist.settled_making import acts_without_files, why_not

_FOR_ARCHIVE = {SettledFileKind.MDTO, SettledFileKind.MDTO_FILE, SettledFileKind.DIWOO}
# In the order of the page.
_LABELS = {
    SettledFileKind.PDF: "PDF",
    SettledFileKind.DOCX: "Word",
    SettledFileKind.ODT: "OpenDocument",
    SettledFileKind.BESLUITENLIJST: "Besluitenlijst (PDF)",
    SettledFileKind.REGLEMENT: "Concept-reglement (Word)",
    SettledFileKind.MDTO: "Gegevens voor het archief (MDTO)",
    SettledFileKind.MDTO_FILE: "Gegevens voor het archief over de PDF (MDTO)",
    SettledFileKind.DIWOO: "Gegevens voor openbaar maken (DiWoo)",
}


@dataclass(frozen=True)
class ShownAct:
    """An act in the time line. `title`: what was done, and which day was put right; `corrected`: a later act put it
    right."""

    act: Act
    title: str
    corrected: bool

    @property
    def on(self) -> date | None:
        """The day on which it was done; of a moved meeting and of a correction, the title has the day."""
        return None if self.act.kind in {ActKind.MOVED, ActKind.CORRECTED} else self.act.on


@dataclass(frozen=True)
class ShownFile:
    """A file by what it is for."""

    label: str
    facts: FileFacts


@dataclass(frozen=True)
class FilesOfAct:
    """The files that an act has, under the state that stands on them; none yet when they are still to be made."""

    number: int
    heading: str
    files: tuple[ShownFile, ...]

    @property
    def to_read(self) -> Sequence[ShownFile]:
        """The documents, the PDF first."""
        return [file for file in self.files if file.facts.kind not in _FOR_ARCHIVE]

    @property
    def for_archive(self) -> Sequence[ShownFile]:
        """What the archive and the publishing of a document ask for."""
        return [file for file in self.files if file.facts.kind in _FOR_ARCHIVE]


@dataclass(frozen=True)
class ShownVersion:
    """A version. `replaced_by`: the one that was settled after it; `reopened_on`: when the kring opened it again;
    `why_not`: why its documents weren't made the last time."""

    stored: StoredVersion
    state: State
    acts: tuple[ShownAct, ...]
    files: tuple[FilesOfAct, ...]
    replaced_by: StoredVersion | None
    reopened_on: date | None
    why_not: str

    @property
    def incomplete(self) -> bool:
        """Whether a document is still to be made."""
        return any(not of_act.files for of_act in self.files)


def settled_versions(
    versions: Sequence[StoredVersion], files: Mapping[int, Sequence[StoredFile]]
) -> tuple[ShownVersion, ...]:
    """Return versions, the newest first, each with its files, which are given by its id. No queries."""
    later = (None, *versions)
    return tuple(_version(one, files.get(one.id, ()), after) for one, after in zip(versions, later, strict=False))


def kept_until(versions: Iterable[StoredVersion]) -> date | None:
    """Return the last day on which one of these versions is kept; None when one is kept for ever."""
    days = [version.facts.keep_until for version in versions]
    return None if None in days else max(filter(None, days))


def shown_acts(acts: Sequence[Act]) -> tuple[ShownAct, ...]:
    """Return the time line, the first act first; one that was put right stays, and says so."""
    by_number = {act.number: act for act in acts}
    corrected = {act.corrects for act in acts}
    return tuple(ShownAct(act, _title(act, by_number), act.number in corrected) for act in acts)


def _version(version: StoredVersion, files: Sequence[StoredFile], after: StoredVersion | None) -> ShownVersion:
    reopening = next((act for act in version.acts if act.kind == ActKind.REOPENED), None)
    return ShownVersion(
        stored=version,
        state=version.state,
        acts=shown_acts(version.acts),
        files=tuple(reversed([*_files(version, files)])),
        replaced_by=after,
        reopened_on=(reopening.on or reopening.at.date()) if reopening else None,
        why_not=why_not(version.facts.code),
    )


def _files(version: StoredVersion, files: Sequence[StoredFile]) -> Iterator[FilesOfAct]:
    numbers = {file.act for file in files} | {*acts_without_files(version, files)}
    for number in sorted(numbers):
        state = state_of(version.facts, version.acts[:number], settings.SITE_URL)
        facts = {file.facts.kind: file.facts for file in files if file.act == number}
        shown = tuple(ShownFile(label, facts[kind]) for kind, label in _LABELS.items() if kind in facts)
        yield FilesOfAct(number, capital(standing_words(state)), shown)


def _title(act: Act, by_number: Mapping[int, Act]) -> str:
    before = by_number.get(act.corrects or 0)
    if before is None:
        return capital(act_words(act))
    day = f". De datum is {day_in_words(act.on)}" if act.on else ""
    return f"Verbetering bij: {act_title(before)}{day}"
