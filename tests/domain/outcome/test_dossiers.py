"""Twelve designs, each with the outcome worked out by hand from the traits that two readers read in the booklet."""

from dataclasses import dataclass, field

import pytest

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.outcome.matching import match_models
from checklist.domain.outcome.silence import Silence, silence_of
from checklist.domain.outcome.why_not import why_not
from tests.content import real_content

BUREAU = "veiligheidsbureau-centrumstad"
DIRECTEUR = "overkoepelend-directeur"
FUNCTIONARIS = "functionaris-verlengd-lokaal-bestuur"
SECRETARIS = "onafhankelijk-secretaris"
MANAGER = "veiligheidsmanager"
ADOPTIE = "adoptieregeling"
ADVIESSTRUCTUUR = "adviesstructuur-brede-regio"
CONCERN = "concernfunctie-gemeente"
RAAD = "managementraad"
ALL = (BUREAU, DIRECTEUR, FUNCTIONARIS, SECRETARIS, MANAGER, ADOPTIE, ADVIESSTRUCTUUR, CONCERN, RAAD)


@dataclass(frozen=True)
class Case:
    """A design in words, and its outcome. `places`: models by rank, those with a shared rank in booklet order."""

    words: str
    chosen: str
    places: dict[int, tuple[str, ...]]
    clear: bool = True
    combination: tuple[str, ...] = ()
    uncovered: str = ""
    tensions: tuple[int, ...] = ()
    fewest: dict[str, int] = field(default_factory=dict)


