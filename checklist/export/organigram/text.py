"""How wide words are in the font of the drawing, and cut in lines that fit.

Pure, and remembered: the words of drawings are ours, and few.
"""

from functools import cache

# Widths of Source Sans 3 in thousandths of its size: of the bold, the widest of a group, so that the others fit too.
_BOLD = {
    character: width
    for width, characters in (
        (200, " \N{NO-BREAK SPACE}"),
        (301, "ijl.,:;I"),
        (345, "()-/f"),
        (398, "tr"),
        (443, "s"),
        (528, "aceëéxvyzkg0123456789"),
        (575, "bdhnopquöT"),
        (620, "BCEFGKLPRSVZ↑↓"),
        (776, "wADHNOUM"),
        (857, "m"),
    )
    for character in characters
}
# How much narrower the lighter weights are, at least, over the words of a drawing.
_LIGHTER = {400: 0.965, 600: 0.985, 700: 1.0}
_OTHER = 860


@cache
def width_of(words: str, size: float, weight: int = 400) -> float:
    """How wide these words are at most in this size."""
    return sum(_BOLD.get(character, _OTHER) for character in words) * _LIGHTER[weight] * size / 1000


@cache
def in_lines(words: str, width: float, size: float, weight: int = 400) -> tuple[str, ...]:
    """The words in lines of at most this width; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


@cache
def narrowest(words: str, lines: int, size: float) -> float:
    """The smallest width in which the words take no more than so many lines."""
    parts = words.split(" ")
    spans = [" ".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1)]
    widths = (width_of(span, size) for span in spans)
    return min(width for width in widths if _fits(in_lines(words, width, size), lines, width, size))


def _fits(found: tuple[str, ...], lines: int, width: float, size: float) -> bool:
    return len(found) <= lines and all(width_of(line, size) <= width for line in found)
