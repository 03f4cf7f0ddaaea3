"""What of a meeting is on paper: the sheets, and what becomes of what is said."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse

from checklist.domain.meeting_record.words import Mode, Way
from checklist.meeting import device
from checklist.models import Dossier
from tests.dossiers import make_dossier
from tests.meetings import join, make_meeting
from tests.pages import Page

pytestmark = pytest.mark.django_db

OSS = "GM0828"


def words_at(client: Client, name: str, key: object) -> str:
    """What is read on the page at this address."""
    response = client.get(reverse(name, args=[key]))
    assert response.status_code == HTTPStatus.OK
    return " ".join(Page(response).text.split())


@pytest.fixture
def dossier() -> Dossier:
    """A dossier without a meeting."""
    return make_dossier()


@pytest.mark.parametrize("mode", Mode)
def test_there_is_a_sheet_for_each_question(client: Client, dossier: Dossier, mode: Mode) -> None:
    make_meeting(dossier, mode)
    words = words_at(client, "meeting-sheets", dossier.edit_key)
    assert [number for number in range(1, 13) if f"Vraag {number} van 12" not in words] == []


ON_A_SHEET = {
    Mode.OPEN: (["deze vergadering is open: uw naam staat bij uw antwoord", "met mandaat"], ["Vouw dit blad"]),
    Mode.SECRET: (
        ["Schrijf er geen naam op", "Als iedereen hetzelfde kiest", "Wie de bladen telt, ziet ze."],
        ["uw naam staat bij uw antwoord", "mandaat", "Een korte reden"],
    ),
}


@pytest.mark.parametrize("mode", Mode)
def test_only_in_open_mode_a_sheet_asks_who_it_is_from(client: Client, dossier: Dossier, mode: Mode) -> None:
    make_meeting(dossier, mode)
    words, (there, not_there) = words_at(client, "meeting-sheets", dossier.edit_key), ON_A_SHEET[mode]
    assert [text for text in there if text not in words] == []
    assert [text for text in not_there if text in words] == []


def test_a_sheet_says_how_many_answers_may_be_voor(client: Client, dossier: Dossier) -> None:
    make_meeting(dossier)
    words = words_at(client, "meeting-sheets", dossier.edit_key)
    one, more = (words.count(f"U kunt bij {text} ‘voor’ kruisen") for text in ("één antwoord", "meer antwoorden"))
    assert (one, more) == (5, 7)
    assert words.count("kan hier niet samen met") == 4


@pytest.mark.parametrize("name", ["meeting-sheets", "meeting-privacy"])
def test_without_a_meeting_they_lead_to_the_beamer_that_says_so(client: Client, dossier: Dossier, name: str) -> None:
    response = client.get(reverse(name, args=[dossier.edit_key]))
    assert response["Location"] == reverse("meeting-screen", args=[dossier.edit_key])


def test_the_leeslink_has_no_sheets(client: Client, dossier: Dossier) -> None:
    make_meeting(dossier)
    address = reverse("meeting-sheets", args=[dossier.edit_key]).replace(dossier.edit_key, dossier.read_key)
    assert client.get(address).status_code == HTTPStatus.FORBIDDEN


Said = tuple[list[str], list[str]]

STATEMENTS: list[tuple[Mode, dict[str, Any], Said]] = [
    (Mode.OPEN, {}, (["In het advies staan antwoorden per gemeente niet."], ["gewist"])),
    (Mode.OPEN, {"names": True}, (["In het advies staan antwoorden per gemeente wel."], [])),
    (
        Mode.SECRET,
        {},
        (
            ["ook de beheerder niet", "Het wissen is nog niet nagekeken.", "bij minder dan vijf antwoorden"],
            ["namen van gemeenten", "In het advies"],
        ),
    ),
    (
        Mode.SECRET,
        {"cleaned_at": datetime(2026, 11, 24, 10, 28, tzinfo=UTC)},
        (["nagekeken op 24 november 2026 om 11.28."], ["nog niet nagekeken"]),
    ),
    (
        Mode.SECRET,
        {"cleaned_at": datetime(2026, 11, 24, 10, 28, tzinfo=UTC), "to_clean": True},
        (["om 11.28. Wat daarna is gewist, is nog niet nagekeken."], []),
    ),
    (
        Mode.SECRET,
        {"record": {"cleaned": "2026-11-24", "attendance": [{"gemeente": "GM0828", "how": "papier"}]}},
        (["nagekeken op 24 november 2026.", "Wie de briefjes telt, ziet ze."], ["nog niet nagekeken"]),
    ),
]


@pytest.mark.parametrize(("mode", "fields", "said"), STATEMENTS)
def test_the_privacy_statement_is_true_for_this_meeting(
    client: Client, dossier: Dossier, mode: Mode, fields: dict[str, Any], said: Said
) -> None:
    make_meeting(dossier, mode, **fields)
    words, (there, not_there) = words_at(client, "meeting-privacy", dossier.read_key), said
    assert [text for text in there if text not in words] == []
    assert [text for text in not_there if text in words] == []


def test_it_says_who_sees_slips_once_a_gemeente_uses_paper(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    assert "briefjes" not in words_at(client, "meeting-privacy", dossier.read_key)
    join(meeting, OSS, way=Way.PAPER.value)
    assert "Wie de briefjes telt, ziet ze." in words_at(client, "meeting-privacy", dossier.read_key)


def test_who_takes_part_reads_the_same_and_comes_back_to_the_meeting(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET)
    answer = HttpResponse()
    device.remember(HttpRequest(), answer, meeting.pk, join(meeting, OSS))
    client.cookies.update(answer.cookies)
    response = client.get(reverse("participate-privacy", args=[meeting.pk]))
    assert "ook de beheerder niet" in Page(response).text
    assert reverse("participate", args=[meeting.pk]) in response.content.decode()


def test_who_does_not_take_part_reads_nothing_of_the_meeting(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    response = client.get(reverse("participate-privacy", args=[meeting.pk]))
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "Brabant-Noord" not in response.content.decode()
