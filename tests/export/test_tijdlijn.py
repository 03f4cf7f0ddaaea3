"""The drawing of the time line: nothing touches what it shouldn't from one step to all of them, and each day stands on
its place of the axis."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise
from xml.etree.ElementTree import fromstring

import pytest

from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.tijdlijn import LANES, WORDS, Lane, Moment, Stand, Tijdlijn, tijdlijn_of
from checklist.domain.decision.tijdlijn_words import label_of
from checklist.export.organigram.measures import FONT, WIDTH
from checklist.export.organigram.shapes import Rect
from checklist.export.tijdlijn.axis import END, START, axis_of
from checklist.export.tijdlijn.drawing import tijdlijn_svg
from checklist.export.tijdlijn.layout import layout_of
from checklist.export.tijdlijn.shapes import MARK, TICK, Drawing
from tests.content import real_content
from tests.domain.decision.designs import GEMEENTEN
from tests.domain.decision.random_designs import TODAY, random_dossier
from tests.export.organigram import SVG
from tests.export.touching import area, inside, overlap

DAY = date(2026, 11, 24)


def moment(on: date, stand: Stand = Stand.ON, words: str = "besluit", weeks: int = 0) -> Moment:
    began = on - timedelta(days=min(7 * weeks, on.toordinal() - 1)) if weeks else None
    trouble = "niet haalbaar" if stand is Stand.TOO_EARLY else ""
    return Moment(words, on, stand, place=0, began=began, weeks=weeks, trouble=trouble)


def all_steps(days_apart: int) -> Tijdlijn:
    """All fifty-four steps: the longest words in every lane, with terms, so many days apart."""
    longest = sorted(WORDS.values(), key=len)[-4:]
    stands = list(Stand)
    lanes = []
    for at, name in enumerate(LANES.values()):
        days = [DAY + timedelta(days=days_apart * (7 * place + at)) for place in range(4)]
        found = [moment(day, stands[place], longest[place], weeks=12 * (at % 2)) for place, day in enumerate(days)]
        lanes.append(Lane(name, tuple(found), tuple(days)))
    return Tijdlijn(tuple(lanes), ("Kring: evaluatie", "Raden: toestemming voor wijziging") * 3)


@cache
def of_designs() -> tuple[Tijdlijn, ...]:
    """The time lines of five hundred made-up designs."""
    content = real_content()
    dossiers = (random_dossier(number) for number in range(500))
    paths = (path_of(content, one, asked_of(content, one, "Regio", GEMEENTEN), TODAY) for one in dossiers)
    return tuple(line for line in map(tijdlijn_of, paths) if line)


MADE_UP = {
    "one day": Tijdlijn((Lane("Kring", (moment(DAY),), ()),), ()),
    "first and last day of the calendar": Tijdlijn((Lane("Kring", (moment(date.min), moment(date.max)), ()),), ()),
    "a term at the begin": Tijdlijn((Lane("Raden", (moment(date.min, weeks=8), moment(DAY, weeks=8)), ()),), ()),
    **{f"all steps {days} days apart": all_steps(days) for days in (0, 1, 7, 30, 400)},
}


def touching(drawing: Drawing) -> Iterator[str]:
    """What touches what it shouldn't."""
    sheet = Rect(0, 0, WIDTH, drawing.height)
    marks = [Rect(mark.x - MARK, mark.y - MARK, 2 * MARK, 2 * MARK) for mark in drawing.marks]
    words = [(text.words, area(text)) for text in drawing.texts]
    ticks = [Rect(x - 1, y, 2, TICK) for x, y in drawing.ticks]
    bars = [bar.rect for bar in drawing.bars]
    for said, place in words:
        if not inside(place, sheet):
            yield f"{said} out of the sheet"
        yield from (f"{said} over a mark" for mark in marks if overlap(place, mark))
        yield from (f"{said} over a tick" for tick in ticks if overlap(place, tick))
        # Words stand whole in a bar, or beside it.
        yield from (f"{said} over the end of a bar" for bar in bars if overlap(place, bar) and not _across(place, bar))
    yield from (f"{one} over {two}" for (one, here), (two, there) in combinations(words, 2) if overlap(here, there))
    yield from ("two marks" for one, two in combinations(marks, 2) if overlap(one, two))
    yield from ("a mark over a tick" for mark in marks for tick in ticks if overlap(mark, tick))
    yield from ("two bars" for one, two in combinations(bars, 2) if overlap(one, two))
    yield from ("out of the sheet" for one in (*marks, *ticks, *bars) if not inside(one, sheet))


