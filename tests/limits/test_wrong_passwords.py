"""The limit on signing in: for a name and for an address, and nobody else feels it."""

import datetime

import pytest
from django.test import Client

from checklist.models import UseCount
from tests.limits.asking import ADDRESS, NOW, OTHER, RIGHT, WRONG, assert_limited, sign_in
from tests.pages import Page

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_databases,
    pytest.mark.usefixtures("clock", "_small_limits", "_quick_pdf"),
]


TOO_OFTEN = "Er is te vaak een verkeerde naam of een verkeerd wachtwoord ingevuld."


@pytest.mark.usefixtures("beheerder")
def test_after_ten_wrong_tries_with_a_name_the_door_stays_shut_for_a_while(clock: list[datetime.datetime]) -> None:
    assert [sign_in("beheerder", WRONG).status_code for _ in range(10)] == [200] * 10
    assert_limited(sign_in("beheerder", WRONG), TOO_OFTEN, 10)
    assert_limited(sign_in("beheerder", RIGHT), TOO_OFTEN, 10)
    assert_limited(sign_in(" Beheerder ", RIGHT), TOO_OFTEN, 10)
    clock[0] = NOW + datetime.timedelta(minutes=10)
    assert sign_in("beheerder", RIGHT).status_code == 302


@pytest.mark.usefixtures("beheerder")
def test_the_beheerder_elsewhere_is_unharmed_and_so_is_the_site() -> None:
    for _ in range(12):
        sign_in("beheerder", WRONG)
    assert sign_in("beheerder", RIGHT, OTHER).status_code == 302
    assert Client(REMOTE_ADDR=ADDRESS).get("/").status_code == 200


@pytest.mark.usefixtures("beheerder")
def test_after_twenty_wrong_tries_an_address_waits_whatever_the_name() -> None:
    assert [sign_in(f"naam{number}", WRONG).status_code for number in range(20)] == [200] * 20
    assert_limited(sign_in("beheerder", RIGHT), TOO_OFTEN, 10)


@pytest.mark.usefixtures("beheerder")
def test_a_name_that_does_not_exist_gets_the_same_pages() -> None:
    def answers(name: str, address: str) -> list[tuple[int, str]]:
        responses = [sign_in(name, WRONG, address) for _ in range(11)]
        return [(response.status_code, Page(response).text) for response in responses]

    assert answers("beheerder", ADDRESS) == answers("niemand", OTHER)


@pytest.mark.usefixtures("beheerder")
def test_signing_in_forgets_the_wrong_tries() -> None:
    for _ in range(9):
        sign_in("beheerder", WRONG)
    assert sign_in("beheerder", RIGHT).status_code == 302
    assert not UseCount.objects.filter(kind="sign-in/name").exists()
    assert UseCount.objects.get(kind="sign-in/address").count == 9
    assert sign_in("beheerder", WRONG).status_code == 200


@pytest.mark.usefixtures("beheerder")
def test_signing_in_rightly_is_never_limited() -> None:
    assert [sign_in("beheerder", RIGHT).status_code for _ in range(30)] == [302] * 30


@pytest.mark.usefixtures("beheerder")
def test_a_program_that_checks_a_password_is_no_try_at_the_door() -> None:
    assert not Client().login(username="beheerder", password=WRONG)
    assert not UseCount.objects.exists()
