"""Elements of WordprocessingML, and texts that it can hold."""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Xml = BaseOxmlElement
# What XML 1.0 can't hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SOFT_HYPHEN = "\xad"


def w(tag: str, *children: Xml, **attributes: str | int) -> Xml:
    """An element of the namespace w, with its children and attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def tell(text: str) -> Iterator[Xml]:
    """A text within a run. A soft hyphen is an element of its own, because Word prints the character."""
    for position, part in enumerate(plain(text).split(_SOFT_HYPHEN)):
        if position:
            yield w("softHyphen")
        if part:
            told = w("t")
            told.text = part
            told.set(qn("xml:space"), "preserve")
            yield told


def plain(text: str) -> str:
    """The text without what XML can't hold."""
    return _FORBIDDEN.sub("", text)


def mm(length: float) -> int:
    """A length in twentieths of a point."""
    return round(length * 1440 / 25.4)


def pt(length: float) -> int:
    """A length in points in twentieths of them."""
    return round(length * 20)
