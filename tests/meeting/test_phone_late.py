"""A gemeente that wasn't at an open meeting answers afterwards, with its own link."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode
from checklist.models import Dossier, Meeting, Preference
from tests.meetings import make_meeting, make_round
from tests.pages import Page

pytestmark = pytest.mark.django_db

OSS = "GM0828"
COUNTED = {"answered": 0, "blank": 0, "counts": {}}


@pytest.fixture
def meeting(dossier: Dossier) -> Meeting:
    made = make_meeting(dossier, state=MeetingState.CLOSED, late_until=timezone.now() + timedelta(days=7))
    for number in (3, 7):
        make_round(made, number, RoundState.SHOWN, result=COUNTED)
    return made


def link(meeting: Meeting) -> str:
    return reverse("late", args=[selectors.late_link(meeting.pk, OSS)])


def test_the_link_lists_the_questions_and_opens_each(client: Client, meeting: Meeting) -> None:
    page = Page(client.get(link(meeting)))
    assert "Uw antwoord verandert niet wat is vastgesteld" in page.text
    assert [one.text for one in page.find("span", **{"class": "poll__n"})] == ["3", "7"]
    assert "Waar hoort de regiostaf bij?" in Page(client.get(link(meeting) + "?vraag=7")).text


def test_an_answer_is_said_apart_and_leads_to_the_next_question(client: Client, meeting: Meeting) -> None:
    sent = {"vraag": "7", "B-keuze": "voor", "mandaat": "mandaat"}
    response = client.post(link(meeting), sent)
    assert (response.status_code, response["Location"]) == (303, f"{link(meeting)}?vraag=3")
    stored = Preference.objects.get()
    assert (stored.stances, stored.mandate, stored.late) == ({"7b": "voor"}, "mandaat", True)
    assert Page(client.get(link(meeting) + "?vraag=7")).form().values["B-keuze"] == ["voor"]
    assert client.post(link(meeting), {"vraag": "3", "geen": "1"})["Location"] == link(meeting)


def test_what_is_no_answer_comes_back_as_it_was_typed(client: Client, meeting: Meeting) -> None:
    page = Page(client.post(link(meeting), {"vraag": "7", "B-reden": "Dicht bij huis."}))
    assert page.title.startswith("Fout: ")
    assert page.form().values["B-reden"] == ["Dicht bij huis."]
    assert not Preference.objects.exists()


@pytest.mark.parametrize("number", ["4", "", "x"])
def test_an_answer_to_another_question_is_given_back(client: Client, meeting: Meeting, number: str) -> None:
    response = client.post(link(meeting), {"vraag": number, "B-keuze": "voor", "B-reden": "Omdat."})
    assert response.status_code == 409
    assert Page(response).texts_to_copy() == {"Reden": "Omdat."}


@pytest.mark.parametrize(
    "fields",
    [
        {"late_until": None},
        {"late_until": timezone.now() - timedelta(seconds=1)},
        {"state": MeetingState.RUNNING.value},
        {"mode": Mode.SECRET.value},
    ],
)
def test_a_link_of_which_the_time_is_over_opens_nothing(
    client: Client, meeting: Meeting, fields: dict[str, object]
) -> None:
    Meeting.objects.update(**fields)
    for response in (client.get(link(meeting)), client.post(link(meeting), {"vraag": "7", "B-keuze": "voor"})):
        assert response.status_code == 404
        assert "Deze link werkt niet (meer)" in Page(response).text
    assert not Preference.objects.exists()


def test_nobody_makes_a_link_up(client: Client, meeting: Meeting) -> None:
    forged = link(meeting).replace(OSS, "GM0865")
    assert client.get(forged).status_code == 404


def test_the_page_is_private(client: Client, meeting: Meeting) -> None:
    response = client.get(link(meeting))
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("private, no-store", "noindex")
