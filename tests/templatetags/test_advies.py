"""What the templates of the voorstel make of numbers, amounts and texts."""

import re
from decimal import Decimal

import pytest
from django.template import Context, Template

from checklist.domain.decision_content import Organ
from checklist.domain.typed import Typed
from checklist.templatetags import advies


@pytest.mark.parametrize(
    ("euros", "said"),
    [("42000", "€\u00a042.000"), ("1234.5", "€\u00a01.234,50"), ("0", "€\u00a00"), ("24000.00", "€\u00a024.000")],
)
def test_an_amount_has_its_euro_and_dutch_signs(euros: str, said: str) -> None:
    assert advies.amount(Decimal(euros)) == said


def words(html: str) -> str:
    """What is read of links."""
    return re.sub("<[^>]*>", "", html)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (["2.1"], "2.1"),
        (["2.13", "2.16"], "2.13 en 2.16"),
        (["2.1", "2.2"], "2.1 en 2.2"),
        (["2.1", "2.2", "2.3"], "2.1 tot en met 2.3"),
        (["4.1.5", "4.2.5", "4.4.4"], "4.1.5, 4.2.5 en 4.4.4"),
        (["2.8", "2.9", "2.10", "C.1"], "2.8 tot en met 2.10 en C.1"),
        ([], ""),
    ],
)
def test_numbers_in_a_sentence_are_links_and_a_run_is_a_range(numbers: list[str], said: str) -> None:
    html = advies.references_in_a_row(numbers)
    assert words(html) == said
    assert html.count("<a ") == html.count('href="#p')


def test_numbers_within_words_become_links() -> None:
    assert words(advies.linked("2.1 tot en met 2.3 & C.4")) == "2.1 tot en met 2.3 &amp; C.4"
    assert advies.linked("2.1 tot en met 2.3").count("<a ") == 2


def test_the_sign_of_a_source_is_read_aloud_as_its_number() -> None:
    assert 'href="#bron-3" aria-label="bron 3">3</a></sup>' in advies.source_sign(3)


@pytest.mark.parametrize(
    ("organ", "said"),
    [(Organ.AB, "het algemeen bestuur"), (Organ.COLLEGES, "de colleges"), (Organ.DB, "het dagelijks bestuur")],
)
def test_an_organ_has_its_article(organ: Organ, said: str) -> None:
    assert advies.organ_name(organ) == said


@pytest.mark.parametrize(
    ("piece", "html"),
    [
        (Typed("Kom < u?\nJa."), '<span data-van="kring">Kom &lt; u?<br>Ja.</span>'),
        ((Typed("Wij."), Typed("", ("een", "twee"))), '<span data-van="kring">Wij. een twee</span>'),
        ("Van ons & u.", "Van ons &amp; u."),
        (Typed(""), '<span class="vs-muted">niet ingevuld</span>'),
        ("", '<span class="vs-muted">niet ingevuld</span>'),
    ],
)
def test_a_text_says_whose_it_is_or_that_it_is_not_filled_in(piece: Typed | tuple[Typed, ...] | str, html: str) -> None:
    assert advies.said(piece) == html


def test_every_text_in_the_block_is_typeset_and_no_attribute() -> None:
    source = """{% load advies %}{% typeset %}<p title='art. 2'>{{ typed }} 'zo' op 3 maart 2027</p>{% endtypeset %}"""
    made = Template(source).render(Context({"typed": '<b> "art. 24"'}))
    assert made == "<p title='art. 2'>&lt;b&gt; “art.\u00a024” ‘zo’ op 3\u00a0maart 2027</p>"