def _across(words: Rect, bar: Rect) -> bool:
    return bar.x <= words.x and words.right <= bar.right


@pytest.mark.parametrize("name", MADE_UP)
def test_nothing_touches_what_it_should_not_however_few_or_many_steps(name: str) -> None:
    assert list(touching(layout_of(MADE_UP[name]))) == []


def test_nothing_touches_what_it_should_not_in_five_hundred_designs() -> None:
    found = {at: faults for at, line in enumerate(of_designs()) if (faults := list(touching(layout_of(line))))}
    assert found == {}


@pytest.mark.parametrize("name", MADE_UP)
def test_every_moment_has_its_mark_and_words_and_every_other_step_a_stroke(name: str) -> None:
    line, drawing = MADE_UP[name], layout_of(MADE_UP[name])
    said = [text.words for text in drawing.texts]
    moments = [one for lane in line.lanes for one in lane.moments]
    assert all(label_of(one) in said for one in moments)
    in_legend = len({one.stand for one in moments})
    assert len(drawing.marks) == len(moments) + in_legend
    dates = sum(len(set(lane.others)) for lane in line.lanes)
    assert len(drawing.ticks) == dates + bool(dates)


def test_the_legend_names_what_is_there_and_nothing_else() -> None:
    keys = {*(stand.value for stand in Stand), "wettelijke termijn", "andere stap"}

    def named(line: Tijdlijn) -> set[str]:
        return keys & {text.words for text in layout_of(line).texts}

    assert named(MADE_UP["one day"]) == {Stand.ON.value}
    assert named(all_steps(7)) == keys


def test_what_has_no_date_stands_below() -> None:
    line = Tijdlijn((Lane("Kring", (moment(DAY),), ()),), ("Kring: evaluatie",))
    last = layout_of(line).texts[-1]
    assert last.words == "Nog zonder datum: Kring: evaluatie."


@pytest.mark.parametrize("until", [DAY, date(2027, 3, 1), date(2028, 12, 31), date(2040, 1, 1), date.max])
def test_the_axis_holds_all_days_in_order_with_room_for_its_words(until: date) -> None:
    axis = axis_of((DAY, until))
    assert START <= axis.x(DAY) <= axis.x(until) <= END
    places = [x for x, _, _ in axis.lines()]
    assert places[0] == pytest.approx(START)
    assert places[-1] == pytest.approx(END)
    assert all(after - before > 40 for before, after in pairwise(places[:-1]))


def test_a_month_begins_at_its_line() -> None:
    axis = axis_of((DAY, date(2027, 3, 1)))
    lines = {(month, year): x for x, month, year in axis.lines()}
    assert lines["nov", "2026"] == pytest.approx(axis.x(date(2026, 11, 1)))
    assert lines["jan", "2027"] == pytest.approx(axis.x(date(2027, 1, 1)))


def test_no_word_is_smaller_than_the_font() -> None:
    assert {text.size for line in MADE_UP.values() for text in layout_of(line).texts} == {FONT}


def test_it_fits_a_page_of_the_document_with_all_steps_on_one_day() -> None:
    assert layout_of(all_steps(0)).height / WIDTH * 156 <= 210


def test_each_stand_has_a_shape_of_its_own() -> None:
    def shapes(stand: Stand) -> list[tuple[str, str | None, str | None]]:
        line = Tijdlijn((Lane("Kring", (moment(DAY, stand),), ()),), ())
        svg = fromstring(tijdlijn_svg(line, "Verteld."))  # noqa: S314  # our own text
        tags = {f"{SVG}circle", f"{SVG}rect"}
        return [(one.tag, one.get("r"), one.get("fill")) for one in svg.iter() if one.tag in tags]

    assert len({tuple(shapes(stand)) for stand in Stand}) == len(Stand)


def test_the_svg_has_a_title_and_no_style_or_script() -> None:
    svg = fromstring(tijdlijn_svg(all_steps(7), "Verteld."))  # noqa: S314  # our own text
    assert (svg[0].tag, svg[0].text, svg.attrib["aria-labelledby"]) == (f"{SVG}title", "Verteld.", svg[0].get("id"))
    tags = {element.tag.removeprefix(SVG) for element in svg.iter()}
    assert tags == {"svg", "title", "rect", "path", "text", "circle"}
    assert not [element for element in svg.iter() if "style" in element.attrib]


def test_the_same_path_gives_the_same_drawing() -> None:
    assert tijdlijn_svg(all_steps(7), "") == tijdlijn_svg(all_steps(7), "")
