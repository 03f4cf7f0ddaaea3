"""The styles that a document needs beside those of styles.xml: a paragraph that starts a page, columns of a table."""

from xml.etree.ElementTree import Element

from checklist.export.odt.xml import add


class Automatic:
    """Makes each style once, in `office:automatic-styles` of the content."""

    def __init__(self, place: Element) -> None:
        self._place = place
        self._paragraphs: dict[tuple[str, str, tuple[tuple[str, str], ...]], str] = {}
        self._made: set[str] = set()

    def paragraph(self, parent: str, properties: dict[str, str], master: str = "") -> str:
        """The name of a paragraph style that is `parent` but for these properties; `master` is the page it starts."""
        if not properties and not master:
            return parent
        key = (parent, master, tuple(sorted(properties.items())))
        if key not in self._paragraphs:
            name = self._paragraphs[key] = f"P{len(self._paragraphs) + 1}"
            style = self._style("paragraph", name, {"style:parent-style-name": parent})
            if master:
                style.set("style:master-page-name", master)
            add(style, "style:paragraph-properties", properties)
        return self._paragraphs[key]

    def other(self, family: str, name: str, properties: dict[str, str]) -> str:
        """The name of a style of another family (of a table, its columns, rows or cells)."""
        if name not in self._made:
            self._made.add(name)
            add(self._style(family, name), f"style:{family}-properties", properties)
        return name

    def _style(self, family: str, name: str, attributes: dict[str, str] | None = None) -> Element:
        return add(self._place, "style:style", {"style:name": name, "style:family": family} | (attributes or {}))
