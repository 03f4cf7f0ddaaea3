"""The words of an organigram: short forms of the sentences of the domain's `regiostaf_parts`, cut in lines that fit."""

from collections.abc import Mapping

from checklist.domain.drawings.regiostaf_parts import Actor

# Facts in a few words, from the sentences of `FACTS`; the list beside the drawing has them whole.
FACT_WORDS: Mapping[str, str] = {
    "1d": "formeel vastgelegd",
    "6a": "alleen rampen en crises",
    "6b": "hele terrein van de veiligheidsregio",
    "6c": "hele terrein van de veiligheidsregio, plus sociale en integrale veiligheid",
    "12a": "blijft gekoppeld aan de veiligheidsregio",
    "12b": "groeit uit tot organisator van brede samenwerking",
    "12c": "wordt breder: voor alle gemeenschappelijke regelingen",
}

# What an open question leaves out of the drawing, when there is no line to dash.
OPEN_WORDS: Mapping[int, str] = {
    1: "wie opricht",
    2: "de opdracht",
    6: "het werkterrein",
    7: "de plaats",
    8: "de leiding",
    9: "de ondersteuning",
    10: "de bekostiging",
    12: "het perspectief",
}

# `through` as it goes on after the verb above it.
THROUGH_WORDS: Mapping[str, str] = {
    "stuurgroep": "een stuurgroep",
    "commissie met wethouders": "een commissie met wethouders",
    "netwerk": "een netwerk",
    "regionaal overleg": "een regionaal overleg",
    "afdeling": "een afdeling met een onafhankelijke adviespositie",
    "vertegenwoordiging": "een vertegenwoordiging van of namens hen",
    "vrijgestelde functionaris": "via een vrijgestelde functionaris",
    "medewerkers": "met medewerkers",
    "vrijgestelde medewerkers": "met vrijgestelde medewerkers",
}

# Beside a line that belongs to a whole side.
TOGETHER: Mapping[Actor, str] = {
    Actor.GEMEENTEN: "de gemeenten samen",
    Actor.VEILIGHEIDSREGIO: "de veiligheidsregio als\N{NO-BREAK SPACE}geheel",
}

# Widths of Source Sans 3 in thousandths of its size: of the semibold, the widest of a group, so that the regular fits.
_WIDTHS = {
    character: width
    for width, characters in (
        (200, " \N{NO-BREAK SPACE}"),
        (285, "ijlI.,:;"),
        (375, "frt()-"),
        (525, "aceksvxyzg0123456789ë"),
        (565, "bdhnopquö"),
        (750, "w"),
        (850, "m"),
    )
    for character in characters
}
_OTHER = 800


def width_of(words: str, size: float) -> float:
    """How wide these words are at most in this size."""
    return sum(_WIDTHS.get(character, _OTHER) for character in words) * size / 1000


def with_number(words: str, *numbers: object) -> str:
    """The words with the codes or the question they come from; the last word and the number stay on one line."""
    return f"{words}\N{NO-BREAK SPACE}({', '.join(map(str, numbers))})"


def in_lines(words: str, width: float, size: float) -> tuple[str, ...]:
    """The words in lines of at most this width; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
