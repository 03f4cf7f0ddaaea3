"""A version is stored with its first act and its record: all three, or nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from django.conf import settings
from django.utils import timezone

from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import told_settling
from checklist.domain.settled.code import new_code
from checklist.domain.settled.value import ActKind, NewAct, SettledKind, Version
from checklist.models import AdviesAct, Dossier, SettledAdvies
from checklist.services import chain


def this_second() -> datetime:
    """Return the moment that is recorded: UTC, in whole seconds."""
    return timezone.now().astimezone(UTC).replace(microsecond=0)


def store_version(  # noqa: PLR0913 - what differs between a voorstel and an evaluatie, by keyword
    dossier_id: int,
    kind: SettledKind,
    *,
    settled_on: date,
    keep_until: date | None,
    names: bool,
    edition: int,
    html: bytes,
    snapshot_of: Callable[[Version], bytes],
    about: str = "",
) -> Version:
    """Store the next version of this kind of a dossier, whose row the caller holds in its transaction; return what is
    recorded of it. `snapshot_of` makes its snapshot, from those facts without the snapshot's own hash.

    Six queries; one more on PostgreSQL.
    """
    uuid = Dossier.objects.values_list("uuid", flat=True).get(pk=dossier_id)
    before = SettledAdvies.objects.filter(dossier=dossier_id, kind=kind.value).order_by("-version")
    number, follows = before.values_list("version", "code").first() or (0, "")
    facts = Version(
        dossier=str(uuid),
        code=new_code(),
        kind=kind,
        version=number + 1,
        follows=follows,
        about=about,
        settled_on=settled_on,
        settled_at=this_second(),
        keep_until=keep_until,
        names=names,
        app_version=settings.APP_VERSION,
        edition=edition,
        snapshot_sha256="",
        html_sha256=sha256_of(html),
    )
    snapshot = snapshot_of(facts)
    facts = replace(facts, snapshot_sha256=sha256_of(snapshot))
    _insert(dossier_id, facts, snapshot, html)
    return facts


def _insert(dossier_id: int, facts: Version, snapshot: bytes, html: bytes) -> None:
    row = SettledAdvies.objects.create(
        code=facts.code,
        dossier_id=dossier_id,
        kind=facts.kind.value,
        version=facts.version,
        follows=facts.follows,
        about=facts.about,
        settled_on=facts.settled_on,
        settled_at=facts.settled_at,
        keep_until=facts.keep_until,
        names=facts.names,
        app_version=facts.app_version,
        edition=facts.edition,
        snapshot=snapshot,
        snapshot_sha256=facts.snapshot_sha256,
        html=html,
        html_sha256=facts.html_sha256,
    )
    act = NewAct(ActKind.SETTLED, on=facts.settled_on).recorded(1, facts.settled_at)
    AdviesAct.objects.create(
        advies=row,
        number=act.number,
        kind=act.kind.value,
        date=act.on,
        at=act.at,
        keep_until=facts.keep_until,
    )
    chain.append(told_settling(facts, act), facts.settled_at)
