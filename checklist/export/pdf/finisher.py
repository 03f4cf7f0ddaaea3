"""Repairs WeasyPrint 70's structure tree just before the file is written.

veraPDF passes the tree as WeasyPrint makes it, but a reader who hears the document would notice: header cells without a
scope, running headers and page numbers read as text, a link in as many parts as it has lines, named after its target's
id, contents that are a list like any other, drawings in the wrong place, a list in columns that is a list of lists, and
a paragraph, list or table that goes on over the page falling in two (a table with its header twice).

What it leaves: a language per word, `dt` and `dd` as one item of a list, and a caption beside its figure, not in it.
"""

from typing import Any

from checklist.export.pdf.contents import tag_contents
from checklist.export.pdf.embedded import list_files_once
from checklist.export.pdf.joining import join_columns, join_over_pages
from checklist.export.pdf.links import describe_links, make_links_whole
from checklist.export.pdf.structure_tree import StructureTree, kind

_NOT_A_ROW_HEADER = {"THead", "TBody", "TFoot", "Table"}
_POINTS_PER_PIXEL = 0.75


def finish(document: Any, pdf: Any) -> None:
    """WeasyPrint's finisher hook: `document` is laid out, `pdf` (pydyf) isn't written yet. Cost: a walk over both."""
    tree = StructureTree(pdf)
    pages = [page._page_box for page in document.pages]
    set_header_scopes(tree)
    join_columns(tree)
    join_over_pages(tree, pages)
    make_links_whole(tree, pages)
    describe_links(pages)
    tag_contents(tree, pages)
    place_figures(tree, pages)
    mark_running_text_as_artefact(tree)
    list_files_once(pdf)


def set_header_scopes(tree: StructureTree) -> None:
    """A header cell in the table's head is for its column, one in the body for its row."""
    for node in tree.walk(tree.document):
        if kind(node) != "TH":
            continue
        group = tree.parent(node)
        while kind(group) not in _NOT_A_ROW_HEADER:
            group = tree.parent(group)
        node["A"]["Scope"] = "/Column" if kind(group) == "THead" else "/Row"


def mark_running_text_as_artefact(tree: StructureTree) -> None:
    """Text of margin boxes and of a table's repeated header is marked as content but hangs in no tree: it is made a
    pagination artefact. After the joining, that takes the repeated headers out of the tree."""
    in_tree = {id(node) for node in tree.walk(tree.document)}
    for page, owners in tree.marked_content():
        lost = {number for number, owner in enumerate(owners) if id(tree.at(owner)) not in in_tree}
        stream = tree.at(page["Contents"]).stream
        for index, item in enumerate(stream):
            if isinstance(item, dict) and item.get("MCID") in lost:
                stream[index - 1 : index + 1] = ["/Artifact", "<</Type /Pagination>>"]
        for number in lost:
            owners[number] = "null"


def place_figures(tree: StructureTree, pages: list[Any]) -> None:
    """Say where a drawing stands in points from the foot of its page: WeasyPrint says it in pixels from the head."""
    for node in tree.walk(tree.document):
        if kind(node) == "Figure":
            height = pages[tree.page_of(node)].margin_height()
            left, top, right, foot = node["A"]["BBox"]
            corners = (left, height - foot, right, height - top)
            node["A"]["BBox"][:] = [corner * _POINTS_PER_PIXEL for corner in corners]
