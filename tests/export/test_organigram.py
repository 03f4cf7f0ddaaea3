"""The organigram: nothing touches what it shouldn't, all that is chosen is named, what is open is dashed, what
contradicts has a plate."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from checklist.domain.content import Content, Tension
from checklist.domain.drawings.parties import OPEN_FIELDS, OPEN_PARTIES, Party
from checklist.domain.drawings.regiostaf import Column, Regiostaf, State, regiostaf_of
from checklist.export.organigram.drawing import organigram_svg
from checklist.export.organigram.layout import layout_of
from checklist.export.organigram.lines import lines_of
from checklist.export.organigram.measures import FONT, PAGE, SMALL, WIDTH, Measures
from checklist.export.organigram.shapes import Arrow, Drawing
from tests.content import real_content
from tests.export.organigram import FULL, SVG, made, random_designs, texts_of, words_of_svg
from tests.export.touching import faults

BOTH = pytest.mark.parametrize("measures", [PAGE, SMALL], ids=["page", "small"])
CODES = list(real_content().option_of)
DESIGNS = ["", FULL, *CODES, *random_designs(1000)]


def with_contradiction(a: str, b: str) -> Content:
    """The content in which these two contradict each other, and no others do."""
    own = Tension(99, a, b, contradiction=True, readers=2, explanation="Dat kan niet allebei.")
    return replace(real_content(), tensions=(own,))


def clashing(a: str, b: str, codes: str = "") -> Regiostaf:
    return regiostaf_of(with_contradiction(a, b), [a, b, *codes.split()])


def pairs() -> Iterator[tuple[str, str]]:
    """Two options that can be chosen together."""
    for at, a in enumerate(CODES):
        for b in CODES[at + 1 :]:
            one, other = real_content().option_of[a], real_content().option_of[b]
            same = one.question_number == other.question_number
            many = real_content().question_of[one.question_number].many
            if not same or (many and not one.exclusive and not other.exclusive):
                yield a, b


def column_of(regiostaf: Regiostaf, party: Party) -> Column:
    return regiostaf.columns[list(Party).index(party)]


def arrows_of(drawing: Drawing, party: Party) -> tuple[Arrow, ...]:
    return drawing.arrows[list(Party).index(party)]


def words_at(arrow: Arrow) -> str:
    return " ".join(text.words for text in arrow.texts)


@BOTH
def test_nothing_touches_what_it_should_not_for_any_option_and_a_thousand_designs(measures: Measures) -> None:
    assert {codes: found for codes in DESIGNS if (found := faults(layout_of(made(codes), measures)))} == {}


@BOTH
def test_nothing_touches_what_it_should_not_whichever_two_options_contradict(measures: Measures) -> None:
    found = {}
    for a, b in pairs():
        others = [code for code in FULL.split() if code[:-1] not in (a[:-1], b[:-1])]
        found[a, b] = faults(layout_of(clashing(a, b, " ".join(others)), measures))
    assert {key: value for key, value in found.items() if value} == {}


def test_every_chosen_relation_is_named_at_a_line() -> None:
    assert [missed for codes in DESIGNS for missed in _unnamed(made(codes))] == []


def test_no_column_has_more_than_two_lines() -> None:
    assert max(len(lines_of(column)) for codes in DESIGNS for column in made(codes).columns) == 2


def _unnamed(regiostaf: Regiostaf) -> Iterator[str]:
    for column in regiostaf.columns:
        said = {verb.words.split("\N{NO-BREAK SPACE}")[-1] for line in lines_of(column) for verb in line.verbs}
        for relation in column.relations:
            if relation.drawn and relation.direction and relation.verb not in said:
                yield f"{relation.code}: {relation.verb}"


@BOTH
def test_what_is_open_is_dashed_and_nothing_else(measures: Measures) -> None:
    for codes in DESIGNS[::5]:
        regiostaf = made(codes)
        numbers = {one.number for one in regiostaf.open}
        drawing = layout_of(regiostaf, measures)
        parties = {party for number in numbers for party in OPEN_PARTIES.get(number, ())}
        dashed = {party for party, box in zip(Party, drawing.boxes, strict=True) if box.dashed}
        labels = {box.texts[0].words for box in drawing.fields if box.dashed}
        assert (dashed, labels) == (parties, {OPEN_FIELDS[number] for number in numbers if number in OPEN_FIELDS})


def test_an_open_question_has_a_dashed_line_as_long_as_its_column_has_room() -> None:
    def lines(codes: str) -> list[tuple[str, bool]]:
        return [(words_at(arrow), arrow.dashed) for arrow in arrows_of(layout_of(made(codes), PAGE), Party.COLLEGES)]

    assert lines("") == [("nog niet bepaald", True)]
    assert lines("1c") == [("richten op", False), ("nog niet bepaald", True)]
    assert lines("1c 2b") == [("richten op", False), ("adviseert", False)]


@pytest.mark.parametrize(
    ("code", "party", "at_party", "at_staf"),
    [
        ("1a", Party.KRING, False, True),
        ("1b", Party.BESTUUR, False, True),
        ("1c", Party.COLLEGES, False, True),
        ("2a", Party.BESTUUR, True, False),
        ("2b", Party.COLLEGES, True, False),
        ("2c", Party.MANAGEMENT, True, True),
        ("3b", Party.COLLEGES, True, False),
        ("3c", Party.BESTUUR, True, False),
        ("4b", Party.RADEN, True, True),
        ("4c", Party.RADEN, True, False),
        ("5b", Party.BESTUUR, True, True),
        ("5c", Party.MANAGEMENT, True, True),
        ("5d", Party.MANAGEMENT, True, False),
        ("7a", Party.KRING, True, False),
        ("7b", Party.CGS, True, False),
        ("7c", Party.MEDEWERKERS, True, False),
        ("7d", Party.MANAGEMENT, True, False),
        ("9a", Party.MEDEWERKERS, False, True),
        ("9b", Party.MEDEWERKERS, False, True),
        ("9c", Party.MANAGEMENT, False, True),
        ("10b", Party.BESTUUR, False, True),
        ("10c", Party.COLLEGES, False, True),
        ("11b", Party.CGS, False, True),
        ("11c", Party.CGS, False, True),
    ],
)
def test_an_arrow_points_from_who_acts_to_whom(code: str, party: Party, at_party: bool, at_staf: bool) -> None:
    drawing = layout_of(made(code), PAGE)
    heads = [
        (where, arrow.head_at_party, arrow.head_at_staf)
        for where, column in zip(Party, drawing.arrows, strict=True)
        for arrow in column
        if arrow.head_at_party or arrow.head_at_staf
    ]
    assert heads == [(party, at_party, at_staf)]


@pytest.mark.parametrize("code", ["1d", "2d", "3a", "4a", "5a", "6a", "8a", "8b", "10a", "11a", "12c"])
def test_an_option_without_a_relation_has_no_arrow(code: str) -> None:
    drawing = layout_of(made(code), PAGE)
    assert not any(arrow.head_at_party or arrow.head_at_staf for column in drawing.arrows for arrow in column)


def test_a_third_relation_shares_a_line_and_says_which_way_it_goes() -> None:
    first, second = arrows_of(layout_of(made("1b 2a 5b"), PAGE), Party.BESTUUR)
    assert words_at(first) == "richt op"
    assert words_at(second) == "↑\N{NO-BREAK SPACE}adviseert overleggen"
    assert (second.head_at_party, second.head_at_staf) == (True, True)


@pytest.mark.parametrize(
    ("codes", "party", "words"),
    [
        ("2a 5a", Party.BESTUUR, ("adviseert", "geen relatie (vraag\N{NO-BREAK SPACE}5)")),
        ("2c 5a", Party.MANAGEMENT, ("overleggen", "geen relatie (vraag\N{NO-BREAK SPACE}5)")),
        ("3c 5a", Party.BESTUUR, ("adviseert", "geen relatie (vraag\N{NO-BREAK SPACE}5)")),
        ("5a 7d", Party.MANAGEMENT, ("hoort bij", "geen relatie (vraag\N{NO-BREAK SPACE}5)")),
        ("5a 9c", Party.MANAGEMENT, ("doet het werk", "geen relatie (vraag\N{NO-BREAK SPACE}5)")),
        ("7b 11a", Party.CGS, ("hoort bij", "werkt los")),
    ],
)
def test_every_contradiction_of_the_booklet_has_two_lines_one_dashed_and_a_plate_across_both(
    codes: str, party: Party, words: tuple[str, str]
) -> None:
    drawing = layout_of(made(codes), SMALL)
    arrows = arrows_of(drawing, party)
    assert tuple(map(words_at, arrows)) == words
    assert [(arrow.clash, arrow.dashed) for arrow in arrows] == [(True, False), (True, True)]
    (plate,) = drawing.plates
    assert [text.words for text in plate.texts] == ["Botst"]
    assert all(plate.rect.x < arrow.x < plate.rect.right for arrow in arrows)


def test_a_contradiction_shows_whichever_two_options_it_is_about() -> None:
    unseen = []
    for a, b in pairs():
        drawing = layout_of(clashing(a, b), PAGE)
        if not drawing.plates and not any(field.cross for field in drawing.fields):
            unseen.append((a, b))
    assert unseen == []


def test_a_contradiction_between_two_columns_has_a_plate_in_each() -> None:
    regiostaf = clashing("1a", "10c")
    assert [column.party for column in regiostaf.columns if column.clashes] == [Party.COLLEGES, Party.KRING]
    assert len(layout_of(regiostaf, PAGE).plates) == 2


def test_a_contradiction_in_the_bar_has_an_octagon_and_a_word_at_both_fields() -> None:
    drawing = layout_of(clashing("6a", "12c"), PAGE)
    assert [field.texts[0].words for field in drawing.fields if field.cross] == ["Terrein botst", "Later botst"]


def test_two_relations_of_one_column_that_contradict_have_a_line_each() -> None:
    first, second = lines_of(column_of(clashing("2a", "3c", "1b 5b"), Party.BESTUUR))
    assert (first.clash, first.dashed, second.clash, second.dashed) == (True, False, True, True)


def test_what_contradicts_nothing_is_not_brick() -> None:
    drawing = layout_of(made("1c 7b 11a"), PAGE)
    assert [text.words for text in texts_of(drawing) if text.colour == "brick"] == ["hoort bij", "werkt los"]
    assert not any(arrow.clash for arrow in arrows_of(drawing, Party.COLLEGES))


@BOTH
def test_no_word_is_smaller_than_the_font(measures: Measures) -> None:
    assert {text.size for text in texts_of(layout_of(made(FULL), measures))} >= {FONT}
    assert min(text.size for text in texts_of(layout_of(made(FULL), measures))) == FONT


def test_words_are_large_enough_beside_a_scrollbar_on_a_window_of_1024() -> None:
    padding, scrollbar = 2 * 1.35 * 16, 15
    assert FONT * (1024 - padding - scrollbar) / WIDTH >= 16


def test_the_small_one_is_as_low_as_its_place() -> None:
    heights = {codes: layout_of(made(codes), SMALL).height for codes in ("1c 2b 3b 5c 6c 7b 8b 9a 11a 12b", FULL)}
    assert list(heights.values()) == [pytest.approx(258, abs=6), pytest.approx(420, abs=60)]


def test_the_svg_has_a_title_and_no_style_or_script() -> None:
    svg = fromstring(organigram_svg(made(FULL)))  # noqa: S314  # our own text
    title = svg[0]
    assert title.tag == f"{SVG}title"
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"] == title.attrib["id"]
    assert title.text
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} == {"svg", "title", "rect", "path", "text"}
    assert not [element for element in svg.iter() if "style" in element.attrib]


def test_the_same_design_gives_the_same_drawing_in_whatever_order() -> None:
    codes = FULL.split()
    assert organigram_svg(made(" ".join(codes))) == organigram_svg(made(" ".join(reversed(codes))))


@pytest.mark.parametrize("codes", ["", FULL, "7b 11a"])
def test_all_words_of_the_layout_are_in_the_svg(codes: str) -> None:
    words = [text.words for text in texts_of(layout_of(made(codes), PAGE))]
    assert sorted(words_of_svg(made(codes))) == sorted(words)


def test_a_choice_for_no_relation_has_a_line_only_where_something_contradicts_it() -> None:
    relations = column_of(made("5a"), Party.BESTUUR).relations
    assert [(one.code, one.state, one.drawn) for one in relations] == [("5a", State.YES, False)]
