"""Parts of one HTML element that a column or a page break separates, made one element of the structure tree again.

WeasyPrint 70 makes the tree page by page and column by column.
"""

from itertools import pairwise, takewhile
from typing import Any

from checklist.export.pdf.boxes import children
from checklist.export.pdf.structure_tree import Node, StructureTree, kind

_NEVER_JOINED = {"Span", "Link", "Lbl", "Figure"}


def join_columns(tree: StructureTree) -> None:
    """Make one list of the lists that the columns of a list become. Our documents have no lists inside lists."""
    for node in list(tree.walk(tree.document)):
        if kind(node) == "L":
            for column in tree.children(node):
                if kind(column) == "L":
                    tree.join(node, column)


def join_over_pages(tree: StructureTree, pages: list[Any]) -> None:
    """Make one element of the parts of one HTML element that a page break separates.

    The boxes tell which HTML elements go on; the elements of the tree are joined from the top down as long as both
    sides are of one kind, so a surprise leaves parts apart and breaks nothing.
    """
    by_page: list[list[Node]] = [[] for _ in tree.pages]
    for node in tree.children(tree.document):
        by_page[tree.page_of(node)].append(node)
    last: Node | None = None
    for number, nodes in enumerate(by_page):
        if last is not None and nodes:
            common = _elements_going_on(pages[number - 1], pages[number])
            if _join(tree, last, nodes[0], common) and len(nodes) == 1:
                continue
        last = nodes[-1] if nodes else None


def _join(tree: StructureTree, before: Node, after: Node, elements: int) -> bool:
    """Join two nodes, and below them the last with the first, for at most so many elements deep."""
    if not elements or kind(before) != kind(after) or kind(before) in _NEVER_JOINED:
        return False
    repeats_head = kind(before) == "Table" and _drop_repeated_head(tree, before, after)
    last, first = tree.children(before)[-1:], tree.children(after)[:1]
    tree.join(before, after)
    if last and first:
        # A list item is the one HTML element that makes two: LI and LBody. The first text of a table that goes on is
        # its repeated header's, so the group of rows that goes on below that isn't counted.
        _join(tree, last[0], first[0], elements if kind(before) == "LI" or repeats_head else elements - 1)
    return True


def _drop_repeated_head(tree: StructureTree, before: Node, after: Node) -> bool:
    """Take the header out of a table that goes on, and let its cells name the header cells of the table's start. False
    when there was none, or when the page before has the table's caption alone."""
    new = _header_names(tree, before)
    heads = [child for child in tree.children(after) if kind(child) == "THead"]
    if not new or not heads:
        return False
    names = {id(name): first for name, first in zip(_header_names(tree, after), new, strict=False)}
    for head in heads:
        after["K"].remove(head.reference)  # type: ignore[attr-defined]  # pydyf has no types
    for cell in tree.walk(after):
        if kind(cell) == "TD":
            cell["A"]["Headers"][:] = [names.get(id(name), name) for name in cell["A"]["Headers"]]
    return True


def _header_names(tree: StructureTree, table: Node) -> list[Any]:
    """How the cells of a table name those of its header."""
    heads = [child for child in tree.children(table) if kind(child) == "THead"]
    return [cell["ID"] for head in heads for cell in tree.walk(head) if kind(cell) == "TH"]


def _elements_going_on(page: Any, next_page: Any) -> int:
    """How many HTML elements, from the body down, hold both the last text of a page and the first of the next."""
    pairs = zip(_path(page, last=True), _path(next_page, last=False), strict=False)
    return len(list(takewhile(lambda pair: pair[0] is pair[1], pairs)))


def _path(page: Any, *, last: bool) -> list[Any]:
    """The HTML elements below the body around the first or last text of a page."""
    elements = [box.element for box in _path_to_text(page, last=last) or () if box.element is not None]
    unique = [elements[0], *(after for before, after in pairwise(elements) if after is not before)] if elements else []
    return [element for element in unique if element.tag not in {"html", "body"}]


def _path_to_text(box: Any, *, last: bool) -> list[Any] | None:
    inside = children(box)
    if hasattr(box, "text"):
        return []
    for child in reversed(inside) if last else inside:
        if (path := _path_to_text(child, last=last)) is not None:
            return [child, *path]
    return None
