"""The styles of a document: how each kind of paragraph looks. Sizes are those of the PDF."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from checklist.domain.house_style import HouseStyle
from checklist.export.blocks.tables import TEXT_WIDTH
from checklist.export.blocks.value import Contents, Document, Heading, Style

INK, MUTED, RULE = "1B2428", "525D64", "C9C3B6"
STOP, STOP_GROUND, NOTE, NOTE_GROUND = "9B1C1F", "FBE9E7", "8A4B00", "FDF1DC"
# Where the number of a paragraph begins, left of the edge that everything else begins at.
NUMBER_ROOM = 15
LIST_ROOM = 5
BOX_ROOM = 4
_LONG_TITLE = 60
_MANY_ROWS = 20


@dataclass(frozen=True)
class Border:
    """A line along a paragraph: its side, its thickness in eighths of a point, its colour, its distance in points."""

    side: str
    size: int
    colour: str
    space: int = 1


@dataclass(frozen=True)
class Look:
    """A style of paragraphs. Lengths across in mm, others in points; `line` in lines. `level` is that of a heading, 0
    for none."""

    name: str
    based_on: str = "Normal"
    builtin: bool = False
    size: float = 0
    line: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    before: float | None = None
    after: float | None = None
    left: float = 0
    right: float = 0
    first: float = 0
    centred: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    level: int = 0
    ground: str = ""
    borders: tuple[Border, ...] = ()
    tabs: tuple[tuple[str, float, str], ...] = ()


PARAGRAPHS = {
    Style.BODY: "Normal",
    Style.KIND: "Soort document",
    Style.LEAD: "Subtitle",
    Style.MARK: "Merkteken",
    Style.INTRO: "Inleiding",
    Style.POINT: "Besluitpunt",
    Style.NOTE: "Noot",
    Style.LAST: "Over dit document",
}
NUMBERED = {Style.BODY: "Alinea met nummer", Style.POINT: "Besluitpunt met nummer"}
LISTS = {Style.POINT: "Opsomming bij besluitpunt", Style.INTRO: "Opsomming bij inleiding"}
KRING, BESLUIT, LINK, NUMBER, QUIET = "Tekst van de kring", "Besluittekst", "Hyperlink", "Alineanummer", "Gedempt"


def looks_of(document: Document, house: HouseStyle) -> Iterator[Look]:
    """The styles of one document: a long title is set smaller, with less room above it, long contents closer."""
    blocks = (*document.cover, *document.blocks)
    title = next(("".join(run.text for run in b.runs) for b in blocks if isinstance(b, Heading) and b.level == 1), "")
    long = len(title) > _LONG_TITLE
    rows = max((len(block.rows) for block in blocks if isinstance(block, Contents)), default=0)
    colour = house.colour.removeprefix("#").upper()
    return chain(
        _headings(colour, title_size=(26 if document.cover else 20) - 6 * long),
        _cover(colour, contents_size=9 if rows > _MANY_ROWS else 10.5, room=34 if document.cover and not long else 0),
        _text(),
        _boxes(),
        _around(),
    )


def _headings(colour: str, title_size: float) -> Iterator[Look]:
    heading = Look("Heading 1", builtin=True, line=0.96, bold=True, keep_next=True, keep_lines=True, level=1)
    yield Look("Normal", "", builtin=True, size=10.5, colour=INK, before=0, after=2.4)
    yield replace(heading, name="Title", level=0, size=title_size, after=10)
    yield replace(heading, size=15, colour=colour, before=10, after=3.4)
    yield replace(heading, name="Heading 2", size=11.5, before=6, after=1.8, level=2)
    yield replace(heading, name="Heading 3", size=10.5, before=5, after=1, level=3)
    yield replace(heading, name="Heading 4", size=10.5, colour=MUTED, before=5, after=1, level=4)
    yield Look("Aanhef besluit", "Heading 2")


def _cover(colour: str, *, contents_size: float, room: float) -> Iterator[Look]:
    end = (("right", TEXT_WIDTH, "none"),)
    rules = (Border("bottom", 2, RULE, 2), Border("between", 2, RULE, 2))
    close = 1 if contents_size < 10 else 2
    yield Look("Organisatie", size=12, bold=True, after=12)
    kind = Look("Soort document", size=12, bold=True, colour=colour, after=10, keep_next=True)
    yield replace(kind, before=room)
    yield Look("Subtitle", builtin=True, size=14, colour=MUTED, after=12)
    sides = tuple(Border(side, 10, NOTE, 6) for side in ("top", "left", "bottom", "right"))
    mark = Look("Merkteken", size=12, bold=True, colour=NOTE, before=4, after=16, borders=sides, centred=True)
    yield replace(mark, left=2.5, right=TEXT_WIDTH - 40)
    yield Look("TOC Heading", builtin=True, size=12, bold=True, before=18, after=4, keep_next=True)
    row = Look("toc 1", builtin=True, size=contents_size, before=close, after=close, borders=rules, tabs=end)
    yield row
    yield replace(row, name="toc 2", left=5)


def _text() -> Iterator[Look]:
    rest = 2
    yield Look("Alinea met nummer", first=-NUMBER_ROOM)
    yield Look("Besluitpunt", size=11, keep_lines=True)
    yield Look("Besluitpunt met nummer", "Besluitpunt", first=-NUMBER_ROOM)
    yield Look("Inleiding", size=11)
    yield Look("Noot", size=9.5)
    yield Look("Caption", builtin=True, size=9.5, colour=MUTED, before=5, after=rest, keep_lines=True)
    yield Look("Tabeltekst", size=9.5, after=0)
    yield Look("Tabelkop", "Tabeltekst", bold=True)
    yield Look("Feit", after=0)
    yield Look("Naam van feit", "Feit", bold=True)
    yield Look("Figuur", before=6, after=rest, keep_next=True)
    yield Look("List", builtin=True, after=rest)
    yield Look("List Bullet", builtin=True, after=rest)
    yield Look("List Number", builtin=True, after=rest)
    yield Look("Opsomming bij besluitpunt", "List Bullet", size=11)
    yield Look("Opsomming bij inleiding", "List Bullet", size=11)
    half, end = ("left", TEXT_WIDTH / 2 + 2, "underscore"), ("left", TEXT_WIDTH - 0.5, "underscore")
    yield Look("Ondertekening", before=5, after=0, keep_lines=True, tabs=(half, end))
    yield Look("Over dit document", before=14, borders=(Border("top", 6, INK, 6),), keep_lines=True)


def _boxes() -> Iterator[Look]:
    for name, colour, ground, size in (("stop", STOP, STOP_GROUND, 24), ("let op", NOTE, NOTE_GROUND, 16)):
        edges = (Border("top", 4, ground, 4), Border("left", size, colour, 8), Border("bottom", 4, ground, 4))
        yield Look(f"Kader {name}", before=4, after=4, left=BOX_ROOM, ground=ground, borders=edges, keep_lines=True)


def _around() -> Iterator[Look]:
    end = (("right", TEXT_WIDTH, "none"),)
    yield Look("Header", builtin=True, size=9, colour=MUTED, after=0, tabs=end)
    yield Look("Footer", builtin=True, size=9, colour=MUTED, after=0, tabs=end)
