"""The voorstel on paper: measures, what stays together, and what never breaks."""

import re
from functools import cache
from itertools import pairwise

import pytest

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.export.html import advies_html, stylesheet_of
from tests.export import samples, voorstellen
from tests.export.laid_out import LaidOut, Line, lay_out
from tests.export.states import RECORDED, SAID, STATES, in_state

pytestmark = pytest.mark.slow

NAMES = ("full", "half", "vol", "empty", "contradictory", "capped", "odd", "many", "stress")
# The text is as wide as the page without its margins; numbers of paragraphs stand left of it.
LEFT, RIGHT, NUMBERS = 36.0, 192.0, 21.0
TOP, FOOT = 16.0, 281.0
SLACK = 0.1
# With the white beside it.
QR_CODE = 36
HEADINGS = ("h1", "h2", "h3", "h4", "caption")
LINES_BELOW_A_HEADING = 2
# In points; only the sign of a source is smaller.
SMALLEST = 9
CHAPTERS_AND_APPENDICES = 15
MOST_PAGES, MOST_PAGES_OF_DECISIONS, FILLED = 6, 3, 0.75


@cache
def document(name: str, reading: Reading = Reading.VOORSTEL) -> LaidOut:
    """A sample, laid out once."""
    made = voorstellen.DOSSIERS.get(name) or samples.SAMPLES[name]
    return lay_out(advies_html(made(), reading), stylesheet_of(reading))


def is_heading(line: Line) -> bool:
    """Whether it belongs to what follows it."""
    return any(line.inside(name) for name in HEADINGS)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_stands_outside_the_text_area(name: str) -> None:
    found = document(name)
    outside = [
        (line.page, line.text)
        for line in found.lines
        if line.right > RIGHT + SLACK
        or line.left < (NUMBERS if line.inside("vs-par") else LEFT) - SLACK
        or line.top < TOP - SLACK
        or line.bottom > FOOT + SLACK
    ]
    assert outside == []


@pytest.mark.parametrize("name", NAMES)
def test_running_texts_stay_beside_each_other(name: str) -> None:
    rows: dict[tuple[int, str], list[tuple[float, float]]] = {}
    for text in document(name).running:
        rows.setdefault((text.page, text.place.split("-")[0]), []).append((text.left, text.right))
    for row in rows.values():
        ordered = sorted(row)
        assert all(before[1] < after[0] for before, after in pairwise(ordered))
        assert ordered[-1][1] <= RIGHT + SLACK


@pytest.mark.parametrize("name", NAMES)
def test_each_page_but_the_cover_says_its_number_and_the_state(name: str) -> None:
    found = document(name)
    said = {(text.page, text.place): text.text for text in found.running}
    for page in range(2, found.pages + 1):
        assert said[page, "@bottom-right"] == f"{page} van {found.pages}"
        assert said[page, "@bottom-left"].startswith("Concept van ")
        of_reglement = found.anchors["concept-reglement"] <= page < found.anchors["bijlage-d"]
        assert said[page, "@top-right"] == ("concept, nog te toetsen door een jurist" if of_reglement else "CONCEPT")
        assert said[page, "@bottom-center"]
    assert not [place for page, place in said if page == 1]


@pytest.mark.parametrize("name", NAMES)
def test_a_heading_has_two_lines_below_it_or_all_it_is_over(name: str) -> None:
    found = document(name)
    for page in range(1, found.pages + 1):
        lines = found.on(page)
        assert not is_heading(lines[-1]), lines[-1].text
        if is_heading(lines[-LINES_BELOW_A_HEADING]):
            following = found.on(page + 1)
            assert not following or is_heading(following[0]), lines[-1].text


@pytest.mark.parametrize("name", NAMES)
def test_a_signing_stands_whole_on_the_page_of_its_last_point(name: str) -> None:
    lines = document(name).lines
    for place, line in enumerate(lines):
        if line.inside("vs-sign"):
            assert lines[place - 1].page == line.page, line.text


@pytest.mark.parametrize("name", NAMES)
def test_a_decision_stands_on_one_page(name: str) -> None:
    pages: dict[int, set[int]] = {}
    for line in document(name).lines:
        if line.inside("vs-par") and line.inside("vs-point"):
            pages.setdefault(id(line.elements[-1]), set()).add(line.page)
    assert all(len(found) == 1 for found in pages.values())


# What a line may not end with: the rest of an amount, an article or a reference would stand on the next.
ENDS_OPEN = re.compile(r"(€|\b(art\.|artikel|lid|bijlage|hoofdstuk|vraag|tabel|nr\.|Stb\.))$", re.IGNORECASE)
# How the next line may not start: the end of an amount or a month without its day.
STARTS_LATE = re.compile(r"^(fte|uur|procent|(januari|februari|maart|april|mei|juni|juli|augustus) \d)")


