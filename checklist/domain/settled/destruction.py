"""The *vernietigingslijst*: what goes after its time, as a text that an archivaris agrees to by its hash."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checklist.domain.decision.date_words import day_in_words
from checklist.domain.settled.canonical import sha256_of_text
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.value import Version


@dataclass(frozen=True)
class ListedVersion:
    """A version that goes, with how many acts and files; `title` and `region` are those of its dossier."""

    id: int
    facts: Version
    title: str
    region: str
    acts: int
    files: int
    file_bytes: int


@dataclass(frozen=True)
class ListedDossier:
    """A dossier of which versions go; `goes`: it goes with them, because nothing settled is left of it and nobody works
    on it."""

    id: int
    versions: tuple[ListedVersion, ...]
    goes: bool


@dataclass(frozen=True)
class DestructionList:
    """All versions that may go of which the last day was `until` or earlier, by dossier."""

    site: str
    until: date
    dossiers: tuple[ListedDossier, ...]

    @property
    def versions(self) -> tuple[ListedVersion, ...]:
        """All versions that are in it."""
        return tuple(version for dossier in self.dossiers for version in dossier.versions)

    @property
    def text(self) -> str:
        """The list as it is printed, with an end to its last line. The same rows give the same text."""
        return "".join(f"{line}\n" for line in self._lines())

    @property
    def sha256(self) -> str:
        """By which the list is confirmed, and by which the chain names it."""
        return sha256_of_text(self.text)

    def _lines(self) -> Iterator[str]:
        yield f"Vernietigingslijst van {self.site}"
        yield f"Vastgesteld, en bewaard tot en met {day_in_words(self.until)} of korter"
        for dossier in self.dossiers:
            yield ""
            for version in dossier.versions:
                yield from _version_lines(version)
            yield _what_of(dossier)
        yield ""
        files = sum(version.files for version in self.versions)
        yield f"Aantal vastgestelde stukken: {len(self.versions)}. Aantal bestanden: {files}."


def _version_lines(version: ListedVersion) -> Iterator[str]:
    facts = version.facts
    kept = day_in_words(facts.keep_until)
    yield f"{shown_code(facts.code)}  {facts.kind}, versie {facts.version}: {version.title} ({version.region})"
    yield f"  vastgesteld op {day_in_words(facts.settled_on)}, bewaard tot en met {kept}"
    yield f"  aantal handelingen {version.acts}, bestanden {version.files}, bytes {version.file_bytes}"
    yield f"  SHA-256 van de gegevens {facts.snapshot_sha256}"


def _what_of(dossier: ListedDossier) -> str:
    if dossier.goes:
        return "  Het dossier gaat mee: de antwoorden, de afronding en wat er verder van is."
    return "  Het dossier blijft: er is nog iets van vastgesteld, of de kring werkt eraan."
