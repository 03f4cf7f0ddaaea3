"""The texts of a stored HTML in reading order, each with whose it is and what is known of it, for the snapshot."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, groupby

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.settled.frozen import Part, TextBlock
from checklist.domain.settled.value import SettledKind
from checklist.export.blocks.markup import parse
from checklist.export.blocks.sections import blocks_of
from checklist.export.blocks.value import (
    Block,
    Box,
    Drawing,
    Heading,
    Listing,
    Paragraph,
    Run,
    Runs,
    Signing,
    Table,
    Whose,
)
from checklist.export.settled.stored import StoredHtml

# The keys of the parts, by the anchor of their heading.
KEYS = {
    "samenvatting": "samenvatting",
    "hoofdstuk-1": "aanleiding",
    "hoofdstuk-2": "gevraagd_besluit",
    "hoofdstuk-3": "ontwerp",
    "hoofdstuk-4": "argumenten",
    "hoofdstuk-5": "gevolgen",
    "hoofdstuk-6": "risicos",
    "hoofdstuk-7": "draagvlak",
    "hoofdstuk-8": "besluitpad",
    "hoofdstuk-9": "communicatie",
    "hoofdstuk-10": "evaluatie",
    "bijlage-a": "verantwoording",
    "bijlage-b": "regelgeving",
    "bijlage-c": "afspraken_en_reglement",
    "bijlage-d": "open",
}
_KEYS_OF_EVALUATIE = {anchor: anchor for anchor in ("waarover", "besluiten", "indicatoren")}
_ORIGINS = {Whose.OURS: "vast", Whose.KRING: "kring", Whose.BESLUIT: "besluit"}
_NUMBER = re.compile(r"(?:\d+|[A-D])\.\d+(?:\.\d+)?")
_OF_QUESTION = re.compile(r"4\.(?P<question>\d+)(?:\.\d+)?")
_CODES = re.compile(r"\(((?:1[0-2]|[1-9])[a-d](?:, (?:1[0-2]|[1-9])[a-d])*)\)")


@dataclass(frozen=True)
class _Known:
    """What a number in the document belongs to."""

    codes: tuple[str, ...] = ()
    organ: str = ""
    question: int = 0


# A text with the number that stands at it, '' for none.
_Line = tuple[Runs, str]


def _lines(block: Block) -> Iterator[_Line]:
    """The texts of a block, but for those of a list of contents: its rows are the headings."""
    match block:
        case Heading() | Paragraph():
            yield block.runs, block.number if isinstance(block, Paragraph) else ""
        case Listing():
            for item in block.items:
                yield item.runs, item.anchor.removeprefix("p")
                yield from _all_lines(item.inner)
        case Table():
            yield block.caption, ""
            for row in (*block.head, *block.rows):
                yield from ((cell.runs, _words(row.cells[0].runs)) for cell in row.cells)
        case Box():
            yield from _all_lines(block.blocks)
        case Signing():
            yield from ((line, "") for line in block.lines)
        case Drawing():
            yield from (((Run(block.alternative),), ""), (block.caption, ""))


def _all_lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    return chain.from_iterable(map(_lines, blocks))


def _words(runs: Runs) -> str:
    return "".join(f"\n{run.text}" if run.break_before else run.text for run in runs).strip()


def _texts(line: _Line, known: Mapping[str, _Known], section: _Known) -> Iterator[TextBlock]:
    """A text for each whose words stand in a line; without a number it is about what its section is about."""
    runs, told = line
    number = told if _NUMBER.fullmatch(told) else ""
    about = _about(number, known) if number else section
    for whose, of_one in groupby(runs, key=lambda run: run.whose):
        text = _words(tuple(of_one))
        if text and text != number:
            codes = about.codes or tuple(code for found in _CODES.findall(text) for code in found.split(", "))
            yield TextBlock(text, _ORIGINS[whose], codes, number, about.organ, about.question)


def _about(number: str, known: Mapping[str, _Known]) -> _Known:
    found, about = _OF_QUESTION.fullmatch(number), known.get(number, _Known())
    return replace(about, question=int(found["question"])) if found else about


def parts_of(html: bytes, voorstel: Voorstel) -> tuple[Part, ...]:
    """Return the chapters and appendices of a stored HTML; `voorstel` is what it was made of. Pure; 100 ms."""
    return _parts(html, Reading.VOORSTEL, KEYS, dict(_known(voorstel)))


def parts_of_evaluatie(html: bytes) -> tuple[Part, ...]:
    """Return the chapters of the stored HTML of an evaluatie. Pure; some ms."""
    return _parts(html, SettledKind.EVALUATIE, _KEYS_OF_EVALUATIE, {})


def _parts(html: bytes, reading: str, keys: Mapping[str, str], known: Mapping[str, _Known]) -> tuple[Part, ...]:
    body = StoredHtml(html.decode()).body(reading)
    blocks = blocks_of(parse(f"<!doctype html><html><head></head><body>{body}</body></html>")[1])
    return tuple(
        Part(keys[opening.anchor], _words(opening.runs), tuple(_of_chapter(inside, known)))
        for opening, inside in _chapters(blocks, keys)
    )


def _of_chapter(blocks: Iterable[Block], known: Mapping[str, _Known]) -> Iterator[TextBlock]:
    section = _Known()
    for block in blocks:
        if isinstance(block, Heading):
            section = _about(block.anchor.removeprefix("p"), known)
        for line in _lines(block):
            yield from _texts(line, known, section)


def _chapters(blocks: Iterable[Block], keys: Container[str]) -> Iterator[tuple[Heading, list[Block]]]:
    opening: Heading | None = None
    inside: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.anchor in keys:
            if opening:
                yield opening, inside
            opening, inside = block, []
        else:
            inside.append(block)
    if opening:
        yield opening, inside


def _known(voorstel: Voorstel) -> Iterator[tuple[str, _Known]]:
    for one in (*voorstel.asked.decisions, *voorstel.asked.agreements):
        for point in one.points:
            yield point.number, _Known(point.codes, one.organ.value)
    for pair in (*voorstel.contradictions, *voorstel.agreements_needed, *voorstel.agreements_kept):
        yield pair.number, _Known(pair.codes)
    for told in voorstel.support.breadth.questions if voorstel.support.breadth else ():
        yield told.number, _Known(question=told.question)
    for matter in voorstel.open_matters:
        found = _OF_QUESTION.fullmatch(matter.told_at)
        yield matter.number, _Known(question=int(found["question"]) if found else 0)