@pytest.mark.parametrize("name", NAMES)
def test_no_amount_date_article_or_code_breaks(name: str) -> None:
    # Words that the kring typed may end with 'de vraag'; a number has to follow.
    lines = document(name).lines
    broken = [
        (before.text, after.text)
        for before, after in pairwise(lines)
        if before.elements[-1] is after.elements[-1]
        and ((ENDS_OPEN.search(before.text) and after.text[:1].isdigit()) or STARTS_LATE.match(after.text))
    ]
    assert broken == []


@pytest.mark.parametrize("name", NAMES)
def test_quotes_are_never_straight(name: str) -> None:
    assert [line.text for line in document(name).lines if re.search("['\"]", line.text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_pages_is_cover_summary_main_text_and_appendices(name: str) -> None:
    anchors = document(name).anchors
    assert (anchors["samenvatting"], anchors["hoofdstuk-1"]) == (2, 3)
    appendices = [anchors[f"bijlage-{letter}"] for letter in "abcd"]
    assert appendices == sorted(set(appendices))
    assert appendices[0] > anchors["hoofdstuk-10"]
    for line in document(name).lines:
        if line.inside("h2") and line.text.startswith("Bijlage"):
            assert line.top == pytest.approx(TOP, abs=2)


@pytest.mark.parametrize("name", NAMES)
def test_the_contents_say_on_which_page_each_chapter_stands(name: str) -> None:
    found = document(name)
    rows = [line for line in found.lines if line.inside("nav") and line.inside("li")]
    told: dict[str, str] = {}
    for line in rows:
        target = next(one.get("href", "").removeprefix("#") for one in line.elements[-1].iter("a"))
        told[target] = line.text.split()[-1] if line.text[-1].isdigit() else told.get(target, "")
    assert {target: int(page) for target, page in told.items()} == {target: found.anchors[target] for target in told}
    assert len(told) == CHAPTERS_AND_APPENDICES


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_smaller_than_agreed(name: str) -> None:
    small = [line for line in document(name).lines if line.smallest < SMALLEST]
    assert [line.text for line in small if not any(True for _ in line.elements[-1].iter("sup"))] == []


def laid_out_in_state(advies: Advies, name: str) -> LaidOut:
    """A voorstel in a state."""
    return lay_out(advies_html(in_state(advies, STATES[name]), Reading.VOORSTEL), stylesheet_of(Reading.VOORSTEL))


@cache
def in_its_state(name: str) -> LaidOut:
    """The full example in a state, laid out once."""
    return laid_out_in_state(samples.example("vol-voorstel"), name)


@pytest.mark.parametrize("name", STATES)
def test_the_cover_and_the_summary_take_one_page_each_in_every_state(name: str) -> None:
    anchors = in_its_state(name).anchors
    assert (anchors["samenvatting"], anchors["hoofdstuk-1"]) == (2, 3)


@pytest.mark.parametrize("name", ["aangeboden", "besloten, afgewezen", "ingetrokken"])
def test_a_cover_with_a_long_title_and_all_its_facts_takes_one_page(name: str) -> None:
    assert laid_out_in_state(voorstellen.DOSSIERS["odd"](), name).anchors["samenvatting"] == 2


@pytest.mark.parametrize("name", STATES)
def test_each_page_but_the_cover_says_the_state_at_its_head_and_its_foot(name: str) -> None:
    found = in_its_state(name)
    said = {(text.page, text.place): text.text for text in found.running}
    reglement = range(found.anchors["concept-reglement"], found.anchors["bijlage-d"])
    for page in range(2, found.pages + 1):
        assert said[page, "@bottom-left"] == SAID[name].foot
        assert page in reglement or said[page, "@top-right"] == SAID[name].head


@pytest.mark.parametrize("name", STATES)
def test_what_tells_the_document_stands_whole_on_its_last_page_below_something_else(name: str) -> None:
    found = in_its_state(name)
    last = [line for line in found.lines if line.inside("vs-last")]
    assert {line.page for line in last} == {found.pages}
    assert found.on(found.pages)[0] not in last


@pytest.mark.parametrize("name", RECORDED)
def test_no_text_stands_in_the_place_of_the_qr_code(name: str) -> None:
    assert max(line.right for line in in_its_state(name).lines if line.inside("vs-last")) <= RIGHT - QR_CODE


def test_the_main_text_of_the_full_example_takes_six_pages_at_most() -> None:
    anchors = document("full").anchors
    assert anchors["bijlage-a"] - anchors["hoofdstuk-1"] <= MOST_PAGES


def test_no_page_of_the_main_text_but_the_last_is_more_than_a_quarter_empty() -> None:
    found = document("full")
    for page in range(3, found.anchors["bijlage-a"] - 1):
        last = max(line.bottom for line in found.on(page))
        assert (last - TOP) / (FOOT - TOP) >= FILLED, page


@pytest.mark.parametrize("name", NAMES)
def test_the_besluitenlijst_takes_three_pages_at_most(name: str) -> None:
    assert document(name, Reading.BESLUITENLIJST).pages <= MOST_PAGES_OF_DECISIONS
