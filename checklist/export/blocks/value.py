"""The kinds of block that a document is made of, with whose words they are. Numbers are text, as in the HTML."""

from dataclasses import dataclass
from enum import StrEnum


class Whose(StrEnum):
    """Whose words a text is; the value is that of `data-van` in the HTML."""

    OURS = ""
    KRING = "kring"
    BESLUIT = "besluit"


class Style(StrEnum):
    """What a paragraph is, for its look: a style of its own in a text document."""

    BODY = "body"
    KIND = "kind"  # the line above the title
    LEAD = "lead"  # the line below it
    MARK = "mark"  # the mark of the state
    POINT = "point"  # a decision, somewhat larger
    NOTE = "note"  # below a table, smaller
    CAPTION = "caption"
    SOURCE = "source"  # small lines of the last page


@dataclass(frozen=True)
class Run:
    """A piece of text in one look. `href` is an address or '#anchor'. A `break_before` is a new line in the same
    paragraph."""

    text: str
    whose: Whose = Whose.OURS
    strong: bool = False
    italic: bool = False
    raised: bool = False
    href: str = ""
    break_before: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """Level 1 is the title. `new_page`: it starts one. `running`: what the foot of its pages says. `opening`: the words
    before the decisions of an organ, set as text."""

    level: int
    runs: Runs
    anchor: str = ""
    new_page: bool = False
    running: str = ""
    opening: bool = False


@dataclass(frozen=True)
class Paragraph:
    """`number` ('2.4') stands in the margin; it is read before the text."""

    runs: Runs
    number: str = ""
    anchor: str = ""
    style: Style = Style.BODY


@dataclass(frozen=True)
class Item:
    """An item of a list. `marker`: its own number or letter ('3', 'b'), '' for a bullet or a plain line."""

    runs: Runs
    marker: str = ""
    inner: "tuple[Listing, ...]" = ()


@dataclass(frozen=True)
class Listing:
    """A list: of bullets, counted (1., 2., or a., b. when `lettered`), or `plain` without any mark."""

    items: tuple[Item, ...]
    ordered: bool = False
    lettered: bool = False
    plain: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table; each paragraph of it is a row of runs. `head`: it heads its column or its row. `right`: an
    amount."""

    paragraphs: tuple[Runs, ...]
    head: bool = False
    right: bool = False
    across: int = 1


@dataclass(frozen=True)
class Table:
    """`head` are the rows that repeat on each page, none for facts. `kind` is the name of its class ('choices',
    'steps', 'facts', …), from which a writer takes the widths of its columns."""

    kind: str
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Runs = ()
    anchor: str = ""


@dataclass(frozen=True)
class Box:
    """What stands in the way (`stop`), or what asks for attention."""

    blocks: "tuple[Block, ...]"
    stop: bool = False


@dataclass(frozen=True)
class Signing:
    """Who sign: each of `signers` has a line to write on after it. `before`: the words above them. `own`: with room
    above the line."""

    before: Runs
    signers: tuple[Runs, ...]
    own: bool = False


@dataclass(frozen=True)
class Drawing:
    """A picture that a writer draws anew: its name ('organigram', 'tijdlijn'), its words for who can't see it, and its
    caption."""

    name: str
    alternative: str
    caption: Runs = ()


@dataclass(frozen=True)
class Contents:
    """The table of contents: each row with its anchor."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Listing | Table | Box | Signing | Drawing | Contents


@dataclass(frozen=True)
class Document:
    """A document to write. `mark` stands at the right of each page's head ('CONCEPT', 'versie 1', 'concept, nog te
    toetsen door een jurist'), `foot` at the left of its foot."""

    title: str
    author: str
    subject: str
    keywords: str
    head: str
    mark: str
    foot: str
    blocks: tuple[Block, ...]
