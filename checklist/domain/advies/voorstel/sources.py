"""Appendix B: the sources of what the document says, numbered in the order in which it first refers to them."""

from collections.abc import Iterable

from checklist.domain.advies.voorstel.given import Given
from checklist.domain.advies.voorstel.numbering import in_words
from checklist.domain.advies.voorstel.value_appendices import SourceRow
from checklist.domain.advies.voorstel.value_chapters import LookUp, TermRow
from checklist.domain.content import Note
from checklist.domain.decision_content import LegalSource
from checklist.domain.dutch import first_sentence
from models_catalogue.links import link_of

_ON_PAPER = "op papier"
# What the document says of the booklet, and where the booklet says it.
_BOOKLET = (
    "Over de gemeentelijke afweging krijgen burgemeesters meestal geen advies.",
    "‘Greep op de (veiligheids)regio?’, 2011, hoofdstuk 1, Bredere advisering aan burgemeesters",
)
# The provisions with the terms for a zienswijze, by their weeks.
_TERMS = {8: "wgr-1", 12: "wgr-35"}
BELOW_PLANNING = "8"


class Sources:
    """The rows of the table as they are found; each provision has one."""

    def __init__(self, booklet: str) -> None:
        """Start with the booklet, to which this paragraph refers."""
        self.rows: list[SourceRow] = []
        self._numbers: dict[str, int] = {}
        self._add(*_BOOKLET, checked=True, url="", back=booklet)

    def _add(self, says: str, source: str, *, checked: bool, url: str, back: str) -> int:
        link = link_of(url)
        number = len(self.rows) + 1
        self.rows.append(SourceRow(number, says, source, checked, printed(link) or _ON_PAPER, link, back))
        return number

    def law(self, source: LegalSource, back: str) -> int:
        """Return the number of a provision; the first to refer to it is what it leads back to."""
        if source.key not in self._numbers:
            self._numbers[source.key] = self._add(
                source.says, source.citation, checked=not source.to_check, url=source.url, back=back
            )
        return self._numbers[source.key]

    def note(self, note: Note) -> None:
        """Add the gist of what is newer than the booklet, of which the verslag has all; nothing refers to it."""
        self._add(_gist(note.text), note.source, checked=not note.doubt, url=note.url, back="")


def _gist(text: str) -> str:
    """The first sentence of a note, or all of it when that is a question."""
    first = first_sentence(text)
    return text if first.endswith("?") else first


def printed(link: str) -> str:
    """Return an address as it is printed: without its scheme, 'www.' and a slash at the end."""
    return link.partition("://")[2].removeprefix("www.").rstrip("/")


def look_up(given: Given, sources: Sources, legal: str) -> tuple[LookUp, ...]:
    """Return what must still be looked up, in the order of the decisions that rest on it, and number it; `legal` is the
    paragraph that names it."""
    found: dict[str, list[str]] = {}
    for point in given.all_points:
        for key in (*point.grounds, *(key for item in point.informed for key in item.grounds)):
            numbers = found.setdefault(key, [])
            numbers += [] if point.number in numbers else [point.number]
    known = {key: given.content.deciding.sources[key] for key in found if key in given.content.deciding.sources}
    written_out: set[str] = set()
    return tuple(
        LookUp(_citation(source, written_out), in_words(found[key]), sources.law(source, legal))
        for key, source in known.items()
    )


def _citation(source: LegalSource, written_out: set[str]) -> str:
    """A provision as the text names it: a law that is abbreviated is written out where it is first named."""
    short, _, place = source.citation.partition(" art. ")
    if short == source.law or source.law in written_out:
        return source.citation
    written_out.add(source.law)
    return f"{source.law} ({short}) art. {place}"


def terms(given: Given, sources: Sources) -> tuple[TermRow, ...]:
    """Return the terms for a zienswijze that are counted, with their sources."""
    known = given.content.deciding.sources
    return tuple(
        TermRow(weeks, sources.law(known[key], BELOW_PLANNING) if (key := _TERMS.get(weeks, "")) in known else 0)
        for weeks in given.path.terms
    )


def with_notes(given: Given, sources: Sources) -> Iterable[SourceRow]:
    """Add the notes of the questions that are answered, and return all rows."""
    for question in given.answered:
        for note in question.notes:
            sources.note(note)
    return tuple(sources.rows)
