"""The concept-reglement as a value: articles with the clauses that this design has, numbered anew."""

from dataclasses import dataclass
from enum import Enum


class Source(Enum):
    """Whose words a piece of the reglement is: our own, the kring's, or a gap that is still open, between brackets."""

    OURS = "vast"
    KRING = "kring"
    GAP = "leeg"


@dataclass(frozen=True)
class Piece:
    """Words of one origin; a text of the reglement is a row of these, with the spaces in them."""

    text: str
    source: Source = Source.OURS


Text = tuple[Piece, ...]


@dataclass(frozen=True)
class Item:
    """An item of a list with the mark at its end (';', '; en', '.'): 'a' and its text, or a defined term, which has no
    letter."""

    letter: str
    text: Text
    term: Text = ()


@dataclass(frozen=True)
class Lid:
    """A clause; `number` is 0 when it is the only one of its article. `own`: the kring wrote it."""

    number: int
    text: Text
    items: tuple[Item, ...] = ()
    own: bool = False


@dataclass(frozen=True)
class Article:
    """An article with at least one clause. `stopped`: it rests on an option of a contradiction that isn't kept, so it
    can't be adopted like this. `explanation` is ours."""

    number: int
    key: str
    heading: str
    clauses: tuple[Lid, ...]
    stopped: bool = False
    explanation: str = ""


@dataclass(frozen=True)
class Reglement:
    """The whole. `signatures` are blocks of who signs, each with a line to write on. `stopped` are the sentences of the
    stop box, none when nothing stands in the way; `gaps` counts the places that are still open."""

    title: Text
    subtitle: Text
    legal_form: str
    preamble: tuple[Text, ...]
    articles: tuple[Article, ...]
    closing: Text
    signatures: tuple[tuple[Text, ...], ...]
    stopped: tuple[str, ...] = ()
    gaps: int = 0
