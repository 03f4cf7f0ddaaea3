"""How many lines a text takes on the summary's page: a count, so that no trial print decides what fits."""

from collections.abc import Iterable
from math import ceil

from checklist.domain.typed import Typed

# Characters of a line of running text, as ordinary Dutch has them; a decision is set larger.
LINE, DECISION_LINE = 90, 84
# A list and a box are set in from the left.
SET_IN = 5
_WIDE = "mwMW@%"
_FIRST_SQUARE = "\u2e80"  # from here on characters are as wide as they are high


def width_of(text: str) -> float:
    """Return how many ordinary characters a text is wide: capitals and a few others take more room."""
    return sum(_width(one) for one in text)


def _width(character: str) -> float:
    if character >= _FIRST_SQUARE:
        return 2.4
    if character in _WIDE:
        return 1.8
    return 1.3 if character.isupper() else 1


def lines_of(text: str, line: int = LINE) -> int:
    """Return the lines of a running text; none for an empty one."""
    return ceil(width_of(text) / line)


def lines_of_typed(texts: Iterable[Typed], lead: str = "") -> int:
    """Return the lines of typed paragraphs with their lists, the first after words of ours; one at least."""
    total = 0
    for one in texts:
        total += lines_of(f"{lead}{one.text}") + sum(lines_of(item, LINE - SET_IN) for item in one.items)
        lead = ""
    return total or 1


def run_together(texts: Iterable[Typed]) -> str:
    """Return typed paragraphs as one running text, with the marks of their lists as they were typed."""
    parts: list[str] = []
    for one in texts:
        marks = [f"{place}. " for place in range(1, len(one.items) + 1)] if one.ordered else ["- "] * len(one.items)
        parts += [one.text, *map("".join, zip(marks, one.items, strict=True))]
    return " ".join(" ".join(part.split()) for part in parts if part)
