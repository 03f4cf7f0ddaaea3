"""What stands in an organigram: its words, and a thousand designs to draw."""

from collections.abc import Iterator
from random import Random
from xml.etree.ElementTree import fromstring

from checklist.domain.drawings.regiostaf import Regiostaf, regiostaf_of
from checklist.export.organigram.drawing import organigram_svg
from checklist.export.organigram.shapes import Box, Drawing, Text
from tests.content import real_content

SVG = "{http://www.w3.org/2000/svg}"
# As full as a form allows: every option that may stand beside the others of its question.
FULL = "1a 1b 1c 1d 2a 2b 2c 2d 3b 3c 4b 4c 5a 6c 7d 8a 9a 9b 9c 10b 10c 11b 12c"


def made(codes: str) -> Regiostaf:
    """The regiostaf of these options."""
    return regiostaf_of(real_content(), codes.split())


def random_designs(count: int) -> Iterator[str]:
    """Answers that the form of each question allows, with some questions left open; the same ones each time."""
    random = Random(11)
    for _ in range(count):
        # A design with many open questions, one with few.
        left_open = random.choice((0.0, 0.1, 0.5))
        yield " ".join(code for number in range(1, 13) for code in _answer(random, number, left_open))


def _answer(random: Random, number: int, left_open: float) -> list[str]:
    question = real_content().question_of[number]
    if random.random() < left_open:
        return []
    together = [option.code for option in question.options if not option.exclusive]
    if question.many and random.random() < 0.6:
        return random.sample(together, random.randint(1, len(together)))
    return [random.choice(question.options).code]


def texts_of(drawing: Drawing) -> list[Text]:
    """All words of a drawing."""
    boxes: tuple[Box, ...] = (*drawing.sides, *drawing.boxes, *drawing.plates, drawing.bar, *drawing.fields)
    arrows = [arrow for column in drawing.arrows for arrow in column]
    return [text for texts in (*(box.texts for box in boxes), *(arrow.texts for arrow in arrows)) for text in texts]


def words_of_svg(regiostaf: Regiostaf) -> list[str]:
    """The words in the picture, in the order in which they are drawn."""
    svg = fromstring(organigram_svg(regiostaf))  # noqa: S314  # our own text
    return [element.text or "" for element in svg.iter(f"{SVG}text")]
