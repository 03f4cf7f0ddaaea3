"""Lists of a document, and the lists within their items."""

from xml.etree.ElementTree import Element

from checklist.export.blocks.inline import runs_of, whose_of
from checklist.export.blocks.markup import UnknownMarkupError, classes_of
from checklist.export.blocks.value import Item, Listing, Marks, Style, Whose

_LISTS = {"ol", "ul"}
_PLAIN = {"advies-plain", "organigram__legend", "vs-terms"}


def listing_of(element: Element, whose: Whose, style: Style, *, plain: bool = False) -> Listing:
    """A list as a block; `plain`: without marks.

    Raises UnknownMarkupError for something else than items in it, and for words behind a list within an item.
    """
    own = whose_of(element, whose)
    if any(item.tag != "li" for item in element):
        raise UnknownMarkupError(f"something else than an item in <{element.tag}>")
    items = tuple(_item(item, own, style, plain=plain) for item in element)
    return Listing(items, _marks(element, plain=plain), style)


def _marks(element: Element, *, plain: bool) -> Marks:
    if element.tag == "ol":
        return Marks.LETTERS if element.get("type") == "a" else Marks.NUMBERS
    return Marks.NONE if plain or classes_of(element) & _PLAIN else Marks.BULLETS


def _item(element: Element, whose: Whose, style: Style, *, plain: bool) -> Item:
    inner = [child for child in element if child.tag in _LISTS]
    words = [child for child in element if child.tag not in _LISTS]
    if [*words, *inner] != list(element) or any((child.tail or "").strip() for child in inner):
        raise UnknownMarkupError("words behind a list within an item")
    own = Element(element.tag, element.attrib)
    own.text = element.text
    own.extend(words)
    lists = tuple(listing_of(child, whose, style, plain=plain) for child in inner)
    return Item(runs_of(own, whose), element.get("id", ""), lists)
