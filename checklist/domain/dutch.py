"""Dutch that sentences made by the program need: numbers in words, and enumerations."""

import re
from collections.abc import Sequence
from decimal import Decimal

_WORDS = (
    *("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"),
)


def in_words(number: int) -> str:
    """Return a number up to twenty as a word, a larger one in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


# Documents write numbers as words so far, and larger ones in digits.
LAST_WORD = 12


def up_to_twelve(number: int) -> str:
    """Return a number up to twelve as a word, a larger one in digits."""
    return in_words(number) if number <= LAST_WORD else str(number)


def in_a_row(items: Sequence[str]) -> str:
    """Return the items as one enumeration: 'de plaats, de leiding en het perspectief'."""
    return " en ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def capital(text: str) -> str:
    """Return the text with a capital first; 'één' is 'Eén'."""
    return f"{text[:1].upper().replace('É', 'E')}{text[1:]}"


def small(text: str) -> str:
    """Return the text with a small letter first, as it goes on after a colon; an abbreviation keeps its capitals, and
    'Eén' is 'één'."""
    if text.startswith("Eén"):
        return f"é{text[1:]}"
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def euros(amount: Decimal) -> str:
    """Return an amount as a sentence has it: '€ 24.000', and '€ 1.250,50' when there are cents."""
    whole, _, cents = f"{amount:,.2f}".partition(".")
    return f"€ {whole.replace(',', '.')}{'' if cents == '00' else f',{cents}'}"


def as_sentence(text: str) -> str:
    """Return the text with a capital first and a full stop at the end."""
    return f"{capital(text)}."


# A sentence ends at a line end, or at a mark after which another one starts.
_AFTER_A_SENTENCE = re.compile(r"\n|(?<=[.!?…])\s+(?=[^a-z\s])")


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; empty for an empty one."""
    return _AFTER_A_SENTENCE.split(text.strip(), maxsplit=1)[0]


# A clause that is shorter says too little on its own: 'Eerst,'.
_SHORTEST_CLAUSE = 20
_AFTER_A_CLAUSE = re.compile(r"[,;:]\s|\s[–—-]\s")


def first_clause(text: str, most: int) -> str:
    """Return how a text starts, without a full stop: its first sentence, as far as a comma or the like when that is
    longer than so many characters, and cut at a word when there is none."""
    sentence = first_sentence(text).removesuffix(".")
    if len(sentence) <= most:
        return sentence
    ends = [found.start() for found in _AFTER_A_CLAUSE.finditer(sentence[: most + 1])]
    if ends and ends[-1] >= _SHORTEST_CLAUSE:
        return sentence[: ends[-1]]
    cut = sentence[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut.rstrip()} …"
