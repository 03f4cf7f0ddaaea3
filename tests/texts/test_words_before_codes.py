"""No page shows the code of an option without its words (`tests.texts.blocks` says what stands beside a text): a code
stands in the same paragraph, item or row of a table as the words of its option, under a column headed by them, or in
what opens below a summary with them. 'Geen directe relatie' has its question."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from checklist.domain.dossier import Answer, Kept
from checklist.domain.dutch import capital
from tests.content import real_content
from tests.dossiers import CLASHING, full_dossier, make_dossier, question_body, question_url
from tests.entries import beheer_addresses, beheerders_browser, conflicts
from tests.texts.blocks import Block, blocks_of
from tests.urls_to_visit import named_visits, reading_visits

pytestmark = pytest.mark.django_db

# The law has such numbers too: 'Wgr art. 11a'.
CODE = re.compile(r"(?<![\w.,/-])(?<!art\. )(?:1[0-2]|[1-9])[a-d](?!\w)")
# Documents, in which codes are explained where they stand.
DOCUMENTS = {"advies", "settling", "voorstel-pdf", "verslag", "verslag-pdf", "worksheet"}
# How a field is filled in that takes codes.
INSTRUCTION = "Codes van opties, zoals "


def without_words(block: Block) -> list[str]:
    """The codes in a block that stand without the words of their option."""
    if block.own.startswith(INSTRUCTION):
        return []
    beside = block.beside.casefold()
    return [
        code
        for code in CODE.findall(block.own)
        if (option := real_content().option_of.get(code))
        and not any(words.casefold() in beside for words in (option.brief, capital(option.brief), option.label))
    ]


def without_question(block: Block) -> bool:
    """Whether 'geen directe relatie' stands there without its question: with whom there is none."""
    own = block.own
    for agreement in filter(None, (tension.agreement for tension in real_content().tensions)):
        own = own.replace(agreement, "")
    if not re.search(r"geen directe relatie(?! met )", own, re.IGNORECASE):
        return False
    of_whom = {real_content().question_of[number] for number in (3, 4, 5)}
    named = [words for question in of_whom for words in (question.short_name, question.label, question.heading)]
    return not any(words.casefold() in block.beside.casefold() for words in named)


@pytest.mark.parametrize(
    ("html", "codes"),
    [
        ("<p>Vraag 2: 2a.</p>", ["2a"]),
        ("<p>Vraag 2: 2a, advies aan het bestuur.</p>", []),
        ("<p>Advies aan het bestuur</p><p>2a</p>", ["2a"]),
        ("<li><span>2a</span> Advies aan het <b>bestuur</b></li>", []),
        ("<p>2a met 5a: advies aan het bestuur</p>", ["5a"]),
        ("<div><span>2a</span></div><div>advies aan het bestuur</div>", ["2a"]),
        ("<table><tr><td>advies aan het bestuur</td><td>past 2a</td></tr><tr><td>2a</td></tr></table>", ["2a"]),
        (
            "<table><thead><tr><th></th><th>CGS is voorzitter</th></tr></thead><tr><td></td><td>11c</td></tr></table>",
            [],
        ),
        ("<table><thead><tr><th>A</th><th>CGS is voorzitter</th></tr></thead><tr><td>11c</td></tr></table>", ["11c"]),
        ("<details><summary>Uitleg: CGS is voorzitter</summary><p>In het advies: keuze 11c.</p></details>", []),
        ("<ul><li>Opdracht<p>2a</p></li><li>Advies aan het bestuur<p>2a</p></li></ul>", ["2a"]),
        ("<dl><dt>Opdracht</dt><dd>2a</dd></dl>", ["2a"]),
        ("<p>Gemeentewet art. 107a, 13a en adres /2a.html</p><script>2a</script>", []),
        ('<p class="typed-text">Wij kiezen 2a.</p>', []),
    ],
)
def test_a_code_without_its_words_is_found(html: str, codes: list[str]) -> None:
    assert [code for block in blocks_of(html) for code in without_words(block)] == codes


def visits() -> Iterator[tuple[str, Any]]:
    """Every page of the site and of the beheer, with the answer; also pages that a POST shows."""
    clashing = make_dossier(CLASHING | {1: Answer(("1a", "1d"), "Eén.")}, (Kept("2a", "5a", "Met opzet."),))
    visitor = Client()
    for dossier in (full_dossier(), clashing):
        pages = [visit for name, of in named_visits(dossier).items() if name not in DOCUMENTS for visit in of]
        pages += [visit for visit in reading_visits(dossier) if not re.search("/(advies|verslag)", visit.address)]
        for visit in pages:
            if visit.html:
                yield visit.address, visitor.get(visit.address)
    posts = [*conflicts(clashing), (question_url(clashing, 7), question_body(7, "7a", "7b"))]
    yield from ((f"POST {address}", visitor.post(address, body)) for address, body in posts)
    beheerder = beheerders_browser()
    for path in (*beheer_addresses().values(), reverse("redactie")):
        # A preview shows a part of an advies.
        if "/voorbeeld/" not in path:
            yield path, beheerder.get(path)


@pytest.fixture(scope="module")
def all_blocks(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[tuple[str, Block]]:
    """Every piece of text of every page, with its address."""
    found = []
    with django_db_blocker.unblock(), transaction.atomic():
        for address, answer in visits():
            if answer.get("Content-Type", "").startswith("text/html"):
                place = re.sub(r"[\w-]{32}", "…", address)
                found += [(place, block) for block in blocks_of(answer.content.decode())]
        transaction.set_rollback(True)
    return found


def test_a_code_has_its_words_beside_it(all_blocks: list[tuple[str, Block]]) -> None:
    bare = {(address, block.own, *codes) for address, block in all_blocks if (codes := without_words(block))}
    assert sorted(bare) == []


def test_no_direct_relation_is_told_with_whom(all_blocks: list[tuple[str, Block]]) -> None:
    loose = {
        (address, block.own) for address, block in all_blocks if "/vraag/" not in address and without_question(block)
    }
    assert sorted(loose) == []


def test_pages_of_all_kinds_were_read(all_blocks: list[tuple[str, Block]]) -> None:
    text = " ".join(block.own for _, block in all_blocks)
    assert all(
        words in text for words in ("Botst of vraagt een afspraak", "Alle oordelen per model", "Welke twee opties")
    )
    assert len({code for _, block in all_blocks for code in CODE.findall(block.own)}) == 39
