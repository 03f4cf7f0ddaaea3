"""What stands below each other in a document, as blocks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from checklist.export.blocks.inline import APART, lines_of, runs_of, whose_of, words_of
from checklist.export.blocks.lists import listing_of
from checklist.export.blocks.markup import DRAWINGS, UnknownMarkupError, classes_of, is_drawing
from checklist.export.blocks.tables import table_of
from checklist.export.blocks.value import (
    Block,
    Box,
    Cell,
    Contents,
    ContentsRow,
    Drawing,
    Heading,
    Paragraph,
    QrCode,
    Row,
    Run,
    Runs,
    Signing,
    Style,
    Table,
    Whose,
)

# What only holds other blocks.
_HOLDERS = {"body", "div", "header", "section"}
_NEW_PAGE = {"vs-summary", "vs-chapter--first", "vs-appendix", "advies-summary", "advies-chapter--first"}
_STYLES = {
    "vs-cover__kind": Style.KIND,
    "advies-cover__kind": Style.KIND,
    "vs-cover__lead": Style.LEAD,
    "vs-subtitle": Style.LEAD,
    "vs-reglement__title": Style.LEAD,
    "advies-cover__lead": Style.LEAD,
    "vs-mark": Style.MARK,
    "advies-cover__status": Style.MARK,
    "advies-lead": Style.INTRO,
    "vs-point": Style.POINT,
    "vs-note": Style.NOTE,
    "advies-remark": Style.NOTE,
    "advies-small": Style.NOTE,
}
_WITH_NEXT = {"advies-intro", "organigram__heading", "vs-later", "vs-opening"}
_STRONG = {"organigram__heading", "vs-opening"}


@dataclass(frozen=True)
class _Around:
    """What a block stands in: whose words, whether with the lines that end a document, in a question of the verslag."""

    whose: Whose = Whose.OURS
    last: bool = False
    question: bool = False

    def within(self, element: Element) -> "_Around":
        """The same inside an element."""
        classes = classes_of(element)
        last, question = self.last or "vs-last" in classes, self.question or "advies-question" in classes
        return _Around(whose_of(element, self.whose), last, question)


def blocks_of(parts: Iterable[Element]) -> tuple[Block, ...]:
    """The blocks of parts of a document, in reading order.

    Raises UnknownMarkupError for text outside a paragraph, and for an element where it can't be read.
    """
    holder = Element("body")
    holder.extend(parts)
    return tuple(_blocks(holder, _Around()))


def _blocks(holder: Element, around: _Around) -> Iterator[Block]:
    _refuse_text(holder.text, holder)
    inside = around.within(holder)
    for child in holder:
        yield from _block(child, inside)
        _refuse_text(child.tail, holder)


def _block(element: Element, around: _Around) -> Iterator[Block]:
    classes = classes_of(element)
    if is_drawing(element):
        yield _drawing(element)
    elif classes & {"vs-box", "advies-tension"}:
        yield Box(tuple(_blocks(element, around)), stop="vs-box--stop" in classes)
    elif "vs-qr" in classes:
        yield _qr_code(element)
    elif "advies-cover__facts" in classes:
        yield _facts(element)
    elif element.tag in _HOLDERS:
        yield from _marked(element, tuple(_blocks(element, around)))
    elif reader := _READERS.get(element.tag):
        yield reader(element, around)
    else:
        raise UnknownMarkupError(f"<{element.tag}> among blocks")


def _marked(holder: Element, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of an element, the first with what the element says: its anchor, and that it starts a page."""
    if not blocks:
        return ()
    first, rest = blocks[0], blocks[1:]
    if isinstance(first, Heading) and classes_of(holder) & _NEW_PAGE:
        first = replace(first, new_page=True)
    if anchor := holder.get("id"):
        first = _anchored(first, anchor)
    return (first, *rest)


def _anchored(block: Block, anchor: str) -> Block:
    if isinstance(block, Box | Heading | Paragraph | Table) and not block.anchor:
        return replace(block, anchor=anchor)
    raise UnknownMarkupError(f"the anchor {anchor} at a block that can't have it")


