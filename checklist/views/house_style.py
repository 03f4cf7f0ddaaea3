"""The stylesheet and the logo of this installation's house style; without one there is neither.

Their addresses end with the version (`?v=`), so a browser keeps them for good; at any other version they are asked
anew.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.domain.house_style import HouseStyle
from checklist.export.house_css import SITE, house_css

_FOR_GOOD = "public, max-age=31536000, immutable"


@require_safe
def stylesheet(request: HttpRequest) -> HttpResponse:
    """The colours of the house. No query, but one for a version that this process doesn't know."""
    house = _asked_for(request)
    if not house.has_own_colour:
        raise Http404
    return _kept(request, house, HttpResponse(house_css(house, SITE), content_type="text/css; charset=utf-8"))


@require_safe
def logo(request: HttpRequest) -> HttpResponse:
    """The logo, as we wrote it. Queries as of `stylesheet`."""
    house = _asked_for(request)
    if not house.logo:
        raise Http404
    return _kept(request, house, HttpResponse(house.logo, content_type="image/png"))


def _asked_for(request: HttpRequest) -> HouseStyle:
    house = selectors.house_style()
    return house if request.GET.get("v") == house.version else selectors.newest_house_style()


def _kept(request: HttpRequest, house: HouseStyle, response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = _FOR_GOOD if request.GET.get("v") == house.version else "no-cache"
    return response
