"""What goes wrong in the beheer is told in words for a beheerder, without leeslink or dossier, and leads back there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from checklist.admin import content
from checklist.editors import EDITORS_GROUP
from checklist.models import Dossier, Option, Question
from models_catalogue.models import Trait
from tests.beheer.browsing import address, form_values, redacteurs_browser, words_of
from tests.dossiers import make_dossier
from tests.pages import Page

pytestmark = pytest.mark.django_db

OF_A_KRING = re.compile(r"leeslink|werklink|dossier|kring", re.IGNORECASE)


def first(model: type[Any]) -> int:
    key: int = model._default_manager.order_by("pk")[0].pk
    return key


def beheerder() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("beheerder"))
    return client


def redacteur() -> Client:
    return redacteurs_browser()


def anybody() -> Client:
    return Client()


def with_an_old_token() -> Client:
    """A redacteur's browser whose forms carry no token that still holds."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = redacteurs_browser().cookies
    return client


def too_many_tries(client: Client) -> Any:
    return [client.post(reverse("admin:login"), {"username": "x", "password": str(n)}) for n in range(11)][-1]


@dataclass(frozen=True)
class Wrong:
    """Something that goes wrong in the beheer, for somebody."""

    status: int
    heading: str
    who: Callable[[], Client]
    ask: Callable[[Client], Any]


