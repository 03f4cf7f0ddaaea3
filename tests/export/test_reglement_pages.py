"""The concept-reglement on paper: what each page says, what stays together, and where one signs."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise

import pytest

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.domain.decision.reglement.value import Article, Lid, Reglement
from checklist.export.html import advies_html, stylesheet_of
from tests.export import voorstellen
from tests.export.laid_out import LaidOut, Line, lay_out
from tests.export.reglementen import REGLEMENT, ours, with_reglement
from tests.export.states import STATES, in_state

pytestmark = pytest.mark.slow

MARK = "concept, nog te toetsen door een jurist"
READINGS = (Reading.REGLEMENT, Reading.VOORSTEL)
# The text is as wide as the page without its margins; numbers of clauses stand left of it.
LEFT, RIGHT, NUMBERS, FOOT, SLACK = 36.0, 192.0, 21.0, 281.0, 0.1
MOST_LINES_KEPT, LINES_BELOW_A_HEADING = 8, 2
SENTENCE = "De ambtelijke leiding zendt elk jaar een begroting en een verantwoording aan degenen die bijdragen. "


def long_reglement(before: int) -> Reglement:
    """Articles of one to twelve clauses, of one line to several, behind so many lines: they break somewhere else with
    each number."""
    articles = tuple(
        Article(
            number,
            f"a{number}",
            "Een artikel",
            tuple(Lid(lid, ours(SENTENCE * (1 + lid % 3))) for lid in range(1, 2 + number * 5 % 12)),
            stopped=number % 4 == 0,
            explanation=SENTENCE,
        )
        for number in range(1, 19)
    )
    preamble = (*REGLEMENT.preamble, *(ours("overwegende;"),) * before)
    return replace(REGLEMENT, articles=articles, preamble=preamble)


MADE = {f"long-{before}": before for before in range(0, 36, 9)}
NAMES = (*MADE, *voorstellen.DOSSIERS)


def advies_of(name: str) -> Advies:
    return with_reglement(long_reglement(MADE[name]), "leeg") if name in MADE else voorstellen.DOSSIERS[name]()


@cache
def document(name: str, reading: Reading = Reading.REGLEMENT) -> LaidOut:
    """A document, laid out once."""
    return lay_out(advies_html(advies_of(name), reading), stylesheet_of(reading))


def articles(found: LaidOut) -> Iterator[list[Line]]:
    """The lines of each article, what stops it first."""

    def section(line: Line) -> object:
        return next((one for one in line.elements if "vs-article" in one.get("class", "")), None)

    for one, lines in groupby(found.lines, section):
        if one is not None:
            yield list(lines)


def is_heading(line: Line) -> bool:
    return any(line.inside(tag) for tag in ("h1", "h2", "h3", "h4"))


@pytest.mark.parametrize("name", NAMES)
def test_each_page_says_that_a_lawyer_must_look_at_it(name: str) -> None:
    found = document(name)
    said = {text.page: text.text for text in found.running if text.place == "@top-right"}
    assert said == dict.fromkeys(range(1, found.pages + 1), MARK)


@pytest.mark.parametrize("name", NAMES[: len(MADE)])
def test_each_of_its_pages_in_the_voorstel_says_so_too_and_no_other(name: str) -> None:
    found = document(name, Reading.VOORSTEL)
    ours_ = range(found.anchors["concept-reglement"], found.anchors["bijlage-d"])
    assert found.anchors["concept-reglement"] > found.anchors["bijlage-c"]
    assert [text.page for text in found.running if text.text == MARK] == list(ours_)


@pytest.mark.parametrize("name", STATES)
def test_it_says_so_in_every_state_of_the_voorstel(name: str) -> None:
    html = advies_html(in_state(with_reglement(), STATES[name]), Reading.REGLEMENT)
    found = lay_out(html, stylesheet_of(Reading.REGLEMENT))
    assert [text.text for text in found.running if text.place == "@top-right"] == [MARK] * found.pages


@pytest.mark.parametrize("name", NAMES)
def test_running_texts_stay_beside_each_other(name: str) -> None:
    for _, row in groupby(document(name).running, lambda text: (text.page, text.place.split("-")[0])):
        ordered = sorted((text.left, text.right) for text in row)
        assert all(before[1] < after[0] for before, after in pairwise(ordered))
        assert ordered[-1][1] <= RIGHT + SLACK


@pytest.mark.parametrize("name", NAMES)
def test_a_running_text_takes_one_line(name: str) -> None:
    assert {text.text: text.lines for text in document(name).running if text.lines != 1} == {}


@pytest.mark.parametrize("name", NAMES)
def test_no_text_stands_outside_the_text_area(name: str) -> None:
    outside = [
        line.text
        for line in document(name).lines
        if line.right > RIGHT + SLACK
        or line.left < (NUMBERS if line.inside("vs-par") else LEFT) - SLACK
        or line.bottom > FOOT + SLACK
    ]
    assert outside == []


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("name", NAMES[: len(MADE)])
def test_a_heading_stays_with_its_first_clause_and_with_what_stops_its_article(name: str, reading: Reading) -> None:
    for lines in articles(document(name, reading)):
        (heading,) = (place for place, line in enumerate(lines) if is_heading(line))
        together = lines[: heading + 1 + min(LINES_BELOW_A_HEADING, len(lines) - heading - 1)]
        assert len({line.page for line in together}) == 1, lines[heading].text


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("name", NAMES[: len(MADE)])
def test_an_article_of_eight_lines_at_most_stands_on_one_page(name: str, reading: Reading) -> None:
    short = [
        lines
        for lines in articles(document(name, reading))
        if sum(line.inside("vs-lid") for line in lines) <= MOST_LINES_KEPT
    ]
    assert len(short) > 3
    assert [lines[0].text for lines in short if len({line.page for line in lines}) > 1] == []


def test_a_longer_article_may_break() -> None:
    broken = [name for name in MADE for lines in articles(document(name)) if len({line.page for line in lines}) > 1]
    assert broken


@pytest.mark.parametrize("name", NAMES)
def test_who_signs_does_so_on_the_page_of_the_last_article(name: str) -> None:
    lines = document(name).lines
    for before, line in pairwise(lines):
        if line.inside("vs-sign"):
            assert before.page == line.page, line.text


def test_each_who_signs_stands_on_a_line_of_its_own() -> None:
    signing = [line for line in document("long-0").lines if line.inside("vs-sign")]
    assert [line.text for line in signing] == [
        "Vastgesteld in de vergadering van 24\u00a0november 2026.",
        "De voorzitter van de veiligheidsregio,",
        "De secretaris van de veiligheidsregio,",
        "De burgemeester van [nog in te vullen: de naam van de gemeente],",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_what_each_article_is_for_starts_a_page_after_it_all(name: str) -> None:
    found = document(name)
    last = max((line.page for line in found.lines if line.inside("vs-sign")), default=0)
    assert found.anchors.get("toelichting", last + 1) == last + 1
