"""The terms that the site explains: each in plain words, with the forms in which a text may write it."""

import re
import unicodedata
from dataclasses import dataclass


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
