"""The drawings as PNG: as wide as a page, with ink where something stands, and no word out of its box."""

import io
from functools import cache

import pytest
from PIL import Image

from checklist.domain.advies.reading import Reading
from checklist.domain.decision.tijdlijn import Stand
from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.export.blocks.reading import document_of
from checklist.export.html import document_html
from checklist.export.organigram.drawing import COLOURS
from checklist.export.organigram.layout import layout_of
from checklist.export.organigram.measures import PAGE, WIDTH
from checklist.export.organigram.shapes import Box, Rect, Text
from checklist.export.pictures.canvas import DPI, PAGE_MM, Canvas, font_of
from checklist.export.pictures.drawings import drawings_of
from checklist.export.pictures.organigram import organigram_png
from checklist.export.pictures.tijdlijn import tijdlijn_png
from checklist.export.tijdlijn.layout import layout_of as layout_of_tijdlijn
from checklist.export.tijdlijn.shapes import TICK
from tests.export.organigram import FULL, made, random_designs, texts_of
from tests.export.voorstellen import DOSSIERS

CLASHING = "1a 2a 5a 7b 11a 9c 3c"
DESIGNS = ["", FULL, CLASHING, "1c 2b 3b 5c 6c 7b 8b 9a 11a 12b"]
# A page of 156 mm at 300 dots an inch, in the units of the organigram.
SCALE = PAGE_MM / 25.4 * DPI / WIDTH


@cache
def picture(codes: str) -> Image.Image:
    """The drawing of these options, in its colours."""
    return Image.open(io.BytesIO(organigram_png(made(codes)))).convert("RGB")


def colours_in(image: Image.Image, rect: Rect) -> set[str]:
    """The colours of a part, the edges of the part left out."""
    corners = (rect.x * SCALE + 2, rect.y * SCALE + 2, rect.right * SCALE - 2, rect.bottom * SCALE - 2)
    found = image.crop(tuple(round(one) for one in corners)).getcolors(1 << 24) or []  # type: ignore[arg-type]  # four
    return {"#" + bytes(colour).hex() for _, colour in found if isinstance(colour, tuple)}


def at(image: Image.Image, x: float, y: float) -> str:
    colour = image.getpixel((round(x * SCALE), round(y * SCALE)))
    assert isinstance(colour, tuple)
    return "#" + bytes(colour).hex()


def width_in_picture(text: Text) -> float:
    """How wide the words are as they are drawn, in the units of the drawing."""
    return font_of(text.weight, text.size * SCALE).getlength(text.words) / SCALE


EVERY = {"organigram", "tijdlijn"}


@pytest.mark.parametrize("name", ["empty", "half", "full", "contradictory"])
def test_every_advies_has_its_organigram_as_a_png_of_the_width_of_a_page(name: str) -> None:
    advies = DOSSIERS[name]()
    png = drawings_of(advies, EVERY)["organigram"]
    image = Image.open(io.BytesIO(png))
    height = layout_of(advies.regiostaf, PAGE).height
    assert (image.format, image.width) == ("PNG", 1843)
    assert image.height == pytest.approx(height * SCALE, abs=1)
    assert image.info["dpi"] == (pytest.approx(300, abs=0.1), pytest.approx(300, abs=0.1))
    assert len(png) < 150_000


@pytest.mark.parametrize("codes", DESIGNS)
def test_a_box_has_ink_for_its_words_on_its_own_ground(codes: str) -> None:
    drawing = layout_of(made(codes), PAGE)
    for box in drawing.boxes:
        ground = COLOURS["surface" if box.dashed else "paper"]
        assert {COLOURS["ink"], ground} <= colours_in(picture(codes), box.rect)
    for field in drawing.fields:
        inks = {COLOURS["ink"], COLOURS["surface"]} if field.dashed else {COLOURS["surface"], COLOURS["petrol"]}
        assert inks <= colours_in(picture(codes), field.rect)


def test_the_ground_is_white() -> None:
    for codes in DESIGNS:
        side = layout_of(made(codes), PAGE).sides[0].rect
        assert at(picture(codes), side.right + 4, side.bottom) == "#ffffff"


@pytest.mark.parametrize("codes", DESIGNS)
def test_a_line_stands_where_its_arrow_is(codes: str) -> None:
    for arrow in (arrow for column in layout_of(made(codes), PAGE).arrows for arrow in column):
        ink = COLOURS["brick" if arrow.clash else "ink"]
        top, _ = arrow.pieces[0]
        assert at(picture(codes), arrow.x, top + 3) == ink


def test_what_contradicts_has_a_plate_with_a_cross() -> None:
    plates = layout_of(made(CLASHING), PAGE).plates
    assert plates
    for plate in plates:
        assert {COLOURS["brick"], COLOURS["surface"]} <= colours_in(picture(CLASHING), plate.rect)
        assert plate.cross
        assert at(picture(CLASHING), *plate.cross) == COLOURS["brick"]


