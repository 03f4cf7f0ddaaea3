"""What the pages of a meeting may ask of the database; the pieces that follow one by themselves: tests/meeting."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode
from checklist.models import Dossier, Meeting
from checklist.selectors import late_link
from tests.dossiers import make_dossier
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round

pytestmark = pytest.mark.django_db

COUNTED = {
    Mode.OPEN: {"answered": 11, "blank": 0, "counts": {f"7{letter}": {"voor": 3, "kan": 8} for letter in "abcd"}},
    Mode.SECRET: {"answered": 11, "blank": 0, "counts": {f"7{letter}": {"voor": "enkele"} for letter in "abcd"}},
}
STATES = {"alone": RoundState.ALONE, "reasons": RoundState.REASONS, "shown": RoundState.SHOWN}


def _full(mode: Mode, state: RoundState) -> Meeting:
    """A meeting of all gemeenten, which all answered question 7."""
    meeting = make_meeting(make_dossier(), mode)
    result = COUNTED[mode] if state == RoundState.SHOWN else None
    of_round = make_round(meeting, 7, state, result=result)
    for gemeente in GEMEENTEN:
        cookie = join(meeting, gemeente)
        if mode == Mode.OPEN or result is None:
            give(of_round, gemeente, {"7b": "voor"}, cookie)
    return meeting


def _of_dossier(name: str, *args: object) -> Callable[[Dossier], str]:
    return lambda dossier: reverse(name, args=[dossier.edit_key, *args])


# The dossier with its answers in one, and four for the meeting. More: on the bediening two for the reasons, on the
# beamer one for the whole, of a gemeente its answer.
PAGES: Mapping[str, tuple[Callable[[Dossier], str], int]] = {
    "console": (_of_dossier("meeting"), 7),
    "screen": (_of_dossier("meeting-screen"), 6),
    "invite": (_of_dossier("meeting-invite"), 5),
    "seat": (_of_dossier("meeting-seat", "GM0828"), 6),
    "close": (_of_dossier("meeting-close"), 5),
    "reopen": (_of_dossier("meeting-reopen", 7), 5),
    "sheets": (_of_dossier("meeting-sheets"), 5),
    "privacy": (_of_dossier("meeting-privacy"), 5),
    "join": (lambda dossier: reverse("join-token", args=[Meeting.objects.get(dossier=dossier).join_token]), 6),
}


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_a_full_meeting_stays_under_its_ceiling(
    client: Client, mode: Mode, state: str, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    where, most = PAGES[page]
    address = where(_full(mode, STATES[state]).dossier)
    client.get(address)  # what stands on the content is remembered from here
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


def test_the_page_for_who_answers_afterwards_stays_under_its_ceiling(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    meeting = _full(Mode.OPEN, RoundState.SHOWN)
    until = timezone.now() + timedelta(days=7)
    Meeting.objects.update(state=MeetingState.CLOSED.value, late_until=until)
    address = reverse("late", args=[late_link(meeting.pk, "GM0828")]) + "?vraag=7"
    client.get(address)
    with django_assert_max_num_queries(6):
        assert client.get(address).status_code == 200
