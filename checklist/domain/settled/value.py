"""Settled versions as plain values: what is stored of one, what was done with it since, and its files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from checklist.domain.decision_content import Organ
from checklist.domain.state import Outcome

ACT_TEXT_CAP = 2000
# Of a file, a snapshot and the HTML: a body is at most 4 MB, and nothing larger can be sent here to be compared with.
MOST_BYTES = 3_500_000


class SettledKind(StrEnum):
    """What is settled: the voorstel of a kring, or what it found when it looked back a year later."""

    VOORSTEL = "voorstel"
    EVALUATIE = "evaluatie"


class ActKind(StrEnum):
    """What can be done with a version, from the settling on; each is a row that is added."""

    SETTLED = "vastgesteld"
    OFFERED = "aangeboden"
    MOVED = "verplaatst"
    DECIDED = "besluit"
    WITHDRAWN = "ingetrokken"
    REOPENED = "heropend"
    CORRECTED = "verbeterd"


class SettledFileKind(StrEnum):
    """The files that an act may have; the value is that in the chain and in names of files."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    BESLUITENLIJST = "besluitenlijst-pdf"
    REGLEMENT = "reglement-docx"
    MDTO = "mdto"
    MDTO_FILE = "mdto-bestand"
    DIWOO = "diwoo"


@dataclass(frozen=True)
class Act:
    """One act. `at` is when it was recorded (UTC, whole seconds), `on` the day it is about: of MOVED the new day of
    the meeting. `organ` of OFFERED and DECIDED, `outcome` of DECIDED. `corrects` is the number of the act whose date or
    text a CORRECTED puts right."""

    number: int
    kind: ActKind
    at: datetime
    organ: Organ | None = None
    on: date | None = None
    outcome: Outcome | None = None
    text: str = ""
    corrects: int | None = None


@dataclass(frozen=True)
class NewAct:
    """An act that somebody wants to add; its number and moment come with recording it."""

    kind: ActKind
    organ: Organ | None = None
    on: date | None = None
    outcome: Outcome | None = None
    text: str = ""
    corrects: int | None = None

    def recorded(self, number: int, at: datetime) -> Act:
        """It, as the act with this number."""
        return Act(number, self.kind, at, self.organ, self.on, self.outcome, self.text, self.corrects)


@dataclass(frozen=True)
class Version:
    """What is recorded of a version when it is settled, as the chain has it. `dossier` is the uuid of its dossier,
    `follows` the code of the version before, `about` that of the voorstel an evaluatie looks back on; '' for none.
    `keep_until` None: for ever. `names`: whether people are named. `edition` is 0 until contents have numbers."""

    dossier: str
    code: str
    kind: SettledKind
    version: int
    follows: str
    about: str
    settled_on: date
    settled_at: datetime
    keep_until: date | None
    names: bool
    app_version: str
    edition: int
    snapshot_sha256: str
    html_sha256: str


@dataclass(frozen=True)
class FileFacts:
    """A file without its bytes. `size` in bytes, `made_at` in UTC and whole seconds."""

    kind: SettledFileKind
    name: str
    media_type: str
    size: int
    sha256: str
    made_at: datetime


@dataclass(frozen=True)
class NewFile:
    """A file that was just made."""

    kind: SettledFileKind
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class ActFiles:
    """The files of one act, by its number."""

    number: int
    files: Sequence[FileFacts]
