"""The beheer speaks Dutch: its pages, its door, its errors and its scripts."""

import re

import pytest
from django.db.models import Model
from django.test import Client

from checklist.models import Dossier, Option
from tests.beheer.browsing import address, beheer_pages, edit, words_of
from tests.beheer.tables import ADDABLE

pytestmark = pytest.mark.django_db


def test_the_front_page_is_in_dutch(editor: Client) -> None:
    page = editor.get("/beheer/").content.decode()
    assert "Regiostaf: beheer" in page
    assert "Wat wilt u bijwerken?" in page
    assert "stand van zaken bij vragen" in page.lower()


# Words of Django's and simple-history's pages that no Dutch sentence has.
ENGLISH = re.compile(
    r"\b(the|and|to|you|your|this|not|for|with|from|can|add|added|change|changed|delete|view|select|save|user|users|"
    r"password|group|permission|permissions|history|historical|error|have|has|be|are|will|any|choose|today|toggle|"
    r"theme|close|link|skip|required|none|yes|no|empty|entry|entries|true|false|show|hide|sort|reset|enabled|disabled|"
    r"home|search|result|results|welcome|please|correct|revert|username|slug|must|should|last|first name|sign|None)\b",
    re.IGNORECASE,
)


def test_no_english_is_left_on_any_page(admin_client: Client, dossier: Dossier) -> None:
    option = Option.objects.get(code="1a")
    edit(admin_client, option, decision="De kring stelt de regiostaf in.")
    shown = 0
    for page in beheer_pages():
        response = admin_client.get(page)
        if response.status_code == 403:
            continue
        assert response.status_code == 200, page
        shown += 1
        assert [found[0] for found in ENGLISH.finditer(words_of(response.content.decode()))] == [], page
    assert shown > 50


def test_no_english_is_left_at_the_door(client: Client) -> None:
    for page in (client.get("/beheer/login/"), client.post("/beheer/login/", {"username": "x", "password": "y"})):
        assert ENGLISH.search(words_of(page.content.decode())) is None


@pytest.mark.parametrize("model", ADDABLE)
def test_a_form_that_is_refused_has_no_english(editor: Client, model: type[Model]) -> None:
    response = editor.post(address(model, "add"), {})
    assert response.status_code == 200
    assert ENGLISH.search(words_of(response.content.decode())) is None


def test_the_word_list_finds_english() -> None:
    assert ENGLISH.search("Please correct the errors below.")
    assert ENGLISH.search("Can add vraag")


def test_a_refused_form_is_refused_in_dutch(editor: Client) -> None:
    shown = editor.post("/beheer/checklist/tension/add/", {}).content.decode()
    assert "Fout:" in shown
    assert "Error:" not in shown


def test_the_scripts_speak_dutch(editor: Client) -> None:
    assert "Geselecteerde %s weghalen" in editor.get("/beheer/jsi18n/").content.decode()
