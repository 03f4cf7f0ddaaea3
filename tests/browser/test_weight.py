"""What pages weigh on the line, compressed, headers included."""

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Dossiers, Users
from tests.browser.server import Server
from tests.browser.visitor import MODELS
from tests.export import samples

pytestmark = pytest.mark.browser

KB = 1024
# All of it: the page, stylesheets, scripts, font and icons.
FIRST_VISIT = 70 * KB
LATER_PAGE, LATER_QUESTION = 15_000, 8 * KB
# What the corrected texts, the agreements and the list of terms make a whole document heavier: text, and nothing else.
TEXTS_OF_THE_DOCUMENT = 2_500
# What the tables below the outcome weigh, with everything that the booklet says of each choice.
TABLES_OF_THE_OUTCOME = 6 * KB
# The regiostaf as a picture, and as a list for who doesn't see it.
DRAWING = 2 * KB
# What the voorstel has besides: the besluitpad as a time line, the concept-reglement, which is text and styles, and the
# ways to the other readings.
APPENDICES = 1 * KB + 2 * KB + KB // 4
WHOLE_DOCUMENT = ("/advies/", "/vaststellen/")
# The form that settles, and what is still open.
SETTLING = 2 * KB
PAGES = [
    "/",
    "/dossier/nieuw/",
    "/dossier/{full}/",
    "/dossier/{full}/links/",
    "/dossier/{full}/gegevens/",
    "/dossier/{full}/controle/",
    "/dossier/{full}/uitkomst/",
    "/dossier/{half}/uitkomst/",
    "/dossier/{full}/beeld/?model=managementraad",
    "/dossier/{half}/advies/",
    "/dossier/{half}/vaststellen/",
    "/dossier/{full}/vastgesteld/",
    "/begrippen/",
    "/modellen/",
    *(f"/modellen/{slug}/" for slug in MODELS),
]


def received(page: Page, address: str) -> int:
    """Open an address and return the bytes that came over the line for it, from the cache none."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    sizes: list[float] = []
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok
    page.evaluate("document.fonts.ready.then(() => true)")
    client.detach()
    return int(sum(sizes))


@pytest.mark.parametrize("address", ["/", "/dossier/{full}/vraag/1/", "/dossier/{full}/", "/dossier/{full}/controle/"])
def test_first_visit_is_light(users: Users, dossiers: Dossiers, address: str) -> None:
    assert received(users.open(), address.format(**vars(dossiers))) <= FIRST_VISIT


def test_who_comes_for_the_outcome_alone_gets_its_tables_on_top(users: Users, dossiers: Dossiers) -> None:
    assert received(users.open(), f"/dossier/{dossiers.full}/uitkomst/") <= FIRST_VISIT + TABLES_OF_THE_OUTCOME


@pytest.fixture(scope="module")
def returning(chromium: Browser, server: Server, dossiers: Dossiers) -> Iterator[Page]:
    """A page of somebody who was here before: stylesheets, font, scripts and icons are in the cache, those of the
    meeting's screens too."""
    users = Users(chromium, server)
    page = users.open()
    seen = (
        f"/dossier/{dossiers.full}/vraag/2/",
        *(f"/dossier/{dossiers.empty}/{name}/" for name in ("controle", "beeld", "uitkomst", "gegevens")),
    )
    for address in ("/", *seen):
        page.goto(address, wait_until="networkidle")
    yield page
    users.close()


@pytest.mark.parametrize("address", PAGES)
def test_later_page_is_light(returning: Page, dossiers: Dossiers, address: str) -> None:
    drawn = DRAWING * address.endswith(("/uitkomst/", *WHOLE_DOCUMENT))
    most = (
        LATER_PAGE
        + drawn
        + APPENDICES * address.endswith(WHOLE_DOCUMENT)
        + SETTLING * address.endswith("/vaststellen/")
    )
    assert received(returning, address.format(**vars(dossiers))) <= most


@pytest.mark.parametrize("number", range(1, 13))
def test_a_question_after_another_is_lighter_still(returning: Page, dossiers: Dossiers, number: int) -> None:
    assert received(returning, f"/dossier/{dossiers.full}/vraag/{number}/") <= LATER_QUESTION


def test_advies_weighs_no_more_than_a_page_and_the_words_of_the_kring(returning: Page, dossiers: Dossiers) -> None:
    """A kring may write twenty-four texts of 10,000 characters; only what comes on top is ours to keep light. The whole
    document is on this page, with its pictures and the texts of the content that go with the choices. One comes there
    from another page of the dossier."""
    returning.goto(f"/dossier/{dossiers.full}/")
    ours = received(returning, f"/dossier/{dossiers.full}/advies/") - words_of_the_kring()
    assert ours <= LATER_PAGE + DRAWING + TEXTS_OF_THE_DOCUMENT + APPENDICES


def test_who_comes_for_the_advies_alone_gets_the_whole_document_on_top(users: Users, dossiers: Dossiers) -> None:
    ours = received(users.open(), f"/dossier/{dossiers.full}/advies/") - words_of_the_kring()
    assert ours <= FIRST_VISIT + TEXTS_OF_THE_DOCUMENT + APPENDICES


def words_of_the_kring() -> int:
    """What the texts that were typed weigh by themselves."""
    typed = "\n".join(samples.example("vol").typed_texts)
    return len(gzip.compress(typed.encode(), 6))
