"""The page with the two links of a dossier: which is which, and a mail for each of them."""

import string
from email.parser import Parser
from urllib.parse import unquote, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Dossier
from tests.dossiers import make_dossier
from tests.pages import Page

pytestmark = pytest.mark.django_db

# What may stand in an address of a mail as it is: RFC 6068, `qchar` of a header's value.
AS_IT_IS = set(string.ascii_letters + string.digits + "-._~%")

TITLES = [
    "Regiostaf Brabant-Noord",
    '‘s-Hertogenbosch & "Oss" <b>x</b>',
    "a=b&body=nep?x#y+z%20%0D%0ABcc: iemand@elders.example",
    "regel een\nregel twee\r\nBcc: iemand@elders.example",
    "Veiligheid é ü 日本 👩‍🏫",
    "👩‍🏫" * 60,
    "é" * 200,
]


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


def mails_of(page: Page) -> list[dict[str, str]]:
    """The subject and the body of the mails that the page offers, in its order."""
    mails = []
    for link in page.find("a"):
        address = urlsplit(link.attributes["href"])
        if address.scheme == "mailto":
            assert not address.path, "a mail has no recipient"
            pairs = [pair.split("=") for pair in address.query.split("&")]
            assert [name for name, _ in pairs] == ["subject", "body"]
            assert all(set(value) <= AS_IT_IS for _, value in pairs)
            mails.append({name: unquote(value, errors="strict") for name, value in pairs})
    return mails


def links_page(client: Client, dossier: Dossier) -> Page:
    return Page(client.get(reverse("dossier-links", args=[dossier.edit_key])))


def test_each_link_has_its_word_and_its_mail(client: Client, dossier: Dossier) -> None:
    page = links_page(client, dossier)
    assert page.by_id("werklink").attributes["value"] == f"http://testserver/dossier/{dossier.edit_key}/"
    assert page.by_id("leeslink").attributes["value"] == f"http://testserver/lezen/{dossier.read_key}/"
    headings = [heading.text for heading in page.find("h2")]
    assert headings[:2] == ["Werklink: lezen, wijzigen en verwijderen", "Leeslink: alleen lezen"]
    assert [link.text for link in page.find("a") if link.attributes["href"].startswith("mailto:")] == [
        "Mail de werklink",
        "Mail de leeslink",
    ]


def test_a_mail_says_what_its_link_opens_and_has_that_link_alone(client: Client, dossier: Dossier) -> None:
    edit, read = mails_of(links_page(client, dossier))
    assert edit["subject"] == "Werklink van het dossier ‘Regiostaf Brabant-Noord’"
    assert read["subject"] == "Leeslink van het dossier ‘Regiostaf Brabant-Noord’"
    says, empty, link, end = edit["body"].split("\r\n")
    assert "lezen, wijzigen en verwijderen" in says
    assert (empty, link, end) == ("", f"http://testserver/dossier/{dossier.edit_key}/", "")
    says, empty, link, end = read["body"].split("\r\n")
    assert "U kunt er niets mee wijzigen." in says
    assert (empty, link, end) == ("", f"http://testserver/lezen/{dossier.read_key}/", "")
    assert dossier.edit_key not in read["body"]


@pytest.mark.parametrize("title", TITLES)
def test_whatever_the_title_is_it_stays_in_the_subject(client: Client, dossier: Dossier, title: str) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(title=title)
    for mail in mails_of(links_page(client, dossier)):
        assert " ".join(title.split())[:20] in mail["subject"]
        message = Parser().parsestr(f"Subject: {mail['subject']}\n\n{mail['body']}")
        assert message.keys() == ["Subject"]
        assert "elders.example" not in mail["body"]


@pytest.mark.parametrize("title", TITLES)
def test_no_mail_is_longer_than_windows_hands_on(client: Client, dossier: Dossier, title: str) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(title=title)
    for link in links_page(client, dossier).find("a"):
        assert len(link.attributes["href"]) < 2000


def test_the_page_for_readers_offers_no_mail_with_a_werklink(client: Client, dossier: Dossier) -> None:
    assert mails_of(Page(client.get(reverse("dossier", args=[dossier.read_key])))) == []
