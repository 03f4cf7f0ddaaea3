"""A sheet to draw on in the units of a drawing, which becomes a PNG of the width of a page.

Shapes are drawn larger and made smaller, so that their edges are smooth; words come on top of them, in their own size.
Pillow's plain layout of words is used whatever else the machine has, so that the same drawing gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from math import cos, hypot, pi, sin

from PIL import Image, ImageDraw, ImageFont

from checklist.export.organigram.drawing import COLOURS
from checklist.export.organigram.shapes import Rect, Text
from checklist.export.pdf.resources import FONTS

# The width of the text of an A4 page, and how fine a printer draws.
PAGE_MM, DPI = 156, 300
PIXELS = round(PAGE_MM / 25.4 * DPI)
# How much larger shapes are drawn first.
_FINER = 3
_DASH, _DASH_GAP = 6.0, 5.0
_FILES = {400: "Regular", 600: "Semibold", 700: "Bold"}
# Steps from one colour to the other where an edge is smooth; Pillow confuses colours that are closer than these.
_STEPS = 8
_EDGES = [(name, "surface") for name in ("ink", "muted", "control", "petrol", "brick")] + [("ink", "paper")]

Point = tuple[float, float]


class Canvas:
    """A sheet, white, `width` units wide on the whole width of the page."""

    def __init__(self, width: float, height: float) -> None:
        self._scale = PIXELS / width
        self._size = (PIXELS, round(height * self._scale))
        self._shapes = Image.new("RGB", (self._size[0] * _FINER, self._size[1] * _FINER), COLOURS["surface"])
        self._draw = ImageDraw.Draw(self._shapes)
        self._texts: list[Text] = []

    def rounded(self, rect: Rect, radius: float, fill: str, *, stroke: str = "", width: float = 1) -> None:
        """A box with round corners; its line lies half in and half out of it."""
        around = width / 2 if stroke else 0
        corners = self._all([(rect.x - around, rect.y - around), (rect.right + around, rect.bottom + around)])
        self._draw.rounded_rectangle(
            corners,
            (radius + around) * self._scale * _FINER,
            COLOURS[fill],
            COLOURS[stroke] if stroke else None,
            round(width * self._scale * _FINER),
        )

    def dashed_outline(self, rect: Rect, radius: float, colour: str, width: float) -> None:
        """The line around a box with round corners, in dashes."""
        self.line(_outline(rect, radius), colour, width, dashed=True)

    def line(self, points: Sequence[Point], colour: str, width: float, *, dashed: bool = False) -> None:
        """A line along these points."""
        for piece in _dashes(points) if dashed else [points]:
            self._draw.line(self._all(piece), COLOURS[colour], round(width * self._scale * _FINER), "curve")

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """A filled circle around this point."""
        middle = self._all([(x, y)])[0]
        self._draw.circle(middle, radius * self._scale * _FINER, COLOURS[fill])

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """A filled shape with these corners."""
        self._draw.polygon(self._all(points), COLOURS[fill])

    def texts(self, texts: Sequence[Text]) -> None:
        """Words, above all shapes."""
        self._texts.extend(texts)

    def png(self) -> bytes:
        """The whole sheet as a PNG in few colours."""
        image = self._shapes.reduce(_FINER)
        draw = ImageDraw.Draw(image)
        for text in self._texts:
            anchor = "ms" if text.centred else "ls"
            place = (text.x * self._scale, text.baseline * self._scale)
            font = font_of(text.weight, text.size * self._scale)
            draw.text(place, text.words, COLOURS[text.colour], font, anchor)
        file = BytesIO()
        few = image.quantize(palette=_palette(), dither=Image.Dither.NONE)
        few.save(file, "PNG", optimize=True, dpi=(DPI, DPI))
        return file.getvalue()

    def _all(self, points: Sequence[Point]) -> list[Point]:
        larger = self._scale * _FINER
        return [(x * larger, y * larger) for x, y in points]


@cache
def font_of(weight: int, size: float) -> ImageFont.FreeTypeFont:
    """The font of our documents in one weight and size, in pixels."""
    path = FONTS / f"SourceSans3-{_FILES[weight]}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette() -> Image.Image:
    """All colours of drawings, and those between two that meet."""
    colours = [_rgb(name) for name in COLOURS]
    for one, other in _EDGES:
        pairs = list(zip(_rgb(one), _rgb(other), strict=True))
        colours += [_between(pairs, step / _STEPS) for step in range(1, _STEPS)]
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in colours for part in colour])
    return image


def _rgb(name: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(COLOURS[name].removeprefix("#")))


def _between(pairs: Sequence[tuple[int, int]], part: float) -> tuple[int, ...]:
    return tuple(round(low + (high - low) * part) for low, high in pairs)


def _outline(rect: Rect, radius: float) -> list[Point]:
    """The points around a box, from the end of its first corner on and back."""
    corners = (
        (rect.right - radius, rect.y + radius, -pi / 2),
        (rect.right - radius, rect.bottom - radius, 0.0),
        (rect.x + radius, rect.bottom - radius, pi / 2),
        (rect.x + radius, rect.y + radius, pi),
    )
    points = [(rect.x + radius, rect.y)]
    for x, y, start in corners:
        angles = (start + step * pi / 16 for step in range(9))
        points += [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]
    return points


def _dashes(points: Sequence[Point]) -> Iterator[list[Point]]:
    """The pieces of a line along these points that are drawn."""
    drawn, left = True, _DASH
    piece = [points[0]]
    for start, end in pairwise(points):
        length, gone = hypot(end[0] - start[0], end[1] - start[1]), 0.0
        while length - gone > left:
            gone += left
            part = gone / length
            place = (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            if drawn:
                yield [*piece, place]
            drawn, left = not drawn, _DASH_GAP if drawn else _DASH
            piece = [place]
        left -= length - gone
        piece.append(end)
    if drawn and len(piece) > 1:
        yield piece
