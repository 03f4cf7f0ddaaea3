"""Typed text as a document sets it: in paragraphs and lists. No word and no mark of it changes but the marks of a list,
which become real ones; nothing else is recognised (a lone dash at the start of a line stays a dash)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby


@dataclass(frozen=True)
class Typed:
    """One paragraph in the kring's words, with the list that belongs to it; either may be empty. In `text` a line end
    may stand, which is no new paragraph."""

    text: str
    items: tuple[str, ...] = ()
    ordered: bool = False

    def __bool__(self) -> bool:
        """Whether anything is typed."""
        return bool(self.text or self.items)


_EMPTY_LINES = re.compile(r"\n\s*\n")
_DASHED = re.compile(r"[-*•] +(?=\S)")
_COUNTED = re.compile(r"([1-9]\d?)\. +(?=\S)")
# A list of one line is a paragraph that starts with a dash.
_SHORTEST_LIST = 2


def paragraphs(text: str) -> tuple[Typed, ...]:
    """Return a clean text in its paragraphs; none for an empty one. An empty line starts another paragraph; two lines
    or more that start with '- ', '* ' or '• ', or with '1. ', '2. ' and on, are a list of the paragraph above."""
    found: list[Typed] = []
    for block in _EMPTY_LINES.split(text.strip()):
        for part in _parts([line.strip() for line in block.split("\n") if line.strip()]):
            if part.items and found and not found[-1].items:
                found[-1] = replace(found[-1], items=part.items, ordered=part.ordered)
            else:
                found.append(part)
    return tuple(found)


def one_line(text: str) -> Typed:
    """Return a text that is never more than a line."""
    return Typed(text)


def _parts(lines: list[str]) -> Iterator[Typed]:
    """The runs of a block: a paragraph, or a list without one."""
    for kind, run in groupby(_marked(lines), key=lambda each: each[0]):
        if kind == "":
            yield Typed("\n".join(line for _, line in run))
        else:
            ordered = kind.startswith("1")
            mark = _COUNTED if ordered else _DASHED
            yield Typed("", tuple(mark.sub("", line, count=1) for _, line in run), ordered)


def _marked(lines: list[str]) -> list[tuple[str, str]]:
    """Each line with the list that it is in: '-', or '1' and how many lists there were; '' for running text."""
    kinds = ["-" if _DASHED.match(line) else "" for line in lines]
    _only_lists(kinds, "-")
    expected, lists = 1, 0
    for place, line in enumerate(lines):
        counted = _COUNTED.match(line)
        number = int(counted[1]) if counted else 0
        if number == 1:
            lists += 1
        # A list that a document would number otherwise than it was typed is no list.
        expected = number + 1 if number in (1, expected) else 1
        if number and expected > 1 and not kinds[place]:
            kinds[place] = f"1{lists}"
    for one in {kind for kind in kinds if kind.startswith("1")}:
        _only_lists(kinds, one)
    return list(zip(kinds, lines, strict=True))


def _only_lists(kinds: list[str], kind: str) -> None:
    """Make running text of lines of this kind that stand alone."""
    for place, one in enumerate(kinds):
        beside = kinds[max(place - 1, 0) : place] + kinds[place + 1 : place + _SHORTEST_LIST]
        if one == kind and kind not in beside:
            kinds[place] = ""
