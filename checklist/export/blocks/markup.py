"""The elements and classes that our documents are made of, and a document as a tree of them."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import tinyhtml5

# A class that isn't here may mean something that a file must show: whoever adds one says here that the reader knows it.
_KNOWN_CLASSES = """
a: vs-address vs-contents__page vs-ref vs-source
b:
br:
caption:
div: advies-columns advies-cover__facts advies-cover__top advies-tension advies-typed organigram
    organigram__picture organigram__side organigram__side--staf organigram__words scroll-inline vs-box
    vs-box--note vs-box--stop vs-last vs-last--qr vs-reglement
em:
figcaption:
figure: vs-figure
h1: advies-cover__title advies-cover__title--long utrecht-heading-1 vs-cover__title vs-cover__title--long
    vs-head__title--long
h2: utrecht-heading-2
h3: utrecht-heading-3 vs-opening vs-reglement__start
h4: utrecht-heading-4
h5: utrecht-heading-5
header: advies-cover vs-cover vs-cover--full vs-head
img:
li: advies-contents__question organigram__botst organigram__clash organigram__key organigram__key--open
    organigram__open organigram__quiet
nav: advies-contents vs-contents
ol: advies-sources advies-steps vs-letters vs-list
p: advies-cover__kind advies-cover__lead advies-cover__status advies-fill advies-intro advies-lead
    advies-muted advies-question__open advies-remark advies-small organigram__heading vs-cover__kind
    vs-cover__lead vs-later vs-lid vs-mark vs-note vs-opening vs-par vs-point vs-preamble
    vs-qr vs-reglement__title vs-short vs-sign vs-sign--own vs-subtitle
section: advies-chapter advies-chapter--first advies-question advies-question--open advies-summary
    advies-summary--full advies-summary--short vs-appendix vs-article vs-chapter vs-chapter--first vs-summary
    vs-whole
small:
span: advies-contents__page advies-cover__date nowrap vs-gap vs-line vs-muted vs-number
strong: advies-cover__fact
sup:
table: advies-actions advies-decisions advies-models advies-table choice-map utrecht-table vs-choices vs-costs
    vs-facts vs-findings vs-four vs-indicators vs-models vs-planning vs-risks vs-sources vs-stacked vs-steps vs-table
tbody:
td: choice-map__chosen vs-amount vs-date
th: vs-amount
thead:
tr: choice-map__row--open vs-sum
ul: advies-grounds advies-lead advies-plain advies-present advies-terms organigram__legend vs-list vs-point
    vs-terms vs-whole
wbr:
"""
_KNOWN = {
    tag: frozenset(classes.split())
    for tag, classes in re.findall(r"^(\w+):(.*(?:\n +.*)*)", _KNOWN_CLASSES, re.MULTILINE)
}
# The pictures that a writer draws anew, by their class.
DRAWINGS = {"organigram__svg": "organigram", "tijdlijn__svg": "tijdlijn"}


class UnknownMarkupError(ValueError):
    """The reader doesn't know an element or class, or not where it stands: the file would miss it."""


def parse(html: str) -> tuple[Element, Element]:
    """Return the head and the body of a document.

    Raises UnknownMarkupError for an element or class that isn't known.
    """
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    head, body = root.find("head"), root.find("body")
    if head is None or body is None:
        raise UnknownMarkupError("a document without a head or a body")
    for element in _within(body):
        _check(element)
    return head, body


def classes_of(element: Element) -> frozenset[str]:
    """The names in its class."""
    return frozenset(element.get("class", "").split())


def is_drawing(element: Element) -> bool:
    """Whether it is a picture, whose inside is not words but shapes."""
    return element.tag.rpartition("}")[2] == "svg"


def _within(element: Element) -> Iterator[Element]:
    for child in element:
        yield child
        if not is_drawing(child):
            yield from _within(child)


def _check(element: Element) -> None:
    known = frozenset(DRAWINGS) if is_drawing(element) else _KNOWN.get(element.tag)
    if known is None:
        raise UnknownMarkupError(f"<{element.tag}>")
    unknown = classes_of(element) - known
    if unknown:
        raise UnknownMarkupError(f"<{element.tag} class='{' '.join(sorted(unknown))}'>")
