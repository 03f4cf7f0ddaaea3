"""Whose words a voorstel is in, counted as agreed: a word is a run between spaces with a letter or a digit."""

import re
from collections import Counter
from html.parser import HTMLParser

# Page 2 and the chapters 1 to 10: the appendices, the cover and the last part don't count.
_COUNTED = re.compile(r"\bvs-(summary|chapter)\b")
_WITHOUT_END = {"br", "wbr", "meta", "link", "hr", "img"}
# Elements within a line: around them no space is needed for words to be two.
_INLINE = {"span", "strong", "a", "sup", "em", "b", "wbr"}


class _Reader(HTMLParser):
    """Gathers the texts of the counted sections with the origin that the nearest element around them tells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _WITHOUT_END:
            if tag not in _INLINE:
                self.texts.append(("", " "))
            return
        around = self._open[-1] if self._open else ("", "fixed", False)
        given = dict(attrs)
        counted = around[2] or bool(_COUNTED.search(given.get("class") or ""))
        self._open.append((tag, given.get("data-van") or around[1], counted))
        if tag not in _INLINE:
            self.texts.append(("", " "))

    def handle_endtag(self, tag: str) -> None:
        if tag in _WITHOUT_END:
            return
        assert self._open.pop()[0] == tag
        if tag not in _INLINE:
            self.texts.append(("", " "))

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][2]:
            self.texts.append((self._open[-1][1], data))


def words_by_origin(html: str) -> Counter[str]:
    """Count the words of the summary and the main text by origin: 'kring', 'besluit' or 'fixed' (ours). A word that
    two origins share is the one's with which it starts."""
    reader = _Reader()
    reader.feed(html)
    text, origins = "", []
    for origin, part in reader.texts:
        text += part
        origins += [origin] * len(part)
    counted: Counter[str] = Counter()
    for word in re.finditer(r"\S+", text):
        if any(character.isalnum() for character in word[0]):
            counted[origins[word.start()]] += 1
    return counted


def own_share(html: str) -> float:
    """Return which part of the words is the kring's or a decision."""
    counted = words_by_origin(html)
    return 1 - counted["fixed"] / counted.total()
