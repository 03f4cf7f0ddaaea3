"""Signing in to the beheer leads to the beheer and nowhere else, and lasts a working day."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import F
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

DOOR, INSIDE = "/beheer/login/", "/beheer/"
FOREIGN = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "javascript:alert(1)",
    "/\\evil.example",
    "\x00",
]
PASSWORD = "een lang genoeg wachtwoord"  # noqa: S105 - of a user that a test makes


@pytest.fixture
def beheerder() -> User:
    return User.objects.create_superuser("beheerder", password=PASSWORD)


def landed(response: Any) -> tuple[int, str]:
    """The status and the address of the page where a browser ends."""
    address = response.redirect_chain[-1][0] if response.redirect_chain else response.request["PATH_INFO"]
    return response.status_code, address.partition("?")[0]


def sign_in(client: Client, address: str, **values: str) -> Any:
    return client.post(address, {"username": "beheerder", "password": PASSWORD} | values, follow=True)


@pytest.mark.usefixtures("beheerder")
@pytest.mark.parametrize("target", FOREIGN)
def test_signing_in_with_a_foreign_target_ends_in_the_beheer(client: Client, target: str) -> None:
    assert landed(sign_in(client, DOOR, next=target)) == (200, INSIDE)


@pytest.mark.usefixtures("beheerder")
def test_a_foreign_target_in_the_address_is_left_alone_too(client: Client) -> None:
    assert landed(sign_in(client, f"{DOOR}?next=https://evil.example/")) == (200, INSIDE)


@pytest.mark.usefixtures("beheerder")
def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client) -> None:
    asked = reverse("admin:checklist_question_changelist")
    at_the_door = client.get(asked, follow=True)
    assert landed(at_the_door) == (200, DOOR)
    assert landed(sign_in(client, f"{DOOR}?next={asked}")) == (200, asked)


@pytest.mark.parametrize("target", FOREIGN)
def test_whoever_is_signed_in_already_passes_the_door(client: Client, beheerder: User, target: str) -> None:
    client.force_login(beheerder)
    assert landed(client.get(DOOR, {"next": target}, follow=True)) == (200, INSIDE)


@pytest.mark.parametrize("target", ["", *FOREIGN])
def test_signing_out_says_so_and_goes_nowhere_else(client: Client, beheerder: User, target: str) -> None:
    client.force_login(beheerder)
    response = client.post(reverse("admin:logout"), {"next": target}, follow=True)
    assert landed(response) == (200, reverse("admin:logout"))
    assert landed(client.get(INSIDE, follow=True)) == (200, DOOR)


def test_signing_out_with_a_foreign_target_in_the_address_ends_at_the_door(client: Client, beheerder: User) -> None:
    client.force_login(beheerder)
    response = client.post(f"{reverse('admin:logout')}?next=https://evil.example/", follow=True)
    assert landed(response) == (200, DOOR)


@pytest.mark.parametrize("target", ["", *FOREIGN])
def test_a_changed_password_is_confirmed_in_the_beheer(client: Client, beheerder: User, target: str) -> None:
    client.force_login(beheerder)
    new = "een heel ander wachtwoord"
    values = {"old_password": PASSWORD, "new_password1": new, "new_password2": new, "next": target}
    response = client.post(reverse("admin:password_change"), values, follow=True)
    assert landed(response) == (200, reverse("admin:password_change_done"))


def test_a_page_of_the_password_leads_to_the_door_first(client: Client) -> None:
    for name in ("password_change", "password_change_done"):
        assert landed(client.get(reverse(f"admin:{name}"), follow=True)) == (200, DOOR)


@pytest.mark.parametrize(("hours", "still_in"), [(9, True), (11, True), (13, False), (24, False)])
def test_a_session_lasts_a_working_day_and_not_until_the_next(
    client: Client, beheerder: User, hours: int, still_in: bool
) -> None:
    client.force_login(beheerder)
    Session.objects.update(expire_date=F("expire_date") - timedelta(hours=hours))
    assert landed(client.get(INSIDE, follow=True)) == (200, INSIDE if still_in else DOOR)


@pytest.mark.usefixtures("beheerder")
def test_the_browser_drops_the_session_no_later(client: Client) -> None:
    sign_in(client, DOOR)
    assert client.cookies["sessionid"]["max-age"] <= timedelta(hours=12).total_seconds()
