"""Saved means saved (rule 1): a save that was confirmed is there after the server was killed in the middle."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from time import sleep

import pytest
from django.db import connection

from checklist.models import Dossier
from tests.dossiers import choice, make_dossier, question_url
from tests.live import Browser, Server, served
from tests.pages import Page
from tests.waiting import wait_until

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

KILLS = 20
TABS = 4
SAVES_PER_KILL = 10


@dataclass
class Tab:
    """Somebody who saves one question again and again, until the server is gone."""

    dossier: Dossier
    number: int
    texts: "count[int]" = field(default_factory=count)
    confirmed: str = ""
    tried: str = ""
    saves: int = 0

    def save_until_the_server_is_gone(self, server: Server) -> None:
        """Save a new text each time; note what was confirmed, and what was tried."""
        browser, address = Browser(server), question_url(self.dossier, self.number)
        try:
            values = Page(browser.get(address)).form().values
            while True:
                self.tried = f"Tekst {next(self.texts)}"
                reply = browser.post(address, values | {f"{self.number}-motivation": [self.tried]})
                assert reply.status == 302
                self.confirmed = self.tried
                self.saves += 1
                values[f"{self.number}-version"] = [str(int(values[f"{self.number}-version"][0]) + 1)]
        except OSError:
            return


def wait_for_saves(tabs: list[Tab], wanted: int) -> None:
    """Wait until the tabs together had so many saves confirmed."""
    assert wait_until(lambda: sum(tab.saves for tab in tabs) >= wanted), "the server confirms no saves"


def test_every_confirmed_save_is_there_after_twenty_kills() -> None:
    dossier = make_dossier()
    tabs = [Tab(dossier, number) for number in range(1, TABS + 1)]
    with served(workers=1) as server:
        for at in range(KILLS):
            before = sum(tab.saves for tab in tabs)
            with ThreadPoolExecutor(TABS) as pool:
                running = [pool.submit(tab.save_until_the_server_is_gone, server) for tab in tabs]
                wait_for_saves(tabs, before + SAVES_PER_KILL)
                sleep(at / 500)  # a save takes some 20 ms: each kill falls at another moment of it
                server.kill()
                for tab_run in running:
                    tab_run.result()
            server.start()
            for tab in tabs:
                # The last confirmed save is there, or the one that was under way when the server was killed.
                stored = choice(dossier, tab.number).motivation
                assert stored in {tab.confirmed, tab.tried}
                tab.confirmed = stored
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchall() == [("ok",)]
