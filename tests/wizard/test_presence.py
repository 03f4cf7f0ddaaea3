"""While somebody else has the same question open, the page says so: without JavaScript, and no GET writes for it."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist import services
from checklist.models import Dossier, Presence
from checklist.services import Visit
from tests.dossiers import choice, make_dossier, opened, question_body, question_url
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


@pytest.fixture
def ann() -> Client:
    return Client()


@pytest.fixture
def ben() -> Client:
    return Client()


def notice(browser: Client, dossier: Dossier, number: int) -> str:
    """What the question's page says of others."""
    response = browser.get(question_url(dossier, number))
    (element,) = [one for one in Page(response).elements if "data-presence" in one.attributes]
    return element.text


def save(browser: Client, dossier: Dossier, number: int, **more: Any) -> Any:
    version = choice(dossier, number).version
    return browser.post(question_url(dossier, number), question_body(number, version=version, **more))


def tell(browser: Client, dossier: Dossier, number: int, **more: str) -> Any:
    """The sign that the script sends from an open page."""
    return browser.post(reverse("presence", args=[dossier.edit_key]), {"vraag": str(number), **more})


@pytest.fixture(autouse=True)
def _clock_that_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a page takes on a busy machine, no second passes between what was seen and what is said of it."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)


def seen_ago(**time: int) -> None:
    Presence.objects.update(seen_at=timezone.now() - datetime.timedelta(**time))


def test_who_saved_a_question_is_at_the_next_one(dossier: Dossier, ann: Client, ben: Client) -> None:
    ann.get(question_url(dossier, 3))
    save(ann, dossier, 3)
    assert notice(ben, dossier, 4) == "Ook open bij een ander, zojuist."
    assert notice(ben, dossier, 3) == ""


def test_who_goes_back_is_at_the_previous_one(dossier: Dossier, ann: Client, ben: Client) -> None:
    save(ann, dossier, 3, vorige="1")
    assert notice(ben, dossier, 2) == "Ook open bij een ander, zojuist."
    assert notice(ben, dossier, 4) == ""


@pytest.mark.parametrize(("number", "button"), [(12, {}), (1, {"vorige": "1"}), (5, {"naar": "controle"})])
def test_who_leaves_the_questions_is_at_none(
    dossier: Dossier, ann: Client, ben: Client, number: int, button: dict[str, str]
) -> None:
    tell(ann, dossier, number)
    assert notice(ben, dossier, number)
    save(ann, dossier, number, **button)
    assert not Presence.objects.exists()
    assert notice(ben, dossier, number) == ""


def test_an_unchanged_page_counts_as_going_on_too(dossier: Dossier, ann: Client, ben: Client) -> None:
    save(ann, dossier, 3)
    save(ann, dossier, 3)
    assert notice(ben, dossier, 4)


def test_nobody_is_told_of_himself(dossier: Dossier, ann: Client) -> None:
    ann.get(question_url(dossier, 3))
    save(ann, dossier, 3)
    assert notice(ann, dossier, 4) == ""
    assert tell(ann, dossier, 4).content == b""


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ({"seconds": 59}, "Ook open bij een ander, zojuist."),
        ({"seconds": 61}, "Ook open bij een ander, een minuut geleden."),
        ({"minutes": 2, "seconds": 5}, "Ook open bij een ander, 2 minuten geleden."),
        ({"minutes": 14, "seconds": 50}, "Ook open bij een ander, 14 minuten geleden."),
        ({"minutes": 15, "seconds": 1}, ""),
    ],
)
def test_the_page_says_how_long_ago_and_forgets_after_a_quarter(
    dossier: Dossier, ann: Client, ben: Client, time: dict[str, int], said: str
) -> None:
    tell(ann, dossier, 4)
    seen_ago(**time)
    assert notice(ben, dossier, 4) == said


def test_of_several_others_the_last_seen_counts(dossier: Dossier, ann: Client, ben: Client) -> None:
    tell(ann, dossier, 4)
    seen_ago(minutes=5)
    tell(Client(), dossier, 4)
    assert notice(ben, dossier, 4) == "Ook open bij een ander, zojuist."


