"""The concept-reglement as HTML: its parts in their order, whose words they are, and what stands in its way."""

import re
from dataclasses import replace
from html import unescape

import pytest

from checklist.domain.advies.reading import Reading
from checklist.domain.decision.reglement.value import Article, Lid, Reglement
from checklist.export.html import advies_html
from checklist.templatetags.reglement import stays_whole
from tests.export.reglementen import ARTICLES, REGLEMENT, ours, with_reglement

# A document of its own, and a part of appendix C.
READINGS = (Reading.REGLEMENT, Reading.VOORSTEL)
MARK = "concept, nog te toetsen door een jurist"


def html_of(reading: Reading, reglement: Reglement = REGLEMENT) -> str:
    """The reglement in a document of this reading."""
    html = advies_html(with_reglement(reglement), reading)
    return html.partition('<div class="vs-reglement">')[2].partition('id="bijlage-d"')[0]


def text_of(html: str) -> str:
    """What is read, with single spaces."""
    return " ".join(unescape(re.sub("<[^>]*>", "", html)).split())


def found(pattern: str, html: str) -> list[str]:
    """The text of each match."""
    return [text_of(match) for match in re.findall(pattern, html, flags=re.DOTALL)]


def article(html: str, number: int) -> str:
    """The section of one article."""
    return next(part for part in html.split("<section")[1:] if f'id="artikel-{number}"' in part)


@pytest.mark.parametrize("reading", READINGS)
def test_its_parts_stand_in_their_order(reading: Reading) -> None:
    text = text_of(html_of(reading))
    parts = [
        "Dit reglement kan zo niet worden vastgesteld: de keuzes",
        "Let op:",
        "De kring van gemeentesecretarissen in Veiligheidsregio Brabant-Noord,",
        "spreekt het volgende reglement af:",
        *(f"Artikel {one.number}. {one.heading}" for one in ARTICLES),
        "Vastgesteld in de vergadering van 24 november 2026.",
        "De voorzitter van de veiligheidsregio,",
        "De burgemeester van",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(("reading", "level"), [(Reading.REGLEMENT, "2"), (Reading.VOORSTEL, "4")])
def test_each_article_is_a_heading(reading: Reading, level: str) -> None:
    headings = re.findall(r'<h(\d)[^>]* id="artikel-(\d+)"', html_of(reading))
    assert headings == [(level, str(one.number)) for one in ARTICLES]


@pytest.mark.parametrize("reading", READINGS)
def test_it_says_for_whom_it_is_and_that_a_lawyer_must_look_at_it(reading: Reading) -> None:
    html = html_of(reading)
    assert f'data-mark="{MARK}"' in html
    assert 'data-title="Reglement regiostaf Brabant-Noord"' in html
    assert f"dit is een {MARK}" in text_of(html)
    assert "Afspraak van de kring van gemeentesecretarissen, bekrachtigd door de colleges" in text_of(html)


def test_the_document_of_its_own_says_in_which_form_of_law_it_is_adopted() -> None:
    assert f"Rechtsvorm: {REGLEMENT.legal_form}" in text_of(html_of(Reading.REGLEMENT))


def test_the_number_of_a_clause_is_text_and_a_single_clause_has_none() -> None:
    html = html_of(Reading.REGLEMENT)
    clauses = {one.number: found(r'<p class="[^"]*vs-lid">(.*?)</p>', article(html, one.number)) for one in ARTICLES}
    assert clauses[2] == [
        "1. Er is een regiostaf in de veiligheidsregio.",
        "2. De regiostaf is ingesteld door de kring.",
    ]
    assert clauses[11] == ["De regiostaf werkt samen met de griffiers."]


def test_items_have_letters_and_defined_terms_have_none() -> None:
    html = html_of(Reading.REGLEMENT)
    tasks, terms = article(html, 3), article(html, 1)
    assert len(found(r'<ol class="vs-list vs-letters" type="a">(.*?)</ol>', tasks)) == 1
    assert len(found("<li>(.*?)</li>", tasks)) == 3
    assert found("<li><em>(.*?)</em>: ", terms) == ["colleges", "kring", "veiligheidsregio"]
    assert "<ol" not in terms


@pytest.mark.parametrize("reading", READINGS)
def test_what_the_kring_filled_in_is_marked_as_its_words(reading: Reading) -> None:
    html = html_of(reading)
    own = "De regiostaf begint zodra alle gemeenten hun bijdrage hebben toegezegd."
    said = found(r'<span data-van="kring">(.*?)</span>', html)
    assert said == ["drie", "1 april 2027", own, "24 november 2026"]


@pytest.mark.parametrize("reading", READINGS)
def test_a_gap_that_is_open_is_recognisable_with_and_without_colour(reading: Reading) -> None:
    gaps = found(r'<span class="vs-gap">(.*?)</span>', html_of(reading))
    assert gaps == ["[nog in te vullen: de zittingsduur]", "[nog in te vullen: de naam van de gemeente]"]


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        (0, "door een jurist."),
        (1, "door een jurist. Eén plek is nog open; zij staat tussen vierkante haken."),
        (2, "door een jurist. Twee plekken zijn nog open; zij staan tussen vierkante haken."),
        (13, "door een jurist. 13 plekken zijn nog open; zij staan tussen vierkante haken."),
    ],
)
def test_it_counts_the_gaps_at_its_head(gaps: int, said: str) -> None:
    html = html_of(Reading.REGLEMENT, replace(REGLEMENT, gaps=gaps))
    (box,) = found(r'<div class="vs-box vs-box--note">(.*?)</div>', html)
    assert box.endswith(said)


