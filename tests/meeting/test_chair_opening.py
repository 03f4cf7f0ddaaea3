"""Opening a meeting, and telling others how to join."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from checklist.domain.meeting.join_code import shown_code
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import Mode, RoundKind
from checklist.models import Dossier, Meeting
from tests.dossiers import make_dossier
from tests.meeting.chairs import address, now_of, page_of
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Dossier:
    """Of a kring that has no meeting."""
    return make_dossier()


def open_it(client: Client, dossier: Dossier, **body: str) -> Page:
    """Send the form that opens a meeting; where it leads."""
    return Page(client.post(address(dossier), body, follow=True))


def test_no_mode_is_chosen_beforehand(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier)
    assert len(page.find("input", name="mode")) == 2
    assert not page.find("input", name="mode", checked="")


def test_without_a_mode_nothing_opens_and_the_page_says_why(client: Client, dossier: Dossier) -> None:
    page = open_it(client, dossier)
    assert "Kies open of geheim." in page.text
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("mode", Mode)
def test_each_mode_says_the_same_five_things_in_at_most_25_words(client: Client, dossier: Dossier, mode: Mode) -> None:
    told = page_of(client, dossier).by_id(f"uitleg-{mode.value}").text.split("\n")
    rows = [row for row in map(str.split, told) if row]
    assert [row[0][:4] for row in rows] == ["Zaal", "UU", "Behe", "Advi", "Daar"] or len(rows) == 5
    assert max(len(row) for row in rows) <= 26


def test_it_says_that_secret_mode_needs_five_answers(client: Client, dossier: Dossier) -> None:
    assert "Geheim werkt pas vanaf vijf antwoorden per vraag." in page_of(client, dossier).text


@pytest.mark.parametrize("mode", Mode)
def test_opening_makes_a_code_and_shows_how_to_join(client: Client, dossier: Dossier, mode: Mode) -> None:
    page = open_it(client, dossier, mode=mode.value)
    meeting = now_of(dossier)
    assert (meeting.mode, meeting.state) == (mode, MeetingState.READY)
    assert meeting.code
    assert shown_code(meeting.code) in page.text
    assert f"/doe-mee/{meeting.join_token}/" in page.by_id("uitnodiging").text


def test_kept_for_later_nothing_is_live_and_the_page_comes_back_with_the_mode(client: Client, dossier: Dossier) -> None:
    page = open_it(client, dossier, mode=Mode.SECRET.value, later="1")
    assert not now_of(dossier).live
    assert "De vergadering is nog niet open." in page.text
    assert page.find("input", name="mode", value=Mode.SECRET.value, checked="")


def test_a_meeting_that_was_kept_can_be_opened_in_the_other_mode(client: Client, dossier: Dossier) -> None:
    open_it(client, dossier, mode=Mode.SECRET.value, later="1")
    open_it(client, dossier, mode=Mode.OPEN.value)
    assert (now_of(dossier).mode, now_of(dossier).live) == (Mode.OPEN, True)


def test_a_poll_lasts_until_the_day_and_time_that_were_filled_in(client: Client, dossier: Dossier) -> None:
    day = timezone.localdate() + timedelta(days=3)
    page = open_it(client, dossier, mode="open", poll="on", poll_day=day.isoformat(), poll_time="16:30")
    until = now_of(dossier).poll_until
    assert until
    assert timezone.localtime(until).strftime("%Y-%m-%d %H.%M") == f"{day} 16.30"
    assert "16.30" in page.text


@pytest.mark.parametrize(
    ("now", "proposed"),
    [
        ("2026-11-20 12:00", "2026-11-23 17:00"),
        ("2026-11-23 16:59", "2026-11-23 17:00"),
        ("2026-11-23 17:00", "2026-11-24 17:00"),
        ("2027-02-28 20:05", "2027-03-01 17:00"),
    ],
)
def test_the_end_that_is_proposed_for_a_poll_is_yet_to_come(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch, now: str, proposed: str
) -> None:
    there = timezone.make_aware(datetime.fromisoformat(now))
    monkeypatch.setattr(timezone, "now", lambda: there)
    Dossier.objects.update(date=date(2026, 11, 24))
    page = page_of(client, dossier)
    day, time = proposed.split()
    assert page.find("input", name="poll_day", value=day)
    assert page.find("input", name="poll_time", value=time)


def test_a_poll_that_is_over_before_it_begins_is_refused_and_what_was_chosen_stays(
    client: Client, dossier: Dossier
) -> None:
    page = open_it(client, dossier, mode="geheim", poll="on", poll_day="2020-01-01", poll_time="10:00")
    assert not Meeting.objects.exists()
    assert page.find("p", role="alert") or page.find("div", role="alert")
    assert page.find("input", name="mode", value="geheim", checked="")
    assert page.find("input", name="poll_day", value="2020-01-01")


def test_the_poll_names_who_has_not_answered_everything(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier, Mode.SECRET, MeetingState.POLL, poll_until=timezone.now() + timedelta(days=2))
    for gemeente in GEMEENTEN[:2]:
        join(meeting, gemeente)
    for number in range(1, 13):
        poll = make_round(meeting, number, kind=RoundKind.POLL.value, attempt=0)
        give(poll, GEMEENTEN[0], {})
    page = page_of(client, dossier)
    assert "1 van de 11 gemeenten heeft alles ingevuld." in page.text
    assert "Nog niet: Boekel," in page.text


def test_the_mode_can_be_changed_before_anybody_answered_only(client: Client, dossier: Dossier) -> None:
    meeting = make_meeting(dossier, state=MeetingState.POLL, poll_until=timezone.now() + timedelta(days=2))
    join(meeting, GEMEENTEN[0])
    poll = make_round(meeting, 1, kind=RoundKind.POLL.value, attempt=0)
    open_it(client, dossier, mode="geheim")
    assert now_of(dossier).mode == Mode.SECRET
    open_it(client, dossier, mode="open")
    give(poll, GEMEENTEN[0], {"1a": "voor"})
    page = open_it(client, dossier, mode="geheim")
    assert now_of(dossier).mode == Mode.OPEN
    assert page.find("div", role="alert")


def test_begin_leads_to_the_bediening_with_the_code_on_the_beamer(client: Client, dossier: Dossier) -> None:
    make_meeting(dossier, state=MeetingState.READY)
    body = page_of(client, dossier).form("/vergadering/doe/")
    page = Page(client.post(body.action, {"actie": "begin"}, follow=True))
    assert now_of(dossier).state == MeetingState.RUNNING
    assert "Op de beamer nu" in page.text
    assert page.find("h1")[0].text == "Doe mee"


def test_the_invitation_leads_nowhere_while_nothing_is_live(client: Client, dossier: Dossier) -> None:
    response = client.get(address(dossier, "", "meeting-invite"))
    assert response.headers["Location"] == address(dossier)
