"""Texts of the reglement in pieces: words of ours, what the kring filled in, and gaps that are still open."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from checklist.domain.decision.reglement.value import Piece, Source, Text
from checklist.domain.dutch import capital
from checklist.domain.reglement_texts import PIECES

# What fills a gap, by its name.
Fill = Callable[[str], Text]

_OPEN = "["
_AFTER_A_SENTENCE = re.compile(r"[.!?…:]\Z")
# Of an abbreviation the full stop is no end: 'B.V.', 'e.d.', 'enz.'.
_ABBREVIATED = re.compile(r"(?:\.\w+|\b(?:enz|etc|jr|sr|nr|art|mr|dr|drs|ir|ing))\.\Z", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_SURNAME = "Van"


def pieces_of(template: str, fill: Fill, *, sentence: bool = True) -> Text:
    """Return a text of the content with its gaps filled. What fills them is data: braces in it stay. A `sentence`
    begins with a capital, whatever fills its first gap."""
    found: list[Piece] = []
    end = 0
    for gap in PIECES.finditer(template):
        found.append(Piece(template[end : gap.start()]))
        filling = fill(gap["gap"]) if gap["gap"] else (Piece(gap["open"], Source.GAP),)
        before = template[: gap.start()].rstrip()
        begins = not before if sentence else False
        found += _capital(filling) if begins or before.endswith(".") else filling
        end = gap.end()
    return tidied((*found, Piece(template[end:])))


def known(text: str) -> Text:
    """Return words of ours that fill a gap; between square brackets they say that it is open."""
    return (Piece(text, Source.GAP if text.startswith(_OPEN) else Source.OURS),)


def typed(text: str) -> Text:
    """Return words of the kring that fill a gap within a sentence: an article is written small."""
    return (Piece(re.sub(r"\A(De|Het|Een)(?= )", lambda found: found[0].lower(), text), Source.KRING),)


def own_sentence(text: str) -> Text:
    """Return a sentence of the kring's own, with a capital and with a mark at its end."""
    return tidied((Piece(capital(text), Source.KRING), Piece("" if _AFTER_A_SENTENCE.search(text) else ".")))


def with_mark(text: Text, mark: str) -> Text:
    """Return an item of a list with the mark at its end."""
    return tidied((*text, Piece(mark)))


def gaps_in(texts: Iterable[Text]) -> int:
    """Return how many places of these texts are open."""
    return sum(piece.source is Source.GAP for text in texts for piece in text)


def plain(text: Text) -> str:
    """Return the words of a text."""
    return "".join(piece.text for piece in text)


def tidied(pieces: Iterable[Piece]) -> Text:
    """Return a text without empty pieces, with neighbours of one source joined, and without words and marks of ours
    that what the kring typed beside them says already: 'op op 1 april', 'bijeen bijeen', a second full stop."""
    found = _joined(pieces)
    for place, (one, other) in enumerate(pairwise(found)):
        if other.source is Source.KRING and one.source is Source.OURS:
            found[place] = replace(one, text=_before_typed(one.text, other.text))
    for place, (one, other) in enumerate(pairwise(found)):
        if one.source is Source.KRING and other.source is Source.OURS:
            found[place], found[place + 1] = _typed_and_after(one, other)
    return tuple(_joined(found))


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Gaps stay apart: each is a place."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].source is piece.source is not Source.GAP:
            found[-1] = replace(piece, text=found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return found


def _before_typed(text: str, typed_text: str) -> str:
    """What stands before typed words, without the last words that these begin with."""
    begins = [word.group() for word in _WORD.finditer(typed_text)]
    ends = list(_WORD.finditer(text))
    for count in range(min(len(begins), len(ends)), 0, -1):
        again = ends[-count:]
        if _same([word.group() for word in again], begins[:count]) and text[again[-1].end() :].isspace():
            return text[: again[0].start()]
    return text


def _typed_and_after(typed_piece: Piece, after: Piece) -> tuple[Piece, Piece]:
    """Typed words and what follows on them, without the first words that these end with and without a full stop too
    many."""
    words, text = typed_piece.text, after.text
    begins, ends = list(_WORD.finditer(text)), [word.group() for word in _WORD.finditer(words)]
    for count in range(min(len(begins), len(ends)), 0, -1):
        if _same(ends[-count:], [word.group() for word in begins[:count]]) and text[: begins[0].start()].isspace():
            text = text[begins[count - 1].end() :]
            break
    if words.endswith("."):
        if text.startswith("."):
            text = text[1:]
        elif text and not _ABBREVIATED.search(words):
            words = words[:-1]
    return replace(typed_piece, text=words), replace(after, text=text)


def _same(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words are the same but for a capital; a surname begins with one: 'van Van den Berg'."""
    return ones[-1] != _SURNAME and others[0] != _SURNAME and [*map(str.casefold, ones)] == [*map(str.casefold, others)]


def _capital(filling: Text) -> Text:
    return (replace(filling[0], text=capital(filling[0].text)), *filling[1:]) if filling else ()
