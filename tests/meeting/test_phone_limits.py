"""What the phone's page costs, and how much it takes."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import Mode
from checklist.models import Dossier, Preference
from regiostaf.middleware import LARGEST_ANSWER
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round, phone_of

pytestmark = pytest.mark.django_db

# The meeting, its seats, its rounds and who answered them; the stamp of the content; the own answer and an earlier one.
MOST = 7


@pytest.mark.parametrize(
    ("mode", "state"),
    [
        (Mode.OPEN, RoundState.ALONE),
        (Mode.SECRET, RoundState.ALONE),
        (Mode.OPEN, RoundState.SETTLED),
        (Mode.SECRET, RoundState.SETTLED),
    ],
)
def test_the_page_asks_no_more_with_more_gemeenten(
    dossier: Dossier,
    mode: Mode,
    state: RoundState,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    meeting = make_meeting(dossier, mode)
    of_round = make_round(meeting, 7, state, settled=["7b"] if state == RoundState.SETTLED else None)
    for gemeente in GEMEENTEN:
        cookie = join(meeting, gemeente)
        if mode == Mode.OPEN or state != RoundState.SETTLED:
            give(of_round, gemeente, {"7b": "voor"}, cookie)
    phone = phone_of(meeting, cookie)
    phone.get(f"/deelnemen/{meeting.pk}/")  # what stands on the content is remembered from here
    with django_assert_max_num_queries(MOST):
        assert phone.get(f"/deelnemen/{meeting.pk}/").status_code == 200


def reasons(sign: str) -> dict[str, str]:
    return {f"{letter}-{name}": value for letter in "ABCD" for name, value in (("keuze", "kan"), ("reden", sign * 140))}


def test_four_reasons_of_the_longest_signs_are_taken(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    phone, of_round = phone_of(meeting, join(meeting, "GM0828")), make_round(meeting, 7)
    body = {"ronde": str(of_round.pk), "vraag": "7", "mandaat": "voorbehoud", "csrfmiddlewaretoken": "x" * 64}
    sent = "&".join(
        f"{name}={''.join(f'%{byte:02X}' for byte in value.encode())}" for name, value in reasons("🙂").items()
    )
    sent += "&" + "&".join(f"{name}={value}" for name, value in body.items())
    response = phone.post(f"/deelnemen/{meeting.pk}/", sent, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 303
    assert Preference.objects.get().reasons["7d"] == "🙂" * 140


@pytest.mark.parametrize("address", ["/doe-mee/", "/deelnemen/1/", "/deelnemen/1/doe/", "/achteraf/x/"])
def test_more_than_an_answer_needs_is_not_read(client: Client, address: str) -> None:
    response = client.post(address, {"A-reden": "r" * LARGEST_ANSWER})
    assert response.status_code == 413
    assert "Een reden is hooguit 140 tekens." in response.content.decode()
