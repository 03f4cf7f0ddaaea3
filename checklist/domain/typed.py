"""Typed text as a document sets it: paragraphs and lists, in typographic quotes and with spaces that don't break."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Typed:
    """One paragraph in the kring's words, with the list that belongs to it; either may be empty."""

    text: str
    items: tuple[str, ...] = ()
    ordered: bool = False
