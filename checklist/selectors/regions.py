"""The veiligheidsregio's and their gemeenten."""

from collections.abc import Collection

from models_catalogue.models import Gemeente, Veiligheidsregio


def regions() -> dict[str, str]:
    """Return the names of the veiligheidsregio's by code. One query."""
    return dict(Veiligheidsregio.objects.values_list("code", "name"))


def gemeenten_of(region_code: str) -> dict[str, str]:
    """Return the names of a region's gemeenten by code, in the order of their names. One query."""
    rows = Gemeente.objects.filter(veiligheidsregio__code=region_code).values_list("code", "display_name")
    return dict(sorted(rows, key=lambda row: row[1].casefold()))


def regions_of_gemeenten() -> dict[str, str]:
    """Return the code of the region of every gemeente by its own code. One query."""
    return dict(Gemeente.objects.order_by().values_list("code", "veiligheidsregio__code"))


def gemeenten_elsewhere(dossier_id: int, codes: Collection[str]) -> frozenset[str]:
    """Return which of these codes are no gemeente of the region that the dossier has now. One query."""
    here = Gemeente.objects.order_by().filter(code__in=codes, veiligheidsregio__dossier=dossier_id)
    return frozenset(codes) - frozenset(here.values_list("code", flat=True))