NOT_FOUND, NOT_YOURS, NOT_RIGHT = "Deze pagina bestaat niet", "Dit mag niet met uw account", "Dit verzoek klopt niet"
OTHERWISE, TOO_LARGE, OLD_FORM = "Dit kan op deze pagina niet", "Dit is te groot", "Dit formulier is verlopen"
ODD_FILTER = {"label__regex": "^A"}
WRONG = {
    "a list without the right": Wrong(403, NOT_YOURS, redacteur, lambda c: c.get(address(Dossier, "changelist"))),
    "a row without the right": Wrong(
        403, NOT_YOURS, redacteur, lambda c: c.get(address(Dossier, "change", make_dossier().pk))
    ),
    "what nobody may": Wrong(403, NOT_YOURS, beheerder, lambda c: c.get(address(Option, "delete", first(Option)))),
    "an unknown address": Wrong(404, NOT_FOUND, redacteur, lambda c: c.get("/beheer/bestaat-niet/")),
    "the history of an unknown row": Wrong(404, NOT_FOUND, redacteur, lambda c: c.get(address(Trait, "history", 9999))),
    "the preview of an unknown row": Wrong(404, NOT_FOUND, redacteur, lambda c: c.get(address(Trait, "preview", 9999))),
    "an unknown version": Wrong(
        404, NOT_FOUND, redacteur, lambda c: c.post(address(Trait, "restore", first(Trait), 9999))
    ),
    "an odd filter": Wrong(400, NOT_RIGHT, redacteur, lambda c: c.get(address(Question, "changelist"), ODD_FILTER)),
    "an odd field": Wrong(
        400, NOT_RIGHT, beheerder, lambda c: c.get(address(Dossier, "changelist"), {"_to_field": "edit_key"})
    ),
    "a strange host": Wrong(400, NOT_RIGHT, anybody, lambda c: c.get("/beheer/", HTTP_HOST="elders.example")),
    "another method": Wrong(405, OTHERWISE, redacteur, lambda c: c.get(address(Trait, "restore", first(Trait), 1))),
    "a post to the overview": Wrong(405, OTHERWISE, redacteur, lambda c: c.post(reverse("redactie"))),
    "too large a text": Wrong(
        413, TOO_LARGE, redacteur, lambda c: c.post(address(Trait, "add"), {"ground": "a" * 3_000_000})
    ),
    "an old token at the door": Wrong(
        403, OLD_FORM, lambda: Client(enforce_csrf_checks=True), lambda c: c.post(reverse("admin:login"), {})
    ),
    "an old token": Wrong(403, OLD_FORM, with_an_old_token, lambda c: c.post(address(Trait, "add"), {"ground": "G."})),
    "an old token without a text": Wrong(
        403, OLD_FORM, with_an_old_token, lambda c: c.post(address(Trait, "restore", first(Trait), 1))
    ),
    "too many tries": Wrong(429, "Even wachten", anybody, too_many_tries),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_what_goes_wrong_in_the_beheer_is_told_in_its_own_words(wrong: Wrong) -> None:
    assert_of_the_beheer(wrong.ask(wrong.who()), wrong.status, wrong.heading)


def assert_of_the_beheer(response: Any, status: int, heading: str) -> Page:
    """A page in Dutch without words for a kring, with one way out: to the beheer."""
    assert response.status_code == status
    page = Page(response)
    assert page.find("html", lang="nl")
    assert [h1.text for h1 in page.find("h1")] == [heading]
    assert page.title == f"{heading} – Regiostaf"
    (told,) = page.find("main")
    assert OF_A_KRING.findall(told.text) == []
    assert [link.text for link in page.find("a", href="/beheer/")] == ["Naar het beheer"]
    assert "Naar het begin" not in told.text
    return page


def test_a_failure_of_ours_in_the_beheer_leads_back_to_the_beheer(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise RuntimeError("kapot")

    monkeypatch.setattr(content, "question_preview", fail)
    response = beheerder().get(address(Question, "preview", first(Question)))
    assert_of_the_beheer(response, 500, "Er ging iets mis")


def test_outside_the_beheer_the_words_are_those_for_a_kring() -> None:
    dossier = make_dossier()
    for place in ("/bestaat-niet/", "/beheerder/", f"/dossier/{dossier.read_key}/links/"):
        (told,) = Page(Client().get(place)).find("main")
        assert OF_A_KRING.search(told.text), place
        assert "Naar het begin" in told.text


@pytest.mark.parametrize(
    ("page", "form"),
    [
        (("preview_new",), ("add",)),
        (("preview", 1), ("change", 1)),
        (("add",), ("add",)),
        (("change", 1), ("change", 1)),
    ],
)
def test_the_page_of_an_old_form_leads_to_the_form_also_from_its_preview(
    page: tuple[Any, ...], form: tuple[Any, ...]
) -> None:
    response = with_an_old_token().post(address(Trait, *page), {"ground": "Mijn grond."})
    shown = Page(response)
    assert [area.text.strip() for area in shown.find("textarea")] == ["Mijn grond."]
    (anew,) = shown.find("a", target="_blank")
    assert anew.attributes["href"] == address(Trait, *form)


def test_a_visitor_is_sent_to_the_door_whatever_is_asked(client: Client) -> None:
    for place in (address(Dossier, "changelist"), address(Trait, "history", 9999), "/beheer/bestaat-niet/"):
        assert client.get(place, ODD_FILTER).status_code == 302


def test_a_row_that_is_gone_is_told_on_the_front_page(editor: Client) -> None:
    shown = editor.get(address(Trait, "change", 9999), follow=True)
    assert "Onder ‘oordeel’ bestaat niets met nummer ‘9999’." in words_of(shown.content.decode())


def test_a_filter_that_means_nothing_twice_is_not_called_a_broken_database(editor: Client) -> None:
    shown = editor.get(address(Trait, "changelist"), {"readers__exact": "x", "e": "1"})
    page = assert_of_the_beheer(shown, 200, "Dit filter klopt niet")
    assert [link.text for link in page.find("a", href="?")] == ["De lijst opnieuw openen"]
    assert "atabase" not in page.text


def test_a_redacteur_who_lost_the_group_is_told_so(editor: Client) -> None:
    page = address(Option, "change", first(Option))
    values = form_values(editor, page)
    User.objects.get(username="redacteur").groups.filter(name=EDITORS_GROUP).delete()
    assert_of_the_beheer(editor.post(page, values), 403, NOT_YOURS)
