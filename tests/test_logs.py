"""No log gives away the key of a dossier."""

import io
import logging

import pytest

from regiostaf.logs import WithoutKeys

KEY = "k3y-that_opens-a-dossier"


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("Internal Server Error: %s", (f"/dossier/{KEY}/vraag/4/",)),
        ("Error handling request %s", (f"/dossier/{KEY}",)),
        (f"Invalid HTTP request line: 'GET /dossier/{KEY}?x=1 HTTP/1.1'", ()),
        ("from /dossier/%s/ to /dossier/%s/", (KEY, KEY)),
    ],
)
def test_message_shows_the_path_without_the_key(message: str, arguments: tuple[str, ...]) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(WithoutKeys())
    handler.handle(logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, arguments, None))
    assert KEY not in stream.getvalue()
    assert "/dossier/…" in stream.getvalue()


def test_every_handler_of_the_product_hides_keys() -> None:
    handlers = [handler for name in ("django", "django.server") for handler in logging.getLogger(name).handlers]
    writers = [handler for handler in handlers if type(handler) is logging.StreamHandler]  # pytest adds its own kinds
    assert writers
    for writer in writers:
        assert any(isinstance(each, WithoutKeys) for each in writer.filters)
