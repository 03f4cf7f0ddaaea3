"""The text of a page by the block that it stands in, with what stands beside it: in its row, item, or details."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.pages import unexplained

# What one reads as one piece of text.
BLOCKS = {
    *("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "summary", "caption", "legend", "label", "option"),
    *("title", "button", "figcaption"),
}
# What isn't read, or isn't ours: scripts, pictures, and what a kring typed.
_SILENT = {"script", "style", "svg", "textarea"}
_TYPED = "typed-text"
_WITHOUT_CONTENT = {"br", "hr", "img", "input", "link", "meta", "use", "path", "circle", "source", "col", "wbr"}


@dataclass
class Node:
    """An element with its text in pieces, in their order, and the elements in it."""

    tag: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    pieces: "list[str | Node]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside it, white space as single spaces."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for piece in self.pieces:
            if isinstance(piece, str):
                yield piece
            else:
                yield from piece._texts()
                yield " " if piece.tag in BLOCKS else ""

    @property
    def children(self) -> "list[Node]":
        """The elements right inside it."""
        return [piece for piece in self.pieces if isinstance(piece, Node)]

    def inside(self, tag: str) -> "Node | None":
        """The nearest element with this tag around it."""
        node = self.parent
        while node is not None and node.tag != tag:
            node = node.parent
        return node

    def walk(self) -> "Iterator[Node]":
        """All elements in it, and itself."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Block:
    """A piece of text, and that with what stands beside it: of a cell its row and the header of its column, of a
    definition its term, of what an item or a details holds the text or summary of that."""

    own: str
    beside: str


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Node("root", {})
        self._at = self.root
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self._at)
        self._at.pieces.append(node)
        if tag not in _WITHOUT_CONTENT:
            self._at = node

    def handle_endtag(self, tag: str) -> None:
        node: Node | None = self._at
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self._at = node.parent

    def handle_data(self, data: str) -> None:
        node: Node | None = self._at
        while node is not None:
            if node.tag in _SILENT or _TYPED in node.attributes.get("class", "").split():
                return
            node = node.parent
        self._at.pieces.append(data)


def blocks_of(html: str) -> Iterator[Block]:
    """Every block of a page, the innermost ones; text outside any is one block per element."""
    for node in _Reader(unexplained(html)).root.walk():
        if own := " ".join("".join(_own(node)).split()):
            yield Block(own, f"{own} {_headers(node)} {_around(node)}")


def _own(node: Node) -> Iterator[str]:
    """The text of a block that isn't in a block inside it; nothing for an element that is part of one."""
    if node.tag not in BLOCKS and _block_around(node):
        return
    for piece in node.pieces:
        if isinstance(piece, str):
            yield piece
        elif piece.tag not in BLOCKS and (node.tag in BLOCKS or not _holds_blocks(piece)):
            yield from _own_inline(piece)


def _own_inline(node: Node) -> Iterator[str]:
    for piece in node.pieces:
        if isinstance(piece, str):
            yield piece
        elif piece.tag not in BLOCKS:
            yield from _own_inline(piece)


def _holds_blocks(node: Node) -> bool:
    return any(inner.tag in BLOCKS for inner in node.walk())


def _block_around(node: Node) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in BLOCKS or (parent.tag != "root" and not _holds_blocks(parent)):
            return True
        parent = parent.parent
    return False


def _headers(node: Node) -> str:
    """What stands beside a cell or a definition, or beside a paragraph inside one."""
    cell = node if node.tag in {"td", "th"} else node.inside("td") or node.inside("th")
    if cell is not None and (row := cell.inside("tr")) is not None:
        cells = [child for child in row.children if child.tag in {"td", "th"}]
        at = next(at for at, one in enumerate(cells) if one is cell)
        table = cell.inside("table")
        heads = [inner for inner in table.walk() if inner.tag == "thead"] if table else []
        columns = [one for head in heads for one in head.walk() if one.tag in {"td", "th"}]
        column = columns[at].text if at < len(columns) else ""
        return " ".join([column, *(one.text for one in cells)])
    item = node if node.tag == "dd" else node.inside("dd")
    if item is not None and item.parent is not None:
        return " ".join(child.text for child in item.parent.children if child.tag == "dt")
    return ""


def _around(node: Node) -> str:
    """The own text of the item around it, and the summary of the details that it is in."""
    item, details = node.inside("li"), node.inside("details")
    summaries = [child.text for child in details.children if child.tag == "summary"] if details else []
    return " ".join([*(_own(item) if item else ()), *summaries])
