"""A reglement as somebody reads it: lines of text."""

from collections.abc import Iterator, Mapping
from typing import Any

from checklist.domain.decision.names import names_of
from checklist.domain.decision.reglement.compose import reglement_of
from checklist.domain.decision.reglement.value import Article, Lid, Reglement, Text
from checklist.domain.dossier import DossierValue
from checklist.domain.proposal import Proposal, Rule
from tests.content import gemeenten_of, real_content
from tests.domain.decision.designs import GEMEENTEN, Details, dossier_of

REGION = "Voorbeeldregio"


def of_dossier(dossier: DossierValue, region: str = REGION, gemeenten: Mapping[str, str] = GEMEENTEN) -> Reglement:
    """The reglement of a dossier."""
    return reglement_of(real_content(), dossier, names_of(region, dossier.proposal.cgs, gemeenten))


def of_example(dossier: DossierValue) -> Reglement:
    """The reglement of a dossier with the names of its own region."""
    return of_dossier(dossier, "Brabant-Noord", gemeenten_of(dossier.veiligheidsregio))


def of_codes(codes: str, details: Details | None = None, rules: tuple[Rule, ...] = (), **proposal: Any) -> Reglement:
    """The reglement of a dossier that chose these options and filled these in."""
    return of_dossier(dossier_of(codes, details, proposal=Proposal(rules=rules, **proposal)))


def words(text: Text) -> str:
    """The words of a text."""
    return "".join(piece.text for piece in text)


def article(reglement: Reglement, number: int) -> list[str]:
    """The lines of one article, without its heading."""
    return list(_of_article(next(one for one in reglement.articles if one.number == number)))


def lines(reglement: Reglement) -> list[str]:
    """The whole, in its order."""
    return list(_lines(reglement))


def _lines(reglement: Reglement) -> Iterator[str]:
    yield from (words(reglement.title), words(reglement.subtitle))
    yield from map(words, reglement.preamble)
    for one in reglement.articles:
        yield f"Artikel {one.number}. {one.heading}"
        yield from _of_article(one)
    yield words(reglement.closing)
    for block in reglement.signatures:
        yield from map(words, block)


def _of_article(one: Article) -> Iterator[str]:
    for clause in one.clauses:
        yield from _of_clause(clause)


def _of_clause(clause: Lid) -> Iterator[str]:
    number = f"{clause.number}. " if clause.number else ""
    yield f"{number}{words(clause.text)}"
    for item in clause.items:
        mark = f"{item.letter}." if item.letter else f"{words(item.term)}:"
        yield f"{mark} {words(item.text)}"
