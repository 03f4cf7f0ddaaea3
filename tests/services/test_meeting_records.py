"""What a meeting left behind goes with its dossier: into the tables from a file, out again, and not into a copy."""

import datetime
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist import selectors, services
from checklist.domain.meeting.value import MeetingState
from checklist.models import Dossier, Meeting
from checklist.selectors import UNTOUCHED_FOR
from tests.domain.exchanged import newer, parse
from tests.dossiers import make_dossier, opened
from tests.meeting_records import open_meeting, secret_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
MEETINGS = pytest.mark.parametrize("meeting", [open_meeting(), secret_meeting()], ids=["open", "secret"])


def with_meeting(meeting: dict[str, Any]) -> Dossier:
    """A dossier that was made of a file with this meeting."""
    return services.create_dossier(parse(newer(meeting=meeting)))


@MEETINGS
def test_what_was_uploaded_is_downloaded_the_same(client: Client, meeting: dict[str, Any]) -> None:
    file = SimpleUploadedFile("dossier.json", json.dumps(newer(meeting=meeting)).encode())
    client.post(reverse("dossier-upload"), {"file": file})

    downloaded = client.get(reverse("dossier-json", args=[Dossier.objects.get().edit_key]))

    assert json.loads(downloaded.content)["meeting"] == meeting


@MEETINGS
def test_a_meeting_that_was_uploaded_is_closed(meeting: dict[str, Any]) -> None:
    row = Meeting.objects.get(dossier=with_meeting(meeting))
    assert (row.mode, row.state, row.names) == (meeting["mode"], MeetingState.CLOSED.value, meeting["names"])
    assert (row.code, row.join_token, row.phone_token, row.screen_token, row.chair_token) == (None,) * 5
    assert row.closed_at is not None


@MEETINGS
def test_a_dossier_is_told_with_the_meeting_that_closed(meeting: dict[str, Any]) -> None:
    value = parse(newer(meeting=meeting))
    assert selectors.dossier_value(opened(services.create_dossier(value))) == value


def test_a_meeting_that_goes_on_is_not_told() -> None:
    dossier = make_dossier()
    Meeting.objects.create(dossier=dossier, mode="open")
    assert selectors.dossier_value(opened(dossier)).meeting is None


def test_a_copy_starts_without_a_meeting() -> None:
    copied = services.copy_dossier(opened(with_meeting(open_meeting())), "Opnieuw")
    assert not Meeting.objects.filter(dossier=copied).exists()


def test_a_dossier_with_nothing_but_a_meeting_is_not_cleared_away() -> None:
    dossier = make_dossier()
    long_ago = timezone.now() - UNTOUCHED_FOR - datetime.timedelta(days=1)
    Dossier.objects.filter(pk=dossier.pk).update(created_at=long_ago, date=long_ago.date())
    Meeting.objects.create(dossier=dossier, mode="open")

    services.clear_untouched_dossiers()

    assert Dossier.objects.filter(pk=dossier.pk).exists()
