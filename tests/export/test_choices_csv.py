"""The choices as a table: what stands in it, how spreadsheets read it, and that no cell becomes a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given

from checklist.domain.advies.value import Advies
from checklist.domain.dossier import Answer, DetailAnswer
from checklist.domain.text import clean_text
from checklist.export.choices_csv import HEADINGS, choices_csv, harmless
from tests.domain.advies.dossiers import example
from tests.export.samples import advies_of
from tests.strategies import PURE, typed_texts

FORMULA = '=HYPERLINK("https://example.nl";"Open")'


def table_of(advies: Advies) -> list[dict[str, str]]:
    """The rows as a reader of CSV finds them, by the heading of their columns."""
    text = choices_csv(advies).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def row_of(motivation: str) -> dict[str, str]:
    """The one row of a chosen option at question 1."""
    advies = advies_of("Proef", {1: Answer(("1a",), motivation)})
    return table_of(advies)[0]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        # A sign with which a formula starts
        (FORMULA, f"'{FORMULA}"),
        ("=1+1", "'=1+1"),
        ("+31 6", "'+31 6"),
        ("- een punt", "'- een punt"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tTekst", "'\tTekst"),
        ("\rTekst", "'\rTekst"),
        ("\nTekst", "'\nTekst"),
        # Behind what nobody sees
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u3000@a", "'\u3000@a"),
        ("\n-1", "'\n-1"),
        ("\u200b=1", "'\u200b=1"),
        ("\x00=1", "'\x00=1"),
        # Of another width or form
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠a", "'＠a"),
        ("﹦1", "'﹦1"),
        ("−1", "'−1"),
        # What is no formula stays as it is
        ("", ""),
        (" ", " "),
        ("1a", "1a"),
        ("Wij kiezen = dit", "Wij kiezen = dit"),
        ("a-b", "a-b"),
        ("– een punt", "– een punt"),
        ("'=1", "'=1"),
        ('"=1"', '"=1"'),
        ("a\n=1", "a\n=1"),
        (";=1", ";=1"),
        ("🚒", "🚒"),
    ],
)
def test_no_cell_starts_a_formula(cell: str, written: str) -> None:
    assert harmless(cell) == written


@pytest.mark.parametrize(
    "typed",
    [
        "Een; twee; drie",
        'Het "beste" antwoord',
        '";"',
        "Regel een\nregel twee\n\nregel vier",
        'Alles: ";\n"',
        "é 消 🚒",
    ],
)
def test_a_typed_text_comes_back_as_it_was_typed(typed: str) -> None:
    assert row_of(typed)["Motivering"] == typed


@PURE
@given(typed_texts())
def test_whatever_is_typed_stays_in_its_cell_and_starts_no_formula(typed: str) -> None:
    motivation = clean_text(typed)
    read = row_of(motivation)["Motivering"]
    assert read in {motivation, f"'{motivation}"}
    assert read.lstrip()[:1] not in set("=+-@＝＋－＠")


def test_a_text_with_quotes_and_lines_is_quoted_as_excel_does() -> None:
    advies = advies_of("Proef", {1: Answer(("1a",), 'Zeg "ja"; of niet\nEn dan?')})
    assert b';"Zeg ""ja""; of niet\nEn dan?";' in choices_csv(advies)


def test_the_file_starts_with_a_byte_order_mark_and_its_lines_end_as_excel_wants() -> None:
    raw = choices_csv(example("leeg"))
    assert raw.startswith(b"\xef\xbb\xbfVraag;Onderwerp;")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 13
    assert raw.endswith(b"\r\n")


def test_a_question_without_an_answer_has_one_row_that_says_so() -> None:
    rows = table_of(example("leeg"))
    assert [row["Vraag"] for row in rows] == [str(number) for number in range(1, 13)]
    assert {row["Keuze"] for row in rows} == {"Nog niet bepaald"}
    assert {row[heading] for row in rows for heading in HEADINGS[5:-1]} | {row["Optie"] for row in rows} == {""}


def test_the_motivation_of_an_open_question_stays() -> None:
    rows = table_of(advies_of("Proef", {4: Answer((), "Wij wachten op de griffiers.")}))
    assert (rows[3]["Keuze"], rows[3]["Motivering"]) == ("Nog niet bepaald", "Wij wachten op de griffiers.")


def test_each_chosen_option_has_a_row_that_is_whole() -> None:
    first, second = table_of(advies_of("Proef", {2: Answer(("2a", "2b"), "Eerst advies.", "Liever niet.")}))[1:3]
    assert (first["Optie"], first["Keuze"]) == ("2a", "Advies aan het bestuur")
    assert (second["Optie"], second["Keuze"]) == ("2b", "Advies aan de gemeenten")
    for row in (first, second):
        assert (row["Vraag"], row["Onderwerp"]) == ("2", "Opdracht")
        assert (row["Motivering"], row["Minderheidsstandpunt"]) == ("Eerst advies.", "Liever niet.")


def test_every_row_has_a_cell_under_each_heading() -> None:
    raw = choices_csv(example("vol-voorstel")).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(raw, newline=""), delimiter=";"))
    assert tuple(rows[0]) == HEADINGS
    assert {len(row) for row in rows} == {len(HEADINGS)}


def test_what_an_option_leaves_open_stands_in_words() -> None:
    answered = Answer(("7a",), details=(DetailAnswer("7a", "drager", "beide"),))
    (row,) = [row for row in table_of(advies_of("Proef", {7: answered})) if row["Optie"] == "7a"]
    assert row["Deelkeuze"].startswith("Welk overleg draagt de regiostaf")
    assert row["Deelkeuze"].endswith("? Beide")


def test_what_is_still_open_of_an_option_is_said() -> None:
    (row,) = [row for row in table_of(advies_of("Proef", {7: Answer(("7a",))})) if row["Optie"] == "7a"]
    assert row["Deelkeuze"].endswith("? Nog niet bepaald")


def test_a_choice_names_its_decisions_and_who_takes_them() -> None:
    rows = {row["Optie"]: row for row in table_of(example("vol-voorstel"))}
    assert rows["1d"]["Besluitpunten"].startswith("punt")
    assert "bestuur" in rows["1d"]["Organen"]


def test_no_row_has_a_number_that_a_spreadsheet_takes_for_a_date() -> None:
    cells = [row["Besluitpunten"] for row in table_of(example("vol-voorstel"))]
    assert [cell for cell in cells if cell[:1].isdigit()] == []
