"""The link is the key: every view gets its dossier, and what it may do with it, through `open_dossier`."""

import secrets

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_vary_headers
from django.utils.crypto import salted_hmac

from checklist import selectors
from checklist.domain.dossier import Right
from checklist.keys import EditKey, Key, ReadKey
from checklist.selectors import ListedDossier, OpenDossier
from checklist.services import guard

# The browser remembers which dossiers were opened in it: a signed cookie with keys, the newest first.
COOKIE = "dossiers"
REMEMBERED = 20
COOKIE_AGE = 365 * 24 * 3600
# Tells one browser from another, as long as it stays open; it says nothing about who it is.
VISITOR_COOKIE = "bezoeker"
# Characters of what names a dossier in an address without being its key.
_MARK_LENGTH = 16


# With the leeslink these lead to the overzicht: a question, and the afronding, is for those who answer it.
_OF_QUESTIONS = frozenset({"question", "question-conflict", "question-outlook", "presence", "closing", "closing-more"})


class MovedError(Exception):
    """The page has another address for who has this key: a leeslink had the address of a werklink once."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


def open_dossier(request: HttpRequest, key: Key, right: Right = Right.READ) -> OpenDossier:
    """Return the dossier that the key in the address opens, with its answers. One query.

    Raises `Http404` for an unknown key and `NoRightError` (403) for one that doesn't give this right; `MovedError` for
    a page that is asked with the key of a leeslink at the address of a werklink. The middleware remembers the key for
    the list on the start page, but for the sample's: that one isn't anybody's.
    """
    dossier = selectors.dossier_with_key(key)
    if dossier is None:
        raise Http404
    if isinstance(key, EditKey) and isinstance(dossier.key, ReadKey) and request.method in {"GET", "HEAD"}:
        _lead_to_reading(request, dossier.key)
    guard.require(dossier, right)
    if not dossier.sample:
        request.META["regiostaf.opened"] = dossier
    return dossier


def dossier_to_download_from(request: HttpRequest, key: Key) -> int:
    """Return the id of the dossier that the key in the address opens, for what both links may fetch and that needs
    nothing else of it. One query. Raises `Http404` and `MovedError` as `open_dossier` does; the browser remembers
    nothing, since a page led here."""
    found = selectors.dossier_keys(key)
    if found is None:
        raise Http404
    if isinstance(key, EditKey) and key != found.edit_key:
        _lead_to_reading(request, found.read_key)
    return found.id


def _lead_to_reading(request: HttpRequest, key: ReadKey) -> None:
    """Raise `MovedError` with the address of this page for who reads; a page that only who edits has, has none."""
    match = request.resolver_match
    if match is None or match.url_name is None:
        return
    if match.url_name in _OF_QUESTIONS:
        raise MovedError(reverse("dossier", args=[key]))
    try:
        address = reverse(match.url_name, kwargs=match.kwargs | {"key": key})
    except NoReverseMatch:
        return
    query = request.META.get("QUERY_STRING", "")
    raise MovedError(f"{address}?{query}" if query else address)


def forget(request: HttpRequest, dossier: OpenDossier) -> None:
    """Take a dossier that was deleted off the browser's list."""
    del request.META["regiostaf.opened"]
    request.META["regiostaf.forgotten"] = dossier


def remembered_keys(request: HttpRequest) -> list[str]:
    """Return the keys of the dossiers opened in this browser, the newest first; empty when the cookie was changed. The
    answer then depends on a cookie, and says so."""
    request.META["regiostaf.keys_shown"] = True
    return _keys(request)


def others_opened(request: HttpRequest, dossier: OpenDossier) -> dict[str, ListedDossier]:
    """Return the other dossiers opened in this browser, the newest first, each by a mark. A mark names a dossier in an
    address to whoever opened it too, and opens nothing: no key of one dossier stands in an address of another. One
    query."""
    listed = selectors.dossiers_with_keys(remembered_keys(request))
    return {_mark_of(one.read_key): one for one in listed if one.read_key != dossier.read_key}


def _mark_of(key: ReadKey) -> str:
    return salted_hmac("checklist.access.mark", key, algorithm="sha256").hexdigest()[:_MARK_LENGTH]


def _keys(request: HttpRequest) -> list[str]:
    cookie = request.get_signed_cookie(COOKIE, default="", max_age=COOKIE_AGE)
    return cookie.split(".") if cookie else []


def visitor_of(request: HttpRequest) -> str:
    """Return the number by which this browser is told from others; a browser that has none gets one."""
    visitor = request.get_signed_cookie(VISITOR_COOKIE, default="") or request.META.get("regiostaf.new_visitor")
    if not visitor:
        visitor = request.META["regiostaf.new_visitor"] = secrets.token_urlsafe(12)
    return visitor


def update_cookies(request: HttpRequest, response: HttpResponse) -> None:
    """Write into the browser's cookies what this request opened or forgot and who it is; what stays the same isn't
    sent."""
    if "regiostaf.keys_shown" in request.META:
        patch_vary_headers(response, ["Cookie"])
    keys = _keys(request)
    newest = _newest(keys, request.META.get("regiostaf.opened"), request.META.get("regiostaf.forgotten"))
    if newest != keys:
        _set_cookie(request, response, COOKIE, ".".join(newest), COOKIE_AGE)
    if visitor := request.META.get("regiostaf.new_visitor"):
        _set_cookie(request, response, VISITOR_COOKIE, visitor, None)


def _newest(keys: list[str], opened: OpenDossier | None, forgotten: OpenDossier | None) -> list[str]:
    """The keys to remember after this request. A dossier takes one place, by its werklink once that was opened here."""
    if opened:
        key = opened.edit_key if opened.edit_key in keys else opened.key
        return [key, *_without(opened, keys)][:REMEMBERED]
    return _without(forgotten, keys) if forgotten else keys


def _without(dossier: OpenDossier, keys: list[str]) -> list[str]:
    return [key for key in keys if key not in (dossier.edit_key, dossier.read_key)]


def _set_cookie(request: HttpRequest, response: HttpResponse, name: str, value: str, age: int | None) -> None:
    response.set_signed_cookie(name, value, max_age=age, httponly=True, secure=request.is_secure(), samesite="Lax")
