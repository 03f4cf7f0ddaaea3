"""Somebody asks too much of the product as it runs: he is limited with a clear page, others are unharmed."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle

import pytest

from checklist.models import Dossier
from tests.dossiers import CLASHING, make_dossier, question_url
from tests.live import Browser, Reply, Server, served
from tests.pages import Page

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ATTACKER, OTHER = "192.0.2.1", "198.51.100.9"
DETAILS = {"title": "Nieuw", "veiligheidsregio": "VR21", "date": "2026-11-24"}
# What a host behind a proxy has unless its settings say otherwise (deploy/production.env.example).
LIMITS = {
    "BEHIND_PROXY": "true",
    "NEW_DOSSIERS_PER_ADDRESS": "20",
    "NEW_DOSSIERS_PER_NETWORK": "100",
    "NEW_DOSSIERS_IN_ALL": "150000",
    "RENDERINGS_PER_ADDRESS": "60",
    "RENDERINGS_IN_ALL": "600",
    "WRONG_SIGN_INS_PER_NAME": "10",
    "WRONG_SIGN_INS_PER_ADDRESS": "20",
}
# How many pages another visitor must get while somebody asks too much: the machine may be slow, but is so for both.
PAGES_MEANWHILE = 5


@pytest.fixture
def server() -> Iterator[Server]:
    with served(settings=LIMITS) as running:
        yield running


def press(server: Server, address: str, page: str, action: str, values: dict[str, str]) -> Reply:
    """Open a page and send one of its forms, as a browser of its own would."""
    browser = Browser(server, address)
    form = Page(browser.get(page)).form(action)
    return browser.post(form.action or page, form.values | values)


@contextmanager
def others_unharmed(server: Server, dossier: Dossier) -> Iterator[None]:
    """Another visitor goes on looking at pages while the block runs; some must come meanwhile, all with 200."""
    done = Future[None]()
    pages = cycle(["/", "/modellen/", "/dossier/nieuw/", question_url(dossier, 4), f"/dossier/{dossier.edit_key}/"])

    def visit() -> list[int]:
        browser = Browser(server, OTHER)
        seen = [browser.get(next(pages)).status]
        while not done.done():
            seen.append(browser.get(next(pages)).status)
        return seen

    with ThreadPoolExecutor(1) as pool:
        visitor = pool.submit(visit)
        try:
            yield
        finally:
            done.set_result(None)
        seen = visitor.result()
    assert set(seen) == {200}
    assert len(seen) > PAGES_MEANWHILE, "others had to wait until it was over"


def all_at_once(count: int, threads: int, ask: Callable[[int], Reply]) -> list[Reply]:
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(ask, range(count)))


def statuses(replies: list[Reply]) -> Counter[int]:
    return Counter(reply.status for reply in replies)


def assert_clear(reply: Reply, said: str) -> None:
    assert said in Page(reply).text
    assert 0 < int(reply.headers["Retry-After"]) <= 24 * 3600


def test_two_hundred_new_dossiers_from_one_address(server: Server) -> None:
    dossier = make_dossier(CLASHING)
    with others_unharmed(server, dossier):
        replies = all_at_once(200, 8, lambda _: press(server, ATTACKER, "/dossier/nieuw/", "", DETAILS))
    # All in one stretch of ten minutes, or around the turn of two.
    made = statuses(replies)[302]
    assert statuses(replies) == {302: made, 429: 200 - made}
    assert made in range(20, 41)
    assert Dossier.objects.count() == made + 1
    assert_clear(next(reply for reply in replies if reply.status == 429), "veel dossiers gemaakt")
    assert press(server, OTHER, "/dossier/nieuw/", "", DETAILS).status == 302


def test_new_dossiers_from_all_addresses_of_a_network(server: Server) -> None:
    dossier = make_dossier(CLASHING)
    with others_unharmed(server, dossier):
        replies = all_at_once(250, 8, lambda n: press(server, f"192.0.2.{n}", "/dossier/nieuw/", "", DETAILS))
    made = statuses(replies)[302]
    assert statuses(replies) == {302: made, 429: 250 - made}
    assert made in range(100, 201)  # more than 100 only when the day turns meanwhile
    assert Dossier.objects.count() == made + 1
    assert press(server, OTHER, "/dossier/nieuw/", "", DETAILS).status == 302


def test_ten_documents_of_one_dossier_at_once(server: Server) -> None:
    dossier, elsewhere = make_dossier(CLASHING), make_dossier(CLASHING)
    advies, of_other = (f"/lezen/{one.read_key}/advies/" for one in (dossier, elsewhere))
    with others_unharmed(server, dossier), ThreadPoolExecutor(1) as pool:
        attack = pool.submit(all_at_once, 10, 10, lambda _: press(server, ATTACKER, advies, "/voorstel.pdf", {}))
        assert press(server, OTHER, of_other, "/voorstel.pdf", {}).status == 200
        replies = attack.result()
    made = [reply for reply in replies if reply.status == 200]
    # One is made, one waits for it; who comes when it is there gets it too.
    assert made
    assert all(reply.content.startswith(b"%PDF-") for reply in made)
    for reply in replies:
        if reply not in made:
            assert reply.status == 503
            assert_clear(reply, "Er worden op dit moment al andere documenten gemaakt.")
    assert press(server, OTHER, advies, "/voorstel.pdf", {}).status == 200


def test_thirty_wrong_sign_ins(server: Server) -> None:
    dossier = make_dossier(CLASHING)
    guess = {"username": "beheerder", "password": "geraden"}
    with others_unharmed(server, dossier):
        replies = all_at_once(30, 8, lambda _: press(server, ATTACKER, "/beheer/login/", "/beheer/login/", guess))
    looked_at = statuses(replies)[200]
    assert statuses(replies) == {200: looked_at, 429: 30 - looked_at}
    assert looked_at in range(10, 21)  # ten in a quarter; twice that when the quarter turns meanwhile
    assert_clear(next(reply for reply in replies if reply.status == 429), "een verkeerd wachtwoord ingevuld")
    assert press(server, OTHER, "/beheer/login/", "/beheer/login/", guess).status == 200


def test_the_server_logs_no_key_of_what_it_refused(server: Server) -> None:
    dossier = make_dossier()
    browser = Browser(server, ATTACKER)
    assert browser.get(f"/dossier/{dossier.edit_key}/bestaat-niet/").status == 404
    assert browser.post(f"/dossier/{dossier.edit_key}/voorstel.pdf", {}).status == 403
    assert browser.post(question_url(dossier, 1), {"wizard_goto_step": "2"}).status == 403
    server.stop()
    log = server.log.read_text(encoding="utf-8")
    assert dossier.edit_key not in log
