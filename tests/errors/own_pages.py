"""What an error comes to, and what brings one about."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pages import Page


def assert_own_page(response: Any, status: int, heading: str) -> Page:
    """A page in our frame, in Dutch, with a way out."""
    assert response.status_code == status
    page = Page(response)
    assert page.find("html", lang="nl")
    assert [h1.text for h1 in page.find("h1")] == [heading]
    assert page.title == f"{heading} – Regiostaf"
    assert page.find("header")
    assert page.find("footer")
    assert page.find("main", id="inhoud")
    assert page.find("a", href="/")
    return page


class GoneAway(BytesIO):
    """What is left to read of a browser that broke off."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Fail as a closed connection does."""
        raise OSError("the connection is gone")


def file_of(size: int) -> SimpleUploadedFile:
    """An upload of so many bytes."""
    return SimpleUploadedFile("dossier.json", b" " * size, "application/json")
