"""What a template may use on any page without its view giving it."""

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from checklist import selectors
from checklist.domain.house_style import OWN_STYLE, HouseStyle


def glossary(request: HttpRequest) -> dict[str, object]:
    """The terms, read when the page explains one: one query. A view that has the whole content gives its own."""
    return {"glossary": SimpleLazyObject(selectors.glossary)}


def house(request: HttpRequest) -> dict[str, object]:
    """The house style in the head of the page. No query (`selectors.house_style`)."""
    return {"house": SimpleLazyObject(_house_style)}


def _house_style() -> HouseStyle:
    """The look of a page is no reason not to show it: it may be the one that says that the database is away."""
    try:
        return selectors.house_style()
    except DatabaseError:
        return OWN_STYLE
