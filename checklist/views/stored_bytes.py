"""Sending bytes that are stored and never change: whole, in part, or not at all to who has them already (RFC 9110)."""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from checklist.selectors.stored_files import StoredFacts

# More digits than any size has aren't read: Python takes long over thousands of them.
_ONE_RANGE = re.compile(r"bytes=\s*(\d{0,15})-(\d{0,15})\s*")


def send(request: HttpRequest, stored: StoredFacts, fetch: Callable[[], bytes]) -> HttpResponse:
    """Return stored bytes as a download, asked with GET or HEAD. `fetch` gets them, and only when they are sent: not
    for a HEAD, nor for who has them already (304, 412) or asks for a range that they don't have (416).

    One range is sent as such (206); several, or one that is no range, get everything, as RFC 9110 (14.2) allows.
    """
    tag = f'"{stored.sha256}"'
    refused = get_conditional_response(request, etag=tag)
    asked = None if refused else _range_of(request, tag, stored.size)
    if refused is not None:
        response = refused
    elif asked is None:
        response = _whole(request, stored, fetch)
    elif asked:
        response = HttpResponse(fetch()[asked.start : asked.stop], stored.media_type, HTTPStatus.PARTIAL_CONTENT)
        response["Content-Range"] = f"bytes {asked.start}-{asked.stop - 1}/{stored.size}"
    else:
        response = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        response["Content-Range"] = f"bytes */{stored.size}"
    response["ETag"] = tag
    # `regiostaf.middleware.GZip` leaves what says this as it is: a range is one of these bytes.
    response["Accept-Ranges"] = "bytes"
    if response.status_code in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT}:
        response["Content-Disposition"] = f'attachment; filename="{stored.name}"'
    return response


def _whole(request: HttpRequest, stored: StoredFacts, fetch: Callable[[], bytes]) -> HttpResponse:
    content = b"" if request.method == "HEAD" else fetch()
    return HttpResponse(content, stored.media_type, headers={"Content-Length": str(stored.size)})


def _range_of(request: HttpRequest, tag: str, size: int) -> range | None:
    """The positions that are asked for: None for all of them, an empty range when there are none such."""
    found = _ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if request.method != "GET" or found is None or request.headers.get("If-Range", tag) != tag:
        return None
    first, last = found.groups()
    if first and last and int(first) > int(last):
        return None
    if first:
        return range(int(first), min(int(last) + 1, size) if last else size)
    if last:
        return range(max(0, size - int(last)), size)
    return None
