"""Screens follow a meeting on a server that runs: each sees every change, whatever happens to the server meanwhile."""

import os

import psycopg
import pytest
from django.db import connection
from django.db.models import F

from checklist.models import Meeting
from tests.dossiers import make_dossier
from tests.live import Browser, Server, served
from tests.meetings import make_meeting
from tests.screens import Followed, Screens
from tests.served.test_failing_database import nothing_can_be_saved

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

SCREENS = 40
ROOMS = ("phone_token", "screen_token", "chair_token")


def addresses_of(meeting: Meeting, number: int = SCREENS) -> list[str]:
    """What so many screens ask, of each room in turn."""
    return [f"/live/{getattr(meeting, ROOMS[at % len(ROOMS)])}/" for at in range(number)]


def following(server: Server, meeting: Meeting) -> Screens:
    """Screens that follow a meeting until each shows a version."""
    return Screens(server.socket, addresses_of(meeting), pause=0.5)


def change(meeting: Meeting) -> int:
    """As an act does; the version that there is now."""
    Meeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1)
    meeting.refresh_from_db()
    connection.close()
    return meeting.version


def seen(followed: Followed, version: int) -> int:
    """How many screens had this version."""
    return sum(etag.split("-")[1] == str(version) for etag, _ in followed.seen)


def etags(server: Server, meeting: Meeting) -> list[str]:
    """The versions that each room is given now."""
    return [Browser(server).get(address).headers["ETag"] for address in addresses_of(meeting, len(ROOMS))]


def test_every_screen_sees_a_change_on_whatever_server() -> None:
    meeting = make_meeting(make_dossier())
    connection.close()
    with served() as one, served() as other, following(one, meeting) as screens, following(other, meeting) as others:
        versions = [change(meeting) for _ in range(3)]
        followed = [each.until(versions[-1]) for each in (screens, others)]
    for each in followed:
        assert set(each.statuses) == {200, 304}
        assert seen(each, versions[-1]) == SCREENS
        assert each.statuses[304] >= SCREENS
        assert each.statuses[200] <= SCREENS * (1 + len(versions))


def test_two_servers_and_their_processes_say_the_same_of_a_version() -> None:
    meeting = make_meeting(make_dossier())
    connection.close()
    with served() as one, served() as other:
        told = etags(one, meeting)
        for server in (one, other):
            for _ in range(8):
                for address, etag in zip(addresses_of(meeting, len(ROOMS)), told, strict=True):
                    assert Browser(server).get(address, {"If-None-Match": etag}).status == 304


def test_a_server_that_was_killed_goes_on_where_the_meeting_is() -> None:
    meeting = make_meeting(make_dossier())
    connection.close()
    with served(workers=1) as server, following(server, meeting) as screens:
        server.kill()
        screens.wait_until_lost()
        version = change(meeting)
        server.start()
        followed = screens.until(version)
    assert set(followed.statuses) == {0, 200, 304}
    assert seen(followed, version) == SCREENS


def test_a_database_that_lets_nobody_in_for_a_while_costs_no_screen() -> None:
    meeting = make_meeting(make_dossier())
    with served(workers=1) as server:
        before = etags(server, meeting)
        with nothing_can_be_saved(server):
            replies = [Browser(server).get(address) for address in addresses_of(meeting)]
        assert etags(server, meeting) == before
    if connection.vendor == "sqlite":
        assert {reply.status for reply in replies} == {200}
    else:
        assert {(reply.status, reply.content, reply.headers["Retry-After"]) for reply in replies} == {(503, b"", "2")}


@pytest.mark.only_on("postgresql")  # a file has no list of who has it open
def test_the_screens_open_no_connections_of_their_own() -> None:
    meeting = make_meeting(make_dossier())
    with served(workers=1) as server:
        etags(server, meeting)
        before = sessions()
        for _ in range(10):
            etags(server, meeting)
        assert before <= sessions()


def sessions() -> set[int]:
    """The processes of PostgreSQL that serve the database of the tests, but for our own."""
    name = connection.settings_dict["NAME"]
    connection.close()
    with psycopg.connect(os.environ["TEST_DATABASE_URL"]) as beside:
        rows = beside.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", [name])
        return {pid for (pid,) in rows}
