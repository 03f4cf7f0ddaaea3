"""A database that can't save or can't be reached while the product runs: no text is lost, and reading goes on where it
can. The failures are real: on SQLite no file of the server may grow, PostgreSQL lets nobody in."""

import os
import resource
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event

import psycopg
import pytest
from django.db import connection
from django.urls import reverse

from checklist.models import Dossier
from tests.dossiers import choice, make_dossier, question_url
from tests.live import Browser, Reply, Server, served
from tests.pages import Body, Page
from tests.waiting import wait_until

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

# Times thirteen forms: twelve questions and the title page.
DOSSIERS = 3
LONG = "Daarom kiest de kring hiervoor. " * 250


@contextmanager
def nothing_can_be_saved(server: Server) -> Iterator[None]:
    """The database fails for this server, for the block."""
    with (_no_room if connection.vendor == "sqlite" else _no_entry)(server):
        yield


@contextmanager
def _no_room(server: Server) -> Iterator[None]:
    """As on a full disk: the server's files can't grow. What stands in SQLite's journal is written into its file first,
    because room in the journal is used again."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()  # the server alone has the file
    before = {worker: resource.prlimit(worker, resource.RLIMIT_FSIZE) for worker in server.workers}
    for worker, (_, most) in before.items():
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (1, most))
    try:
        yield
    finally:
        for worker, limits in before.items():
            resource.prlimit(worker, resource.RLIMIT_FSIZE, limits)


@contextmanager
def _no_entry(_: Server) -> Iterator[None]:
    """As while PostgreSQL restarts: who is in is put out, also in the middle of a save, and nobody comes in."""
    name = connection.settings_dict["NAME"]
    quoted = connection.ops.quote_name(name)
    connection.close()
    # From another database: nobody shuts the one that he is in.
    with psycopg.connect(os.environ["TEST_DATABASE_URL"], autocommit=True) as beside:
        beside.execute(f"ALTER DATABASE {quoted} ALLOW_CONNECTIONS false")
        beside.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            beside.execute(f"ALTER DATABASE {quoted} ALLOW_CONNECTIONS true")


@dataclass(frozen=True)
class Typed:
    """A form with texts in it, open in a browser."""

    browser: Browser
    address: str
    values: Body
    texts: dict[str, str]

    def send(self) -> Reply:
        """Press the button."""
        return self.browser.post(self.address, self.values)


def question_texts(word: str) -> dict[str, str]:
    """Texts for a question's form, by the labels of their fields."""
    return {
        "Waarom kiest u dit?": f"{word}: {LONG}".strip(),
        "Wie denkt er anders over?": f"Niet {word}: {LONG}".strip(),
    }


def typed_question(browser: Browser, dossier: Dossier, number: int, word: str) -> Typed:
    """A question's form with texts of its own in it."""
    texts, address = question_texts(word), question_url(dossier, number)
    values = Page(browser.get(address)).form().values
    names = (f"{number}-motivation", f"{number}-minority")
    values |= {name: [text] for name, text in zip(names, texts.values(), strict=True)}
    return Typed(browser, address, values, texts)


def typed_title_page(browser: Browser, dossier: Dossier) -> Typed:
    """The form of a title page with a list of names in it."""
    address = reverse("dossier-title-page", args=[dossier.edit_key])
    names = "\n".join(f"Naam {at}, gemeente {'X' * 150}" for at in range(50))
    texts = {"Titel van het dossier": "Een andere titel", "Aanwezig": names}
    values = Page(browser.get(address)).form(address).values | {"title": ["Een andere titel"], "present": [names]}
    return Typed(browser, address, values, texts)


def pages_of(dossier: Dossier) -> list[str]:
    key = dossier.edit_key
    return [reverse(name, args=[key]) for name in ("dossier", "check", "outcome", "advies")] + [
        question_url(dossier, 1),
        "/",
    ]


def statuses(server: Server, addresses: list[str]) -> set[int]:
    """What all threads of the server answer to these."""
    with ThreadPoolExecutor(8) as pool:
        return {reply.status for reply in pool.map(lambda address: Browser(server).get(address), addresses * 8)}


def test_every_text_comes_back_and_is_saved_by_one_press_afterwards() -> None:
    dossiers = [make_dossier() for _ in range(DOSSIERS)]
    with served(workers=2) as server:
        browser = Browser(server)
        forms = [typed_question(browser, each, number, f"R{number}") for each in dossiers for number in range(1, 13)]
        forms += [typed_title_page(browser, each) for each in dossiers]
        with nothing_can_be_saved(server):
            replies = [form.send() for form in forms]
            read = statuses(server, pages_of(dossiers[0]))
        for form, reply in zip(forms, replies, strict=True):
            assert reply.status == 503
            assert int(reply.headers["Retry-After"]) > 0
            assert form.texts.items() <= Page(reply).texts_to_copy().items()
        assert read == ({200} if connection.vendor == "sqlite" else {503})
        for form, reply in zip(forms, replies, strict=True):
            again = Page(reply).form(form.address)
            assert browser.post(again.action, again.values).status == 302
    for dossier in dossiers:
        assert [choice(dossier, number).motivation.split(":")[0] for number in range(1, 13)] == [
            f"R{number}" for number in range(1, 13)
        ]
        dossier.refresh_from_db()
        assert dossier.title == "Een andere titel"


def test_a_save_that_is_cut_off_in_the_middle_loses_no_text() -> None:
    dossier = make_dossier()
    ended, saved, given_back = Event(), list[str](), list[str]()

    def save_until_the_end(typed: Typed, number: int) -> None:
        texts = typed.texts
        while not ended.is_set():
            reply = typed.send()
            if reply.status != 302:
                assert texts == Page(reply).texts_to_copy()
                given_back.append(typed.address)
                continue  # the same once more: it may have been saved after all, and then it is a success
            saved.append(typed.address)
            texts = question_texts(str(len(saved)))
            typed.values[f"{number}-version"] = [str(int(typed.values[f"{number}-version"][0]) + 1)]
            typed.values[f"{number}-motivation"] = [texts["Waarom kiest u dit?"]]
            typed.values[f"{number}-minority"] = [texts["Wie denkt er anders over?"]]

    with served(workers=2) as server, ThreadPoolExecutor(4) as pool:
        forms = {number: typed_question(Browser(server), dossier, number, "0") for number in (1, 2, 3, 4)}
        running = [pool.submit(save_until_the_end, typed, number) for number, typed in forms.items()]
        try:
            for turn in range(1, 6):
                assert wait_until(lambda: len(saved) >= 10 * turn)  # noqa: B023 - asked in this turn
                before = len(given_back)
                with nothing_can_be_saved(server):
                    assert wait_until(lambda: len(given_back) >= before + 4)  # noqa: B023
        finally:
            ended.set()
        for each in running:
            each.result()
    for number, typed in forms.items():
        confirmed = int(typed.values[f"{number}-version"][0])
        # One more when the last answer was an error about a save that had been made.
        assert choice(dossier, number).version in {confirmed, confirmed + 1}
