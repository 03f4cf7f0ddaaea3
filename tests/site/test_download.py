"""The download of a dossier: it reads back as the same dossier, or isn't offered."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist import selectors, services
from checklist.keys import EditKey
from checklist.models import Dossier
from checklist.views import downloads
from tests.domain.exchanged import largest_dossier
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_pdf")]


def test_the_download_reads_back_as_the_same_dossier(client: Client, dossier: Dossier) -> None:
    response = client.get(reverse("dossier-json", args=[dossier.edit_key]))
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="regiostaf-brabant-noord.json"'
    assert json.loads(response.content)["format"] == "regiostaf-dossier/2"
    assert dossier.edit_key not in response.content.decode()
    uploaded = client.post(reverse("dossier-upload"), {"file": SimpleUploadedFile("d.json", response.content)})
    key = EditKey(uploaded["Location"].split("/")[2])
    values = [
        selectors.dossier_value(found) for k in (key, dossier.edit_key) if (found := selectors.dossier_with_key(k))
    ]
    assert len(values) == 2
    assert values[0] == values[1]
    assert key not in (dossier.edit_key, dossier.read_key)


def test_a_dossier_that_no_upload_would_take_is_no_download(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "FILE_CAP", 2_000_000)
    largest = services.create_dossier(largest_dossier("🚒"))
    response = client.get(reverse("dossier-json", args=[largest.read_key]))
    assert response.status_code == 409
    page = Page(response)
    assert page.title.startswith("Het dossierbestand is te groot")
    assert "Uw dossier zelf is veilig opgeslagen." in page.text
    assert "Content-Disposition" not in response


@pytest.mark.parametrize("title", ['a"; filename="x.exe', "../../etc/passwd", "éé", "👩‍🏫", "t" * 200, "a\\b"])
def test_a_downloads_name_is_plain_whatever_the_title(client: Client, dossier: Dossier, title: str) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(title=title)
    header = client.get(reverse("dossier-json", args=[dossier.edit_key]))["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z0-9_-]{1,60}\.json"', header)


@pytest.mark.parametrize(
    ("name", "which"),
    [
        ("voorstel-pdf", ""),
        ("besluitenlijst-pdf", "-besluitenlijst"),
        ("verslag-pdf", "-verslag"),
        ("reglement-pdf", "-reglement"),
    ],
)
def test_a_documents_name_says_of_which_region_in_which_state_and_of_when(
    client: Client, dossier: Dossier, name: str, which: str
) -> None:
    header = client.post(reverse(name, args=[dossier.edit_key]))["Content-Disposition"]
    today = timezone.localdate().isoformat()
    assert header == f'attachment; filename="regiostaf{which}-brabant-noord-concept-v0-{today}.pdf"'


@pytest.mark.parametrize("link", ["edit_key", "read_key"])
def test_the_table_of_choices_is_a_file_for_this_reader_alone(client: Client, dossier: Dossier, link: str) -> None:
    response = client.get(reverse("choices-csv", args=[getattr(dossier, link)]))
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert response["Cache-Control"] == "private, no-store"
    assert response.content.decode("utf-8-sig").startswith("Vraag;")
    assert dossier.edit_key not in response.content.decode()
    today = timezone.localdate().isoformat()
    name = f"regiostaf-keuzes-brabant-noord-concept-v0-{today}.csv"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
