"""A file that isn't taken is refused on the start page."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from checklist.models import Dossier
from tests.errors.own_pages import file_of
from tests.pages import Page

pytestmark = pytest.mark.django_db


def test_an_upload_of_more_than_3_mb_gets_a_clear_message_on_the_start_page(client: Client) -> None:
    before = Dossier.objects.count()
    response = client.post(reverse("dossier-upload"), {"file": file_of(3_000_001)})
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    assert page.find("a", href="#id_file")
    assert "Dit bestand is groter dan 3 MB" in page.text
    assert Dossier.objects.count() == before


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"file": ""},
        {"file": "geen bestand"},
        {"file": SimpleUploadedFile("leeg.json", b"")},
        {"file": SimpleUploadedFile("kapot.json", b"\xff\xfe\x00")},
        {"file": SimpleUploadedFile("nul\x00.json", b"[" * 200_000)},
        {"file": SimpleUploadedFile("getal.json", b"9" * 5000)},
        {"file": SimpleUploadedFile("surrogaat.json", b'{"format": "\\ud800"}')},
    ],
)
def test_an_upload_that_is_no_dossier_is_refused_on_the_start_page(client: Client, body: dict[str, Any]) -> None:
    before = Dossier.objects.count()
    response = client.post(reverse("dossier-upload"), body)
    assert response.status_code == 200
    assert Page(response).find("a", href="#id_file")
    assert Dossier.objects.count() == before


@pytest.mark.parametrize("files", [101, 1])
def test_a_flood_of_files_is_refused_or_read_once(client: Client, files: int) -> None:
    response = client.post(reverse("dossier-upload"), {f"file{n}": file_of(1) for n in range(files)})
    assert response.status_code == (400 if files > 100 else 200)
