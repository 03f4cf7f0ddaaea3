"""PostgreSQL stops in the middle of a question, on a server of its own: open answers stay; secret ones stay when it was
stopped in order, and are asked again when it crashed."""

import signal
from collections.abc import Iterator

import pytest

from tests.postgres import Cluster
from tests.secrecy.own_server import DURABLE, end, own_server, shell

pytestmark = pytest.mark.slow

ANSWER = """
from checklist.domain.meeting_record.words import Mode
from checklist.models import Meeting
from tests.services.meeting.going import Going
Meeting.objects.all().delete()
for mode in Mode:
    going = Going(mode)
    asked = going.open(7)
    for gemeente in going.cookies:
        going.answer(asked, gemeente, "7a")
"""
LOOK = """
from checklist import selectors
from checklist.models import Meeting, Preference, SecretBallot
from checklist.services.meeting import counting
from checklist.services.meeting.errors import BallotsLostError
said = [Preference.objects.count(), SecretBallot.objects.count()]
for row in Meeting.objects.order_by("pk"):
    now = selectors.meeting_with_id(row.pk)
    dossier = selectors.dossier_with_key(row.dossier.edit_key)
    try:
        counting.close_round(dossier, now, now.open_round.id)
        said.append("closed")
    except BallotsLostError:
        said.append("asked again")
print(*said, sep=", ")
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    with own_server() as made:
        yield made


@pytest.mark.parametrize(
    ("how", "found"),
    [
        (signal.SIGINT, "3, 3, closed, closed"),
        (signal.SIGQUIT, "3, 0, closed, asked again"),
        (signal.SIGKILL, "3, 0, closed, asked again"),
    ],
    ids=["stopped in order", "stopped at once", "killed"],
)
def test_after_postgresql_stopped_open_answers_are_there_and_lost_ones_are_asked_again(
    server: Cluster, how: signal.Signals, found: str
) -> None:
    shell(server, ANSWER)
    end(server, how)
    server.serve(**DURABLE)
    assert shell(server, LOOK) == found
