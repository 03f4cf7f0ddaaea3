"""Only a contradiction that the kring doesn't keep stops the reglement, and the articles that rest on it."""

from dataclasses import replace

import pytest

from checklist.domain.dossier import Kept
from tests.domain.decision.designs import dossier_of
from tests.domain.decision.reglement.reading import article, of_codes, of_dossier


def stopped(codes: str) -> list[int]:
    return [one.number for one in of_codes(codes).articles if one.stopped]


@pytest.mark.parametrize(
    ("codes", "numbers"),
    [
        ("2a 5a", [3, 12]),
        ("2a 2b 5a", [3, 12]),
        ("7b 11a", [4, 7]),
        ("7b 11a 8b", [4, 7]),
        ("2a", []),
        ("", []),
    ],
)
def test_articles_with_a_clause_of_either_option_are_stopped(codes: str, numbers: list[int]) -> None:
    assert stopped(codes) == numbers


def test_the_sentence_names_both_options() -> None:
    (sentence,) = of_codes("2a 5a").stopped
    assert "(2a)" in sentence
    assert "(5a)" in sentence


def test_both_clauses_stay() -> None:
    reglement = of_codes("2a 5a")
    assert article(reglement, 3)[0].startswith("1. De regiostaf heeft tot taak het algemeen bestuur")
    assert article(reglement, 12)[0].startswith("De regiostaf heeft geen directe relatie met de veiligheidsregio.")


def test_a_contradiction_that_is_kept_stops_nothing() -> None:
    dossier = replace(dossier_of("2a 5a"), kept=(Kept("2a", "5a", "Wij willen dit."),))
    reglement = of_dossier(dossier)
    assert (reglement.stopped, [one.number for one in reglement.articles if one.stopped]) == ((), [])


def test_what_is_open_or_waits_for_a_detail_stops_nothing() -> None:
    assert of_codes("1d 7a").stopped == ()
