"""Where everything in a drawing stands: a fixed column per party, the regiostaf as one bar below all of them.

Each line is vertical and stays in its column, so none crosses another or passes through a box. A line breaks off where
its verb stands, and no verb reaches the other line of its column.
"""

from checklist.domain.drawings.parties import Party, Side
from checklist.domain.drawings.regiostaf import Column, Regiostaf
from checklist.export.organigram.bar import bar_of
from checklist.export.organigram.columns import lines_below
from checklist.export.organigram.measures import (
    BOX_GAP,
    BOX_WIDTH,
    EDGE,
    FONT,
    LEADING,
    SIDE_GAP,
    SIDE_PADDING,
    Measures,
)
from checklist.export.organigram.shapes import Box, Drawing, Rect, Text


def layout_of(regiostaf: Regiostaf, measures: Measures) -> Drawing:
    """Place a regiostaf. Pure; well under a millisecond."""
    rows = max(len(_lines(column)) for column in regiostaf.columns)
    y, height = EDGE + measures.heading, rows * LEADING + 2 * measures.box_padding
    boxes = tuple(_box(column, Rect(_start(column.party), y, BOX_WIDTH, height)) for column in regiostaf.columns)
    below = [
        lines_below(column, box.rect, measures.between_words)
        for column, box in zip(regiostaf.columns, boxes, strict=True)
    ]
    bottom = y + height
    top_of_bar = bottom + max(measures.room_for_lines, *(lines.height for lines in below))
    bar, fields = bar_of(regiostaf.fields, measures, top_of_bar)
    plates = (lines.plate(bottom, top_of_bar) for lines in below)
    return Drawing(
        height=bar.rect.bottom + EDGE,
        sides=tuple(_side(side, measures, bottom) for side in Side),
        boxes=boxes,
        arrows=tuple(lines.arrows(bottom, top_of_bar) for lines in below),
        plates=tuple(plate for plate in plates if plate),
        bar=bar,
        fields=fields,
    )


def _start(party: Party) -> float:
    """Where the box of a party begins."""
    at = list(Party).index(party)
    between_sides = SIDE_GAP + 2 * SIDE_PADDING - BOX_GAP if party.side is Side.VEILIGHEIDSREGIO else 0
    return EDGE + SIDE_PADDING + at * (BOX_WIDTH + BOX_GAP) + between_sides


def _box(column: Column, rect: Rect) -> Box:
    lines = _lines(column)
    first = rect.y + (rect.height - LEADING * (len(lines) - 1)) / 2
    texts = (Text(words, rect.middle, first + LEADING * at, weight=weight) for at, (words, weight) in enumerate(lines))
    return Box(rect, tuple(texts), dashed=column.open)


def _lines(column: Column) -> list[tuple[str, int]]:
    """The words in a box, each with its weight."""
    return [(words, 600) for words in column.box.name] + ([(column.box.form, 400)] if column.box.form else [])


def _side(side: Side, measures: Measures, bottom: float) -> Box:
    """The frame around the boxes of one side."""
    inside = [party for party in Party if party.side is side]
    x = _start(inside[0]) - SIDE_PADDING
    width = _start(inside[-1]) + BOX_WIDTH + SIDE_PADDING - x
    heading = Text(side.value, x + 14, EDGE + measures.heading / 2, FONT, 700, "muted", centred=False)
    return Box(Rect(x, EDGE, width, bottom + SIDE_PADDING - EDGE), (heading,))
