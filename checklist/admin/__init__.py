"""The pages at /beheer/ for redacteuren: correct texts, add and switch off, never delete; dossiers only as a list."""

from checklist.admin import (
    accounts,
    catalogue,
    content,
    deciding,
    details,
    dossiers,
    house_style,
    reglement,
    settled,
    tensions,
    terms,
)

__all__ = [
    "accounts",
    "catalogue",
    "content",
    "deciding",
    "details",
    "dossiers",
    "house_style",
    "reglement",
    "settled",
    "tensions",
    "terms",
]
