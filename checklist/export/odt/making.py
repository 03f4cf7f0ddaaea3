"""What the blocks of one document share while they are written, and how each paragraph of it is made."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from checklist.export.blocks.value import Runs
from checklist.export.odt.automatic import Automatic
from checklist.export.odt.pages import FIRST_PAGE
from checklist.export.odt.runs import add_runs, plain
from checklist.export.odt.xml import add

_AT_THE_TOP = {"fo:margin-top": "0mm"}


@dataclass
class Making:
    """`targets` are the anchors that links can lead to, `pages` the kinds of page by their mark; `page` is the kind
    that is written now, `tables` how many were written so far. `master` and `anchor` are for the next paragraph: the
    kind of page that it starts, and the anchor of what it stands in; '' for none. On the cover a title is larger,
    with room above it if there is."""

    automatic: Automatic
    targets: frozenset[str]
    pictures: Mapping[str, bytes]
    pages: Mapping[str, str]
    master: str = ""
    anchor: str = ""
    page: str = FIRST_PAGE
    on_cover: bool = False
    room_on_cover: bool = False
    tables: int = 0

    def paragraph(  # noqa: PLR0913 - the last go by keyword
        self,
        parent: Element,
        style: str,
        runs: Runs = (),
        *,
        number: str = "",
        anchor: str = "",
        keep: bool = False,
        below: str = "",
    ) -> Element:
        """Write a paragraph. `keep`: it stays with what follows. `below`: the room below it, if not its style's."""
        properties = ({"fo:keep-with-next": "always"} if keep else {}) | ({"fo:margin-bottom": below} if below else {})
        paragraph = add(parent, "text:p", {"text:style-name": self.look(style, runs, properties)})
        self.fill(paragraph, runs, number=number, anchor=anchor)
        return paragraph

    def start_page(self, mark: str) -> dict[str, str]:
        """What the style of the paragraph that starts a page must say: there is no room above it. `mark` is what the
        head of the page says, '' for that of the document."""
        page = self.pages.get(mark, FIRST_PAGE)
        if page != self.page:
            self.page = self.master = page
            return _AT_THE_TOP
        return _AT_THE_TOP | {"fo:break-before": "page"}

    def look(self, style: str, runs: Runs, properties: dict[str, str]) -> str:
        """The style of a paragraph: `style`, with what its words and its place ask for. Text that is written from right
        to left stands at the right."""
        if _right_to_left(plain(runs)):
            properties = properties | {"style:writing-mode": "rl-tb", "fo:text-align": "start"}
        master, self.master = self.master, ""
        return self.automatic.paragraph(style, properties, master)

    def fill(self, paragraph: Element, runs: Runs, *, number: str = "", anchor: str = "") -> None:
        """Write the words of a paragraph, with the place that links lead to and the number before it."""
        around, self.anchor = self.anchor, ""
        for name in filter(None, (around, anchor)):
            add(paragraph, "text:bookmark", {"text:name": name})
        if number:
            add(paragraph, "text:span", {"text:style-name": "Alineanummer"}, number)
            add(paragraph, "text:tab")
        add_runs(paragraph, runs, self.targets)


def _right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left (Unicode's annex 9, P2)."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((direction for direction in directions if direction in {"L", "R", "AL"}), "L") != "L"
