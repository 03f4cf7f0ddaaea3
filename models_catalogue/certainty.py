"""How sure a fact newer than the booklet is, what the product says of that, and what a text may say (rule 12). Pure."""

import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import urlsplit

LAW = "wet"
REPORT = "bericht"
SURE = "hoog"
UNSURE = "middel"

# What the product itself says under a fact of which the certainty is 'middel', by kind of source.
DOUBTS = {LAW: "niet nagekeken in de geldende wettekst", REPORT: "niet nagekeken bij een tweede bron"}

# Where the government publishes laws, their changes and regulations of decentral authorities.
OFFICIAL_HOSTS = frozenset(
    {"wetten.overheid.nl", "zoek.officielebekendmakingen.nl", "lokaleregelgeving.overheid.nl", "repository.overheid.nl"}
)

_SAYS_UNCHECKED = re.compile(r"\bniet nagekeken\b[^.;)]*", re.IGNORECASE)


def doubt_of(source_kind: str, certainty: str) -> str:
    """Return what stands under a fact of this certainty and kind of source: one of two phrases, nothing when it is
    sure."""
    return DOUBTS[source_kind] if certainty == UNSURE else ""


def problems_of_note(values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give the fields of a note that don't go together, each with what is wrong, in Dutch: a law is quoted at its
    official address, and what is sure is dated or official."""
    kind, certainty, url, date = (str(values[name]) for name in ("source_kind", "certainty", "url", "date"))
    official = _is_official(url)
    if kind == LAW and url and (problem := address_of_law_problem(url)):
        yield "url", problem
    if certainty == SURE and not official and not re.search(r"\b[0-9]{4}\b", date):
        yield "certainty", "Zonder jaartal en zonder officieel adres is een feit niet zeker: kies ‘middel’."


def address_of_law_problem(url: str) -> str:
    """Return in Dutch what is wrong with the address of a law; empty when it is official."""
    return (
        ""
        if _is_official(url)
        else "Een wet staat op een officieel adres, zoals https://wetten.overheid.nl/BWBR0003740."
    )


def _is_official(url: str) -> bool:
    try:
        return urlsplit(url).hostname in OFFICIAL_HOSTS
    except ValueError:  # no address at all, such as 'http://['
        return False


def says_unchecked(
    values: Mapping[str, object], *, may_say: Collection[str], hidden: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Give the texts that say themselves that something wasn't looked up, each with what is wrong, in Dutch.

    The product says it, from the certainty of a fact. Only the fields in `may_say` may, in one of the two phrases, and
    those in `hidden`, which no page shows, in any words.
    """
    for name, value in values.items():
        if name in hidden:
            continue
        found = _SAYS_UNCHECKED.search(value) if isinstance(value, str) else None
        if found and not (name in may_say and found[0].strip().lower() in DOUBTS.values()):
            yield name, f"‘{found[0].strip()}’ staat onder een feit door de zekerheid die u kiest, niet in een tekst."
