"""A page as a browser sees it: its title, its words, its elements, and what its forms would send."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Protocol

from django.http import HttpResponse

Body = dict[str, list[str]]


class Answer(Protocol):
    """What Django's test client gives back, as far as it is read here."""

    @property
    def content(self) -> bytes:
        """The body."""


@dataclass
class Element:
    """One element with its attributes and all text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Form:
    """One form: where it goes, the values of its controls as they stand, and the names of those that one types in."""

    action: str
    values: Body = field(default_factory=lambda: defaultdict(list))
    texts: set[str] = field(default_factory=set)
    buttons: dict[str, str] = field(default_factory=dict)
    posts: bool = False
    autocomplete: str = ""


_TERM = r'<button class="term"[^>]*>([^<]*)</button><span class="term-note".*?</a></span>'


def unexplained(html: str) -> str:
    """The HTML as it was before its terms were explained."""
    return re.sub(_TERM, r"\1", re.sub(rf'<span class="nowrap">([^<]*){_TERM}([^<]*)</span>', r"\1\2\3", html))


class Page(HTMLParser):
    """An HTML page, read once."""

    def __init__(self, answer: "Answer | HttpResponse | str") -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.forms: list[Form] = []
        self._open: list[Element] = []
        self._select: str | None = None
        text = answer if isinstance(answer, str) else answer.content.decode()
        self.feed(text.replace("\r\n", "\n").replace("\r", "\n"))
        self.close()

    @property
    def title(self) -> str:
        """The title in the browser's tab."""
        return self.find("title")[0].text

    @property
    def text(self) -> str:
        """All words of the page, white space as single spaces."""
        return " ".join(self.find("body")[0].text.split())

    def find(self, tag: str, **attributes: str) -> list[Element]:
        """All elements with this tag and these attributes, in the page's order."""
        return [
            element
            for element in self.elements
            if element.tag == tag and attributes.items() <= element.attributes.items()
        ]

    def by_id(self, name: str) -> Element:
        """The one element with this id."""
        (found,) = [element for element in self.elements if element.attributes.get("id") == name]
        return found

    def texts_to_copy(self) -> dict[str, str]:
        """The label of each text that can only be read, with the text; its line ends are '\\n'."""
        labels = {label.attributes["for"]: label.text for label in self.find("label")}
        return {
            labels[area.attributes["id"]]: area.text.removeprefix("\n") for area in self.find("textarea", readonly="")
        }

    def form(self, action: str = "") -> Form:
        """The one form whose action ends like this."""
        (found,) = [form for form in self.forms if form.action.endswith(action)]
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, and its value when it stands in a form."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _WITHOUT_CONTENT:
            self._open.append(element)
        if tag == "form":
            attributes = element.attributes
            posts = attributes.get("method", "").lower() == "post"
            autocomplete = attributes.get("autocomplete", "")
            self.forms.append(Form(attributes.get("action", ""), posts=posts, autocomplete=autocomplete))
        elif self.forms and self._inside("form"):
            self._control(tag, element.attributes)

    def handle_endtag(self, tag: str) -> None:
        """Close the element; a textarea's text is its value, with the line ends that browsers send."""
        while self._open:
            element = self._open.pop()
            if element.tag == "textarea" and self.forms and "name" in element.attributes:
                text = element.text.removeprefix("\n").replace("\n", "\r\n")
                self.forms[-1].values[element.attributes["name"]].append(text)
                self.forms[-1].texts.add(element.attributes["name"])
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Add text to every element that it stands in; what a popover says, not around it: it is closed."""
        for element in reversed(self._open):
            element.text += data
            if "popover" in element.attributes:
                return

    def _inside(self, tag: str) -> bool:
        return any(element.tag == tag for element in self._open)

    def _control(self, tag: str, attributes: dict[str, str]) -> None:
        kind, name, value = attributes.get("type", ""), attributes.get("name", ""), attributes.get("value", "")
        form = self.forms[-1]
        if tag == "button" and name:
            form.buttons[name] = value
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in attributes:
            form.values[self._select].append(value)
        elif (
            tag == "input"
            and name
            and kind != "file"
            and (kind not in {"radio", "checkbox"} or "checked" in attributes)
        ):
            form.values[name].append(value)
            if kind not in _NOT_TYPED_IN:
                form.texts.add(name)


_NOT_TYPED_IN = {"checkbox", "hidden", "radio", "submit"}
_WITHOUT_CONTENT = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
