"""A walk over a PDF's structure tree: what somebody who hears the document gets, and what is wrong with that.

veraPDF checks that the tree is well-formed; this looks at what a checker passes and a reader stumbles over.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf

HEADINGS = {f"H{level}" for level in range(1, 7)}


@dataclass
class Element:
    """One element of the tree; `content` is its children and its texts in reading order. A header cell has a `name`, a
    cell names its `headers`."""

    kind: str
    content: list["Element | str"] = field(default_factory=list)
    alt: str = ""
    scope: str = ""
    name: str = ""
    headers: tuple[str, ...] = ()
    descriptions: list[str] = field(default_factory=list)

    @property
    def children(self) -> list["Element"]:
        return [item for item in self.content if isinstance(item, Element)]

    @property
    def text(self) -> str:
        """All text in it; a new line of the page counts as a space."""
        parts = (item if isinstance(item, str) else item.text for item in self.content)
        return " ".join(" ".join(parts).split())

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def of_kind(self, *kinds: str) -> list["Element"]:
        return [element for element in self.walk() if element.kind in kinds]


@dataclass(frozen=True)
class Structure:
    """A document as its tree gives it. `untagged`: texts outside the tree that are no artefact; `twice`: the marked
    content that hangs in the tree more than once."""

    language: str
    title: str
    root: Element
    untagged: tuple[str, ...]
    twice: tuple[str, ...]
    bookmarks: tuple[str, ...]


def read_structure(pdf: bytes) -> Structure:
    """Read the tree with the text that each of its elements marks on the pages."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        marked: dict[tuple[tuple[int, int], int], str] = {}
        untagged: list[str] = []
        for page in document.pages:
            texts, outside = _page_texts(page)
            untagged += outside
            marked |= {(page.obj.objgen, number): text for number, text in texts.items()}
        used: Counter[tuple[tuple[int, int], int]] = Counter()
        root = _element(document.Root.StructTreeRoot.K[0], None, marked, used)
        with document.open_outline() as outline:
            bookmarks = tuple(_bookmarks(outline.root))
        return Structure(
            language=str(document.Root.get("/Lang", "")),
            title=str(document.docinfo.get("/Title", "")),
            root=root,
            untagged=tuple(untagged + [text for key, text in marked.items() if key not in used and text.strip()]),
            twice=tuple(marked[key] for key, count in used.items() if count > 1),
            bookmarks=bookmarks,
        )


