"""What an answer of a phone costs when two hundred answer at once, against a bare view that inserts a row."""

import itertools
from http import HTTPStatus

from django.core.signing import get_cookie_signer
from django.db import connection
from django.urls import reverse

from bench import serving, visits
from bench.fixed_floor import Compared, Measured, Round, Side, compare, floor_database
from bench.visits import Requests
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import Mode, RoundKind
from checklist.meeting.device import COOKIE
from checklist.models import Meeting
from tests.dossiers import make_dossier
from tests.meetings import GEMEENTEN, join, make_meeting, make_round

# Of eleven gemeenten each: 209 phones.
MEETINGS = 19
ROUND = Round(connections=MEETINGS * len(GEMEENTEN), requests=2_400, most=4, least=3, seconds=60.0)


def measure(mode: Mode) -> Compared:
    """Serve the product and the floor, and load them in turn: every phone answers the twelve questions of a poll."""
    meetings = [make_meeting(make_dossier(), mode, MeetingState.POLL) for _ in range(MEETINGS)]
    phones = [phone for meeting in meetings for phone in _phones(meeting)]
    connection.close()
    with serving.product() as product, serving.fixed_floor(floor_database()) as floor:
        answering = [_answers(*phone, product.port) for phone in phones]
        saving = [visits.floor_save(floor.port) for _ in phones]
        sides = (Side(product, answering, HTTPStatus.SEE_OTHER), Side(floor, saving, HTTPStatus.FOUND))
        for side in sides:
            side.load(ROUND, Measured())  # every process and thread has its connection and the content
        return compare(*sides, ROUND)


def _phones(meeting: Meeting) -> list[tuple[str, str, list[int]]]:
    """The address of the meeting, the cookie of a phone and the rounds that it answers, of each gemeente."""
    polls = [make_round(meeting, number, attempt=0, kind=RoundKind.POLL.value).pk for number in visits.NUMBERS]
    signer = get_cookie_signer(salt=f"{COOKIE}{meeting.pk}")
    address = reverse("participate", args=[meeting.pk])
    return [(address, f"{COOKIE}={signer.sign(join(meeting, gemeente))}", polls) for gemeente in GEMEENTEN]


def _answers(address: str, cookie: str, polls: list[int], port: int) -> Requests:
    """Another reason to each of the twelve questions, one after the other, for ever."""
    for turn in itertools.count():
        for poll in polls:
            said = {"ronde": [str(poll)], "A-keuze": ["voor"], "A-reden": [f"Reden {turn}."]}
            yield visits.sent_form(address, port, said, cookie)
