"""What is settled and may go, because the time is over for which it is kept."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date
from itertools import groupby, takewhile

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Sum
from django.utils import timezone

from checklist.domain.settled.destruction import DestructionList, ListedDossier, ListedVersion
from checklist.domain.settled.value import ActKind, SettledKind
from checklist.models import AdviesAct, AdviesFile, SettledAdvies
from checklist.selectors.settled import version_facts


class StillKeptError(ValueError):
    """What is kept until a day, is kept that whole day (UTC): it isn't over yet."""


def destruction_list(until: date) -> DestructionList:
    """Return what may go: each version of which `until` or an earlier day was the last, unless an older version of its
    dossier stays; else the dossier could be changed again, and its next version would have a number that was used.

    Raises `StillKeptError` for a day that isn't over. Two queries.
    """
    if until >= timezone.now().astimezone(UTC).date():
        raise StillKeptError
    due = SettledAdvies.objects.filter(keep_until__lte=until).values("dossier")
    opened_again = Exists(AdviesAct.objects.filter(advies=OuterRef("pk"), kind=ActKind.REOPENED.value))
    rows = SettledAdvies.objects.filter(dossier__in=due).select_related("dossier__veiligheidsregio")
    rows = rows.annotate(acts_found=Count("acts"), opened_again=opened_again).order_by("dossier", "kind", "version")
    sizes = _sizes(until)
    found = [_of_dossier([*group], until, sizes) for _, group in groupby(rows, lambda row: row.dossier_id)]
    listed = sorted((each for each in found if each.versions), key=lambda each: each.versions[0].facts.code)
    return DestructionList(settings.SITE_URL, until, tuple(listed))


def _sizes(until: date) -> dict[int, tuple[int, int]]:
    rows = AdviesFile.objects.filter(keep_until__lte=until).order_by().values_list("act__advies")
    return {key: (files, size) for key, files, size in rows.annotate(Count("pk"), Sum("size"))}


def _of_dossier(rows: list[SettledAdvies], until: date, sizes: dict[int, tuple[int, int]]) -> ListedDossier:
    going = [*_going(rows, until)]
    newest = [row for row in rows if row.kind == SettledKind.VOORSTEL.value][-1:]
    worked_on = any(getattr(row, "opened_again", False) for row in newest)
    versions = tuple(_listed(row, *sizes.get(row.pk, (0, 0))) for row in going)
    return ListedDossier(rows[0].dossier_id, versions, goes=len(going) == len(rows) and not worked_on)


def _going(rows: Iterable[SettledAdvies], until: date) -> Iterator[SettledAdvies]:
    for _, of_kind in groupby(rows, lambda row: row.kind):
        yield from takewhile(lambda row: row.keep_until is not None and row.keep_until <= until, of_kind)


def _listed(row: SettledAdvies, files: int, file_bytes: int) -> ListedVersion:
    dossier = row.dossier
    acts: int = getattr(row, "acts_found", 0)
    region = f"Veiligheidsregio {dossier.veiligheidsregio.name}"
    return ListedVersion(row.pk, version_facts(row), dossier.title, region, acts, files, file_bytes)
