"""The page of an old form holds what was typed, and leads to the form anew."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Choice, Dossier
from tests.dossiers import question_body, question_url
from tests.errors.own_pages import GoneAway, assert_own_page
from tests.pages import Page

pytestmark = pytest.mark.django_db


def post_an_old_form(address: str, body: dict[str, Any]) -> Page:
    """Post without a token: what an old form, and a browser without cookies, come to."""
    response = Client(enforce_csrf_checks=True).post(address, body)
    return assert_own_page(response, 403, "Dit formulier is verlopen")


def test_the_page_of_an_old_form_holds_what_was_typed_and_nothing_is_written(dossier: Dossier) -> None:
    typed = "Regel 1\n</textarea><b>&amp;"
    body = question_body(1, "1a", motivation=typed, minority="Oss denkt hier anders over.")
    page = post_an_old_form(question_url(dossier, 1), body)
    assert page.texts_to_copy() == {
        "Waarom kiest u dit?": typed,
        "Wie denkt er anders over?": "Oss denkt hier anders over.",
    }
    assert not page.find("b")
    assert Choice.objects.get(dossier=dossier, question__number=1).version == 0


def test_the_page_of_an_old_form_holds_no_other_field(dossier: Dossier) -> None:
    body = {
        "title": "Regiostaf Oost",
        "present": "A. Jansen\nB. de Vries",
        "veiligheidsregio": "VR99",
        "subtitle": "GEHEIM",
        "motivation-soort": "GEHEIM",
        "password": "GEHEIM",
        "minority": " \n",
    }
    page = post_an_old_form(reverse("dossier-title-page", args=[dossier.edit_key]), body)
    assert page.texts_to_copy() == {"Titel van het dossier": "Regiostaf Oost", "Aanwezig": "A. Jansen\nB. de Vries"}
    assert "GEHEIM" not in page.text
    assert "VR99" not in page.text


def test_the_page_of_an_old_form_leads_to_the_form_anew_in_a_new_tab(dossier: Dossier) -> None:
    address = question_url(dossier, 1) + "?naar=controle"
    page = post_an_old_form(address, question_body(1, motivation="Daarom."))
    (anew,) = page.find("a", href=address)
    assert anew.attributes["target"] == "_blank"
    assert "nieuw tabblad" in anew.text


def test_the_page_of_an_old_form_in_which_nothing_was_typed_has_nothing_to_copy(dossier: Dossier) -> None:
    page = post_an_old_form(question_url(dossier, 1), question_body(1, "1a"))
    assert not page.find("textarea")
    assert "opieer" not in page.text
    assert "laad de pagina opnieuw" in page.text


def test_of_a_text_far_over_its_cap_the_page_of_an_old_form_holds_the_start(dossier: Dossier) -> None:
    body = question_body(1, motivation="Daarom. " + "x" * 250_000, minority="Oss.")
    texts = post_an_old_form(question_url(dossier, 1), body).texts_to_copy()
    assert texts["Wie denkt er anders over?"] == "Oss."
    assert texts["Waarom kiest u dit? (alleen het begin)"] == "Daarom. " + "x" * (40_000 - 8) + "…"


def test_an_old_form_of_a_browser_that_broke_off_is_no_error_of_the_server() -> None:
    broken: dict[str, Any] = {"wsgi.input": GoneAway()}
    kind = "application/x-www-form-urlencoded"
    response = Client(enforce_csrf_checks=True).generic("POST", "/openen/", "link=x", content_type=kind, **broken)
    assert response.status_code == 403
