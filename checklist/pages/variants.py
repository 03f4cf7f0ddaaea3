"""Dossiers side by side, chosen with links: who reads fills in no form (rule 10)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from checklist.domain.text import TITLE_CAP, clean_line, shortened
from checklist.domain.variants.value import MOST_VARIANTS
from checklist.selectors import ListedDossier

# Beside the dossier that the page is of.
MOST_OTHERS = MOST_VARIANTS - 1
# The names in the query: the marks of the other dossiers, and that the first is compared with this one.
WITH, TURNED = "met", "andersom"


@dataclass(frozen=True)
class Pick:
    """The marks of the dossiers that were asked for and can be compared, each once and in that order, and what to say
    of the others."""

    marks: tuple[str, ...]
    messages: tuple[str, ...]

    @property
    def query(self) -> str:
        """The query that asks for these."""
        return _query(self.marks)


def pick_others(asked: Sequence[str], known: Collection[str]) -> Pick:
    """Return which of the asked marks to compare. One that this browser doesn't know is left out, and so are those for
    which there is no column; the page says so."""
    marks = [mark for mark in dict.fromkeys(asked) if mark in known]
    messages = []
    if any(mark not in known for mark in asked):
        messages.append(
            "Een dossier waarom u vroeg, is niet in deze browser geopend of is verwijderd. Het is weggelaten."
        )
    if len(marks) > MOST_OTHERS:
        messages.append("Naast dit dossier passen er hoogstens drie. De eerste drie staan er.")
    return Pick(tuple(marks[:MOST_OTHERS]), tuple(messages))


@dataclass(frozen=True)
class VariantLink:
    """A link that takes a dossier away (`picked`) or puts it beside the others: the query of that page."""

    title: str
    day: date
    answered: int
    picked: bool
    query: str


def variant_links(known: Mapping[str, ListedDossier], picked: Sequence[str]) -> tuple[VariantLink, ...]:
    """Return a link for each dossier that can be taken away, and for each other while there is room for one."""
    return tuple(
        VariantLink(one.title, one.date, one.answered, mark in picked, _query(_toggled(picked, mark)))
        for mark, one in known.items()
        if mark in picked or len(picked) < MOST_OTHERS
    )


def _toggled(picked: Sequence[str], mark: str) -> list[str]:
    return [one for one in picked if one != mark] if mark in picked else [*picked, mark]


def _query(marks: Sequence[str]) -> str:
    return urlencode([(WITH, mark) for mark in marks])


def title_of_variant(title: str) -> str:
    """Return the title that a copy gets unless the kring gives it another; as long as a title may be."""
    return shortened(f"Variant van {title}", TITLE_CAP - 1, clean_line)
