"""Two hundred phones answer twelve questions at once on two servers: each answer is stored, and none twice."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import cycle

import pytest
from django.db import connection

from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import Mode, RoundKind, Stance
from checklist.models import Answered, Meeting, Preference, Round, SecretBallot
from tests.dossiers import make_dossier
from tests.live import Server, served
from tests.meetings import GEMEENTEN, make_meeting, make_round
from tests.served.phones import Phone, joined

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

# Of eleven gemeenten each; every other one in secret mode.
MEETINGS = 18
QUESTIONS = range(1, 13)
STANCES = [stance.value for stance in Stance]
Rounds = dict[int, dict[int, int]]


def said_by(gemeente: str, question: int) -> str:
    """What a gemeente says of the first option: each something else, and of each question."""
    return STANCES[(GEMEENTEN.index(gemeente) + question) % len(STANCES)]


def polled_meetings() -> tuple[list[Meeting], Rounds]:
    """Meetings with all twelve questions open, and the rounds of each by question."""
    modes = cycle([Mode.OPEN, Mode.SECRET])
    meetings = [make_meeting(make_dossier(), next(modes), MeetingState.POLL) for _ in range(MEETINGS)]
    rounds = {
        meeting.pk: {
            question: make_round(meeting, question, attempt=0, kind=RoundKind.POLL.value).pk for question in QUESTIONS
        }
        for meeting in meetings
    }
    connection.close()
    return meetings, rounds


def phones_of(servers: list[Server], meetings: list[Meeting]) -> list[tuple[Meeting, Phone]]:
    """A phone for each gemeente of each meeting, on the servers in turn."""
    wanted = [(meeting, gemeente) for meeting in meetings for gemeente in GEMEENTEN]
    turns: Iterator[Server] = cycle(servers)
    with ThreadPoolExecutor(16) as pool:
        joining = [(meeting, pool.submit(joined, next(turns), meeting, gemeente)) for meeting, gemeente in wanted]
        return [(meeting, one.result()) for meeting, one in joining]


def test_two_hundred_phones_answer_twelve_questions_at_once() -> None:
    meetings, rounds = polled_meetings()

    def answer_all(meeting: Meeting, phone: Phone) -> set[int]:
        statuses = set()
        for question, round_id in rounds[meeting.pk].items():
            said = {"A-keuze": said_by(phone.gemeente, question), "A-reden": f"{phone.gemeente}, vraag {question}"}
            # Every third one is sent twice, as by a phone that heard no answer.
            times = 2 if (question + GEMEENTEN.index(phone.gemeente)) % 3 == 0 else 1
            statuses |= {phone.answer(round_id, said).status for _ in range(times)}
        return statuses

    with ExitStack() as stack:
        servers = [stack.enter_context(served()) for _ in range(2)]
        phones = phones_of(servers, meetings)
        with ThreadPoolExecutor(len(phones)) as pool:
            answered = [pool.submit(answer_all, meeting, phone) for meeting, phone in phones]
            assert {status for one in answered for status in one.result()} == {303}
    assert Preference.objects.count() == Answered.objects.count() == SecretBallot.objects.count()
    assert Preference.objects.count() == MEETINGS // 2 * len(GEMEENTEN) * len(QUESTIONS)
    for meeting in meetings:
        stored = stored_open(meeting) if meeting.mode == Mode.OPEN else stored_secret(meeting)
        assert stored == sent(meeting), meeting.mode


def sent(meeting: Meeting) -> Counter[tuple[int, str, str]]:
    """What was sent to a meeting, in each question: the stance and the reason."""
    return Counter(
        (question, said_by(gemeente, question), f"{gemeente}, vraag {question}")
        for question in QUESTIONS
        for gemeente in GEMEENTEN
    )


def stored_open(meeting: Meeting) -> Counter[tuple[int, str, str]]:
    """What is stored of it with names; each answer beside the gemeente that gave it."""
    fields = ("round__question", "participant__gemeente__code", "stances", "reasons")
    rows = [*Preference.objects.filter(round__meeting=meeting).values_list(*fields)]
    for question, gemeente, _, reasons in rows:
        assert [*reasons.values()] == [f"{gemeente}, vraag {question}"]
    return Counter(_first(question, stances, reasons) for question, _, stances, reasons in rows)


def stored_secret(meeting: Meeting) -> Counter[tuple[int, str, str]]:
    """What is stored of it without names."""
    rows = SecretBallot.objects.filter(round__in=Round.objects.filter(meeting=meeting))
    return Counter(_first(*row) for row in rows.values_list("round__question", "stances", "reasons"))


def _first(question: int, stances: dict[str, str], reasons: dict[str, str]) -> tuple[int, str, str]:
    ((stance,), (reason,)) = stances.values(), reasons.values()
    return question, stance, reason
