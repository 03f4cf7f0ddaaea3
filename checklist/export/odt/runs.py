"""The text of a paragraph: runs in their looks, links, and new lines."""

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from checklist.export.blocks.value import Run, Runs, Whose
from checklist.export.odt.xml import add, add_text

# A style of its own says whose words a text is; it has no look.
_WHOSE = {Whose.KRING: "Van_20_de_20_kring", Whose.BESLUIT: "Besluittekst"}


def add_runs(paragraph: Element, runs: Iterable[Run], targets: frozenset[str]) -> None:
    """Put runs at the end of a paragraph. A link to a place that isn't one of `targets` is text."""
    after_space = True
    for href, linked in groupby(runs, key=lambda run: run.href):
        runs_of_link = tuple(linked)
        place = paragraph
        if href and _leads_somewhere(href, targets):
            place = _link(paragraph, href, runs_of_link[0].label)
        for run in runs_of_link:
            if run.break_before:
                add(place, "text:line-break")
                after_space = True
            add_text(_styled(place, run), run.text, after_space)
            after_space = run.text.endswith((" ", "\t", "\n")) if run.text else after_space
            if run.blank:
                _add_blank(place)
                after_space = False


def plain(runs: Runs) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def _link(paragraph: Element, href: str, label: str) -> Element:
    look = {"text:style-name": "Internet_20_link", "text:visited-style-name": "Internet_20_link"}
    told = {"office:title": label} if label else {}
    return add(paragraph, "text:a", {"xlink:type": "simple", "xlink:href": href} | told | look)


def _add_blank(place: Element) -> None:
    """A line to write on: an underlined tab, so that no row of signs is read aloud."""
    add(add(place, "text:span", {"text:style-name": "Invullijn"}), "text:tab")


def _leads_somewhere(href: str, targets: frozenset[str]) -> bool:
    return not href.startswith("#") or href[1:] in targets


def _styled(place: Element, run: Run) -> Element:
    for style in _styles(run):
        place = add(place, "text:span", {"text:style-name": style})
    return place


def _styles(run: Run) -> Iterable[str]:
    if run.whose in _WHOSE:
        yield _WHOSE[run.whose]
    if run.strong:
        yield "Strong_20_Emphasis"
    if run.italic:
        yield "Emphasis"
    if run.muted:
        yield "Gedempt"
    if run.raised:
        yield "Verhoogd"
