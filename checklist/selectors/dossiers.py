"""Dossiers as they are listed, looked for, and cleared away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from checklist.domain.settled.value import ActKind, SettledKind
from checklist.keys import EditKey, Key, ReadKey
from checklist.models import Action, AdviesAct, Choice, Dossier, Meeting, Presence, SettledAdvies
from checklist.models import Proposal as ProposalRow
from checklist.selectors.presence import PRESENT_FOR

# How long a dossier in which nobody ever saved anything is kept, after it was made and after the day of its meeting. A
# link is prepared weeks before, and a meeting that is put off is held a month later (docs/limits.md).
UNTOUCHED_FOR = timedelta(days=30)


@dataclass(frozen=True)
class ListedDossier:
    """A dossier in the list of those opened in this browser, with the number of its answered questions. `standing`: the
    last of its acts that says whether it is settled, withdrawn or opened again; None when nothing was settled."""

    key: Key
    read_key: ReadKey
    title: str
    date: date
    answered: int
    standing: ActKind | None = None

    @property
    def can_edit(self) -> bool:
        """Whether this browser has its werklink."""
        return isinstance(self.key, EditKey)

    @property
    def locked(self) -> bool:
        """Whether it is settled, and not opened again since."""
        return self.standing not in {None, ActKind.REOPENED}


_STANDING = (ActKind.SETTLED, ActKind.WITHDRAWN, ActKind.REOPENED)


def dossiers_with_keys(keys: Sequence[str]) -> list[ListedDossier]:
    """Return the dossiers that these keys open, each once and in the order of the keys: by its werklink when that is
    among them. One query."""
    answers = Choice.objects.filter(dossier=OuterRef("pk")).exclude(options=[]).order_by()
    counted = Subquery(answers.values("dossier").annotate(count=Count("pk")).values("count"))
    acts = AdviesAct.objects.filter(advies__dossier=OuterRef("pk"), advies__kind=SettledKind.VOORSTEL.value)
    standing = acts.filter(kind__in=_STANDING).order_by("-advies__version", "-number").values("kind")[:1]
    rows = Dossier.objects.filter(Q(edit_key__in=keys) | Q(read_key__in=keys)).values_list(
        *("edit_key", "read_key", "title", "date", Coalesce(counted, 0), Subquery(standing))
    )
    found = {}
    for edit_key, read_key, title, day, answered, act in rows:
        key = EditKey(edit_key) if edit_key in keys else ReadKey(read_key)
        listed = ListedDossier(key, ReadKey(read_key), title, day, answered, ActKind(act) if act else None)
        found[edit_key] = found[read_key] = listed
    return list(dict.fromkeys(found[key] for key in keys if key in found))


def dossier_exists(dossier_id: int) -> bool:
    """Whether a dossier that was opened is still there. One query."""
    return Dossier.objects.filter(pk=dossier_id).exists()


def untouched_dossiers(most: int) -> list[int]:
    """Return at most so many dossiers in which nobody ever saved anything, older than `UNTOUCHED_FOR` and with their
    meeting as long ago, that no browser has open now. One query."""
    before = timezone.now() - UNTOUCHED_FOR
    saved = Choice.objects.filter(dossier=OuterRef("pk"), version__gt=0)
    open_now = Presence.objects.filter(dossier=OuterRef("pk"), seen_at__gte=timezone.now() - PRESENT_FOR)
    planned = Action.objects.filter(dossier=OuterRef("pk"))
    proposed = ProposalRow.objects.filter(dossier=OuterRef("pk"))
    settled = SettledAdvies.objects.filter(dossier=OuterRef("pk"))
    met = Meeting.objects.filter(dossier=OuterRef("pk"))
    used = (saved, planned, proposed, open_now, settled, met)
    rows = Dossier.objects.filter(*(~Exists(rows) for rows in used), version=1)
    rows = rows.filter(created_at__lt=before)
    rows = rows.filter(date__lt=timezone.localdate(before)).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:most])
