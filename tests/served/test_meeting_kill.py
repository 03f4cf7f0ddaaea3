"""A server that is killed in mid-meeting: an answer that was confirmed is there, and the next one counts."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count

import pytest
from django.db import connection

from checklist.domain.meeting_record.words import Mode
from checklist.models import Answered, Meeting, Preference, Round, SecretBallot
from tests.dossiers import make_dossier
from tests.live import served
from tests.meetings import GEMEENTEN, make_meeting, make_round
from tests.served.phones import Phone, joined
from tests.waiting import wait_until

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

KILLS = 3
# Each changes its answer at most fifty times a round.
ANSWERS_BETWEEN_KILLS = 24
PHONES = GEMEENTEN[:6]


@dataclass
class Answering:
    """A phone that changes its answer again and again, until the server is gone."""

    phone: Phone
    round_id: int
    confirmed: str = ""
    tried: str = ""
    answers: int = 0

    def until_the_server_is_gone(self) -> None:
        """Send another reason each time; note what was confirmed, and what was tried."""
        try:
            for turn in count(self.answers):
                self.tried = f"{self.phone.gemeente}, {turn}"
                reply = self.phone.answer(self.round_id, {"A-keuze": "voor", "A-reden": self.tried})
                assert reply.status == 303
                self.confirmed = self.tried
                self.answers += 1
        except OSError:
            return


def stored(meeting: Meeting, of_round: Round) -> dict[str, str]:
    """The reasons that stand in the tables, by the gemeente that they name."""
    rows = Preference if meeting.mode == Mode.OPEN else SecretBallot
    reasons = [
        text for each in rows.objects.filter(round=of_round).values_list("reasons", flat=True) for text in each.values()
    ]
    return {text.split(",")[0]: text for text in reasons}


@pytest.mark.parametrize("mode", Mode)
def test_every_confirmed_answer_is_there_after_each_kill(mode: Mode) -> None:
    meeting = make_meeting(make_dossier(), mode)
    of_round = make_round(meeting, 7)
    connection.close()
    with served(workers=1) as server:
        phones = [Answering(joined(server, meeting, gemeente), of_round.pk) for gemeente in PHONES]
        for _ in range(KILLS):
            before = sum(phone.answers for phone in phones)
            with ThreadPoolExecutor(len(phones)) as pool:
                running = [pool.submit(phone.until_the_server_is_gone) for phone in phones]
                wanted = before + ANSWERS_BETWEEN_KILLS
                assert wait_until(lambda wanted=wanted: sum(phone.answers for phone in phones) >= wanted)  # type: ignore[misc]
                server.kill()
                for one in running:
                    one.result()
            server.start()
            found = stored(meeting, of_round)
            for phone in phones:
                # The last that was confirmed, or the one that was under way when the server was killed.
                assert found.get(phone.phone.gemeente, "") in {phone.confirmed, phone.tried}
            if mode == Mode.SECRET:
                assert Answered.objects.filter(round=of_round).count() == len(found)
