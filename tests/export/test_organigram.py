"""The organigram: nothing in it touches what it doesn't belong to, whatever was chosen; it says what the list says."""

import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given

from checklist.domain.drawings.regiostaf import regiostaf_of
from checklist.domain.drawings.regiostaf_parts import FACTS, NOT_SETTLED, OPEN, PARTS, Actor
from checklist.export.organigram.drawing import organigram_svg
from checklist.export.organigram.layout import layout_of
from checklist.export.organigram.words import FACT_WORDS, OPEN_WORDS, THROUGH_WORDS
from tests.content import real_content
from tests.export.organigram import SVG, made, pointed_at_in_svg, words_of, words_of_svg
from tests.export.touching import faults
from tests.strategies import at_most, chosen_codes

MANY = at_most(300)


SINGLE = ["", *real_content().option_of]


ALL = " ".join(real_content().option_of)


@pytest.mark.parametrize("codes", [*SINGLE, ALL], ids=["nothing", *SINGLE[1:], "all"])
def test_nothing_touches_what_it_should_not_with_one_option_with_none_and_with_all(codes: str) -> None:
    assert faults(layout_of(made(codes))) == []


@MANY
@given(chosen_codes())
def test_nothing_touches_what_it_should_not_whatever_was_chosen(chosen: frozenset[str]) -> None:
    assert faults(layout_of(regiostaf_of(real_content(), chosen))) == []


@MANY
@given(chosen_codes())
def test_the_drawing_says_what_the_list_says_and_no_more(chosen: frozenset[str]) -> None:
    regiostaf = regiostaf_of(real_content(), chosen)
    drawn = " ".join(words_of(layout_of(regiostaf)))
    said = " ".join(regiostaf.sentences)
    in_drawing = set(re.findall(r"\d+[a-d]\b", drawn)), set(re.findall(r"\((\d+)\)", drawn))
    in_list = set(re.findall(r"\((\d+[a-d])\)", said)), set(re.findall(r"\(vraag (\d+)\)", said))
    assert in_drawing == in_list


@MANY
@given(chosen_codes())
def test_each_relation_has_a_line_that_points_the_right_way(chosen: frozenset[str]) -> None:
    regiostaf = regiostaf_of(real_content(), chosen)
    routes = layout_of(regiostaf).routes
    for relation in regiostaf.relations:
        actor = relation.target if relation.source is Actor.REGIOSTAF else relation.source
        code = rf"\b{relation.code}\b"
        (route,) = [
            route
            for route in routes
            if route.actor is actor
            and (route.head_at_actor if relation.target is actor else route.head_at_staf)
            and any(re.search(code, text.words) for text in route.label)
        ]
        assert relation.label.split()[0] in " ".join(text.words for text in route.label)
        assert not route.dashed


def test_only_what_is_open_is_dashed_and_says_so() -> None:
    drawing = layout_of(made("2a 3b 7a"))
    for route in drawing.routes:
        assert route.dashed == any(text.words.startswith(NOT_SETTLED) for text in route.label)
        assert route.dashed != (route.head_at_actor or route.head_at_staf)
    assert {route.actor for route in drawing.routes if route.dashed} == {Actor.RADEN, Actor.CGS, Actor.VEILIGHEIDSREGIO}


def test_a_box_is_dashed_when_only_what_is_open_may_give_it_a_relation() -> None:
    def dashed(codes: str) -> set[Actor]:
        return {box.actor for box in layout_of(made(codes)).boxes if box.dashed}

    assert dashed("2b 3b 7a") == {
        *(Actor.RADEN, Actor.GRIFFIERS, Actor.KRING, Actor.CGS),
        *(Actor.BESTUUR, Actor.MANAGEMENT),
    }
    assert dashed("1b 2b 3b 4a 5a 6a 7b 8a 9a 10c 11a 12a") == set()
    assert dashed("1b 2b 3b 4a 6a 7b 8a 9a 10c 11a 12a") == {Actor.MANAGEMENT}


def test_a_relation_that_goes_both_ways_has_two_heads() -> None:
    routes = {route.actor: route for route in layout_of(made("4b 5a")).routes}
    assert routes[Actor.GRIFFIERS].head_at_actor
    assert routes[Actor.GRIFFIERS].head_at_staf


@pytest.mark.parametrize(
    ("code", "pointed_at"),
    [
        ("1a", [Actor.REGIOSTAF]),
        ("2a", [Actor.BESTUUR]),
        ("4b", [Actor.GRIFFIERS, Actor.REGIOSTAF]),
    ],
)
def test_the_picture_has_a_head_where_the_relation_points_and_nowhere_else(code: str, pointed_at: list[Actor]) -> None:
    assert pointed_at_in_svg(made(code)) == pointed_at


def test_no_relation_is_said_without_a_line() -> None:
    drawing = layout_of(made("3a 4a 5a 11a"))
    assert drawing.routes == ()
    assert [text.words.split("\N{NO-BREAK SPACE}")[1] for text in drawing.texts if "(" in text.words] == [
        *("(4a)", "(3a)", "(11a)", "(5a)")
    ]


def test_who_may_be_left_out_stands_in_it_only_when_they_take_part() -> None:
    def actors(codes: str) -> set[Actor]:
        return {box.actor for box in layout_of(made(codes)).boxes}

    assert actors("7c 9c") - actors("7b 9a") == {Actor.CENTRUMGEMEENTE, Actor.BUREAU}
    assert actors("7a 9b") - actors("7b 9a") == {Actor.OVERLEG, Actor.EEN_GEMEENTE}


def test_one_gemeente_with_freed_staff_is_not_the_gemeenten_together() -> None:
    assert "de gemeenten samen" not in words_of(layout_of(made("9b")))
    assert "de gemeenten samen" in words_of(layout_of(made("9a 9b")))


def test_everything_the_design_can_say_has_short_words() -> None:
    assert set(FACT_WORDS) == set(FACTS)
    assert set(OPEN_WORDS) == {number for number, relation in OPEN.items() if not relation.dashed}
    assert set(THROUGH_WORDS) == {part.through for found in PARTS.values() for part in found} - {""}


def test_the_svg_has_a_title_and_no_style_or_script() -> None:
    svg = fromstring(organigram_svg(made(ALL)))  # noqa: S314  # our own text
    title, description = svg[0], svg[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"
    assert title.text
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} == {"svg", "title", "desc", "rect", "path", "text"}
    assert not [element for element in svg.iter() if "style" in element.attrib]


def test_the_same_design_gives_the_same_drawing_in_whatever_order() -> None:
    codes = ["1a", "2a", "2c", "5b", "7a", "12c"]
    assert organigram_svg(made(" ".join(codes))) == organigram_svg(made(" ".join(reversed(codes))))


def test_all_words_of_the_layout_are_in_the_svg() -> None:
    assert sorted(words_of_svg(made(ALL))) == sorted(words_of(layout_of(made(ALL))))
