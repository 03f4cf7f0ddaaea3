"""The terms that the site explains, and how a text is searched for them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

# So many texts of the site are remembered with what was found in them; there are some 1,500.
_REMEMBERED = 4096
# No part of a longer word ('VGS-kring', 'kring’s'), nor of what stands for a character in HTML ('&quot;').
_START, _END = r"(?<![\w’&#-])", r"(?![\w-]|[’.]\w)"


@dataclass(frozen=True)
class Term:
    """A word of the field and what it means. `forms` are other ways to write it: a plural, an abbreviation."""

    name: str
    forms: tuple[str, ...]
    explanation: str
    passage: str

    @property
    def anchor(self) -> str:
        """Its place on the page of terms, and the end of other ids that belong to it: 'coordinerend-functionaris'."""
        plain = unicodedata.normalize("NFKD", self.name.lower()).encode("ascii", "ignore").decode()
        return "-".join(re.findall(r"\w+", plain))


@dataclass(frozen=True)
class Found:
    """A place in a text where a term is written, from `start` up to `end`."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, eq=False)
class Glossary:
    """All terms in use, in alphabetical order. It equals itself alone, so that one can quickly look up what is known of
    a text and a glossary.

    A term is found where it is written letter for letter in one of its forms, or with a capital at its start; as whole
    words. Where two of them begin, the longer one is found. A form that two terms share is the first one's.
    """

    terms: tuple[Term, ...] = ()

    @cached_property
    def found_in(self) -> Callable[[str], tuple[Found, ...]]:
        """Give every place in a text, plain or escaped for HTML, where a term is written, in order. What was found in a
        text is remembered: it is for the texts of the site, not for what somebody types."""
        return lru_cache(_REMEMBERED)(self._search)

    def used_in(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the terms that these texts use, in alphabetical order. Nothing is remembered."""
        used = {found.term for text in texts for found in self._search(text)}
        return tuple(term for term in self.terms if term in used)

    def _search(self, text: str) -> tuple[Found, ...]:
        return tuple(
            Found(match.start(), match.end(), self._term_of[" ".join(match[0].split())])
            for match in self._pattern.finditer(text)
        )

    @cached_property
    def _term_of(self) -> Mapping[str, Term]:
        term_of: dict[str, Term] = {}
        for term in self.terms:
            for form in (term.name, *term.forms):
                for written in (form, form[:1].upper() + form[1:]):
                    term_of.setdefault(written, term)
        return term_of

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # The longest first: the first that fits is taken.
        written = sorted(self._term_of, key=len, reverse=True)
        any_of_them = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in written) or r"(?!)"
        return re.compile(f"{_START}(?:{any_of_them}){_END}")


NO_TERMS = Glossary()
