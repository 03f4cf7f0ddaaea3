"""The outcome of a dossier: one screen of what the choices come to, and below it on what that rests."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.outcome.whole import whole_outcome
from checklist.keys import Key
from checklist.pages.check import number_of_points
from checklist.pages.outcome import outcome_page
from checklist.pages.outcome_screen import outcome_screen
from checklist.pages.repairs import undo_of
from checklist.pages.tensions import shown_tensions


@require_safe
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The whole outcome. Three queries; those of the content when its stamp is new.

    The first screen holds what was typed nowhere but in its bar; what stands below it is the same for every dossier
    with the same choices, and is rendered once for them.
    """
    dossier = open_dossier(request, key)
    content = selectors.content_all(dossier.stamp)
    gemeenten = selectors.gemeenten_named(dossier)
    value = selectors.dossier_value(dossier, gemeenten=gemeenten)
    found, kept = _found(content, value.chosen), frozenset(value.kept_motivations)
    context = {
        "dossier": dossier,
        "screen": outcome_screen(content, value, gemeenten, found),
        "points": number_of_points(content, value, gemeenten),
        "tensions": shown_tensions(content, dossier.answers, kept, found),
        "below": _below(content.stamp, value.chosen, kept, can_edit=dossier.can_edit),
        "undo": undo_of(content, dossier.answers, request.GET) if dossier.can_edit else None,
        "repair_address": reverse("repair", args=[dossier.key]) if dossier.can_edit else "",
    }
    return render(request, "checklist/outcome.html", context)


# By the content itself, of which there is one per stamp.
_found = lru_cache(64)(whole_outcome)


# A hundred kilobytes each: what a kring looks at again, not all that anybody may choose.
@lru_cache(64)
def _below(stamp: str, chosen: frozenset[str], kept: frozenset[tuple[str, str]], *, can_edit: bool) -> SafeString:
    """The tables, why-nots and turning points of these choices as HTML, without a key or a word that was typed."""
    content = selectors.content_all(stamp)
    shown = outcome_page(content, chosen, kept, _found(content, chosen))
    context = {"page": shown, "glossary": content.glossary, "can_edit": can_edit}
    return mark_safe(render_to_string("checklist/outcome_below.html", context))  # noqa: S308 - one of our templates
