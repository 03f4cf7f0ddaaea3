"""What stands within a paragraph, as runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from checklist.export.blocks.markup import UnknownMarkupError, classes_of
from checklist.export.blocks.value import Run, Runs, Whose

# What HTML takes for one space; not the non-breaking one.
_SPACE = re.compile(r"[ \t\r\n\f]+")
_INLINE = {"a", "b", "br", "em", "small", "span", "strong", "sup", "wbr"}
# Read elsewhere, or not at all: the number of a paragraph, and the page of a row of the contents.
APART = {"vs-number", "vs-contents__page", "advies-contents__page"}


@dataclass(frozen=True)
class _Break:
    """A new line."""


def is_inline(element: Element) -> bool:
    """Whether it stands within a paragraph."""
    return element.tag in _INLINE


def whose_of(element: Element, around: Whose) -> Whose:
    """Whose words an element holds, within one whose words are `around`."""
    if "advies-typed" in classes_of(element):
        return Whose.KRING
    return Whose(element.get("data-van", around))


def runs_of(element: Element, whose: Whose = Whose.OURS) -> Runs:
    """What an element holds as runs, its spaces as HTML counts them; its numbers stand apart.

    Raises UnknownMarkupError for an element that is none of a paragraph.
    """
    return _closed(_pieces(element, Run("", whose_of(element, whose)), nowrap=False))


def words_of(element: Element) -> str:
    """Its words alone."""
    return "".join(run.text for run in runs_of(element))


def lines_of(runs: Runs) -> tuple[Runs, ...]:
    """Return the runs of each line of a paragraph."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.break_before:
            lines.append([])
        lines[-1].append(replace(run, break_before=False))
    return tuple(tuple(line) for line in lines)


def _pieces(element: Element, look: Run, *, nowrap: bool) -> Iterator[Run | _Break]:
    if element.text:
        yield _said(element.text, look, nowrap=nowrap)
    for child in element:
        if child.tag == "br":
            yield _Break()
        elif not is_inline(child):
            raise UnknownMarkupError(f"<{child.tag}> within <{element.tag}>")
        elif "vs-line" in classes_of(child):
            yield Run("", look.whose, blank=True)
        elif not classes_of(child) & APART:
            yield from _pieces(child, _look_of(child, look), nowrap=nowrap or "nowrap" in classes_of(child))
        if child.tail:
            yield _said(child.tail, look, nowrap=nowrap)


def _said(text: str, look: Run, *, nowrap: bool) -> Run:
    one_line = _SPACE.sub(" ", text)
    return replace(look, text=one_line.replace(" ", "\xa0") if nowrap else one_line)


def _look_of(element: Element, around: Run) -> Run:
    look = replace(around, whose=whose_of(element, around.whose))
    match element.tag:
        case "strong" | "b":
            return replace(look, strong=True)
        case "em":
            return replace(look, italic=True)
        case "small":
            return replace(look, muted=True)
        case "sup":
            return replace(look, raised=True)
        case "a":
            return replace(look, href=element.get("href", ""), label=element.get("aria-label", ""))
    return replace(look, muted=True) if "vs-muted" in classes_of(element) else look


def _closed(pieces: Iterator[Run | _Break]) -> Runs:
    """The runs with one space between words, none at the end of a line, and neighbours of one look as one."""
    runs: list[Run] = []
    breaks, after_space = 0, True
    for piece in pieces:
        if isinstance(piece, _Break):
            breaks, after_space = breaks + 1, True
            continue
        text = piece.text.lstrip(" ") if after_space else piece.text
        if not text and not piece.blank:
            continue
        if breaks and runs:
            _end_line(runs)
            runs += [Run("", break_before=True)] * (breaks - 1)
        _add(runs, replace(piece, text=text, break_before=bool(breaks and runs)))
        breaks, after_space = 0, text.endswith(" ")
    _end_line(runs)
    return tuple(runs)


def _add(runs: list[Run], run: Run) -> None:
    if runs and not run.break_before and replace(runs[-1], text="", break_before=False) == replace(run, text=""):
        runs[-1] = replace(runs[-1], text=runs[-1].text + run.text)
    else:
        runs.append(run)


def _end_line(runs: list[Run]) -> None:
    while runs and runs[-1].text.endswith(" "):
        last = replace(runs[-1], text=runs[-1].text.rstrip(" "))
        runs[-1:] = [last] if last.text or last.break_before else []
