"""The stored bytes of settled versions, each by the dossier that it belongs to: what is said of them first, and the
bytes themselves apart, because many who ask have them already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.db.models.functions import Length

from checklist.domain.settled.code import shown_code
from checklist.domain.settled.value import SettledFileKind
from checklist.keys import EditKey, Key, ReadKey
from checklist.models import AdviesFile, Dossier, SettledAdvies

# How the names of what isn't a file of an act end.
SNAPSHOT, HTML = "-gegevens.json", "-tekst.html"


@dataclass(frozen=True)
class StoredFacts:
    """What a download says of itself; `row` is where its bytes are."""

    row: int
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class DossierKeys:
    """Which dossier a key opens, with both its keys."""

    id: int
    edit_key: EditKey
    read_key: ReadKey


def dossier_keys(key: Key) -> DossierKeys | None:
    """Return the dossier that this key opens and nothing else of it; None when there is none. An `EditKey` may turn out
    to read, a `ReadKey` never to edit (`dossier_with_key`). One query."""
    opens = Q(read_key=key) if isinstance(key, ReadKey) else Q(edit_key=key) | Q(read_key=key)
    row = Dossier.objects.only("edit_key", "read_key").filter(opens).first()
    return None if row is None else DossierKeys(row.pk, EditKey(row.edit_key), ReadKey(row.read_key))


def file_facts_of(dossier_id: int, code: str, act: int, kind: SettledFileKind) -> StoredFacts | None:
    """Return the file of this kind of an act of a version; None when the dossier has no such file. One query."""
    rows = AdviesFile.objects.filter(act__advies__dossier=dossier_id, act__advies__code=code, act__number=act)
    row = rows.filter(kind=kind.value).first()
    return row and StoredFacts(row.pk, row.name, row.media_type, row.size, row.sha256)


def snapshot_facts_of(dossier_id: int, code: str) -> StoredFacts | None:
    """Return what a version's snapshot is as a download; None when the dossier has no such version. One query."""
    return _facts(dossier_id, code, "snapshot", SNAPSHOT, "application/json")


def html_facts_of(dossier_id: int, code: str) -> StoredFacts | None:
    """Return what a version's stored HTML is as a download; None when the dossier has no such version. One query."""
    return _facts(dossier_id, code, "html", HTML, "text/html; charset=utf-8")


@dataclass(frozen=True)
class StoredBytes:
    """A file with its bytes, and when it was made (UTC)."""

    name: str
    sha256: str
    made_at: datetime
    content: bytes


@dataclass(frozen=True)
class Everything:
    """All that is stored of a version: its snapshot, its HTML and the files of its acts in their order. `name` is what
    the names of its files start with."""

    name: str
    files: tuple[StoredBytes, ...]


def everything_of(dossier_id: int, code: str) -> Everything | None:
    """Return all that is stored of a version; None when the dossier has no such version. Two queries, one when there is
    nothing."""
    row = SettledAdvies.objects.defer(None).filter(dossier=dossier_id, code=code).first()
    if row is None:
        return None
    files = AdviesFile.objects.defer(None).filter(act__advies=row.pk).select_related("act")
    texts = (
        StoredBytes(_name(row, SNAPSHOT), row.snapshot_sha256, row.settled_at, bytes(row.snapshot)),
        StoredBytes(_name(row, HTML), row.html_sha256, row.settled_at, bytes(row.html)),
    )
    return Everything(_name(row, ""), (*texts, *_named_apart(files.order_by("act__number", "kind"))))


def _named_apart(files: Iterable[AdviesFile]) -> Iterator[StoredBytes]:
    """The files, each with a name of its own: of two acts they may have the same."""
    taken: set[str] = set()
    for file in files:
        name = f"{file.act.number}-{file.name}" if file.name in taken else file.name
        taken.add(name)
        yield StoredBytes(name, file.sha256, file.made_at, bytes(file.content))


def file_bytes(facts: StoredFacts) -> bytes:
    """Return the bytes of a file of an act. One query."""
    return bytes(AdviesFile.objects.values_list("content", flat=True).get(pk=facts.row))


def snapshot_bytes(facts: StoredFacts) -> bytes:
    """Return the bytes of a snapshot. One query."""
    return bytes(SettledAdvies.objects.values_list("snapshot", flat=True).get(pk=facts.row))


def html_bytes(facts: StoredFacts) -> bytes:
    """Return the bytes of a stored HTML. One query."""
    return bytes(SettledAdvies.objects.values_list("html", flat=True).get(pk=facts.row))


def _facts(dossier_id: int, code: str, column: str, ending: str, media_type: str) -> StoredFacts | None:
    rows = SettledAdvies.objects.filter(dossier=dossier_id, code=code).annotate(size=Length(column))
    row = rows.first()
    return row and StoredFacts(row.pk, _name(row, ending), media_type, row.size, getattr(row, f"{column}_sha256"))


def _name(row: SettledAdvies, ending: str) -> str:
    return f"{row.kind}-{shown_code(row.code)}-v{row.version}{ending}"
