"""What one browser alone may see is kept in no cache; what is the same for everybody may be."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.templatetags.static import static
from django.test import Client, RequestFactory
from django.urls import reverse

from checklist.access import remembered_keys
from checklist.middleware import private_pages
from checklist.models import Dossier
from checklist.views import reference
from tests.beheer.browsing import beheer_pages
from tests.dossiers import CLASHING, make_dossier, question_url
from tests.urls_to_visit import BEHIND_A_KEY, OF_A_MEETING, all_visits, named_visits

pytestmark = pytest.mark.django_db

PRIVATE = "private, no-store"
# What says nothing may be kept, and asked again; the schema of the exchange format needn't be asked for a day.
PUBLIC = (None, "public, max-age=86400")


@pytest.fixture
def dossier(monkeypatch: pytest.MonkeyPatch) -> Dossier:
    monkeypatch.setattr(reference, "worksheet_pdf", lambda _: b"%PDF-")
    return make_dossier(CLASHING)


def worn_browser() -> Client:
    """A browser with every cookie that the site gives: it opened a dossier, deleted another just now (the next page
    says so, with its title), and somebody is signed in who may do everything."""
    client, gone = Client(), make_dossier()
    client.force_login(User.objects.create_superuser("beheerder"))
    client.get(question_url(make_dossier(), 1))
    client.get(reverse("start"))
    client.post(reverse("dossier-delete", args=[gone.edit_key]), {"sure": "on"})
    assert set(client.cookies) == {"sessionid", "csrftoken", "dossiers", "bezoeker", "messages"}
    return client


def of_one_browser(response: Any) -> bool:
    """Whether an answer depends on a cookie, gives one, or has the key of a dossier in it."""
    said = response.content.decode(errors="replace") + response.get("Location", "")
    keys = {key for dossier in Dossier.objects.all() for key in (dossier.edit_key, dossier.read_key)}
    return "Cookie" in response.get("Vary", "") or bool(response.cookies) or any(key in said for key in keys)


def test_what_is_of_one_browser_is_private_and_the_rest_is_the_same_for_everybody(dossier: Dossier) -> None:
    worn = worn_browser()
    message = worn.cookies.pop("messages").value
    seen: set[bool] = set()
    for visit in all_visits(dossier):
        if visit.address.startswith((*BEHIND_A_KEY, *OF_A_MEETING)):
            continue  # private, whatever it answers: tests/site/test_access.py, tests/meeting
        new, again = Client().get(visit.address), worn.get(visit.address)
        worn.cookies["messages"] = message
        told = worn.get(visit.address)
        worn.cookies.pop("messages", None)
        for response in (new, again, told):
            seen.add(of_one_browser(response))
            said = response.get("Cache-Control")
            assert said == PRIVATE if of_one_browser(response) else said in PUBLIC, visit.address
        if not of_one_browser(again):
            assert again.content == new.content, visit.address
    assert seen == {True, False}


@pytest.mark.slow
def test_every_page_of_the_beheer_is_private(dossier: Dossier) -> None:
    client = worn_browser()
    for page in [*beheer_pages(), "/beheer/jsi18n/", "/beheer/bestaat-niet/"]:
        assert client.get(page).get("Cache-Control") == PRIVATE, page


@pytest.mark.parametrize("address", ["/beheer/", "/beheer/login/", "/beheer/password_change/"])
def test_the_door_of_the_beheer_is_private(client: Client, address: str) -> None:
    assert client.get(address).get("Cache-Control") == PRIVATE


@pytest.mark.parametrize("what", ["start", "dossier-open", "dossier-upload"])
def test_the_list_of_dossiers_is_private_wherever_it_stands(dossier: Dossier, what: str) -> None:
    client = Client()
    client.get(reverse("dossier", args=[dossier.edit_key]))
    response = client.get(reverse(what)) if what == "start" else client.post(reverse(what), {})
    assert dossier.edit_key in response.content.decode()
    assert response.get("Cache-Control") == PRIVATE


def test_the_way_to_a_dossier_whose_link_was_pasted_is_private(client: Client, dossier: Dossier) -> None:
    response = client.post(reverse("dossier-open"), {"link": dossier.edit_key})
    assert dossier.edit_key in response["Location"]
    assert response.get("Cache-Control") == PRIVATE


def test_a_page_that_asks_for_the_list_is_private_by_that_alone(rf: RequestFactory) -> None:
    response = private_pages(lambda request: HttpResponse(str(remembered_keys(request))))(rf.get("/"))
    assert response.get("Cache-Control") == PRIVATE


@pytest.mark.parametrize("name", ["checklist", "method", "about", "models", "models-compare", "model", "worksheet"])
def test_a_page_that_is_the_same_for_everybody_may_be_kept(dossier: Dossier, name: str) -> None:
    for visit in named_visits(dossier)[name]:
        assert not Client().get(visit.address).has_header("Cache-Control"), visit.address


def test_a_stylesheet_may_be_kept_by_every_browser() -> None:
    response = worn_browser().get(static("css/regiostaf.css"))
    response.close()
    assert response["Cache-Control"].startswith("max-age=")


def test_a_key_counts_wherever_the_site_is_mounted(client: Client, dossier: Dossier) -> None:
    response = client.get(reverse("dossier", args=[dossier.edit_key]), SCRIPT_NAME="/wijzer")
    assert response.get("Cache-Control") == PRIVATE
    assert response["X-Robots-Tag"] == "noindex"
