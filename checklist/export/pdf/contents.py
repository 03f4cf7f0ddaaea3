"""The list of contents as a list of contents: WeasyPrint 70 tags it as any other list."""

from typing import Any

from checklist.export.pdf.boxes import boxes
from checklist.export.pdf.structure_tree import Node, StructureTree, kind

_TAGS = {"LI": "TOCI", "LBody": "Reference", "Lbl": "Lbl"}
_IN_A_REFERENCE = {"Link", "Span", "NonStruct"}


def tag_contents(tree: StructureTree, pages: list[Any]) -> None:
    """Make a table of contents (TOC) of each list of links in a `nav`, whole or not at all: an entry may hold nothing
    but references. After the joining, that makes one list of it."""
    lists = {id(node): node for page in pages for node in _lists_in_navigation(tree, page)}
    for node in lists.values():
        items = tree.children(node)
        bodies = [body for item in items for body in tree.children(item)]
        inside = [{kind(part) for part in tree.children(body)} for body in bodies if kind(body) == "LBody"]
        only_references = all("Link" in kinds and kinds <= _IN_A_REFERENCE for kinds in inside)
        if {kind(part) for part in [*items, *bodies]} <= _TAGS.keys() and only_references:
            node["S"] = "/TOC"
            for part in [*items, *bodies]:
                part["S"] = f"/{_TAGS[kind(part)]}"


def _lists_in_navigation(tree: StructureTree, page: Any) -> list[Node]:
    found = []
    for navigation in boxes(page):
        if getattr(navigation, "element_tag", None) == "nav":
            annotations = [box.link_annotation for box in boxes(navigation) if getattr(box, "link_annotation", None)]
            links = [link for annotation in annotations if (link := tree.link_of(annotation)) is not None]
            found += [node for link in links if (node := _list_around(tree, link)) is not None]
    return found


def _list_around(tree: StructureTree, link: Node) -> Node | None:
    node = link
    while node is not tree.document:
        node = tree.parent(node)
        if kind(node) == "L":
            return node
    return None
