"""The page Downloads: each document in each form, and the dossier itself."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.advies.file_form import FileForm
from checklist.domain.advies.reading import Reading
from checklist.models import Dossier
from checklist.pages.downloads import FORMS, downloads_of
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("link", ["edit_key", "read_key"])
def test_each_document_has_a_button_for_each_form(client: Client, dossier: Dossier, link: str) -> None:
    key = getattr(dossier, link)
    page = Page(client.get(reverse("downloads", args=[key])))
    asked = {button.attributes["formaction"] for button in page.find("button") if "formaction" in button.attributes}
    assert asked == {reverse(f"{reading}-{form}", args=[key]) for reading in Reading for form in FileForm}


def test_a_document_says_what_it_is_for_and_where_it_can_be_read(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(reverse("downloads", args=[dossier.read_key])))
    for document in downloads_of():
        assert document.purpose in page.text
        assert page.find("a", href=reverse(document.page, args=[dossier.read_key]))


def test_each_form_says_what_it_is_for(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(reverse("downloads", args=[dossier.read_key])))
    assert [words.purpose in page.text for words in FORMS.values()] == [True] * len(FileForm)


def test_the_dossier_itself_stands_there_too(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(reverse("downloads", args=[dossier.read_key])))
    assert page.find("a", href=reverse("dossier-json", args=[dossier.read_key]))


def test_the_choices_stand_there_as_a_table(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(reverse("downloads", args=[dossier.read_key])))
    assert page.find("a", href=reverse("choices-csv", args=[dossier.read_key]))


@pytest.mark.parametrize("form", [form for form in FileForm if form != FileForm.PDF])
@pytest.mark.parametrize("reading", Reading)
def test_a_file_is_what_its_name_says(client: Client, dossier: Dossier, reading: Reading, form: FileForm) -> None:
    response = client.post(reverse(f"{reading}-{form}", args=[dossier.edit_key]))
    assert (response.status_code, response["Content-Type"]) == (200, form.media_type)
    assert response["Content-Disposition"].endswith(f'.{form}"')


def test_a_get_of_a_file_leads_to_the_page(client: Client, dossier: Dossier) -> None:
    response = client.get(reverse("verslag-html", args=[dossier.edit_key]))
    assert response["Location"] == reverse("downloads", args=[dossier.edit_key])
