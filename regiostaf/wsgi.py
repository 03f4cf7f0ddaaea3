"""The entry point for an application server: `python -m gunicorn regiostaf.wsgi`."""

import os
from collections.abc import Callable
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponseBase
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiostaf.settings")


class Handler(WSGIHandler):
    """Django's own, for which a Content-Type that can't be read is none: Django raises an error for it before any page
    of ours can answer, and the server would give an empty 500."""

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> HttpResponseBase:
        """Answer one request."""
        try:
            parse_header_parameters(environ.get("CONTENT_TYPE", ""))
        except ValueError:
            environ["CONTENT_TYPE"] = ""
        return super().__call__(environ, start_response)


django.setup(set_prefix=False)
application = Handler()
