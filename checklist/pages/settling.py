"""What the page says that settles, before anything is settled: what is still open, and who is named where."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.details import waited_for
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.proposal import FIELDS, data_of
from checklist.pages.points import anchor_of


@dataclass(frozen=True)
class Gap:
    """One thing that is open: its words, and the page where it can be filled in, by the name of its address; `number`
    is that of a question, `anchor` a place on the page."""

    words: str
    page: str
    number: int = 0
    anchor: str = ""


@dataclass(frozen=True)
class Gaps:
    """What is open of one kind, under its heading."""

    heading: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class NamedPeople:
    """People who are named, and where."""

    where: str
    names: tuple[str, ...]


def gaps_of(content: Content, dossier: DossierValue, gemeenten: Mapping[str, str]) -> tuple[Gaps, ...]:
    """Return all that is open in a dossier, by kind, without the kinds of which there is nothing. `gemeenten`: the
    names of those of its region by code. Pure."""
    kinds = {
        "Open vragen": _questions(content, dossier),
        "Deelkeuzes die nog niet zijn gemaakt": _details(content, dossier, gemeenten),
        "Tegenspraken waarover niets is afgesproken": _pairs(content, dossier, contradiction=True),
        "Keuzes waarbij nog een afspraak ontbreekt": _pairs(content, dossier, contradiction=False),
        "Lege velden van de afronding": _fields(content, data_of(dossier.proposal)),
    }
    found = (Gaps(heading, tuple(gaps)) for heading, gaps in kinds.items())
    return tuple(one for one in found if one.gaps)


def empty_core_fields(content: Content, filled: Collection[str]) -> tuple[str, ...]:
    """Return the fields that every bestuur asks for and that aren't among the filled ones, in words."""
    return tuple(gap.words for gap in _fields(content, filled))


def named_people(dossier: DossierValue) -> tuple[NamedPeople, ...]:
    """Return who is named in a dossier in a field for names, and where; free texts aren't looked at. Pure."""
    proposal = dossier.proposal
    found = {
        "Aanwezig bij de vergadering": dossier.present,
        "Aanwezig namens een gemeente": (row.name for row in proposal.attendance),
        "Indiener": (proposal.submitter,),
        "Eigenaar van een risico": (risk.owner for risk in proposal.risks),
        "Wie een actie doet": (action.who for action in dossier.actions),
    }
    told = (NamedPeople(where, _each_once(names)) for where, names in found.items())
    return tuple(one for one in told if one.names)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _questions(content: Content, dossier: DossierValue) -> Iterator[Gap]:
    for question in content.questions:
        if dossier.answer(question.number).open:
            yield Gap(f"Vraag {question.number}: {question.words}", "question", question.number)


def _details(content: Content, dossier: DossierValue, gemeenten: Mapping[str, str]) -> Iterator[Gap]:
    for question in content.questions:
        for detail in waited_for(question, dossier.answer(question.number), gemeenten):
            yield Gap(f"Vraag {question.number}: {detail.question}", "question", question.number)


def _pairs(content: Content, dossier: DossierValue, *, contradiction: bool) -> Iterator[Gap]:
    """The pairs of choices that contradict each other, or need an agreement, and about which nothing is agreed."""
    for tension in tensions_between(content, dossier.chosen):
        if tension.contradiction == contradiction and (tension.a, tension.b) not in dossier.kept_motivations:
            yield Gap(tension.question or tension.explanation, "check", anchor=anchor_of(tension))


def _fields(content: Content, filled: Collection[str]) -> Iterator[Gap]:
    for field in FIELDS:
        if field.core and field.key not in filled:
            yield Gap(content.deciding.fields[field.key].label, "closing", anchor=f"veld-{field.key}")
