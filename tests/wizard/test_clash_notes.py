"""What a question's cards say of clashes: of two chosen options the whole note, of an option not chosen one line."""

import pytest
from django.test import Client

from checklist.domain.dossier import Answer, Kept
from checklist.models import Tension
from tests.beheer.browsing import edit, redacteurs_browser
from tests.dossiers import make_dossier, question_body, question_url
from tests.pages import Page

pytestmark = pytest.mark.django_db


def page_of(client: Client, answers: dict[int, Answer], number: int, *kept: Kept) -> Page:
    return Page(client.get(question_url(make_dossier(answers, kept), number)))


def said(page: Page, code: str) -> str:
    """The line at an option of what choosing it would bring; empty when nothing."""
    found = [element for element in page.elements if element.attributes.get("id") == f"optie-{code}-botst"]
    return " ".join(found[0].text.split()) if found else ""


def explained(page: Page, short: str) -> str:
    """What is said behind *Uitleg* of the option with these words."""
    found = page.find("details", **{"class": "opt__more"})
    return " ".join(next(one.text for one in found if one.text.startswith(f"Uitleg: {short}")).split())


def explanation(a: str, b: str) -> str:
    return Tension.objects.get(option_a__code=a, option_b__code=b).explanation


def test_two_chosen_options_have_the_whole_note(client: Client) -> None:
    page = page_of(client, {7: Answer(("7b",)), 11: Answer(("11a",))}, 11)
    assert f"Botst met ‘Taak van de CGS’ (vraag 7). {explanation('7b', '11a')}" in explained(page, "CGS los")


@pytest.mark.parametrize(
    ("answers", "number", "code", "line"),
    [
        ({11: Answer(("11a",))}, 7, "7b", "Botst met vraag 11."),
        ({1: Answer(("1a",))}, 2, "2a", "Vraagt een afspraak met vraag 1."),
        ({2: Answer(("2a",)), 9: Answer(("9c",))}, 5, "5a", "Botst met vraag 2 en vraag 9."),
        # A contradiction comes before an agreement (with question 1).
        ({1: Answer(("1b",)), 2: Answer(("2a",))}, 5, "5a", "Botst met vraag 2."),
        # Another question comes before the same one.
        ({1: Answer(("1a",)), 2: Answer(("2b",))}, 2, "2a", "Vraagt een afspraak met vraag 1."),
        ({2: Answer(("2b",))}, 2, "2a", "Vraagt een afspraak met een ander antwoord op deze vraag."),
        ({2: Answer(("2b",))}, 2, "2c", ""),
        ({}, 5, "5a", ""),
    ],
)
def test_an_option_that_is_not_chosen_has_one_line(
    client: Client, answers: dict[int, Answer], number: int, code: str, line: str
) -> None:
    assert said(page_of(client, answers, number), code) == line


def test_nothing_is_explained_of_an_option_that_is_not_chosen(client: Client) -> None:
    page = page_of(client, {11: Answer(("11a",))}, 7)
    assert explanation("7b", "11a") not in page.text


def test_a_clash_within_the_question_is_noted_at_both(client: Client) -> None:
    page = page_of(client, {2: Answer(("2a", "2b"))}, 2)
    assert explanation("2a", "2b") in explained(page, "Advies aan het bestuur")
    assert explanation("2a", "2b") in explained(page, "Advies aan de gemeenten")


def test_a_note_says_on_which_ground_it_rests(client: Client) -> None:
    Tension.objects.filter(option_a__code="7b", option_b__code="11a").update(ground="Wvr art. 36")
    page = page_of(client, {7: Answer(("7b",)), 11: Answer(("11a",))}, 11)
    assert "Grond: Wvr art. 36." in explained(page, "CGS los")


def test_a_note_says_that_the_kring_keeps_it(client: Client) -> None:
    page = page_of(client, {7: Answer(("7b",)), 11: Answer(("11a",))}, 11, Kept("7b", "11a", "Met opzet."))
    assert "Botst (afgesproken) met" in explained(page, "CGS los")
    assert "Afgesproken: Met opzet." in explained(page, "CGS los")


def test_after_an_error_notes_are_of_what_was_selected(client: Client) -> None:
    dossier = make_dossier({1: Answer(("1a",)), 2: Answer(("2a",))})
    body = question_body(2, "2b", version=1, motivation="x" * 10_001)
    page = Page(client.post(question_url(dossier, 2), body))
    assert said(page, "2a") == "Vraagt een afspraak met vraag 1."
    assert said(page, "2b") == ""


def test_options_that_replace_each_other_do_not_clash(client: Client) -> None:
    tension = Tension.objects.get(option_a__code="7d", option_b__code="8a")
    edit(redacteurs_browser(), tension, option_b=Tension.objects.get(option_a__code="7b", number=6).option_a_id)
    page = page_of(client, {7: Answer(("7b",))}, 7)
    assert said(page, "7d") == ""