@pytest.mark.parametrize("reading", READINGS)
def test_above_an_article_that_is_stopped_stands_that_it_is(reading: Reading) -> None:
    html = html_of(reading)
    stopped = [one.number for one in ARTICLES if "Dit artikel kan zo niet worden" in article(html, one.number)]
    assert stopped == [2]
    section = article(html, 2)
    assert section.index("Dit artikel kan zo niet worden vastgesteld.") < section.index("<h")


def test_several_reasons_are_a_list() -> None:
    html = html_of(Reading.REGLEMENT, replace(REGLEMENT, stopped=("De een.", "de ander.")))
    assert found(r'vs-box--stop">\s*<p><strong>(.*?)</strong></p>\s*<ol', html) == [
        "Dit reglement kan zo niet worden vastgesteld:"
    ]
    assert found("<li>(.*?)</li>", html)[:2] == ["De een.", "De ander."]


@pytest.mark.parametrize("reading", READINGS)
def test_nothing_is_said_to_stop_what_nothing_stops(reading: Reading) -> None:
    free = replace(REGLEMENT, stopped=(), articles=tuple(replace(one, stopped=False) for one in ARTICLES))
    assert "kan zo niet" not in html_of(reading, free)


@pytest.mark.parametrize("reading", READINGS)
def test_each_who_signs_has_a_line_to_write_on(reading: Reading) -> None:
    signing = re.findall(r'<p class="vs-sign[^"]*">(.*?)</p>', html_of(reading))
    assert [block.count('<span class="vs-line">&nbsp;</span>') for block in signing] == [2, 1]


def test_what_each_article_is_for_stands_after_it_all_and_not_in_the_voorstel() -> None:
    text = text_of(html_of(Reading.REGLEMENT))
    signed, explained = text.index("De burgemeester van"), text.index("Toelichting per artikel")
    assert signed < explained < text.index("De begrippen staan op alfabet.")
    assert "Deze toelichting is van de makers van deze wijzer." in text
    assert "De begrippen staan op alfabet." not in text_of(html_of(Reading.VOORSTEL))


@pytest.mark.parametrize("reading", READINGS)
def test_without_articles_it_says_that_there_is_none_yet(reading: Reading) -> None:
    none = Reglement((), (), "", (), (), (), ())
    text = text_of(html_of(reading, none))
    assert "Er is nog geen concept-reglement." in text
    assert "vastgesteld" not in text.partition("Dit document.")[0]


LINE = (
    "Een zin van honderdtien tekens is zo lang als geen regel van dit document ooit kan zijn, want hij past er niet in."
)


@pytest.mark.parametrize(
    ("clauses", "whole"),
    [
        ([LINE[:110]] * 8, True),
        ([LINE[:110]] * 9, False),
        ([LINE[:110] * 4] * 2, True),
        ([LINE[:110] * 4, LINE[:110] * 4, "Eén."], False),
        ([], True),
    ],
)
def test_an_article_of_eight_lines_stays_whole(clauses: list[str], whole: bool) -> None:
    made = Article(1, "x", "X", tuple(Lid(number, ours(text)) for number, text in enumerate(clauses, 1)))
    assert stays_whole(made) is whole
