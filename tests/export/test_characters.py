"""A character that our fonts lack is a square in the document, and the last page says so (rule 8)."""

import subprocess
import unicodedata
from pathlib import Path

import pytest

from checklist.export.pdf import engine
from checklist.export.pdf.characters import SQUARE, available_characters, replace_missing
from tests.export import samples
from tests.export.structure import read_structure
from tests.export.verapdf import failures
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


@pytest.mark.parametrize("name", ["Γιώργος Παπαδόπουλος", "Володимир Їжак", "אבי כהן", "בן־דוד", "צ׳רלי"])
def test_a_greek_cyrillic_or_hebrew_name_is_there_in_its_own_letters(name: str) -> None:
    name = name.replace("׳", "\u05f3")
    assert replace_missing(name, available_characters()) == (name, frozenset())


@pytest.mark.parametrize(
    ("name", "shown"),
    [("محمد", SQUARE * 4), ("שָׁלוֹם", f"ש{SQUARE * 2}לו{SQUARE}ם"), ("消防", SQUARE * 2)],
    ids=["Arabic", "points of Hebrew", "Chinese"],
)
def test_letters_that_a_pdf_does_not_give_back_as_typed_are_squares(name: str, shown: str) -> None:
    assert replace_missing(name, available_characters())[0] == shown


@pytest.mark.pdfua
def test_names_in_three_scripts_pass_as_accessible_and_archival_and_are_copied_as_typed(tmp_path: Path) -> None:
    names = ["Γιώργος Παπαδόπουλος", "Володимир Їжак", "אבי כהן"]
    shell = '<!doctype html><html lang="nl"><title>Namen</title><h1>Namen</h1>'
    path = tmp_path / "names.pdf"
    path.write_bytes(engine.write_pdf(shell + "".join(f"<p>{name}, <strong>{name}</strong></p>" for name in names)))
    assert failures([path]) == ""
    copied = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert [copied.count(name) for name in names] == [2, 2, 2]


def test_the_last_page_names_the_missing_characters_and_a_usual_document_has_no_such_page(short: str) -> None:
    html = verslag_html(samples.strange())
    assert "U+1F692" in html.partition('id="tekens"')[2]
    assert "🚒" not in html
    assert 'id="tekens"' not in short


@pytest.mark.slow
def test_the_pdf_shows_a_square_for_each_missing_character() -> None:
    text = read_structure(engine.write_pdf(verslag_html(samples.strange()))).root.text
    assert f"Brandweer {SQUARE}{SQUARE} en {SQUARE}{SQUARE}, " in text
