"""What stands in a stored HTML, read back by the elements that `templates/advies/settled/document.html` wrote.

Typed texts are escaped, so none of these elements can be one that somebody typed. They are read as they stand, byte for
byte: a parser would write them anew.
"""

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from checklist.domain.advies.reading import Reading
from checklist.domain.house_style import HouseStyle
from checklist.domain.settled.value import SettledKind

# What stands in it outside templates.
_MAIN = {Reading.VOORSTEL, SettledKind.EVALUATIE}
_HEAD = re.compile(r"<title>[^<]*</title>\n(?P<kept>.*?)</head>\n<body>\n", re.DOTALL)
_END = "\n</body>"
_TEMPLATE = "\n<template data-"
_READING = '\n<template data-lezing="{}">\n'
_END_OF_READING = "\n</template>"
_HOUSE = re.compile(
    r'\n<template data-huisstijl="(?P<name>[^"]*)" data-kleur="(?P<colour>#[0-9a-fA-F]{6})">(?P<logo>.*)'
)
_LOGO = re.compile(
    r'<img width="(?P<width>\d+)" height="(?P<height>\d+)" alt="[^"]*" src="data:image/png;base64,(?P<png>[^"]*)">'
)
_PICTURE = re.compile(r'\n<template data-beeld="(?P<name>\w+)"><img alt="" src="data:image/png;base64,(?P<png>[^"]*)">')


class NotStoredHtmlError(ValueError):
    """It isn't an HTML that was stored by us."""


@dataclass(frozen=True)
class StoredHtml:
    """A stored HTML. What isn't as it was written raises `NotStoredHtmlError`."""

    html: str

    @cached_property
    def head(self) -> str:
        """What its head keeps: the stylesheets."""
        return self._opening["kept"]

    @cached_property
    def house(self) -> HouseStyle:
        """Who issued it."""
        found = _HOUSE.search(self.html)
        if found is None:
            raise NotStoredHtmlError("whose it is")
        name, colour, logo = unescape(found["name"]), found["colour"], _LOGO.match(found["logo"])
        if logo is None:
            return HouseStyle(name, colour=colour)
        return HouseStyle(name, b64decode(logo["png"]), (int(logo["width"]), int(logo["height"])), colour)

    @cached_property
    def pictures(self) -> Mapping[str, bytes]:
        """Its drawings as PNG, by name."""
        return {found["name"]: b64decode(found["png"]) for found in _PICTURE.finditer(self.html)}

    def body(self, reading: str) -> str:
        """What a reading says, with its state parts empty."""
        if reading in _MAIN:
            return self._between(self._opening.end(), _TEMPLATE)
        opening = _READING.format(reading)
        at = self.html.find(opening)
        if at < 0:
            raise NotStoredHtmlError(f"the reading {reading}")
        return self._between(at + len(opening), _END_OF_READING)

    @cached_property
    def _opening(self) -> re.Match[str]:
        found = _HEAD.search(self.html)
        if found is None:
            raise NotStoredHtmlError("its head")
        return found

    def _between(self, start: int, end: str) -> str:
        at = self.html.find(end, start)
        if at < 0:
            raise NotStoredHtmlError("its end")
        return self.html[start:at]
