"""A character that our fonts lack is a square in the document, and the last page says so (rule 8)."""

import unicodedata

import pytest

from checklist.export.pdf import engine
from checklist.export.pdf.characters import SQUARE, available_characters, replace_missing
from tests.export import samples
from tests.export.structure import read_structure
from tests.export.verslag import verslag_html

ABC = frozenset(map(ord, "abc "))


def test_missing_characters_become_squares_and_are_told() -> None:
    assert replace_missing("a☃b 消 c", ABC) == (f"a{SQUARE}b {SQUARE} c", frozenset("☃消"))


def test_joiners_and_variation_selectors_disappear_without_a_square() -> None:
    assert replace_missing("a\u200db\ufe0fc", ABC) == ("abc", frozenset())


def test_a_text_with_all_its_characters_comes_through_unchanged() -> None:
    text = "Ł ć → ≤ ✓ ½ € “aanhaling”\nbïjzonder"
    assert replace_missing(text, available_characters()) == (text, frozenset())


def test_the_fonts_have_every_letter_of_western_and_eastern_europe() -> None:
    letters = [chr(code) for code in range(0xA0, 0x180) if unicodedata.category(chr(code)).startswith("L")]
    old = {"ŉ", "ſ"}
    assert [letter for letter in letters if ord(letter) not in available_characters()] in ([], sorted(old))


def test_the_last_page_names_the_missing_characters_and_a_usual_document_has_no_such_page(short: str) -> None:
    html = verslag_html(samples.strange())
    assert "U+1F692" in html.partition('id="tekens"')[2]
    assert "🚒" not in html
    assert 'id="tekens"' not in short


@pytest.mark.slow
def test_the_pdf_shows_a_square_for_each_missing_character() -> None:
    text = read_structure(engine.write_pdf(verslag_html(samples.strange()))).root.text
    assert f"Brandweer {SQUARE}{SQUARE} en {SQUARE}{SQUARE}, " in text
