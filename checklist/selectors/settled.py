"""What is settled of dossiers: versions, what was done with them since, and their files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Exists, F, OuterRef

from checklist.domain.decision_content import Organ
from checklist.domain.settled.chain import Event, Record
from checklist.domain.settled.states import reopened, state_of
from checklist.domain.settled.value import Act, ActKind, FileFacts, SettledFileKind, SettledKind, Version
from checklist.domain.state import Outcome, State
from checklist.models import AdviesAct, AdviesFile, ChainRecord, SettledAdvies


@dataclass(frozen=True)
class StoredVersion:
    """A version with its acts in the order in which they were recorded; the first is its settling."""

    id: int
    facts: Version
    acts: tuple[Act, ...]

    @property
    def state(self) -> State:
        """How far it is now."""
        return state_of(self.facts, self.acts, settings.SITE_URL)

    @property
    def reopened(self) -> bool:
        """Whether the kring works on a next version."""
        return reopened(self.acts)


@dataclass(frozen=True)
class StoredFile:
    """A file of the act with this number."""

    id: int
    act: int
    facts: FileFacts


def version_with_code(code: str) -> StoredVersion | None:
    """Return the version with this code, None when there is none. Two queries, one when there is none."""
    return next(iter(_with_acts(SettledAdvies.objects.select_related("dossier").filter(code=code))), None)


def versions_of(dossier_id: int, kind: SettledKind = SettledKind.VOORSTEL) -> tuple[StoredVersion, ...]:
    """Return the versions of a dossier, the newest first. Two queries, one when there are none."""
    rows = SettledAdvies.objects.select_related("dossier").filter(dossier=dossier_id, kind=kind.value)
    return _with_acts(rows.order_by("-version"))


def settled_now(dossier_id: int) -> StoredVersion | None:
    """Return the version because of which a dossier can't be changed now, None when it can. One query; two more when
    there is one."""
    opened_again = Exists(AdviesAct.objects.filter(advies=OuterRef("pk"), kind=ActKind.REOPENED.value))
    rows = SettledAdvies.objects.filter(~opened_again, dossier=dossier_id, kind=SettledKind.VOORSTEL.value)
    code = rows.values_list("code", flat=True).first()
    return version_with_code(code) if code else None


def acts_of(version_id: int) -> tuple[Act, ...]:
    """Return the acts of a version as they are now, in the order in which they were recorded. One query."""
    return tuple(act_value(row) for row in AdviesAct.objects.filter(advies=version_id).order_by("number"))


def kept_until(dossier_id: int) -> date | None:
    """Return the last day on which what was settled of a dossier is kept, None for ever. Something was. One query."""
    days = list(SettledAdvies.objects.filter(dossier=dossier_id).values_list("keep_until", flat=True))
    return None if None in days else max(days)


def versions_beside(code: str) -> tuple[StoredVersion, ...]:
    """Return the version with this code and the others of its dossier and kind, the newest first. Two queries, one when
    there is none."""
    rows = SettledAdvies.objects.select_related("dossier").filter(
        dossier__settled__code=code, dossier__settled__kind=F("kind")
    )
    return _with_acts(rows.order_by("-version"))


def files_of(version: StoredVersion) -> tuple[StoredFile, ...]:
    """Return the files of a version, in the order of its acts; without their bytes. One query."""
    return files_by_version([version])[version.id]


def files_by_version(versions: Iterable[StoredVersion]) -> dict[int, tuple[StoredFile, ...]]:
    """Return the files of versions by the id of each, in the order of its acts; without their bytes. One query, none
    for no versions."""
    found: dict[int, list[StoredFile]] = {version.id: [] for version in versions}
    if found:
        rows = AdviesFile.objects.filter(act__advies__in=found).order_by("act__number", "kind").select_related("act")
        for row in rows:
            found[row.act.advies_id].append(StoredFile(row.pk, row.act.number, file_facts(row)))
    return {pk: tuple(files) for pk, files in found.items()}


def versions_without_files() -> tuple[StoredVersion, ...]:
    """Return the versions that have an act without files, the oldest first; most acts have none because they change no
    cover. Two queries, one when there are none."""
    acts = AdviesAct.objects.filter(advies=OuterRef("pk"), files=None)
    rows = SettledAdvies.objects.select_related("dossier").filter(Exists(acts))
    return _with_acts(rows.order_by("settled_at", "pk"))


def file_content(file: StoredFile) -> bytes:
    """Return the bytes of a file. One query."""
    return bytes(AdviesFile.objects.values_list("content", flat=True).get(pk=file.id))


def snapshot_bytes(version: StoredVersion) -> bytes:
    """Return the snapshot of a version. One query."""
    return bytes(SettledAdvies.objects.values_list("snapshot", flat=True).get(pk=version.id))


def html_bytes(version: StoredVersion) -> bytes:
    """Return the stored HTML of a version. One query."""
    return bytes(SettledAdvies.objects.values_list("html", flat=True).get(pk=version.id))


def records_of(version: StoredVersion) -> tuple[Record, ...]:
    """Return the records of a version in the chain, in order. One query."""
    rows = ChainRecord.objects.filter(code=version.facts.code).order_by("sequence")
    return tuple(Record(row.sequence, row.code, Event(row.event), row.previous, bytes(row.body)) for row in rows)


def act_value(row: AdviesAct) -> Act:
    """Return a stored act as a value. No query."""
    return Act(
        number=row.number,
        kind=ActKind(row.kind),
        at=row.at,
        organ=Organ(row.organ) if row.organ else None,
        on=row.date,
        outcome=Outcome(row.outcome) if row.outcome else None,
        text=row.text,
        corrects=row.corrects,
    )


def version_facts(row: SettledAdvies) -> Version:
    """Return what is recorded of a stored version. A query for its dossier, unless that was read with it."""
    return Version(
        dossier=str(row.dossier.uuid),
        code=row.code,
        kind=SettledKind(row.kind),
        version=row.version,
        follows=row.follows,
        about=row.about,
        settled_on=row.settled_on,
        settled_at=row.settled_at,
        keep_until=row.keep_until,
        names=row.names,
        app_version=row.app_version,
        edition=row.edition,
        snapshot_sha256=row.snapshot_sha256,
        html_sha256=row.html_sha256,
    )


def file_facts(row: AdviesFile) -> FileFacts:
    """Return what is recorded of a stored file. No query."""
    return FileFacts(SettledFileKind(row.kind), row.name, row.media_type, row.size, row.sha256, row.made_at)


def _with_acts(rows: Iterable[SettledAdvies]) -> tuple[StoredVersion, ...]:
    found = tuple(rows)
    acts: dict[int, list[Act]] = {row.pk: [] for row in found}
    if found:
        for act in AdviesAct.objects.filter(advies__in=acts).order_by("number"):
            acts[act.advies_id].append(act_value(act))
    return tuple(StoredVersion(row.pk, version_facts(row), tuple(acts[row.pk])) for row in found)
