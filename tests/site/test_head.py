"""A HEAD is answered with headers alone."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from regiostaf.middleware import head_without_body


@pytest.mark.parametrize(("method", "body"), [("HEAD", b""), ("GET", b"tekst")])
def test_a_head_has_the_headers_of_the_get_and_no_body(method: str, body: bytes) -> None:
    answer = head_without_body(lambda _: HttpResponse(b"tekst", headers={"Content-Length": "5"}))
    response = answer(RequestFactory().generic(method, "/"))
    assert (response.content, response["Content-Length"]) == (body, "5")
