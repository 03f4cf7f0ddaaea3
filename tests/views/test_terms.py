"""The page with the terms: all that are in use, in alphabetical order, each at its own address."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Term
from tests.pages import Page
from tests.texts.said import records

pytestmark = pytest.mark.django_db


def terms_page(client: Client) -> Page:
    return Page(client.get(reverse("terms")))


def named(page: Page) -> list[str]:
    """The terms in the order of the page."""
    return [element.text for element in page.find("dt")]


def test_every_term_of_the_fixtures_is_there_in_alphabetical_order_whatever_its_capitals(client: Client) -> None:
    assert named(terms_page(client)) == sorted((record["name"] for record in records("terms")), key=str.casefold)


def test_a_term_stands_with_its_explanation_and_where_that_rests_on(client: Client) -> None:
    row = terms_page(client).by_id("kring")
    (record,) = (record for record in records("terms") if record["name"] == "kring")
    passage = "Hoofdstuk 2, Managementraad bij de veiligheidsregio"
    assert " ".join(row.text.split()) == f"kring {record['explanation']}{passage}"


def test_the_address_of_a_term_has_no_capitals_accents_or_spaces(client: Client) -> None:
    page = terms_page(client)
    assert page.by_id("coordinerend-functionaris").text.startswith("coördinerend functionaris")
    assert page.by_id("aov").text.startswith("AOV")


def test_a_term_that_is_switched_off_is_gone(client: Client) -> None:
    Term.objects.filter(name="kring").update(active=False)
    assert "kring" not in named(terms_page(client))


def test_without_terms_the_page_says_so(client: Client) -> None:
    Term.objects.update(active=False)
    page = terms_page(client)
    assert page.find("dl") == []
    assert "Er zijn nog geen begrippen uitgelegd." in page.text


@pytest.mark.parametrize("name", ["start", "checklist", "method", "about"])
def test_every_page_leads_there_from_its_foot(client: Client, name: str) -> None:
    links = Page(client.get(reverse(name))).find("a", href=reverse("terms"))
    assert "Begrippen" in [link.text for link in links]


def test_the_checklist_leads_there_from_its_words(client: Client) -> None:
    links = Page(client.get(reverse("checklist"))).find("a", href=reverse("terms"))
    assert [link.text for link in links] == ["begrippen", "Begrippen"]
