"""The kinds of block that a document is made of, with whose words they are. Numbers are text, as in the HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Whose(StrEnum):
    """Whose words a text is; the value is that of `data-van` in the HTML."""

    OURS = ""
    KRING = "kring"
    BESLUIT = "besluit"


class Style(StrEnum):
    """What a paragraph, list or drawing's words are, for their look: a style of its own in a text document."""

    BODY = "body"
    KIND = "kind"  # the line above the title
    LEAD = "lead"  # the line below it
    MARK = "mark"  # the mark of the state
    INTRO = "intro"  # the first lines of a chapter
    POINT = "point"  # a decision, somewhat larger
    NOTE = "note"  # below a table, smaller
    LAST = "last"  # the lines at the end by which one sees what the document is


class Marks(StrEnum):
    """What stands before the items of a list; a writer counts, so no number of them is text."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    LETTERS = "letters"
    NONE = "none"


@dataclass(frozen=True)
class Run:
    """A piece of text in one look.

    `href` is an address or '#anchor', `label` what a link says to who can't see where it stands. `break_before`: on a
    new line of the same paragraph. `blank`: no text, but a line to write on.
    """

    text: str
    whose: Whose = Whose.OURS
    strong: bool = False
    italic: bool = False
    muted: bool = False
    raised: bool = False
    href: str = ""
    label: str = ""
    break_before: bool = False
    blank: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """Level 1 is the title. `opening`: the words before the decisions of an organ, set as text.

    `new_page`: it starts one; `mark` is then what stands at the right of the head of its pages, '' for that of the
    document. `running`: what the foot of its pages says, '' for what it said before.
    """

    level: int
    runs: Runs
    anchor: str = ""
    new_page: bool = False
    mark: str = ""
    running: str = ""
    opening: bool = False


@dataclass(frozen=True)
class Paragraph:
    """`number` ('2.4') stands in the margin; it is read before the text. `with_next`: it stays on the page of what
    follows."""

    runs: Runs
    number: str = ""
    anchor: str = ""
    style: Style = Style.BODY
    with_next: bool = False


@dataclass(frozen=True)
class Item:
    """An item of a list, and the lists inside it, after its words."""

    runs: Runs
    anchor: str = ""
    inner: "tuple[Listing, ...]" = ()


@dataclass(frozen=True)
class Listing:
    """A list. It belongs to the paragraph above it."""

    items: tuple[Item, ...]
    marks: Marks = Marks.BULLETS
    style: Style = Style.BODY


@dataclass(frozen=True)
class Cell:
    """A cell of a table. `head`: it heads its column or its row. `right`: an amount."""

    runs: Runs
    head: bool = False
    right: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a table. `sum`: it adds up those above it."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    sum: bool = False


@dataclass(frozen=True)
class Table:
    """`head` are the rows that repeat on each page, none for facts. `kind` is the name of its class ('choices',
    'steps', 'facts', …), by which `tables.widths_of` says how wide its columns are."""

    kind: str
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: Runs = ()
    anchor: str = ""


@dataclass(frozen=True)
class Box:
    """What stands in the way (`stop`), or what asks for attention."""

    blocks: "tuple[Block, ...]"
    stop: bool = False
    anchor: str = ""


@dataclass(frozen=True)
class Signing:
    """Where an organ signs, with its last point on one page: its lines, each of runs of which some are `blank`. `own`:
    with room above each but the first, where they write their names."""

    lines: tuple[Runs, ...]
    own: bool = False


@dataclass(frozen=True)
class Drawing:
    """A picture that a writer draws anew: its name ('organigram', 'tijdlijn'), its words for who can't see it, and its
    caption."""

    name: str
    alternative: str
    caption: Runs = ()
    anchor: str = ""


@dataclass(frozen=True)
class QrCode:
    """The QR code of an address, which a writer draws anew, and its words for who can't see it."""

    address: str
    alternative: str


@dataclass(frozen=True)
class ContentsRow:
    """A row of the contents. Level 1 is a chapter, 2 a part of one."""

    text: str
    anchor: str
    level: int = 1


@dataclass(frozen=True)
class Contents:
    """The table of contents, with the words above it."""

    heading: str
    rows: tuple[ContentsRow, ...]


Block = Heading | Paragraph | Listing | Table | Box | Signing | Drawing | QrCode | Contents


@dataclass(frozen=True)
class Document:
    """A document to write.

    `head` stands at the left of each page's head, `mark` at its right ('CONCEPT', 'versie 1', 'concept, nog te toetsen
    door een jurist'), `foot` at the left of its foot. `cover` are the blocks of the first page, which has neither;
    without a cover, the document starts with its title.
    """

    title: str
    author: str
    subject: str
    keywords: str
    head: str
    mark: str
    foot: str
    cover: "tuple[Block, ...]"
    blocks: tuple[Block, ...]

    @property
    def drawings(self) -> frozenset[str]:
        """The names of its drawings."""
        return frozenset(_drawings((*self.cover, *self.blocks)))


def _drawings(blocks: "tuple[Block, ...]") -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Drawing):
            yield block.name
        elif isinstance(block, Box):
            yield from _drawings(block.blocks)
