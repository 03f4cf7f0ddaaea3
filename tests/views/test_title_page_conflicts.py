"""Somebody else changed the title page first: theirs is shown beside mine, and it ends in one title page (rule 3)."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Dossier
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def details_form(client: Client, dossier: Dossier) -> dict[str, list[str]]:
    return dict(Page(client.get(reverse("dossier-title-page", args=[dossier.edit_key]))).form("gegevens/").values)


def save_title_page(client: Client, dossier: Dossier, values: dict[str, list[str]]) -> Any:
    return client.post(reverse("dossier-title-page", args=[dossier.edit_key]), values)


THEIRS = {"title": ["Hun titel"], "date": ["2027-01-02"], "until": ["12:30"], "present": ["B. Bakker, Uden"]}


def test_details_that_another_changed_are_shown_beside_mine(client: Client, dossier: Dossier) -> None:
    values = details_form(client, dossier)
    save_title_page(client, dossier, values | THEIRS)
    mine = {"title": ["Mijn titel"], "veiligheidsregio": ["VR20"], "present": ["C. Cornelissen\r\nD. Dekker"]}
    mine |= {"until": ["11:45"]}
    response = save_title_page(client, dossier, values | mine)
    assert response.status_code == 409
    page = Page(response)
    for text in ("Hun titel", "2 januari 2027", "Klaar om 12:30", "B. Bakker, Uden"):
        assert text in page.text
    form = page.form("gegevens/").values
    assert {name: form[name] for name in mine} == mine
    assert form["version"] == ["2"]
    assert Dossier.objects.get(pk=dossier.pk).title == "Hun titel"


def test_a_details_conflict_can_conflict_again_and_ends_in_a_save(client: Client, dossier: Dossier) -> None:
    values = details_form(client, dossier)
    save_title_page(client, dossier, values | THEIRS)
    mine = dict(Page(save_title_page(client, dossier, values | {"title": ["Mijn titel"]})).form("gegevens/").values)
    save_title_page(client, dossier, details_form(client, dossier) | {"title": ["Derde titel"]})
    response = save_title_page(client, dossier, mine)
    assert response.status_code == 409
    assert "Derde titel" in Page(response).text
    assert save_title_page(client, dossier, dict(Page(response).form("gegevens/").values)).status_code == 302
    stored = Dossier.objects.get(pk=dossier.pk)
    assert (stored.title, stored.date, stored.version) == ("Mijn titel", datetime.date(2026, 11, 24), 4)


def test_equal_details_from_an_old_page_are_a_success(client: Client, dossier: Dossier) -> None:
    values = details_form(client, dossier)
    save_title_page(client, dossier, values | THEIRS)
    assert save_title_page(client, dossier, values | THEIRS | {"date": ["02-01-2027"]}).status_code == 302
    assert Dossier.objects.get(pk=dossier.pk).version == 2
