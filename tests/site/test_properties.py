"""Whatever a dossier holds, its pages show it and change nothing: made-up dossiers through the whole product."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings

from checklist.domain.advies.compose import compose_advies
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import export_dossier, parse_dossier
from checklist.domain.typed import paragraphs
from checklist.domain.typeset import typeset
from checklist.models import Choice, Dossier
from checklist.selectors import content_all
from tests.content import EXAMPLE_NAMES, EXAMPLES, gemeenten_by_region
from tests.pages import Page
from tests.strategies import as_file, exchange_objects

pytestmark = [pytest.mark.django_db]

# Nothing an example leaves behind disturbs the next: every example makes a dossier of its own. A failing example is
# shown as it was found: looking for a smaller one takes minutes with pages.
WITH_DATABASE = settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
WITH_PDF = settings(WITH_DATABASE, max_examples=5)

FOR_THE_BESTUUR = ("advies", "verslag")
FOR_READERS = ("dossier", "check", *FOR_THE_BESTUUR, "reglement", "dossier-json")
FOR_EDITORS = (*FOR_READERS, "dossier-links", "dossier-title-page")


def uploaded(client: Client, raw: bytes) -> Dossier:
    """The dossier that the upload of this file makes."""
    response = client.post(reverse("dossier-upload"), {"file": SimpleUploadedFile("dossier.json", raw)})
    assert response.status_code == 302
    return Dossier.objects.get(edit_key=response["Location"].split("/")[2])


def downloaded(client: Client, key: str) -> Any:
    """The dossier as its JSON download gives it."""
    return json.loads(client.get(reverse("dossier-json", args=[key])).content)


def page(client: Client, name: str, *arguments: object) -> Page:
    """A page that is there."""
    response = client.get(reverse(name, args=arguments))
    assert response.status_code == 200, (name, arguments)
    return Page(response)


def typed(dossier: DossierValue) -> list[str]:
    """Every text that somebody typed, as it was cleaned."""
    return [text for text in compose_advies(dossier, content_all(), "").typed_texts if text]


def without_white_space(text: str) -> str:
    """The text as it can be compared with a page, on which a line end is an element."""
    return "".join(text.split())


def walk(client: Client, raw: bytes) -> None:
    """Upload a file and see every page of the dossier with both links; nothing of it may be lost or changed."""
    value = parse_dossier(raw, content_all(), gemeenten_by_region())
    expected = export_dossier(value)
    dossier = uploaded(client, raw)
    assert downloaded(client, dossier.edit_key) == expected

    page(client, "start")
    for key, names in ((dossier.edit_key, FOR_EDITORS), (dossier.read_key, FOR_READERS)):
        for name in names:
            page(client, name, key)
    voorstel, verslag = (without_white_space(page(client, name, dossier.read_key).text) for name in FOR_THE_BESTUUR)
    for text in typed(value):
        assert without_white_space(text) in verslag
    for answer in value.answers.values():
        for paragraph in (*paragraphs(answer.motivation), *paragraphs(answer.minority)):
            for piece in (paragraph.text, *paragraph.items):
                assert without_white_space(typeset(piece)) in voorstel

    versions = list(Choice.objects.filter(dossier=dossier).values_list("version", flat=True))
    for number in range(1, 13):
        send_back_unchanged(client, "question", dossier.edit_key, number, vorige="1")
    send_back_unchanged(client, "dossier-title-page", dossier.edit_key)
    assert downloaded(client, dossier.edit_key) == expected
    assert downloaded(client, dossier.read_key) == expected
    assert list(Choice.objects.filter(dossier=dossier).values_list("version", flat=True)) == versions
    dossier.refresh_from_db()
    assert dossier.version == 1


def send_back_unchanged(client: Client, name: str, *arguments: object, **button: str) -> None:
    """Post the form of a page with the values that stand in it, as a browser would."""
    (form,) = page(client, name, *arguments).forms
    response = client.post(reverse(name, args=arguments), form.values | button)
    assert response.status_code == 302, (name, arguments)


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_an_example_dossier_passes_all_pages_unchanged(client: Client, name: str) -> None:
    walk(client, (EXAMPLES / f"{name}.json").read_bytes())


@pytest.mark.slow
@WITH_DATABASE
@given(value=exchange_objects())
def test_a_made_up_dossier_passes_all_pages_unchanged(client: Client, value: dict[str, Any]) -> None:
    walk(client, as_file(value))


@pytest.mark.slow
@WITH_PDF
@given(value=exchange_objects())
def test_a_made_up_dossier_gives_a_pdf(client: Client, value: dict[str, Any]) -> None:
    dossier = uploaded(client, as_file(value))
    response = client.post(reverse("voorstel-pdf", args=[dossier.read_key]))
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF-1.7")
    assert response.content.rstrip().endswith(b"%%EOF")
