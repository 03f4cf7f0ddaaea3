"""What the product publishes for programs."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag, require_safe

from checklist.domain.dossier_file import schema_file

# It is as the code is: made once.
_SCHEMA = schema_file()
_SCHEMA_TAG = f'"{sha256(_SCHEMA).hexdigest()[:16]}"'
_DAY = 24 * 60 * 60


@require_safe
@cache_control(public=True, max_age=_DAY)
@etag(lambda _request: _SCHEMA_TAG)
def dossier_schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of the exchange format; kept for a day by whoever fetches it. No query."""
    return HttpResponse(_SCHEMA, content_type="application/schema+json")
