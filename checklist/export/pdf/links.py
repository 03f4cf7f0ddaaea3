"""One element, one place to click per line and one description for each link.

WeasyPrint 70 makes an element of each of its lines, and a link of its own of each `::after` and `wbr` in it; it
describes a link by the name of its target.
"""

from collections import defaultdict
from itertools import pairwise
from typing import Any

from checklist.export.pdf.boxes import boxes, text_of
from checklist.export.pdf.structure_tree import Node, StructureTree, kind


def make_links_whole(tree: StructureTree, pages: list[Any]) -> None:
    """Make one element of the parts of each link. After the joining over pages, that brings its parts together."""
    for link in _outermost_links(tree):
        for inner in list(tree.walk(link))[1:]:
            tree.drop_annotations(inner)
            if kind(inner) == "Link":
                inner["S"] = "/Span"
    for parts in _parts_of_links(tree, pages):
        whole = parts[0]
        for part in parts[1:]:
            if _follows(tree, whole, part):
                tree.join(whole, part)
            else:
                whole = part


def describe_links(pages: list[Any]) -> None:
    """Describe each link by its text. An `aria-label` goes before it: 'bladzijde' and 3 are 'bladzijde 3'; a label that
    holds the text says it all."""
    printed: dict[Any, str] = defaultdict(str)
    links = [box for page in pages for box in boxes(page) if getattr(box, "link_annotation", None)]
    for box in links:
        if box.element_tag == "a":
            printed[box.element] += text_of(box)
    for box in links:
        text = " ".join("".join(box.element.itertext()).split()) or printed[box.element].strip()
        label = box.element.get("aria-label", "")
        description = label if text in label else f"{label} {text}".strip()
        box.link_annotation["Contents"] = type(box.link_annotation["Contents"])(description)


def _outermost_links(tree: StructureTree) -> list[Node]:
    found: list[Node] = []
    inside: set[int] = set()
    for node in tree.walk(tree.document):
        if kind(node) == "Link" and id(node) not in inside:
            found.append(node)
            inside |= {id(inner) for inner in tree.walk(node)}
    return found


def _parts_of_links(tree: StructureTree, pages: list[Any]) -> list[list[Node]]:
    """The elements of each link in the HTML, in reading order."""
    parts: dict[Any, list[Node]] = defaultdict(list)
    for page in pages:
        for box in boxes(page):
            annotation = getattr(box, "link_annotation", None)
            node = tree.link_of(annotation) if annotation else None
            if node is not None and kind(node) == "Link":
                parts[box.element].append(node)
    return [*parts.values()]


def _follows(tree: StructureTree, before: Node, after: Node) -> bool:
    siblings = tree.children(tree.parent(before))
    return any(first is before and second is after for first, second in pairwise(siblings))