def test_the_line_around_what_is_open_has_gaps() -> None:
    box = layout_of(made(""), PAGE).boxes[0]
    assert box.dashed
    edge = {at(picture(""), box.rect.x + 20 + step, box.rect.y) for step in range(100)}
    assert {COLOURS["ink"], COLOURS["surface"]} <= edge
    whole = layout_of(made(FULL), PAGE).boxes[0]
    assert {at(picture(FULL), whole.rect.x + 20 + step, whole.rect.y) for step in range(100)} == {COLOURS["ink"]}


def test_words_are_no_pixel_wider_than_the_layout_takes_them_for() -> None:
    wider = {
        text.words
        for codes in [*DESIGNS, *random_designs(200)]
        for text in texts_of(layout_of(made(codes), PAGE))
        if width_in_picture(text) > text.width + 1 / SCALE
    }
    assert wider == set()


def test_no_words_reach_out_of_their_box() -> None:
    for codes in [*DESIGNS, *random_designs(200)]:
        drawing = layout_of(made(codes), PAGE)
        boxes: tuple[Box, ...] = (*drawing.boxes, *drawing.fields, *drawing.plates)
        assert [text.words for box in boxes for text in box.texts if not _inside(text, box.rect)] == []


def _inside(text: Text, rect: Rect) -> bool:
    start = text.x - width_in_picture(text) / 2 if text.centred else text.x
    return rect.x <= start and start + width_in_picture(text) <= rect.right


def test_the_same_design_gives_the_same_bytes_and_another_design_others() -> None:
    def png(codes: str) -> bytes:
        return organigram_png(made(codes))

    assert png(FULL) == png(" ".join(reversed(FULL.split())))
    assert len({png(codes) for codes in DESIGNS}) == len(DESIGNS)


def test_the_words_are_as_large_as_in_the_svg(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Text] = []
    monkeypatch.setattr(Canvas, "texts", lambda _, texts: drawn.extend(texts))
    regiostaf: Regiostaf = made(FULL)
    organigram_png(regiostaf)
    assert sorted(drawn, key=str) == sorted(texts_of(layout_of(regiostaf, PAGE)), key=str)


def test_the_time_line_is_drawn_where_a_path_has_dates() -> None:
    assert list(drawings_of(DOSSIERS["empty"](), EVERY)) == ["organigram"]
    assert list(drawings_of(DOSSIERS["half"](), EVERY)) == ["organigram", "tijdlijn"]


@pytest.mark.parametrize(
    ("reading", "drawn"),
    [
        (Reading.VOORSTEL, {"organigram", "tijdlijn"}),
        (Reading.BESLUITENLIJST, set()),
        (Reading.VERSLAG, {"organigram"}),
        (Reading.REGLEMENT, set()),
    ],
)
def test_a_document_has_no_more_drawn_than_it_shows(reading: Reading, drawn: set[str]) -> None:
    advies = DOSSIERS["half"]()
    names = document_of(document_html(advies, reading)).drawings
    assert set(drawings_of(advies, names)) == drawn


@pytest.mark.parametrize("name", ["half", "full", "capped", "odd"])
def test_the_time_line_is_a_png_of_the_width_of_a_page_with_its_marks_and_words(name: str) -> None:
    line = DOSSIERS[name]().voorstel.tijdlijn
    assert line
    png, drawing = tijdlijn_png(line), layout_of_tijdlijn(line)
    image = Image.open(io.BytesIO(png)).convert("RGB")
    assert (image.width, image.height) == (1843, round(drawing.height * SCALE))
    assert len(png) < 150_000
    for mark in drawing.marks:
        inner = {Stand.FROM: "surface", Stand.TOO_EARLY: "surface"}.get(mark.stand, "ink")
        assert at(image, mark.x, mark.y) == COLOURS[inner]
    for x, y in drawing.ticks:
        assert at(image, x, y + TICK / 2) == COLOURS["ink"]
    for text in drawing.texts:
        place = Rect(text.x, text.y - text.size / 2, width_in_picture(text), text.size)
        assert COLOURS[text.colour] in colours_in(image, place), text.words
        assert width_in_picture(text) <= text.width + 1 / SCALE


def test_another_path_gives_another_time_line_and_the_same_path_the_same_bytes() -> None:
    lines = [DOSSIERS[name]().voorstel.tijdlijn for name in ("half", "full", "capped")]
    pictures = [tijdlijn_png(line) for line in lines if line]
    assert len(set(pictures)) == 3
    assert [tijdlijn_png(line) for line in lines if line] == pictures