def _heading(element: Element, around: _Around) -> Heading:
    level = int(element.tag.removeprefix("h"))
    return Heading(
        level,
        runs_of(element, around.whose),
        element.get("id", ""),
        new_page="vs-reglement__start" in classes_of(element),
        mark=element.get("data-mark", ""),
        running=element.get("data-running", "") if level > 1 else "",
        opening="vs-opening" in classes_of(element),
    )


def _paragraph(element: Element, around: _Around) -> Paragraph | Signing:
    classes, runs = classes_of(element), runs_of(element, around.whose)
    if "vs-sign" in classes:
        return Signing(lines_of(runs), own="vs-sign--own" in classes)
    if classes & _STRONG:
        runs = tuple(replace(run, strong=True) for run in runs)
    if "advies-fill" in classes:
        runs += (Run(" ", around.whose), Run("", around.whose, blank=True))
    if classes & {"advies-muted", "advies-question__open"}:
        runs = tuple(replace(run, muted=True) for run in runs)
    style = Style.LAST if around.last else style_of(element)
    return Paragraph(runs, _number(element), element.get("id", ""), style, with_next=bool(classes & _WITH_NEXT))


def style_of(element: Element) -> Style:
    """What a paragraph or a list is, by its class."""
    return next((style for name, style in _STYLES.items() if name in classes_of(element)), Style.BODY)


def _number(element: Element) -> str:
    for position, child in enumerate(element):
        if "vs-number" in classes_of(child):
            if position or (element.text or "").strip():
                raise UnknownMarkupError("a number behind the words of its paragraph")
            return words_of(child)
    return ""


def _drawing(element: Element, caption: Runs = (), anchor: str = "") -> Drawing:
    names = [DRAWINGS[name] for name in classes_of(element)]
    title = next((child for child in element if child.tag.rpartition("}")[2] == "title"), None)
    if len(names) != 1 or title is None:
        raise UnknownMarkupError("a picture without a name or a text")
    return Drawing(names[0], title.text or "", caption, anchor)


def _figure(element: Element, around: _Around) -> Drawing:
    pictures = [part for part in element.iter() if is_drawing(part)]
    captions = [part for part in element if part.tag == "figcaption"]
    if len(pictures) != 1 or len(captions) > 1:
        raise UnknownMarkupError("a figure of something else than one picture and its caption")
    caption = runs_of(captions[0], around.whose) if captions else ()
    return _drawing(pictures[0], caption, element.get("id", ""))


def _qr_code(element: Element) -> QrCode:
    if [child.tag for child in element] != ["img"]:
        raise UnknownMarkupError("a QR code of something else than one picture")
    (picture,) = element
    _refuse_text(element.text, element)
    _refuse_text(picture.tail, element)
    return QrCode(picture.get("data-address", ""), picture.get("alt", ""))


def _facts(element: Element) -> Table:
    """Facts told in paragraphs, each with its name first, as the table that they are."""
    rows = []
    for fact in element:
        name, *rest = runs_of(fact)
        value = (replace(rest[0], text=rest[0].text.lstrip(" ")), *rest[1:]) if rest else ()
        rows.append(Row((Cell((replace(name, strong=False),), head=True), Cell(value))))
    return Table("facts", (), tuple(rows))


def _contents(element: Element, _: _Around) -> Contents:
    heading, rows = element
    return Contents(words_of(heading), tuple(_contents_row(row) for row in rows))


def _contents_row(row: Element) -> ContentsRow:
    links = [link for link in row if link.tag == "a" and not classes_of(link) & APART]
    if len(links) != 1:
        raise UnknownMarkupError("a row of the contents without one link")
    level = 2 if "advies-contents__question" in classes_of(row) else 1
    return ContentsRow(words_of(links[0]), links[0].get("href", "").removeprefix("#"), level)


def _refuse_text(text: str | None, holder: Element) -> None:
    if text and text.strip():
        raise UnknownMarkupError(f"text in <{holder.tag}>, outside a paragraph")


_READERS: Mapping[str, Callable[[Element, _Around], Block]] = {
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "p": _paragraph,
    "ul": lambda element, around: listing_of(element, around.whose, style_of(element), plain=around.question),
    "ol": lambda element, around: listing_of(element, around.whose, style_of(element)),
    "table": lambda element, around: table_of(element, around.whose),
    "figure": _figure,
    "nav": _contents,
}
