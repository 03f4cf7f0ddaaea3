"""The veiligheidsregio's and their gemeenten."""

from collections.abc import Collection
from itertools import groupby

from django.db.models import CharField

from checklist.prepared import PreparedQuery, Slot
from models_catalogue.models import Gemeente, Veiligheidsregio

_GEMEENTEN = PreparedQuery(
    Gemeente.objects.filter(veiligheidsregio__code=Slot("region", CharField())).values_list("code", "display_name")
)


def regions() -> dict[str, str]:
    """Return the names of the veiligheidsregio's by code. One query."""
    return dict(Veiligheidsregio.objects.values_list("code", "name"))


def gemeenten_of(region_code: str) -> dict[str, str]:
    """Return the names of a region's gemeenten by code, in the order of their names. One query."""
    rows = _GEMEENTEN.rows(region=region_code)
    return dict(sorted(rows, key=lambda row: row[1].casefold()))


def gemeenten_by_region() -> dict[str, frozenset[str]]:
    """Return the codes of the gemeenten of every region by the region's code: what a dossier file is read against. One
    query."""
    rows = Veiligheidsregio.objects.values_list("code", "gemeenten__code")
    return {code: frozenset(one for _, one in of_it if one) for code, of_it in groupby(rows, key=lambda row: row[0])}


def gemeenten_elsewhere(dossier_id: int, codes: Collection[str]) -> frozenset[str]:
    """Return which of these codes are no gemeente of the region that the dossier has now. One query."""
    here = Gemeente.objects.order_by().filter(code__in=codes, veiligheidsregio__dossier=dossier_id)
    return frozenset(codes) - frozenset(here.values_list("code", flat=True))
