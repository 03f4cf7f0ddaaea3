"""A line of text of which parts stand out, for a template to set."""

from collections.abc import Iterable
from dataclasses import dataclass

# What can be read from the far end of a room.
MOST_WORDS = 25


@dataclass(frozen=True)
class Piece:
    """A part of a line; `strong` stands out."""

    text: str
    strong: bool = False


Line = tuple[Piece, ...]


def line(*parts: str | Piece) -> Line:
    """Return a line of these parts, without the empty ones; a text is plain."""
    pieces = (Piece(part) if isinstance(part, str) else part for part in parts)
    return tuple(piece for piece in pieces if piece.text)


def strong(text: str) -> Piece:
    """Return a part that stands out."""
    return Piece(text, strong=True)


def plain(pieces: Iterable[Piece]) -> str:
    """Return a line as it is read, without what stands out."""
    return "".join(piece.text for piece in pieces)


def fitting(*ways: Line) -> Line:
    """Return the first of these ways to say it that is short enough for one line, else the last."""
    return next((way for way in ways if len(plain(way).split()) <= MOST_WORDS), ways[-1])
