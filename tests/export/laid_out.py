"""A document as WeasyPrint lays it out, line by line: what stands where on which page, and inside which elements."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checklist.export.pdf import Stylesheet
from checklist.export.pdf.boxes import boxes, children, text_of

MILLIMETRE = 96 / 25.4
POINT = 96 / 72


@dataclass(frozen=True)
class Line:
    """One line of text; measures in millimetres from the top left of its page. `tags` are the elements around it from
    the outside, each as 'p.vs-sign'; `elements` the same as they stand in the HTML. `smallest` is in points."""

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float
    tags: tuple[str, ...]
    elements: tuple[Any, ...]
    smallest: float

    def inside(self, name: str) -> bool:
        """Whether it stands in an element of this tag or class."""
        return any(name in (tag.split(".")) for tag in self.tags)


@dataclass(frozen=True)
class RunningText:
    """What stands in the head or the foot of a page, on so many `lines`; measures as those of a line."""

    page: int
    place: str
    text: str
    left: float
    right: float
    lines: int


@dataclass(frozen=True)
class LaidOut:
    """A document in lines; `anchors` has the page of each id."""

    pages: int
    lines: tuple[Line, ...]
    running: tuple[RunningText, ...]
    anchors: dict[str, int]

    def on(self, page: int) -> list[Line]:
        """The lines of one page."""
        return [line for line in self.lines if line.page == page]

    @property
    def text(self) -> str:
        """All text, a line a line."""
        return "\n".join(line.text for line in self.lines)


def lay_out(html: str, stylesheet: Stylesheet) -> LaidOut:
    """Lay a document out in our stylesheet and fonts, in this process. Takes some seconds."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    from checklist.export.pdf.engine import VARIANT, _fetcher, _stylesheets
    from checklist.export.pdf.resources import SCHEME

    source = HTML(string=html, base_url=SCHEME, url_fetcher=_fetcher)
    document = source.render(
        stylesheets=[_stylesheets[stylesheet]],
        font_config=FontConfiguration(),
        pdf_variant=VARIANT,
    )
    pages = [page._page_box for page in document.pages]
    return LaidOut(
        pages=len(pages),
        lines=tuple(line for number, page in enumerate(pages, 1) for line in _lines(page, number, ())),
        running=tuple(text for number, page in enumerate(pages, 1) for text in _running(page, number)),
        anchors={name: number for number, page in enumerate(document.pages, 1) for name in page.anchors},
    )


def _lines(box: Any, page: int, around: tuple[Any, ...]) -> Iterator[Line]:
    element = box.element
    if element is not None and (not around or around[-1] is not element):
        around = (*around, element)
    if type(box).__name__ == "LineBox":
        texts = [inner for inner in boxes(box) if getattr(inner, "text", "").strip()]
        if texts:
            yield Line(
                page,
                text_of(box).strip(),
                min(inner.position_x for inner in texts) / MILLIMETRE,
                max(inner.position_x + inner.width for inner in texts) / MILLIMETRE,
                box.position_y / MILLIMETRE,
                (box.position_y + box.height) / MILLIMETRE,
                tuple(".".join([one.tag, *one.get("class", "").split()]) for one in around),
                around,
                min(inner.style["font_size"] for inner in texts) / POINT,
            )
        for inner in boxes(box):
            if type(inner).__name__ == "InlineBlockBox":
                for child in children(inner):
                    if type(child).__name__ != "LineBox":
                        yield from _lines(child, page, around)
        return
    for child in children(box):
        yield from _lines(child, page, around)


def _running(page: Any, number: int) -> Iterator[RunningText]:
    for box in page.children:
        if hasattr(box, "at_keyword"):
            texts = [inner for inner in boxes(box) if getattr(inner, "text", "").strip()]
            if texts:
                left = min(inner.position_x for inner in texts) / MILLIMETRE
                right = max(inner.position_x + inner.width for inner in texts) / MILLIMETRE
                lines = sum(type(inner).__name__ == "LineBox" for inner in boxes(box))
                yield RunningText(number, box.at_keyword, text_of(box).strip(), left, right, lines)