def test_another_dossier_is_another_matter(dossier: Dossier, ann: Client, ben: Client) -> None:
    tell(ann, make_dossier(), 4)
    assert notice(ben, dossier, 4) == ""


def test_looking_at_a_question_writes_nothing(dossier: Dossier, ann: Client, ben: Client) -> None:
    ann.get(question_url(dossier, 4))
    assert notice(ben, dossier, 4) == ""
    assert not Presence.objects.exists()


def test_a_browser_has_one_place_in_a_dossier(dossier: Dossier, ann: Client) -> None:
    for number in (3, 4, 7):
        tell(ann, dossier, number)
    assert [row.question_number for row in Presence.objects.all()] == [7]


def test_the_sign_answers_whether_somebody_else_is_there(dossier: Dossier, ann: Client, ben: Client) -> None:
    assert tell(ann, dossier, 4).content == b""
    response = tell(ben, dossier, 4)
    assert response.content.decode() == "Ook open bij een ander, zojuist."
    assert response["Content-Type"] == "text/plain; charset=utf-8"


def test_leaving_is_told_too(dossier: Dossier, ann: Client, ben: Client) -> None:
    tell(ann, dossier, 4)
    assert tell(ann, dossier, 4, weg="1").status_code == 204
    assert notice(ben, dossier, 4) == ""


def test_leaving_a_page_after_going_on_leaves_the_new_place(dossier: Dossier, ann: Client, ben: Client) -> None:
    tell(ann, dossier, 4)
    save(ann, dossier, 4)
    tell(ann, dossier, 4, weg="1")  # the old page says goodbye when the new one is there already
    assert notice(ben, dossier, 5)


@pytest.mark.parametrize("number", ["", "0", "13", "x", "²", "4 ", "1e1"])
def test_a_sign_from_no_question_is_refused(dossier: Dossier, ann: Client, number: str) -> None:
    response = ann.post(reverse("presence", args=[dossier.edit_key]), {"vraag": number})
    assert response.status_code == 400
    assert not Presence.objects.exists()


def test_the_leeslink_gives_no_sign_and_a_foreign_site_neither(dossier: Dossier) -> None:
    address = reverse("presence", args=[dossier.read_key])
    assert Client().post(address, {"vraag": "4"}).status_code == 403
    assert (
        Client(enforce_csrf_checks=True).post(reverse("presence", args=[dossier.edit_key]), {"vraag": "4"}).status_code
        == 403
    )
    assert not Presence.objects.exists()


def test_the_cookie_is_signed_short_lived_and_for_the_server_alone(dossier: Dossier, ann: Client) -> None:
    ann.get(question_url(dossier, 4))
    cookie = ann.cookies["bezoeker"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]
    tell(ann, dossier, 4)
    before = Presence.objects.get().visitor
    assert cookie.value.startswith(f"{before}:")
    ann.cookies["bezoeker"] = f"x{cookie.value}"
    tell(ann, dossier, 4)
    assert Presence.objects.exclude(visitor=before).count() == 1


def test_a_cookie_that_is_known_is_not_sent_again(dossier: Dossier, ann: Client) -> None:
    ann.get(question_url(dossier, 4))
    assert "bezoeker" not in ann.get(question_url(dossier, 5)).cookies


def test_a_conflict_is_still_the_guard(dossier: Dossier, ann: Client, ben: Client) -> None:
    save(ann, dossier, 4)
    assert ben.post(question_url(dossier, 4), question_body(4, "4b")).status_code == 409
    assert not Presence.objects.filter(question_number=4).exists()


def test_a_question_page_costs_one_more_and_so_does_a_save(
    dossier: Dossier, ann: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(3):
        ann.get(question_url(dossier, 4))
    with django_assert_num_queries(4):  # one of them because it is the first of this question
        ann.post(question_url(dossier, 4), question_body(4, "4b"))
    with django_assert_num_queries(3):
        tell(ann, dossier, 4)


def test_a_visit_that_is_recorded_twice_is_one(dossier: Dossier) -> None:
    services.record_visit(opened(dossier), Visit("ann", 3))
    services.record_visit(opened(dossier), Visit("ann", 3))
    assert Presence.objects.count() == 1
