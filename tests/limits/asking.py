"""Asking for what is limited, from one address or another, and the page that says to wait."""

import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from checklist.models import Dossier
from tests.content import EXAMPLES
from tests.pages import Page

DETAILS = {"title": "Nieuw", "veiligheidsregio": "VR21", "date": "2026-11-24"}


ADDRESS, OTHER = "192.0.2.1", "192.0.2.2"


RIGHT, WRONG = "goed", "fout"


# In the middle of a stretch of ten minutes, of a quarter and of an hour.
NOW = datetime.datetime(2026, 11, 24, 10, 5, tzinfo=datetime.UTC)


def create(address: str = ADDRESS) -> Any:
    """Make a dossier."""
    return Client(REMOTE_ADDR=address).post(reverse("dossier-new"), DETAILS)


def upload(address: str = ADDRESS) -> Any:
    """Make a dossier from a file."""
    file = SimpleUploadedFile("d.json", (EXAMPLES / "half.json").read_bytes())
    return Client(REMOTE_ADDR=address).post(reverse("dossier-upload"), {"file": file})


def sign_in(name: str, password: str, address: str = ADDRESS) -> Any:
    """Try the door of the beheer."""
    body = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address).post(reverse("admin:login"), body)


def assert_limited(response: Any, said: str, minutes: int, when: str = "") -> None:
    """The clear page: Dutch, in our frame, with when to try again."""
    page = Page(response)
    assert response.status_code == 429
    assert response["Retry-After"] == str(minutes * 60)
    assert page.title == "Even wachten – Regiostaf"
    assert said in page.text
    assert f"Probeer het over {when or f'{minutes} minuten'} opnieuw." in page.text


def render(dossier: Dossier, address: str = ADDRESS) -> Any:
    """Ask for the document of a dossier."""
    return Client(REMOTE_ADDR=address).post(reverse("voorstel-pdf", args=[dossier.read_key]))
