"""The page of a code: what anybody may know of a settled version, and whether a file is one of its files."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from checklist import limits
from checklist.domain.settled.code import read_code
from checklist.domain.settled.found import UNKNOWN_CODE
from checklist.export.control.page import FILE_NAME, control_file
from checklist.pages.public import public_page
from checklist.selectors.public import destroyed_version, public_version
from checklist.views.downloads import as_file
from checklist.views.hashing import HashingHandler

_DAY = 24 * 60 * 60


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a code, `?code=`; lead to its page, however it is written. No query."""
    typed = request.GET.get("code", "").strip()
    if code := read_code(typed):
        return redirect("public", code)
    return _ask_again(request, typed) if typed else render(request, "checklist/public_ask.html")


# The check of the token reads the body: what reads the file must be there before, so this view is left out of the check
# of every request and has one of its own inside.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, typed: str) -> HttpResponse:
    """The page of a code in any spelling; a POST checks the file with it. Three queries; five more for a POST, which is
    counted (`LimitReached`) before it is read."""
    code = read_code(typed)
    if code != typed:
        return redirect("public", code) if code else _ask_again(request, typed)
    handler = HashingHandler()
    if request.method == "POST":
        limits.count_check(limits.address_of(request))
        request.upload_handlers = [handler]
    return _page(request, code, handler)


@require_safe
@cache_control(public=True, max_age=_DAY)
def control(request: HttpRequest) -> HttpResponse:
    """The page that checks a document from disk, to keep. No query."""
    return as_file(control_file(), "text/html; charset=utf-8", FILE_NAME)


@csrf_protect
def _page(request: HttpRequest, code: str, handler: HashingHandler) -> HttpResponse:
    found = public_version(code)
    if found is None:
        destroyed = destroyed_version(code)
        if destroyed is None:
            return _ask_again(request, code)
        return _noindex(render(request, "checklist/public_destroyed.html", {"code": code, "destroyed": destroyed}))
    shown = public_page(found)
    context: dict[str, object] = {"shown": shown}
    if request.method == "POST":
        sent = handler.read(request)
        context |= {"no_file": not sent, "said": sent and shown.answers.of(sent, handler.embedded.found)}
    return _noindex(render(request, "checklist/public.html", context))


def _ask_again(request: HttpRequest, typed: str) -> HttpResponse:
    context = {"typed": typed, "unknown": UNKNOWN_CODE}
    return render(request, "checklist/public_ask.html", context, status=HTTPStatus.NOT_FOUND)


def _noindex(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
