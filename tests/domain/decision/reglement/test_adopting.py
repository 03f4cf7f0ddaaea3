"""One organ or set of organs adopts the reglement, by the answer to question 1."""

from datetime import date
from itertools import combinations

import pytest

from checklist.domain.decision.reglement.standing import Standing
from checklist.domain.decision_content import Organ
from tests.content import real_content
from tests.domain.decision.reglement.reading import of_codes, words

ANSWERS = [" ".join(chosen) for many in range(5) for chosen in combinations(("1a", "1b", "1c", "1d"), many)]
KRING = "De voorzitter van de kring,", "De secretaris van de kring,"
REGIO = "De voorzitter van de veiligheidsregio,", "De secretaris van de veiligheidsregio,"
_OF = "van [nog in te vullen: de naam van de gemeente],"
COLLEGE = f"De burgemeester {_OF}", f"De gemeentesecretaris {_OF}"
OPEN = ("[nog te bepalen: wie ondertekent]",)
BOTH = "Het algemeen bestuur van Veiligheidsregio Voorbeeldregio en de colleges van burgemeester en wethouders van de"
BY_AB = "Vastgesteld door het algemeen bestuur in de vergadering van 18 februari 2027."
ON_COVER = "Vastgesteld in de vergadering van 18 februari 2027."
BY_COLLEGE = "Vastgesteld door het college van [nog in te vullen: de naam van de gemeente] in de vergadering van [nog"
# By what is chosen apart from 1d: how the preamble begins and ends, how the reglement ends, and who signs.
ADOPTED: dict[str, tuple[str, str, str, list[tuple[str, ...]]]] = {
    "": ("[nog te bepalen: het orgaan dat de", "[nog te bepalen: spreekt af of", "[nog te bepalen: door wie", [OPEN]),
    "1a": ("De kring van", "spreekt het volgende", "Afgesproken in de vergadering van 24 november 2026.", [KRING]),
    "1b": ("Het algemeen bestuur van", "besluit vast", ON_COVER, [("De voorzitter,", "De secretaris,")]),
    "1c": ("De colleges van burgemeester en wethouders van de gemeenten Oss", "besluiten vast", BY_COLLEGE, [COLLEGE]),
    "1a 1b": ("Het algemeen bestuur van", "besluit vast", ON_COVER, [REGIO, KRING]),
    "1a 1c": (
        "De colleges van burgemeester en wethouders van de gemeenten Oss",
        "besluiten vast",
        BY_COLLEGE,
        [COLLEGE],
    ),
    "1b 1c": (BOTH, "besluiten vast", BY_AB, [REGIO, COLLEGE]),
    "1a 1b 1c": (BOTH, "besluiten vast", BY_AB, [REGIO, COLLEGE]),
}
MEETING = date(2027, 2, 18)


@pytest.mark.parametrize("codes", ANSWERS)
def test_one_adopts_it_whatever_question_1_is_answered_with(codes: str) -> None:
    standing = Standing(frozenset(codes.split()), {})
    assert sum(standing.holds(one.when) for one in real_content().reglement.adoptions) == 1


@pytest.mark.parametrize(("codes", "expected"), ADOPTED.items())
def test_its_texts_are_those_of_who_adopts(codes: str, expected: tuple[str, str, str, list[tuple[str, ...]]]) -> None:
    first, last, closing, signatures = expected
    reglement = of_codes(codes, organ=Organ.AB, meeting=MEETING)
    assert words(reglement.preamble[0]).startswith(first)
    assert words(reglement.preamble[-1]).startswith(last)
    assert words(reglement.closing).startswith(closing)
    signed = [tuple(words(line) for line in block) for block in reglement.signatures]
    assert signed == signatures


@pytest.mark.parametrize("codes", [codes for codes in ADOPTED if codes])
def test_what_is_laid_down_later_comes_with_it(codes: str) -> None:
    without, later = of_codes(codes), of_codes(f"{codes} 1d", {"1d": {"vastlegging": "verordening"}})
    added = "met het voornemen de regiostaf daarna te laten regelen in de organisatieverordening;"
    assert words(later.subtitle) == f"{words(without.subtitle)}; daarna vast te leggen in de organisatieverordening"
    assert [words(line) for line in later.preamble] == [
        *(words(line) for line in without.preamble[:-1]),
        added,
        words(without.preamble[-1]),
    ]


LAID_DOWN = {
    "": ("[nog te bepalen: het dagelijks bestuur, voor", "[nog te bepalen: besluit of besluiten] vast"),
    "verordening": (
        "Het dagelijks bestuur van Veiligheidsregio Voorbeeldregio,",
        "besluit vast te stellen de volgende",
    ),
    "regeling": ("De colleges van burgemeester en", "besluiten vast te stellen de volgende"),
    "beide": ("Het dagelijks bestuur van Veiligheidsregio Voorbeeldregio en de colleges", "besluiten vast te stellen"),
}


@pytest.mark.parametrize(("answer", "expected"), LAID_DOWN.items())
def test_who_lays_it_down_follows_from_where(answer: str, expected: tuple[str, str]) -> None:
    preamble = of_codes("1d", {"1d": {"vastlegging": answer}} if answer else {}).preamble
    assert words(preamble[0]).startswith(expected[0])
    assert words(preamble[-1]).startswith(expected[1])


def test_a_commission_rests_on_its_article() -> None:
    lines = [words(line) for line in of_codes("1b", {"1b": {"vorm": "commissie"}}).preamble]
    assert "gelet op artikel 24 van de Wet gemeenschappelijke regelingen;" in lines
    assert len(of_codes("1b").preamble) == len(lines) - 1


# The organ on the cover, what is chosen, and how the reglement ends.
CLOSED = [
    (Organ.DB, "1b", "Vastgesteld in de vergadering van [nog"),
    (None, "1b", "Vastgesteld in de vergadering van 18 februari 2027."),
    (Organ.DB, "1d", "Vastgesteld in de vergadering van 18 februari 2027."),
    (Organ.AB, "1d", "Vastgesteld in de vergadering van [nog"),
    (Organ.DB, "1b 1c", "Vastgesteld door [nog in te vullen: het orgaan dat ondertekent] in de vergadering van [nog"),
    (Organ.AB, "1a", "Afgesproken in de vergadering van 24 november 2026."),
    (Organ.AB, "1a 1d", "Afgesproken in de vergadering van 24 november 2026."),
]


@pytest.mark.parametrize(("organ", "codes", "closing"), CLOSED)
def test_the_meeting_on_the_cover_is_that_of_its_organ_alone(organ: Organ | None, codes: str, closing: str) -> None:
    reglement = of_codes(codes, {"1d": {"vastlegging": "verordening"}}, organ=organ, meeting=MEETING)
    assert words(reglement.closing).startswith(closing)
