"""The veiligheidsregio's and their gemeenten."""

from collections.abc import Collection, Mapping
from itertools import groupby

from checklist.selectors.stamped import PerStamp
from models_catalogue.models import Gemeente, Veiligheidsregio


def regions() -> dict[str, str]:
    """Return the names of the veiligheidsregio's by code. One query."""
    return dict(Veiligheidsregio.objects.values_list("code", "name"))


@PerStamp
def _gemeenten(stamp: str) -> dict[str, dict[str, tuple[str, str]]]:
    """The names of the gemeenten on the site and their official names, by code, by the code of their region."""
    rows = Gemeente.objects.values_list("veiligheidsregio__code", "code", "display_name", "name")
    ordered = sorted(rows, key=lambda row: (row[0], row[2].casefold()))
    return {
        region: {code: (shown, official) for _, code, shown, official in of_it}
        for region, of_it in groupby(ordered, lambda row: row[0])
    }


def gemeenten_of(region_code: str, stamp: str = "") -> Mapping[str, str]:
    """Return the names of a region's gemeenten by code, in the order of their names; none for an unknown region. Two
    queries, or none when they are remembered for this stamp of the content; without a stamp one more."""
    return {code: shown for code, (shown, _) in _gemeenten(stamp).get(region_code, {}).items()}


def official_gemeenten_of(region_code: str, stamp: str = "") -> Mapping[str, str]:
    """Return the official names of a region's gemeenten by code, as a besluit has them: 's-Hertogenbosch where the site
    says Den Bosch. The queries of `gemeenten_of`, which remembers both."""
    return {code: official for code, (_, official) in _gemeenten(stamp).get(region_code, {}).items()}


def gemeenten_by_region() -> dict[str, frozenset[str]]:
    """Return the codes of the gemeenten of every region by the region's code: what a dossier file is read against. One
    query."""
    rows = Veiligheidsregio.objects.values_list("code", "gemeenten__code")
    return {code: frozenset(one for _, one in of_it if one) for code, of_it in groupby(rows, key=lambda row: row[0])}


def gemeenten_elsewhere(dossier_id: int, codes: Collection[str]) -> frozenset[str]:
    """Return which of these codes are no gemeente of the region that the dossier has now. One query."""
    here = Gemeente.objects.order_by().filter(code__in=codes, veiligheidsregio__dossier=dossier_id)
    return frozenset(codes) - frozenset(here.values_list("code", flat=True))
