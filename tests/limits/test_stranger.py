"""A stranger with a thousand addresses tries to use up the room for new dossiers, with the limits that the product has
unless a host says otherwise. A town hall and a kring still get in (docs/limits.md)."""

import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from dotenv import dotenv_values
from pytest_django import Settings

from checklist import limits
from checklist.models import Dossier, UseCount
from tests.dossiers import choice, make_dossier, question_body, question_url

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

EXAMPLE = Path(__file__).resolve().parents[2] / "deploy" / "production.env.example"
DETAILS = {"title": "Nieuw", "veiligheidsregio": "VR21", "date": "2026-11-24"}
# One address for everybody who works there, and more new dossiers than it will ever make: a training for the region.
TOWN_HALL, TOWN_HALL_MAKES = "203.0.113.7", 20
KRING = "203.0.114.9"
# The fewest files with which an address takes all that the limits leave it: 61 + 39 dossiers. Then one more.
FILES = (3_000_000, 1_900_000, 0)

A_HOME = [f"2001:db8:1:{number:x}::1" for number in range(1000)]
FOUR_NETWORKS = [f"10.0.{number // 250}.{number % 250}" for number in range(1000)]
A_THOUSAND_NETWORKS = [f"10.{number // 250}.{number % 250}.1" for number in range(1000)]


@pytest.fixture(autouse=True)
def _limits_of_the_example(settings: Settings) -> None:
    for name, value in dotenv_values(EXAMPLE).items():
        if name.startswith("NEW_DOSSIERS"):
            setattr(settings, name, int(value or ""))


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """All in one stretch of ten minutes, in the middle of a day."""
    moment = datetime.datetime(2026, 11, 24, 10, 5, tzinfo=datetime.UTC)
    monkeypatch.setattr(limits, "timezone", SimpleNamespace(now=lambda: moment))


def take_all(address: str) -> None:
    """Ask for new dossiers from an address until it is refused."""
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": address}
    for size in FILES:
        try:
            limits.count_new_dossier(limits.address_of(request), size)
        except limits.LimitReached:
            return


@pytest.mark.parametrize(
    ("addresses", "networks"),
    [(A_HOME, 1), (FOUR_NETWORKS, 4), (A_THOUSAND_NETWORKS, 1000)],
    ids=["in one IPv6 /48", "in four IPv4 /24s", "in a thousand networks"],
)
def test_a_stranger_with_a_thousand_addresses_keeps_nobody_out(addresses: list[str], networks: int) -> None:
    held = make_dossier()
    for address in addresses:
        take_all(address)
    # All that the stranger may have: a hundred dossiers per network, not per address.
    assert UseCount.objects.get(kind="dossier/all").count == networks * 100
    assert Client(REMOTE_ADDR=addresses[-1]).post(reverse("dossier-new"), DETAILS).status_code == 429

    town_hall = Client(REMOTE_ADDR=TOWN_HALL)
    made = [town_hall.post(reverse("dossier-new"), DETAILS).status_code for _ in range(TOWN_HALL_MAKES)]
    assert made == [302] * TOWN_HALL_MAKES

    kring = Client(REMOTE_ADDR=KRING)
    assert kring.post(question_url(held, 4), question_body(4, "4b", motivation="De griffiers")).status_code == 302
    assert choice(held, 4).options == ["4b"]
    assert kring.post(reverse("dossier-new"), DETAILS).status_code == 302
    assert Dossier.objects.count() == TOWN_HALL_MAKES + 2


def test_when_all_room_is_used_after_all_a_kring_still_works_in_the_dossier_it_has(settings: Settings) -> None:
    held = make_dossier()
    settings.NEW_DOSSIERS_IN_ALL = 1
    take_all(A_THOUSAND_NETWORKS[0])
    kring = Client(REMOTE_ADDR=KRING)
    assert kring.post(reverse("dossier-new"), DETAILS).status_code == 429
    assert kring.post(question_url(held, 4), question_body(4, "4b")).status_code == 302
    assert choice(held, 4).options == ["4b"]
