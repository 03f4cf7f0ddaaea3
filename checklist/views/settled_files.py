"""What is stored of a settled version, to download under a key of its dossier: as it was made, never made again."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from checklist.access import dossier_to_download_from
from checklist.domain.settled.value import SettledFileKind
from checklist.export.control.packing import zip_of
from checklist.keys import Key
from checklist.selectors import stored_files
from checklist.selectors.stored_files import StoredFacts
from checklist.views.downloads import as_file
from checklist.views.stored_bytes import send


@require_safe
def file(request: HttpRequest, key: Key, code: str, act: int, kind: SettledFileKind) -> HttpResponse:
    """The file of this kind of an act. Three queries, two when its bytes aren't sent."""
    facts = stored_files.file_facts_of(dossier_to_download_from(request, key), code, act, kind)
    return _sent(request, facts, stored_files.file_bytes)


@require_safe
def snapshot(request: HttpRequest, key: Key, code: str) -> HttpResponse:
    """The snapshot of a version. Queries as of `file`."""
    facts = stored_files.snapshot_facts_of(dossier_to_download_from(request, key), code)
    return _sent(request, facts, stored_files.snapshot_bytes)


@require_safe
def html(request: HttpRequest, key: Key, code: str) -> HttpResponse:
    """The stored text of a version, without a state. Queries as of `file`."""
    facts = stored_files.html_facts_of(dossier_to_download_from(request, key), code)
    return _sent(request, facts, stored_files.html_bytes)


def _sent(request: HttpRequest, facts: StoredFacts | None, read: Callable[[StoredFacts], bytes]) -> HttpResponse:
    if facts is None:
        raise Http404
    return send(request, facts, partial(read, facts))


@require_safe
def everything(request: HttpRequest, key: Key, code: str) -> HttpResponse:
    """All that is stored of a version in one zip, with what checks it. Three queries."""
    stored = stored_files.everything_of(dossier_to_download_from(request, key), code)
    if stored is None:
        raise Http404
    response = as_file(zip_of(stored.files), "application/zip", f"{stored.name}.zip")
    # It is made on request, so it has no ranges; and as `stored_bytes.send` says, what says so isn't compressed.
    response["Accept-Ranges"] = "none"
    return response
