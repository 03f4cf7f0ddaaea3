"""What holds for the reglement of every design."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.decision.reglement.standing import standing_of
from checklist.domain.decision.reglement.value import Lid, Piece, Reglement, Source
from checklist.domain.dossier import DossierValue
from checklist.domain.proposal import ARTICLES, RULE_KEYS, Rule
from tests.content import real_content
from tests.domain.decision.random_designs import random_dossier
from tests.domain.decision.reglement.reading import lines, of_dossier, words
from tests.strategies import at_most

TYPED = (
    *("drie", "Twee jaar.", "op 1 april 2027", "De kring", "een lid van elk college", "{regio}", "[iets]", "bijeen"),
    *("Stichting X B.V.", "voor het algemeen bestuur", "…", "a"),
)
# An article of ours that a text names, not one of a law.
OF_OURS = re.compile(r"[Aa]rtikel (\d+)\b(?! van de (?:Wet|Gemeentewet)\b)")
DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)


def with_rules(number: int) -> DossierValue:
    """A random dossier in which some of the gaps were filled in, and some articles have a clause of the kring's own."""
    dossier, chance = random_dossier(number), Random(-number)
    # How many lead and who they are stand side by side: the same words in both are a mistake of the kring's own.
    keys = chance.sample([key for key in RULE_KEYS if key != "leiding"], chance.choice((0, 5, 15)))
    articles = chance.sample(ARTICLES, chance.choice((0, 0, 4)))
    rules = (
        *(Rule(key, "", chance.choice(TYPED)) for key in keys),
        *(Rule("", article, chance.choice(TYPED)) for article in articles),
    )
    return replace(dossier, proposal=replace(dossier.proposal, rules=rules))


def pieces(reglement: Reglement) -> list[Piece]:
    """All pieces of it."""
    texts = [reglement.title, reglement.subtitle, *reglement.preamble, reglement.closing]
    texts += [line for block in reglement.signatures for line in block]
    for article in reglement.articles:
        for clause in article.clauses:
            texts += [clause.text, *(text for item in clause.items for text in (item.term, item.text))]
    return [piece for text in texts for piece in text]


def check_numbers(clauses: tuple[Lid, ...]) -> None:
    numbers = [clause.number for clause in clauses]
    assert numbers == ([0] if len(numbers) == 1 else list(range(1, len(numbers) + 1)))
    for clause in clauses:
        assert words(clause.text).strip()
        assert len(clause.items) != 1
        letters = [item.letter for item in clause.items]
        assert letters in ([""] * len(letters), [*"abcdefgh"[: len(letters)]])
        assert all(words(item.text).strip() for item in clause.items)


def check(dossier: DossierValue) -> None:
    """Raise `AssertionError` for a reglement that nobody could adopt."""
    reglement = of_dossier(dossier)
    standing = standing_of(real_content(), dossier.answers)
    assert sum(standing.holds(one.when) for one in real_content().reglement.adoptions) == 1
    assert [article.number for article in reglement.articles] == list(range(1, 19))
    for article in reglement.articles:
        assert article.clauses
        check_numbers(article.clauses)
    assert all(piece.text for piece in pieces(reglement))
    ours = " ".join(piece.text for piece in pieces(reglement) if piece.source is not Source.KRING)
    assert not set(ours) & set("{}")
    assert {int(found) for found in OF_OURS.findall(ours)} <= {article.number for article in reglement.articles}
    assert reglement.gaps == sum(piece.source is Source.GAP for piece in pieces(reglement))
    for line in lines(reglement):
        assert "  " not in line
        assert ".." not in line
        assert not DOUBLED.search(line), line


@given(st.integers(0, 10**9))
@at_most(150)
def test_the_reglement_of_any_design_can_be_read(number: int) -> None:
    check(with_rules(number))


@pytest.mark.slow
def test_so_can_those_of_five_thousand_designs() -> None:
    for number in range(5000):
        check(with_rules(number))
