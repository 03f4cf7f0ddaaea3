"""The choices as a table for a spreadsheet: a row for each chosen option, and one for each open question."""

import csv
import unicodedata
from collections.abc import Iterator, Sequence
from io import StringIO

from checklist.domain.advies.value import Advies, AdviesQuestion
from checklist.domain.content import Option
from checklist.domain.decision.value import Point
from checklist.domain.dutch import capital, in_a_row

HEADINGS = (
    *("Vraag", "Onderwerp", "Vraag voluit", "Optie", "Keuze", "Keuze voluit", "Deelkeuze"),
    *("Motivering", "Minderheidsstandpunt", "Besluitpunten", "Organen", "Dossier"),
)
_NOT_YET = "Nog niet bepaald"
# With these a formula starts; the last is the minus sign of typography.
_SIGNS = frozenset("=+-@\N{MINUS SIGN}")
_STARTS = ("\t", "\r", "\n")


def choices_csv(advies: Advies) -> bytes:
    """Return the choices as CSV that a Dutch Excel and LibreOffice open by a double click: semicolons, lines that end
    with CR LF, and a byte order mark, without which Excel takes UTF-8 for another encoding.

    What holds for a question, as its motivation, stands in the row of each of its options, so that a row that is
    filtered out of the table is whole; so does the title of the dossier, by which tables of several can be put below
    each other. No cell can start a formula (`harmless`). No queries.
    """
    written = StringIO(newline="")
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(HEADINGS)
    points = _points(advies)
    for question in advies.questions:
        table.writerows(map(harmless, (*row, advies.title)) for row in _rows(question, points))
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return the text of a cell, with an apostrophe before it when a spreadsheet could take it for a formula.

    Whoever types '=HYPERLINK(…)' as a motivation would else have it run on the computer of who opens the file. It is
    the advice of OWASP ('CSV injection') against = + - @, a tab and a line end at the start of a cell; here also behind
    white space and what nobody sees, and for signs of another width (＝), which some programs read as the same.
    """
    seen = (character for character in cell if not (character.isspace() or unicodedata.category(character)[0] == "C"))
    first = unicodedata.normalize("NFKC", next(seen, ""))
    return f"'{cell}" if cell.startswith(_STARTS) or first[:1] in _SIGNS else cell


def _rows(question: AdviesQuestion, points: Sequence[tuple[str, Point]]) -> Iterator[tuple[str, ...]]:
    asked = (str(question.number), question.short_name, question.label)
    said = (question.motivation, question.minority)
    for option in question.options:
        chosen = (option.code, capital(option.words), option.label, _details(question, option))
        yield *asked, *chosen, *said, *_decided(option, points)
    if question.open:
        yield *asked, "", _NOT_YET, "", "", *said, "", ""


def _details(question: AdviesQuestion, option: Option) -> str:
    """What the option leaves open, each on a line of its own."""
    of_option = (detail for detail in question.all_details if detail.code == option.code)
    return "\n".join(f"{detail.question} {capital(detail.answer) or _NOT_YET}" for detail in of_option)


def _points(advies: Advies) -> list[tuple[str, Point]]:
    """Every numbered decision and agreement, with the organ's name."""
    asked = advies.voorstel.asked
    return [(one.organ.value, point) for one in (*asked.decisions, *asked.agreements) for point in one.points]


def _decided(option: Option, points: Sequence[tuple[str, Point]]) -> tuple[str, str]:
    """Where the option is decided, and by whom. Not numbers alone: a spreadsheet takes 2.4 for a date."""
    found = [(organ, point.number) for organ, point in points if option.code in _codes(point)]
    numbers = [number for _, number in found]
    word = "punten" if len(numbers) > 1 else "punt"
    return f"{word} {in_a_row(numbers)}" if numbers else "", ", ".join(dict.fromkeys(organ for organ, _ in found))


def _codes(point: Point) -> set[str]:
    return {*point.codes, *(code for informed in point.informed for code in informed.codes)}
