"""A gemeente joins a meeting: by the code or by the link, with one device at a time."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.meeting.join_code import shown_code
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import Mode, Way
from checklist.models import Dossier, Meeting, Participant
from checklist.pages.meeting.join import WRONG_CODE
from tests.meetings import join, make_meeting
from tests.pages import Page

pytestmark = pytest.mark.django_db

JOIN = "/doe-mee/"


@pytest.fixture
def meeting(dossier: Dossier) -> Meeting:
    return make_meeting(dossier)


def way_in(meeting: Meeting) -> str:
    return reverse("join-token", args=[meeting.join_token])


def page_of(meeting: Meeting) -> str:
    return reverse("participate", args=[meeting.pk])


def seat(meeting: Meeting, gemeente: str = "GM0828") -> Participant:
    return Participant.objects.get(meeting=meeting, gemeente__code=gemeente)


@pytest.mark.parametrize("write", [str.lower, shown_code, lambda code: f" {code[:4]} {code[4:]} "])
def test_the_code_leads_to_the_meeting_however_it_is_typed(client: Client, meeting: Meeting, write: Any) -> None:
    response = client.post(JOIN, {"code": write(meeting.code)})
    assert (response.status_code, response["Location"]) == (303, way_in(meeting))


def wrong_codes(meeting: Meeting) -> list[str]:
    """One that nobody has, one that is none, one of a meeting that was suspended, and none at all."""
    Meeting.objects.filter(pk=meeting.pk).update(code=None, join_token=None)
    return ["BCDFGHJK", "<b>", meeting.code or "", ""]


def test_every_code_that_opens_nothing_gets_the_same_answer(client: Client, meeting: Meeting) -> None:
    for code in wrong_codes(meeting):
        response = client.post(JOIN, {"code": code})
        page = Page(response)
        assert response.status_code == 404
        assert WRONG_CODE in page.text
        assert page.form(JOIN).values["code"] == [code]


def test_a_link_that_opens_nothing_gets_that_answer_too(client: Client, meeting: Meeting) -> None:
    address = way_in(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(code=None, join_token=None)
    for response in (client.get(address), client.post(address, {"gemeente": "GM0828"})):
        assert response.status_code == 404
        assert WRONG_CODE in Page(response).text


def test_the_region_can_be_chosen_from_and_who_takes_part_is_marked(client: Client, meeting: Meeting) -> None:
    join(meeting, "GM0865")
    page = Page(client.get(way_in(meeting)))
    rows = [label.text for label in page.find("label") if "for" not in label.attributes]
    assert rows[:3] == ["Bernheze", "Boekel", "Boxtel"]
    assert len(rows) == 11
    assert "Vughtis er al" in rows


@pytest.mark.parametrize(("mode", "asked"), [(Mode.OPEN, True), (Mode.SECRET, False)])
def test_a_name_is_asked_in_open_mode_alone(client: Client, dossier: Dossier, mode: Mode, asked: bool) -> None:
    page = Page(client.get(way_in(make_meeting(dossier, mode))))
    assert bool(page.find("input", name="naam")) == asked


def test_who_chooses_a_gemeente_takes_part(client: Client, meeting: Meeting) -> None:
    response = client.post(way_in(meeting), {"gemeente": "GM0828", "mandaat": "voorbehoud", "naam": " B. Bakker "})
    assert (response.status_code, response["Location"]) == (303, page_of(meeting))
    assert (seat(meeting).mandate, seat(meeting).name) == ("voorbehoud", "B. Bakker")
    assert "Oss" in Page(client.get(page_of(meeting))).text


def test_the_cookie_of_a_device_goes_to_its_meeting_alone_and_to_no_script(client: Client, meeting: Meeting) -> None:
    cookie = client.post(way_in(meeting), {"gemeente": "GM0828"}, secure=True).cookies["deelnemer"]
    assert cookie["path"] == page_of(meeting)
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "Kies uw gemeente."),
        ({"gemeente": "GM0828", "naam": "n" * 121}, "Deze naam telt 121 tekens. Er passen er 120."),
    ],
)
def test_what_cannot_be_sent_comes_back_with_the_reason(
    client: Client, meeting: Meeting, body: dict[str, str], said: str
) -> None:
    page = Page(client.post(way_in(meeting), body | {"mandaat": "mandaat"}))
    assert said in page.text
    assert page.title.startswith("Fout: ")
    assert page.form().values["mandaat"] == ["mandaat"]
    assert not Participant.objects.exists()


@pytest.mark.parametrize("body", [{"gemeente": "GM0363"}, {"gemeente": "GM0828", "mandaat": "altijd"}])
def test_what_no_control_sends_is_refused(client: Client, meeting: Meeting, body: dict[str, str]) -> None:
    assert client.post(way_in(meeting), body).status_code == 400
    assert not Participant.objects.exists()


def test_a_gemeente_that_takes_part_is_taken_over_after_a_second_press_alone(client: Client, meeting: Meeting) -> None:
    join(meeting, "GM0828")
    asked = client.post(way_in(meeting), {"gemeente": "GM0828"}, follow=True)
    assert asked.redirect_chain == [(f"{way_in(meeting)}?gemeente=GM0828", 303)]
    assert "Oss doet al mee op een ander apparaat." in Page(asked).text
    assert seat(meeting).device_no == 1
    sure = client.post(way_in(meeting), {"gemeente": "GM0828", "overnemen": "1"})
    assert (sure.status_code, sure["Location"]) == (303, page_of(meeting))
    assert seat(meeting).device_no == 2


def test_a_gemeente_that_the_chair_holds_fast_is_not_taken_over(client: Client, meeting: Meeting) -> None:
    join(meeting, "GM0828", locked=True)
    response = client.post(way_in(meeting), {"gemeente": "GM0828", "overnemen": "1"}, follow=True)
    assert "De voorzitter heeft Oss vastgezet" in Page(response).text
    assert not Page(response).find("button", name="overnemen")
    assert seat(meeting).device_no == 1


def test_a_gemeente_on_paper_does_not_join(client: Client, meeting: Meeting) -> None:
    join(meeting, "GM0828", device=None, device_no=0, way=Way.PAPER.value)
    response = client.post(way_in(meeting), {"gemeente": "GM0828"})
    assert response.status_code == 409
    assert "Oss stemt op papier" in Page(response).text


def test_a_device_joins_with_the_protection_of_forms_on(meeting: Meeting) -> None:
    phone = Client(enforce_csrf_checks=True)
    form = Page(phone.get(way_in(meeting))).form()
    assert phone.post(way_in(meeting), form.values | {"gemeente": ["GM0828"]}).status_code == 303
    assert phone.get(page_of(meeting)).status_code == 200


@pytest.mark.parametrize("state", [MeetingState.READY, MeetingState.POLL, MeetingState.RUNNING])
def test_a_gemeente_can_join_at_any_time(client: Client, dossier: Dossier, state: MeetingState) -> None:
    meeting = make_meeting(dossier, state=state)
    assert client.post(way_in(meeting), {"gemeente": "GM0828"}).status_code == 303


def test_the_pages_of_joining_are_private(client: Client, meeting: Meeting) -> None:
    for address in (JOIN, way_in(meeting), page_of(meeting)):
        response = client.get(address)
        assert response["Cache-Control"] == "private, no-store"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Referrer-Policy"] == "same-origin"
