"""What changed between two texts, word by word. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# Below this share of equal words a text is another text: old and new as a whole read better than a patchwork.
ANOTHER_TEXT = 0.5
# Comparing two texts word by word can take a time that is the cube of their length; the longest of ours has 50 words.
MOST_WORDS = 100
# A word with the white space after it: a space of its own would be a landmark between any two words.
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Part:
    """A piece of both texts, of the old one alone (`removed`) or of the new one alone (`added`)."""

    text: str
    removed: bool = False
    added: bool = False


def difference(old: str, new: str) -> tuple[Part, ...]:
    """Return the pieces in reading order: what went stands before what came in its place. A text that was written anew
    is two pieces, and so is one of more than `MOST_WORDS` words."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    # The last word of a text has no space after it; a line end does count.
    old_words, new_words = ([word.rstrip(" ") for word in words] for words in (before, after))
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    whole = ("replace", 0, len(before), 0, len(after))
    by_word = max(len(before), len(after)) <= MOST_WORDS and matcher.ratio() >= ANOTHER_TEXT
    opcodes = matcher.get_opcodes() if by_word else [whole]
    return tuple(part for opcode in opcodes for part in _parts(opcode, before, after))


def _parts(opcode: tuple[str, int, int, int, int], before: list[str], after: list[str]) -> Iterator[Part]:
    tag, start, end, new_start, new_end = opcode
    old, new = "".join(before[start:end]), "".join(after[new_start:new_end])
    if tag == "equal":
        yield Part(new)
        return
    if old:
        yield Part(old, removed=True)
    if new:
        yield Part(new, added=True)
