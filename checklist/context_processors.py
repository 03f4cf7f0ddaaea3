"""What a template may use on any page without its view giving it."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from checklist import selectors


def glossary(request: HttpRequest) -> dict[str, object]:
    """The terms, read when the page explains one: one query. A view that has the whole content gives its own."""
    return {"glossary": SimpleLazyObject(selectors.glossary)}
