"""The limit on wrong codes of meetings: it keeps nobody out who has the link."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from checklist import selectors
from checklist.models import Dossier, Participant, UseCount
from models_catalogue.models import Veiligheidsregio
from tests.dossiers import make_dossier
from tests.limits.asking import ADDRESS, OTHER, assert_limited
from tests.meetings import make_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.usefixtures("clock")]

CODE, WRONG = "BCDFGHJK", "WXZWXZWX"
# The region with the most gemeenten.
UTRECHT = "VR09"


@pytest.fixture
def join_address() -> str:
    """Where a live meeting with the code is joined, in a large region."""
    dossier = make_dossier()
    Dossier.objects.update(veiligheidsregio=Veiligheidsregio.objects.get(code=UTRECHT))
    meeting = make_meeting(dossier, code=CODE)
    return reverse("join-token", args=[meeting.join_token])


@pytest.fixture
def _few(settings: Settings) -> None:
    """No more than five wrong codes."""
    settings.WRONG_CODES_IN_ALL = 5


def send(code: str, address: str = ADDRESS) -> Any:
    return Client(REMOTE_ADDR=address).post(reverse("join"), {"code": code})


@pytest.mark.usefixtures("_few")
def test_after_too_many_wrong_codes_none_is_looked_at_whoever_sends_it(join_address: str) -> None:
    assert {send(WRONG, f"192.0.2.{number}").status_code for number in range(5)} == {404}
    for code, address in ((WRONG, ADDRESS), (CODE, ADDRESS), (CODE, OTHER)):
        limited = send(code, address)
        assert_limited(
            limited, "Er zijn in korte tijd veel verkeerde codes ingevuld. Daarom is uw code niet bekeken.", 5
        )
        assert "Gebruik de QR-code of de link van de vergadering; die werken altijd." in limited.content.decode()


def test_right_codes_are_never_counted(join_address: str) -> None:
    assert {send(CODE)["Location"] for _ in range(25)} == {join_address}
    assert not UseCount.objects.exists()


@pytest.mark.usefixtures("_few")
def test_five_and_twenty_behind_one_address_join_while_somebody_uses_up_the_limit(join_address: str) -> None:
    for number in range(8):
        send(WRONG, f"198.51.100.{number}")
    gemeenten = list(selectors.gemeenten_of(UTRECHT))[:25]
    assert len(gemeenten) == 25
    for gemeente in gemeenten:
        joined = Client(REMOTE_ADDR=ADDRESS).post(join_address, {"gemeente": gemeente})
        assert joined.status_code == 303
    assert Participant.objects.filter(device__isnull=False).count() == 25