CASES = (
    Case(
        "Nothing is chosen: nobody is ahead, and one hallmark is enough for any model.",
        chosen="",
        clear=False,
        places={1: ALL},
        fewest=dict.fromkeys(ALL, 1),
    ),
    Case(
        "All open but one: the centrumgemeente carries it (7c), a hallmark of two models. They tie; one of them "
        "covers it, and the booklet names the veiligheidsbureau first. 7c says nothing against the rest, so these"
        " tie too.",
        chosen="7c",
        places={
            1: (BUREAU, CONCERN),
            3: (DIRECTEUR, FUNCTIONARIS, SECRETARIS, MANAGER, ADOPTIE, ADVIESSTRUCTUUR, RAAD),
        },
        combination=(BUREAU,),
        fewest={BUREAU: 0, CONCERN: 0},
    ),
    Case(
        "Two models that have nothing in common, with a hallmark each: gemeenten are advised (2b, adoptieregeling, "
        "kenmerkend) and a commissie with wethouders (3c, adviesstructuur, just past): kenmerkend goes first. The "
        "managementraad has 2b as kenmerkend, but not as hallmark. "
        "Both first models together cover all; so would adviesstructuur and managementraad, with a higher sum of "
        "ranks.",
        chosen="2b 3c",
        places={
            1: (ADOPTIE,),
            2: (ADVIESSTRUCTUUR,),
            3: (RAAD,),
            4: (BUREAU, DIRECTEUR, FUNCTIONARIS, SECRETARIS, MANAGER, CONCERN),
        },
        combination=(ADOPTIE, ADVIESSTRUCTUUR),
        tensions=(24,),
    ),
    Case(
        "Everything clashes: no relation with the veiligheidsregio (5a) beside three that need one and a bureau "
        "of it, and the CGS carries what he works apart from. Adviesstructuur: hallmark 3c, three past, two past "
        "niet. Managementraad: hallmark 2a, one past, two past niet. Then past minus past niet: secretaris 3-1 with "
        "2a kenmerkend before functionaris 3-1 without, adoptieregeling 1-0, manager 1-1 with 2c kenmerkend before "
        "directeur and concern 1-1, bureau 1-2. Only the adoptieregeling has no past niet.",
        chosen="2a 2c 3c 5a 7b 9c 11a",
        places={
            1: (ADVIESSTRUCTUUR,),
            2: (RAAD,),
            3: (SECRETARIS,),
            4: (FUNCTIONARIS,),
            5: (ADOPTIE,),
            6: (MANAGER,),
            7: (DIRECTEUR, CONCERN),
            9: (BUREAU,),
        },
        combination=(ADOPTIE,),
        uncovered="2a 3c 5a 7b 9c 11a",
        tensions=(1, 2, 3, 5, 6),
    ),
    Case(
        "Only silence: two readers found none of these in any model. Nobody is ahead, and nothing is covered.",
        chosen="1b 3b 4b 10c",
        clear=False,
        places={1: ALL},
        uncovered="1b 3b 4b 10c",
    ),
    Case(
        "The example of the exchange format. Managementraad: both hallmarks, 2a 2b 5b 7a past. "
        "Adoptieregeling: both hallmarks, 2b and 9a past. Secretaris: hallmark 5b, 2a and 5b past. Without "
        "hallmark: adviesstructuur has 2a and 5b, functionaris 2a and concern 9a (past). Nobody has 1a, 1d or "
        "10c.",
        chosen="1a 1d 2a 2b 5b 7a 9a 10c",
        places={
            1: (RAAD,),
            2: (ADOPTIE,),
            3: (SECRETARIS,),
            4: (ADVIESSTRUCTUUR,),
            5: (FUNCTIONARIS, CONCERN),
            7: (BUREAU, DIRECTEUR, MANAGER),
        },
        combination=(ADOPTIE, RAAD),
        uncovered="1a 1d 10c",
        tensions=(7, 11, 19),
        fewest={RAAD: 0},
    ),
    Case(
        "A concernstaf with the centrumgemeente for all regelingen. Bureau and concern both have two hallmarks; "
        "concern has five past, bureau three and 6b past niet. Without hallmark: 2c and 6b are past for "
        "functionaris and adoptieregeling, one of them kenmerkend, and for directeur and secretaris; 6b is "
        "kenmerkend for the managementraad, 12c past for adviesstructuur; the manager has 2c past and 6b past "
        "niet. Concern covers everything alone.",
        chosen="2c 6b 7c 9b 12c",
        places={
            1: (CONCERN,),
            2: (BUREAU,),
            3: (FUNCTIONARIS, ADOPTIE),
            5: (DIRECTEUR, SECRETARIS),
            7: (RAAD,),
            8: (ADVIESSTRUCTUUR,),
            9: (MANAGER,),
        },
        combination=(CONCERN,),
    ),
    Case(
        "A veiligheidsmanager (both hallmarks) with medewerkers of gemeenten (9a, hallmark of the "
        "adoptieregeling). Adviesstructuur has 2d and 6c. One ahead: bureau (two past, 6c past niet) and "
        "managementraad, both with 2d kenmerkend, then concern with 9a past. Manager and adoptieregeling cover "
        "all.",
        chosen="1c 2d 6c 8b 9a 12b",
        places={
            1: (MANAGER,),
            2: (ADOPTIE,),
            3: (ADVIESSTRUCTUUR,),
            4: (BUREAU, RAAD),
            6: (CONCERN,),
            7: (DIRECTEUR, FUNCTIONARIS, SECRETARIS),
        },
        combination=(MANAGER, ADOPTIE),
        tensions=(49,),
    ),
    Case(
        "In the management (5d) with the CGS in the structure (11b): both hallmarks of the directeur, one of the "
        "functionaris. Leaving 11 open makes these two equal. Managementraad has 11b kenmerkend, secretaris 5d "
        "past.",
        chosen="5d 11b",
        places={
            1: (DIRECTEUR,),
            2: (FUNCTIONARIS,),
            3: (RAAD,),
            4: (SECRETARIS,),
            5: (BUREAU, MANAGER, ADOPTIE, ADVIESSTRUCTUUR, CONCERN),
        },
        combination=(DIRECTEUR,),
        fewest={DIRECTEUR: 0, FUNCTIONARIS: 1},
    ),
    Case(
        "The first model is not in the combination: the secretaris has both hallmarks, but 8a is past niet for "
        "it. Functionaris has hallmark 8a; managementraad and adviesstructuur have 5b and 8a without a hallmark, "
        "the first as kenmerkend twice. The managementraad covers most without past niet; 7d is then left.",
        chosen="5b 7d 8a",
        places={
            1: (SECRETARIS,),
            2: (FUNCTIONARIS,),
            3: (RAAD,),
            4: (ADVIESSTRUCTUUR,),
            5: (DIRECTEUR, ADOPTIE),
            7: (BUREAU, MANAGER, CONCERN),
        },
        combination=(RAAD,),
        uncovered="7d",
        tensions=(45,),
    ),
    Case(
        "Four choices from four models, of which 3c is just past: three models at most, so 12b of the manager, who "
        "has no hallmark here, is left.",
        chosen="3c 7a 9a 12b",
        places={
            1: (ADOPTIE, RAAD),
            3: (ADVIESSTRUCTUUR,),
            4: (MANAGER,),
            5: (CONCERN,),
            6: (BUREAU, DIRECTEUR, FUNCTIONARIS, SECRETARIS),
        },
        combination=(ADOPTIE, ADVIESSTRUCTUUR, RAAD),
        uncovered="12b",
    ),
    Case(
        "What one reader read doesn't count: 1a and 12a are mogelijk for the managementraad, and that brings it "
        "nowhere. Two readers read that 12a is past niet for concern.",
        chosen="1a 12a",
        clear=False,
        places={1: tuple(slug for slug in ALL if slug != CONCERN), 9: (CONCERN,)},
        uncovered="1a 12a",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.chosen or "nothing")
class TestOutcome:
    """Each part of the outcome of each design."""

    def test_places(self, case: Case) -> None:
        places: dict[int, tuple[str, ...]] = {}
        for match in match_models(real_content(), case.chosen.split()).matches:
            places[match.rank] = (*places.get(match.rank, ()), match.model.slug)
        assert places == case.places

    def test_combination_and_what_it_leaves(self, case: Case) -> None:
        outcome = match_models(real_content(), case.chosen.split())
        assert outcome.clear == case.clear
        assert tuple(model.slug for model in outcome.combination) == case.combination
        assert outcome.uncovered == tuple(case.uncovered.split())

    def test_tensions(self, case: Case) -> None:
        tensions = tensions_between(real_content(), case.chosen.split())
        assert tuple(tension.number for tension in tensions) == case.tensions

    def test_why_not(self, case: Case) -> None:
        found = {one.slug: one.fewest for one in why_not(real_content(), case.chosen.split())}
        assert {slug: found[slug] for slug in case.fewest} == case.fewest


def test_the_last_of_the_twelve_is_one_readers_word() -> None:
    content = real_content()
    raad = next(match for match in match_models(content, {"1a", "12a"}).matches if match.model.slug == RAAD)
    silences = [silence_of(raad, content.question_of[number], {"1a", "12a"}) for number in (1, 2, 12)]
    assert silences == [Silence.ONE_READER, Silence.OPEN, Silence.ONE_READER]
