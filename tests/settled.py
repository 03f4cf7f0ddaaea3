"""Settled versions for tests, as rows with their records of the chain: nothing is composed, nothing rendered."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.conf import settings

from checklist import selectors
from checklist.domain.decision_content import Organ
from checklist.domain.dossier_file import export_dossier
from checklist.domain.settled.canonical import canonical, sha256_of
from checklist.domain.settled.chain import (
    NOTHING_BEFORE,
    Told,
    moment,
    record_of,
    told_act,
    told_files,
    told_settling,
)
from checklist.domain.settled.code import new_code
from checklist.domain.settled.value import Act, ActFiles, ActKind, NewFile, SettledFileKind, SettledKind
from checklist.models import AdviesAct, AdviesFile, ChainRecord, Dossier, SettledAdvies
from checklist.selectors.settled import act_value, file_facts, version_facts
from tests.dossiers import full_dossier, opened

SETTLED_AT = datetime(2027, 1, 14, 15, 4, 5, tzinfo=UTC)
KEPT_UNTIL = date(2047, 1, 14)
HTML = '<!DOCTYPE html>\n<html lang="nl"><title>Voorstel</title><p>Eén staf.</p></html>\n'.encode()
MEDIA_TYPES = {SettledFileKind.PDF: "application/pdf", SettledFileKind.MDTO: "application/xml"}


def settle(dossier: Dossier | None = None, *, at: datetime = SETTLED_AT, **columns: Any) -> SettledAdvies:
    """The next version of a dossier, with its first act and its record. `columns` are those that matter to the test; a
    snapshot that isn't among them has the members of a real one, with the dossier as it is now."""
    dossier = dossier or full_dossier()
    kind = columns.pop("kind", SettledKind.VOORSTEL).value
    before = SettledAdvies.objects.filter(dossier=dossier, kind=kind).order_by("-version").first()
    own = {
        "code": new_code(),
        "version": before.version + 1 if before else 1,
        "follows": before.code if before else "",
        "settled_on": at.date(),
        "keep_until": KEPT_UNTIL,
        "app_version": "1.0.0",
        "edition": 0,
        "html": HTML,
    }
    row = SettledAdvies(dossier=dossier, kind=kind, settled_at=at, **own | columns)
    row.html_sha256 = sha256_of(bytes(row.html))
    row.snapshot = row.snapshot or snapshot_of(row)
    row.snapshot_sha256 = sha256_of(bytes(row.snapshot))
    row.save(force_insert=True)
    act = _insert(row, Act(1, ActKind.SETTLED, at, on=row.settled_on))
    append(told_settling(version_facts(row), act_value(act)), at)
    return row


def add_act(advies: SettledAdvies, kind: ActKind, at: datetime | None = None, **values: Any) -> AdviesAct:
    """One more act, a day after the one before unless `at` says otherwise, with its record. `values` are those of
    `Act`; its day is that on which it is recorded unless they say otherwise."""
    before = advies.acts.order_by("number")[advies.acts.count() - 1]
    at = at or before.at + timedelta(days=1)
    act = _insert(advies, Act(before.number + 1, kind, at, **{"on": at.date()} | values))
    append(told_act(advies.code, act_value(act)), at)
    return act


def add_files(
    act: AdviesAct, contents: Mapping[SettledFileKind, bytes] | None = None, *, at: datetime | None = None
) -> list[AdviesFile]:
    """The files of an act, four seconds after it unless `at` says otherwise, with their record."""
    code, version = act.advies.code, act.advies.version
    contents = {SettledFileKind.PDF: b"%PDF-1.7 " + code.encode()} if contents is None else contents
    new = [
        NewFile(kind, f"voorstel-{code}-v{version}.{kind}", MEDIA_TYPES.get(kind, "application/octet-stream"), content)
        for kind, content in contents.items()
    ]
    made_at = at or act.at + timedelta(seconds=4)
    rows = [
        AdviesFile.objects.create(
            act=act,
            kind=file.kind.value,
            name=file.name,
            media_type=file.media_type,
            size=len(file.content),
            sha256=sha256_of(file.content),
            content=file.content,
            made_at=made_at,
            keep_until=act.keep_until,
        )
        for file in new
    ]
    append(told_files(code, ActFiles(act.number, [file_facts(row) for row in rows])), made_at)
    return rows


def offered_with_files(**about: Any) -> SettledAdvies:
    """A version that is offered to the algemeen bestuur; both acts have two files."""
    advies = settle(**about)
    code = advies.code.encode()
    kinds = (SettledFileKind.PDF, SettledFileKind.MDTO)
    add_files(advies.acts.get(), {kind: b"%s vastgesteld %s" % (kind.encode(), code) for kind in kinds})
    offered = add_act(advies, ActKind.OFFERED, organ=Organ.AB, on=date(2027, 1, 21))
    add_files(offered, {kind: b"%s aangeboden %s" % (kind.encode(), code) for kind in kinds})
    return advies


def append(told: Told, at: datetime) -> ChainRecord:
    """The next record of the chain."""
    last = ChainRecord.objects.order_by("sequence").last()
    sequence, previous = (last.sequence + 1, last.sha256) if last else (1, NOTHING_BEFORE)
    record = record_of(told, sequence, previous, at, settings.SITE_URL)
    return ChainRecord.objects.create(
        sequence=sequence,
        code=record.code,
        event=record.event.value,
        previous=previous,
        body=record.body,
        sha256=record.sha256,
    )


def _cover_of(row: SettledAdvies) -> dict[str, Any]:
    """A cover on which nobody filled in anything."""
    empty = dict.fromkeys(("submitter", "author", "case_number", "attendance", "attendance_counted"), "")
    reglement = {"title": [], "subtitle": [], "legal_form": ""}
    told = {"composed_on": row.settled_on.isoformat(), "organ": Organ.AB.value, "meeting": None}
    return {**told, **empty, "reglement": reglement}


def snapshot_of(row: SettledAdvies) -> bytes:
    """A snapshot with the members of a real one."""
    value = selectors.dossier_value(opened(row.dossier))
    return canonical(
        {
            "format": f"regiostaf-{'advies' if row.kind == SettledKind.VOORSTEL else 'evaluatie'}/1",
            "code": row.code,
            "version": row.version,
            "follows": row.follows,
            "site": settings.SITE_URL,
            "settled": {"at": moment(row.settled_at), "date": row.settled_on.isoformat()},
            "keep_until": row.keep_until.isoformat() if row.keep_until else None,
            "names": row.names,
            "app": {"name": "regiostaf", "version": row.app_version},
            "edition": {"number": row.edition, "sha256": ""},
            "html": {"bytes": len(row.html), "sha256": row.html_sha256},
            "dossier": export_dossier(value),
            "advies": {
                "title": value.title,
                "region": {"code": value.veiligheidsregio, "name": row.dossier.veiligheidsregio.name},
                "cover": _cover_of(row),
                "parts": [],
            },
        }
    )


def _insert(advies: SettledAdvies, act: Act) -> AdviesAct:
    return AdviesAct.objects.create(
        advies=advies,
        number=act.number,
        kind=act.kind.value,
        organ=act.organ.value if act.organ else "",
        date=act.on,
        outcome=act.outcome.value if act.outcome else "",
        text=act.text,
        corrects=act.corrects,
        at=act.at,
        keep_until=advies.keep_until,
    )