def page_texts(pdf: bytes) -> list[str]:
    """What each page says, without its running headers and page number."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [" ".join(_page_texts(page)[0].values()) for page in document.pages]


def problems(structure: Structure) -> list[str]:
    """Everything that is wrong for a reader who hears the document; empty when all is well."""
    return [
        *_language_problems(structure),
        *_heading_problems(structure.root),
        *_table_problems(structure.root),
        *_list_problems(structure.root),
        *_contents_problems(structure.root),
        *_link_problems(structure.root),
        *_figure_problems(structure.root),
        *(f"text outside the tree: {text}" for text in structure.untagged),
        *(f"text read twice: {text}" for text in structure.twice),
    ]


def _language_problems(structure: Structure) -> Iterator[str]:
    if structure.language != "nl":
        yield f"the language is {structure.language!r}"
    if not structure.title:
        yield "there is no title"


def _heading_problems(root: Element) -> Iterator[str]:
    headings = root.of_kind(*HEADINGS)
    levels = [int(heading.kind[1]) for heading in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"the document needs one first-level heading, first of all: {levels}"
    for (before, after), heading in zip(pairwise(levels), headings[1:], strict=True):
        if after > before + 1:
            yield f"a level is skipped before {heading.kind} {heading.text}"
    yield from (f"an empty {heading.kind}" for heading in headings if not heading.text)


def _table_problems(root: Element) -> Iterator[str]:
    """Facts have a header cell in each row; another table has a row of them above, and a caption first of all."""
    for table in root.of_kind("Table"):
        groups = [child.kind for child in table.children]
        if groups not in (["TBody"], ["THead", "TBody"], ["Caption", "THead", "TBody"]):
            yield f"a table of {groups}"
        heads = [cell for child in table.children if child.kind == "THead" for cell in child.of_kind("TH")]
        for header in table.of_kind("TH"):
            wanted = "Column" if header in heads else "Row"
            if header.scope != wanted:
                yield f"header cell {header.text} has scope {header.scope!r}"
        sizes = {len(row.children) for row in table.of_kind("TR")}
        if len(sizes) != 1:
            yield f"rows of different lengths: {sizes}"
        yield from (f"a row without a header: {row.text}" for row in table.of_kind("TR") if not row.of_kind("TH"))
        names = {header.name for header in table.of_kind("TH")}
        for cell in table.of_kind("TD"):
            if not cell.headers or not names.issuperset(cell.headers):
                yield f"cell {cell.text} has headers {cell.headers} that aren't there"


def _list_problems(root: Element) -> Iterator[str]:
    for item in root.of_kind("L"):
        kinds = [child.kind for child in item.children]
        if set(kinds) != {"LI"}:
            yield f"a list of {kinds}"
    for item in root.of_kind("LI"):
        kinds = [child.kind for child in item.children]
        if kinds not in (["LBody"], ["Lbl", "LBody"]):
            yield f"a list item of {kinds}: {item.text}"


def _contents_problems(root: Element) -> Iterator[str]:
    for contents in root.of_kind("TOC"):
        kinds = [child.kind for child in contents.children]
        if set(kinds) != {"TOCI"}:
            yield f"contents of {kinds}"
    for item in root.of_kind("TOCI"):
        kinds = [child.kind for child in item.children]
        if kinds not in (["Reference"], ["Lbl", "Reference"]) or not item.of_kind("Link"):
            yield f"an entry in the contents of {kinds}: {item.text}"


def _link_problems(root: Element) -> Iterator[str]:
    for link in root.of_kind("Link"):
        text = "".join(link.text.split())
        if not text:
            yield "a link without text"
        elif not link.descriptions or any(text not in "".join(told.split()) for told in link.descriptions):
            yield f"link {link.text} is described as {link.descriptions}"
        yield from (f"a link in link {link.text}" for inner in link.children if inner.of_kind("Link"))
    for element in root.walk():
        for before, after in pairwise(element.children):
            if before.kind == after.kind == "Link" and before.descriptions == after.descriptions:
                yield f"link {before.text} {after.text} falls in two"


def _figure_problems(root: Element) -> Iterator[str]:
    yield from ("a figure without a text" for figure in root.of_kind("Figure") if not figure.alt)


def _element(
    node: pikepdf.Object,
    page: pikepdf.Object | None,
    marked: dict[tuple[tuple[int, int], int], str],
    used: "Counter[tuple[tuple[int, int], int]]",
) -> Element:
    page = node.get("/Pg", page)
    attributes = node.get("/A", pikepdf.Dictionary())
    element = Element(
        kind=str(node.S).removeprefix("/"),
        alt=str(node.get("/Alt", "")),
        scope=str(attributes.get("/Scope", "")).removeprefix("/"),
        name=str(node.get("/ID", "")),
        headers=tuple(map(str, attributes.get("/Headers", ()))),
    )
    kids: Any = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Object) or "/MCID" in kid:
            shown_on, number = (kid.Pg, kid.MCID) if isinstance(kid, pikepdf.Object) else (page, kid)
            assert shown_on is not None
            key = (shown_on.objgen, int(number))
            used[key] += 1
            element.content.append(marked.get(key, ""))
        elif "/S" in kid:
            element.content.append(_element(kid, page, marked, used))
        elif "/Obj" in kid:
            element.descriptions.append(str(kid.Obj.get("/Contents", "")))
    return element


def _bookmarks(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _bookmarks(item.children)


def _page_texts(page: pikepdf.Page) -> tuple[dict[int, str], list[str]]:
    """The texts of a page by marked-content number, and the texts that are neither numbered nor in an artefact."""
    fonts = {name: _code_map(font) for name, font in page.resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    outside: list[str] = []
    marks: list[int | str] = []
    decode: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(instruction.operands)
        name = str(instruction.operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if name == "BDC" else {}
            marks.append(int(properties["/MCID"]) if "/MCID" in properties else str(operands[0]))
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            decode = fonts[str(operands[0])]
        elif name in {"TJ", "Tj"}:
            text = _shown_text(operands[0], decode)
            numbers = [mark for mark in marks if isinstance(mark, int)]
            if numbers:
                texts[numbers[-1]] = texts.get(numbers[-1], "") + text
            elif "/Artifact" not in marks:
                outside.append(text)
    return texts, outside


def _shown_text(operand: pikepdf.Object, decode: dict[int, str]) -> str:
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    codes = b"".join(bytes(item) for item in strings if isinstance(item, pikepdf.String))
    pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
    return "".join(decode.get(code, "\N{REPLACEMENT CHARACTER}") for code in pairs)


def _code_map(font: pikepdf.Object) -> dict[int, str]:
    """What the font's two-byte codes mean, from its ToUnicode map."""
    source = font.ToUnicode.read_bytes().decode("ascii")
    blocks = re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL)
    pairs = re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", "".join(blocks))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
