"""Tabs that save at the same moment, on the server as it really runs: nothing is lost, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.urls import reverse

from checklist.domain.dossier import Action
from checklist.models import Dossier, KeptTension
from tests.dossiers import CLASHING, TENSION, choice, make_dossier, question_url
from tests.live import Browser, Reply, Server, served
from tests.pages import Page
from tests.views.agenda import keep, plan, row

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


ROUNDS = 40


OK, CONFLICT = 302, 409


@pytest.fixture
def server(transactional_db: None) -> Iterator[Server]:
    with served() as running:
        yield running


def at_the_same_moment(browser: Browser, *posts: tuple[str, dict[str, Any]]) -> list[Reply]:
    """Send the forms of several tabs of one browser together."""
    barrier = Barrier(len(posts))

    def send(address: str, values: dict[str, Any]) -> Reply:
        barrier.wait()
        return browser.post(address, values)

    with ThreadPoolExecutor(len(posts)) as tabs:
        return [tab.result() for tab in [tabs.submit(send, *post) for post in posts]]


def filled_in(browser: Browser, dossier: Dossier, number: int, text: str) -> tuple[str, dict[str, Any]]:
    """A tab in which a question was opened and a motivation was typed."""
    address = question_url(dossier, number)
    return address, Page(browser.get(address)).form().values | {f"{number}-motivation": [text]}


def test_two_tabs_on_different_questions_lose_nothing(server: Server) -> None:
    dossier, browser = make_dossier(), Browser(server)
    for at in range(ROUNDS):
        one, other = at % 12 + 1, (at + 1 + at // 12) % 12 + 1
        assert one != other
        tabs = [filled_in(browser, dossier, number, f"Ronde {at}, vraag {number}") for number in (one, other)]
        assert [reply.status for reply in at_the_same_moment(browser, *tabs)] == [OK, OK]
        for number in (one, other):
            assert choice(dossier, number).motivation == f"Ronde {at}, vraag {number}"
    assert sum(row.version for row in dossier.choices.all()) == 2 * ROUNDS


def test_two_tabs_on_the_same_question_save_one_and_show_the_other_both_texts(server: Server) -> None:
    dossier, browser = make_dossier(), Browser(server)
    for at in range(ROUNDS):
        number = at % 12 + 1
        before = choice(dossier, number).version
        texts = [f"Ronde {at}, tab {tab}" for tab in (1, 2)]
        replies = at_the_same_moment(browser, *(filled_in(browser, dossier, number, text) for text in texts))
        assert sorted(reply.status for reply in replies) == [OK, CONFLICT]
        first = [reply.status for reply in replies].index(OK)
        stored = choice(dossier, number)
        assert (stored.motivation, stored.version) == (texts[first], before + 1)
        (merged,) = Page(replies[1 - first]).form("botsing/").values["motivation"]
        assert merged == f"{texts[first]}\r\n\r\n{texts[1 - first]}"
    assert dossier.edit_key not in server.log.read_text(encoding="utf-8")


def test_two_tabs_that_save_the_same_both_succeed(server: Server) -> None:
    dossier, browser = make_dossier(), Browser(server)
    for number in range(1, 13):
        tabs = [filled_in(browser, dossier, number, "Samen bedacht") for _ in range(2)]
        assert [reply.status for reply in at_the_same_moment(browser, *tabs)] == [OK, OK]
        assert choice(dossier, number).version == 1


def test_two_tabs_that_keep_the_same_tension_save_one_and_show_the_other_both_texts(server: Server) -> None:
    dossier, browser = make_dossier(CLASHING), Browser(server)
    address = reverse("check", args=[dossier.edit_key])
    for _ in range(12):
        values = Page(browser.get(address)).form().values
        replies = at_the_same_moment(browser, *((address, keep(values, text)) for text in ("Een", "Twee")))
        assert sorted(reply.status for reply in replies) == [OK, CONFLICT]
        kept = KeptTension.objects.get(dossier=dossier)
        page = Page(next(reply for reply in replies if reply.status == CONFLICT))
        mine = "Twee" if kept.motivation == "Een" else "Een"
        assert f"Intussen opgeslagen door een ander: toch zo laten, want: {kept.motivation}" in page.text
        assert page.form().values[f"spanning-{TENSION}-motivation"] == [mine]
        kept.delete()


def test_two_tabs_that_change_the_same_action_save_one_and_show_the_other_both_texts(server: Server) -> None:
    dossier, browser = make_dossier(CLASHING, actions=(Action("2a+5a", "Begin"),)), Browser(server)
    address = reverse("check", args=[dossier.edit_key])
    for at in range(12):
        values = Page(browser.get(address)).form().values
        texts = [f"Ronde {at}, tab {tab}" for tab in (1, 2)]
        replies = at_the_same_moment(browser, *((address, plan(values, "2a+5a", text)) for text in texts))
        assert sorted(reply.status for reply in replies) == [OK, CONFLICT]
        first = [reply.status for reply in replies].index(OK)
        page = Page(replies[1 - first])
        assert f"Intussen opgeslagen door een ander: Wat: {texts[first]}" in page.text
        again = page.form().values
        assert again[f"{row(again, '2a+5a')}-what"] == [texts[1 - first]]
        assert dossier.actions.get().what == texts[first]


def test_two_tabs_that_change_the_title_page_save_one_and_show_the_other_both_titles(server: Server) -> None:
    dossier, browser = make_dossier(), Browser(server)
    address = reverse("dossier-title-page", args=[dossier.edit_key])
    for at in range(12):
        values = Page(browser.get(address)).form("gegevens/").values
        titles = [f"Ronde {at}, tab {tab}" for tab in (1, 2)]
        replies = at_the_same_moment(browser, *((address, values | {"title": [title]}) for title in titles))
        assert sorted(reply.status for reply in replies) == [OK, CONFLICT]
        dossier.refresh_from_db()
        first = [reply.status for reply in replies].index(OK)
        assert dossier.title == titles[first]
        page = Page(replies[1 - first])
        assert titles[first] in page.text
        assert page.form("gegevens/").values["title"] == [titles[1 - first]]
