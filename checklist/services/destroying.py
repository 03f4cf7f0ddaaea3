"""What is settled goes after its time: on purpose, by a list that somebody agreed to, and the chain keeps that it went.

Backups still hold what goes here, until they are replaced.
"""

from datetime import date
from functools import partial

from django.db import transaction

from checklist import kept_documents
from checklist.domain.settled.chain import told_destruction
from checklist.domain.settled.destruction import DestructionList
from checklist.models import AdviesAct, AdviesFile, Dossier, SettledAdvies
from checklist.selectors.destruction import destruction_list
from checklist.services import chain
from checklist.services.versions import this_second


class OtherListError(ValueError):
    """The list that was agreed to isn't that of now. Nothing went."""


@transaction.atomic
def destroy(until: date, agreed: str) -> DestructionList:
    """Delete what is on the list of which `agreed` is the hash, and record of each version that it went: all of it, or
    nothing. Return the list.

    Raises `StillKeptError`, `OtherListError`. Some ten queries, two or three for each version and some ten when a
    dossier goes.
    """
    # Acts and a next version wait for the row of their dossier, so the list stays as it is read after these are held.
    dossiers = [dossier.id for dossier in destruction_list(until).dossiers]
    [*Dossier.objects.select_for_update().filter(pk__in=dossiers).order_by("pk").values_list("pk")]
    listed = destruction_list(until)
    if listed.sha256 != agreed or not listed.dossiers:
        raise OtherListError
    at = this_second()
    for version in listed.versions:
        chain.append(told_destruction(version.facts, version.files, agreed), at)
    _delete(listed)
    return listed


def _delete(listed: DestructionList) -> None:
    """The database itself looks at the date of each row once more."""
    versions = [version.id for version in listed.versions]
    AdviesFile.objects.filter(act__advies__in=versions).delete()
    AdviesAct.objects.filter(advies__in=versions).delete()
    SettledAdvies.objects.filter(pk__in=versions).delete()
    gone = [dossier.id for dossier in listed.dossiers if dossier.goes]
    Dossier.objects.filter(pk__in=gone).delete()
    for dossier_id in gone:
        transaction.on_commit(partial(kept_documents.forget, dossier_id))
