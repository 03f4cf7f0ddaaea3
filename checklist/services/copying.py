"""A dossier is copied, to change something in the copy and lay the two side by side."""

from typing import Any

from django.db import models, transaction

from checklist.domain.dossier import Right
from checklist.models import Action, Choice, Dossier, KeptTension, Proposal
from checklist.selectors import OpenDossier
from checklist.services import guard

_PARTS: tuple[type[models.Model], ...] = (Choice, KeptTension, Action, Proposal)


@transaction.atomic
def copy_dossier(dossier: OpenDossier, title: str) -> Dossier:
    """Make a new dossier with this title and with everything that the other has, what isn't told now too: an answer to
    what an option leaves open comes back with that option, and an agreement with its pair. When an answer was saved is
    when the kring gave it, so the copy tells which texts changed since. The other stays as it is.

    Raises `DossierGoneError` when the dossier was deleted since it was opened. Some ten queries.
    """
    guard.require(dossier, Right.COPY)
    # The answers first, as a save locks them: none is half in the copy.
    list(Choice.objects.select_for_update().filter(dossier=dossier.id).order_by("pk").values_list("pk"))
    original = Dossier.objects.filter(pk=dossier.id).first()
    if original is None:
        raise guard.DossierGoneError
    copied = Dossier.objects.create(
        title=title,
        veiligheidsregio_id=original.veiligheidsregio_id,
        date=original.date,
        until=original.until,
        present=original.present,
    )
    for table in _PARTS:
        _copy_rows(table, original, copied)
    return copied


def _copy_rows(table: type[models.Model], original: Dossier, copied: Dossier) -> None:
    rows: list[Any] = list(table._default_manager.filter(dossier=original).order_by("pk"))
    for row in rows:
        row.pk = None
        row._state.adding = True
        row.dossier = copied
    table._default_manager.bulk_create(rows)
