"""What a meeting asks of its dossier: its region, and not to be settled while it goes on."""

from dataclasses import replace
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from checklist import selectors, services
from checklist.domain.dossier import TitlePage
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import Mandate
from checklist.models import Dossier, Participant
from checklist.services import RegionHeldError, SettlingRefusedError
from checklist.services.meeting import joining
from checklist.services.meeting.errors import NotYourSeatError
from tests.dossiers import opened
from tests.meetings import join, make_meeting
from tests.pages import Page
from tests.racing import second_waits_for_first
from tests.services.values import settle

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

OSS = "GM0828"


def move(dossier: Dossier, region: str = "VR13", title: str = "Ergens anders") -> None:
    now = opened(dossier)
    there = TitlePage(title, region, now.date, now.present, now.until)
    services.save_title_page(now, there, based_on=now.version)


def test_the_region_can_change_until_a_gemeente_takes_part(dossier: Dossier) -> None:
    meeting = make_meeting(dossier)
    move(dossier)
    move(dossier, "VR21")
    join(meeting, OSS)
    with pytest.raises(RegionHeldError):
        move(dossier)
    assert opened(dossier).region_code == "VR21"


def test_the_region_of_a_meeting_that_left_a_record_stays(dossier: Dossier) -> None:
    make_meeting(dossier, state=MeetingState.CLOSED, record={"mode": "open"})
    with pytest.raises(RegionHeldError):
        move(dossier)


def test_the_rest_of_the_title_page_changes_during_a_meeting(dossier: Dossier) -> None:
    join(make_meeting(dossier), OSS)
    now = opened(dossier)
    there = TitlePage(now.title, now.region_code, now.date, now.present, now.until)
    services.save_title_page(now, replace(there, title="Een andere titel"), based_on=now.version)
    assert opened(dossier).title == "Een andere titel"


def test_the_page_says_why_the_region_stays(client: Client, dossier: Dossier) -> None:
    join(make_meeting(dossier), OSS)
    body = {"title": "Anders", "veiligheidsregio": "VR13", "date": "2026-11-24", "present": "", "version": 1}
    page = Page(client.post(reverse("dossier-title-page", args=[dossier.edit_key]), body))
    assert "Gemeenten van Brabant-Noord deden mee aan de vergadering over dit dossier." in page.text
    assert page.find("a", href="#id_veiligheidsregio")
    assert opened(dossier).region_code == "VR21"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("joins_first", [True, False])
def test_nobody_joins_while_the_region_changes(dossier: Dossier, joins_first: bool) -> None:
    make_meeting(dossier)
    meeting = selectors.meeting_of(dossier.pk)
    assert meeting
    take = partial(joining.take_seat, meeting, OSS, mandate=Mandate.NOT_SAID, name="")
    first, second = (take, partial(move, dossier)) if joins_first else (partial(move, dossier), take)
    with pytest.raises(RegionHeldError if joins_first else NotYourSeatError):
        second_waits_for_first(first, second)
    assert Participant.objects.exists() == joins_first


@pytest.mark.parametrize(
    ("state", "refused"),
    [
        (MeetingState.READY, True),
        (MeetingState.POLL, True),
        (MeetingState.RUNNING, True),
        (MeetingState.SUSPENDED, True),
        (MeetingState.CLOSED, False),
    ],
)
def test_a_dossier_is_not_settled_in_the_middle_of_its_meeting(
    dossier: Dossier, state: MeetingState, refused: bool
) -> None:
    make_meeting(dossier, state=state)
    if refused:
        with pytest.raises(SettlingRefusedError, match="vergadering"):
            settle(dossier)
    else:
        settle(dossier)
    assert opened(dossier).locked != refused


def test_a_meeting_that_was_kept_for_later_is_in_nobodys_way(dossier: Dossier) -> None:
    make_meeting(dossier, state=MeetingState.READY, code=None, join_token=None)
    settle(dossier)
    assert opened(dossier).locked
