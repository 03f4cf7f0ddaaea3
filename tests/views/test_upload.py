"""A dossier file that is uploaded becomes a dossier, whole and unchanged, or a clear page and nothing at all."""

import datetime
import io
import json
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.domain.dossier import Kept
from checklist.keys import EditKey
from checklist.models import Choice, Dossier, KeptTension
from regiostaf.middleware import LARGEST_BODY
from tests.content import EXAMPLE_NAMES, EXAMPLES
from tests.domain.exchanged import newest
from tests.dossiers import CLASHING, choice, make_dossier, opened, question_body, question_url
from tests.frozen import frozen, sample, snapshot
from tests.pages import Page
from tests.strategies import as_file

pytestmark = pytest.mark.django_db


def upload(client: Client, raw: bytes, name: str = "dossier.json") -> Any:
    """The answer to the upload of a file with these bytes."""
    file = SimpleUploadedFile(name, raw, content_type="application/json")
    return client.post(reverse("dossier-upload"), {"file": file})


def zipped(*names: str) -> bytes:
    """The bytes of a zip with these files, all empty."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in names:
            packed.writestr(name, b"")
    return buffer.getvalue()


def example(name: str) -> bytes:
    """The bytes of an example dossier."""
    return (EXAMPLES / f"{name}.json").read_bytes()


def with_field(name: str, value: Any) -> bytes:
    """The half example with another field."""
    return json.dumps(json.loads(example("half")) | {name: value}).encode()


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_an_uploaded_example_is_downloaded_as_it_was(client: Client, name: str) -> None:
    response = upload(client, example(name))
    dossier = Dossier.objects.get()
    assert (response.status_code, response["Location"]) == (302, reverse("dossier-links", args=[dossier.edit_key]))
    download = client.get(reverse("dossier-json", args=[dossier.edit_key]))
    assert download.content + b"\n" == example(name).replace(b"regiostaf-dossier/1", b"regiostaf-dossier/2", 1)
    assert download["Content-Type"] == "application/json"
    assert download["Content-Disposition"].startswith('attachment; filename="voorbeeld-regiostaf-')


def test_the_links_of_a_new_dossier_follow_with_a_message(client: Client) -> None:
    page = Page(client.get(upload(client, example("half"))["Location"]))
    dossier = Dossier.objects.get()
    assert "Het dossierbestand is gelezen. Dit is een nieuw dossier met nieuwe links." in page.text
    shown = [element.attributes.get("value", "") for element in page.find("input")]
    assert [link for link in shown if dossier.edit_key in link]
    assert [link for link in shown if dossier.read_key in link]


def test_the_same_file_twice_makes_two_dossiers(client: Client) -> None:
    assert upload(client, example("half"))["Location"] != upload(client, example("half"))["Location"]
    assert Dossier.objects.count() == 2


def test_details_and_until_when_come_along(client: Client) -> None:
    raw = as_file(newest())
    key = EditKey(upload(client, raw)["Location"].split("/")[2])
    dossier = Dossier.objects.get()
    assert (choice(dossier, 1).details, dossier.until) == ({"1d": {"vastlegging": "regeling"}}, datetime.time(12))
    download = client.get(reverse("dossier-json", args=[key]))
    assert json.loads(download.content) == newest()


def test_a_gemeente_of_another_region_is_refused(client: Client) -> None:
    page = Page(upload(client, as_file(newest() | {"veiligheidsregio": "VR13"})))
    message = "Fout bij vraag 7, details van 7c, gemeente: 'GM0796' is geen gemeente van veiligheidsregio VR13."
    assert message in page.text
    assert not Dossier.objects.exists()


def test_a_question_that_is_not_in_the_file_was_never_looked_at(client: Client) -> None:
    upload(client, example("half"))
    unseen = Choice.objects.filter(version=0).values_list("question__number", flat=True)
    assert list(unseen) == [1, 3, 5, 12]
    assert Choice.objects.count() == 12


def test_kept_tensions_come_along(client: Client) -> None:
    upload(client, example("vol"))
    kept = KeptTension.objects.order_by("tension__number")
    assert list(kept.values_list("tension__number", flat=True)) == [7, 11, 19, 22, 55]
    assert all(tension.motivation for tension in kept)


def test_a_download_is_taken_back_when_a_kept_tensions_option_is_no_longer_chosen(client: Client) -> None:
    dossier = make_dossier(CLASHING, (Kept("2a", "5a", "Met opzet."),))
    client.post(question_url(dossier, 5), question_body(5, "5b", version=1))
    assert choice(dossier, 5).options == ["5b"]
    assert dossier.kept_tensions.exists()
    download = client.get(reverse("dossier-json", args=[dossier.edit_key])).content
    response = upload(client, download)
    assert response.status_code == 302
    again = client.get(reverse("dossier-json", args=[EditKey(response["Location"].split("/")[2])])).content
    assert again == download


def test_a_get_leads_to_the_start_page(client: Client) -> None:
    assert client.get(reverse("dossier-upload"))["Location"] == reverse("start")


def test_a_snapshot_of_a_settled_voorstel_becomes_a_dossier_with_its_choices(client: Client) -> None:
    upload(client, snapshot(frozen(sample())), "regiostaf-advies.json")

    [dossier] = Dossier.objects.all()
    assert selectors.dossier_value(opened(dossier)) == sample()
    assert not dossier.settled.exists()


REFUSED = {
    "no-json": (b"een brief", "Fout bij regel 1, teken 1: dit is geen dossierbestand, of het is beschadigd."),
    "empty": (b"", "Fout bij regel 1, teken 1: dit is geen dossierbestand, of het is beschadigd."),
    "1000-brackets": (b"[" * 1_000, "Fout bij bestand: het is te diep genest."),
    "5000-digits": (b"9" * 5_000, "Fout bij bestand: er staat een getal in dat te groot is."),
    "nul": (b"\x00", "Fout bij regel 1, teken 1: dit is geen dossierbestand, of het is beschadigd."),
    "no-utf-8": (b"\xff\xfe", "Fout bij bestand: het is geen UTF-8."),
    "over-3-mb": (b" " * 3_000_001, "Dit bestand is groter dan 3 MB en kan geen dossierbestand zijn."),
    "a-snapshot-over-3-5-mb": (
        b'{"advies":{'.ljust(3_500_001),
        "Dit bestand is groter dan 3,5 MB en kan geen dossierbestand zijn.",
    ),
    "no-snapshot": (
        b'{"advies":{}}',
        "Fout bij format: hier moet regiostaf-advies/1 staan, met een dossier.",
    ),
    "unknown-region": (with_field("veiligheidsregio", "VR26"), "er is geen veiligheidsregio 'VR26'."),
    "unknown-option": (with_field("choices", {"1": {"options": ["1e"]}}), "Fout bij vraag 1: er is geen optie '1e'."),
    "markup": (with_field("<script>alert(1)</script>", 1), "de sleutel '<script>alert(1)</script>' is onbekend."),
    "surrogate": (with_field("\ud800", 1), r"de sleutel '\ud800' is onbekend."),
    "no-title": (with_field("title", "\u200b"), "Fout bij title: de titel is leeg."),
    "a-kept-pair-that-is-not-chosen": (
        with_field("kept", [{"a": "2a", "b": "5a"}]),
        "Fout bij kept, regel 1: 2a en 5a zijn niet allebei gekozen.",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_file_gives_a_clear_page_and_writes_nothing(client: Client, name: str) -> None:
    raw, message = REFUSED[name]
    response = upload(client, raw)
    page = Page(response)
    assert response.status_code == 200
    assert page.title.startswith("Fout: ")
    (link,) = [element for element in page.find("a") if element.attributes["href"] == "#id_file"]
    assert message in link.text
    assert page.by_id("id_file").attributes["aria-invalid"] == "true"
    assert page.text.count(message) == 2
    assert not Dossier.objects.exists()


OTHER_FILES = {
    "pdf": (b"%PDF-1.7\n", "een PDF"),
    "large pdf": (b"%PDF-1.7\n".ljust(3_000_001), "een PDF"),
    "word": (zipped("[Content_Types].xml", "word/document.xml"), "een Word-bestand"),
    "excel": (zipped("[Content_Types].xml", "xl/workbook.xml"), "een Excel-bestand"),
    "openoffice": (zipped("mimetype", "content.xml", "word/x"), "een zipbestand"),
    "zip": (zipped("dossier.json"), "een zipbestand"),
    "empty zip": (zipped(), "een zipbestand"),
    "damaged zip": (b"PK\x03\x04", "een zipbestand"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud Word- of Excel-bestand"),
    "png": (b"\x89PNG\r\n\x1a\n", "een afbeelding"),
    "jpeg": (b"\xff\xd8\xff\xe0", "een afbeelding"),
    "evaluatie": (b'{"about":"7K2M9QXR4TBD","advies":{}}', "een vastgestelde evaluatie"),
    "saved page": (b"\xef\xbb\xbf\n<!DOCTYPE html>", "een webpagina"),
}


@pytest.mark.parametrize("name", OTHER_FILES)
def test_another_kind_of_file_is_named_and_what_to_choose_instead(client: Client, name: str) -> None:
    raw, kind = OTHER_FILES[name]
    page = Page(upload(client, raw))
    (link,) = [element for element in page.find("a") if element.attributes["href"] == "#id_file"]
    assert link.text == f"Dit is {kind}. Kies het dossierbestand: dat eindigt op .json."
    assert not Dossier.objects.exists()


def test_an_upload_without_a_file_asks_for_one(client: Client) -> None:
    page = Page(client.post(reverse("dossier-upload"), {"file": "geen bestand"}))
    assert page.title.startswith("Fout: ")
    assert "Kies eerst een dossierbestand." in page.text


@pytest.mark.parametrize("name", ["a" * 300 + ".json", "<b>.json", "x\x00.json", "\u202egnp.nosj"])
def test_the_name_of_the_file_does_not_matter(client: Client, name: str) -> None:
    assert upload(client, example("half"), name).status_code == 302
    assert upload(client, b"{}", name).status_code == 200


def test_a_file_of_exactly_3_mb_is_read(client: Client) -> None:
    assert upload(client, example("half").ljust(3_000_000)).status_code == 302


def test_a_body_that_no_view_accepts_gets_the_page_for_that(client: Client) -> None:
    response = upload(client, b" " * LARGEST_BODY)
    assert response.status_code == 413
    assert not Dossier.objects.exists()
