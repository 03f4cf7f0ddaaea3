"""The regiostaf that the choices make: actors, relations, and what they come to in sentences."""

import re

import pytest
from hypothesis import given

from checklist.domain.drawings.regiostaf import Regiostaf, regiostaf_of
from checklist.domain.drawings.regiostaf_parts import FACTS, NOT_SETTLED, OPEN, PARTS, Actor, Side, Verb
from tests.content import real_content
from tests.domain.outcome.contents import own
from tests.strategies import PURE, chosen_codes


def made(*codes: str) -> Regiostaf:
    return regiostaf_of(real_content(), codes)


def said_of(regiostaf: Regiostaf, code: str) -> list[str]:
    return [sentence for sentence in regiostaf.sentences if sentence.endswith(f"({code}).")]


def test_every_option_says_something_and_only_once() -> None:
    assert {*PARTS, *FACTS} == set(real_content().option_of)
    assert not PARTS.keys() & FACTS.keys()


def test_every_question_has_words_for_being_open() -> None:
    assert list(OPEN) == [question.number for question in real_content().questions]
    for number, relation in OPEN.items():
        assert relation.number == number
        assert relation.sentence.endswith(f"{NOT_SETTLED} (vraag {number}).")


@pytest.mark.parametrize("code", real_content().option_of)
def test_a_sentence_is_whole_and_names_its_option(code: str) -> None:
    sentences = said_of(made(code), code)
    assert sentences
    for sentence in sentences:
        assert re.fullmatch(rf"[A-Z][^()]+(\([^()]+\)[^()]+)?[^ ,.()] \({code}\)\.", sentence)


def test_the_kring_sets_up_and_the_regiostaf_advises_and_belongs_to_the_overleg() -> None:
    regiostaf = made("1a", "2a", "7a", "11c")
    assert [(r.source, r.verb, r.target, r.code) for r in regiostaf.relations] == [
        (Actor.KRING, Verb.INSTALLS, Actor.REGIOSTAF, "1a"),
        (Actor.REGIOSTAF, Verb.ADVISES, Actor.BESTUUR, "2a"),
        (Actor.REGIOSTAF, Verb.BELONGS_TO, Actor.OVERLEG, "7a"),
        (Actor.CGS, Verb.CHAIRS, Actor.REGIOSTAF, "11c"),
    ]
    assert said_of(regiostaf, "7a") == [
        "De regiostaf hoort bij het overleg van gemeentesecretarissen, van gemeentelijke veiligheidsadviseurs, of van "
        "beide (7a)."
    ]


def test_no_direct_relation_is_said_and_not_drawn() -> None:
    regiostaf = made("3a", "4a", "5a", "10a", "11a")
    assert regiostaf.relations == ()
    assert [relation.code for relation in regiostaf.apart] == ["3a", "4a", "5a", "10a", "11a"]
    assert not any(place.involved for place in regiostaf.actors)
    assert said_of(regiostaf, "3a") == ["De regiostaf heeft geen directe relatie met de colleges (3a)."]


def open_in(*codes: str) -> set[Actor]:
    return {place.actor for place in made(*codes).actors if place.open}


def test_an_actor_is_open_as_long_as_an_open_question_may_give_it_a_relation() -> None:
    settled = ("1b", "2a", "3b", "4a", "5b", "6a", "7c", "8b", "9a", "10c", "11a", "12a")
    without = {number: [code for code in settled if code[:-1] != str(number)] for number in (1, 4, 5, 6)}
    assert open_in() == set(Actor) - {Actor.REGIOSTAF}
    assert open_in(*settled) == set()
    assert open_in(*without[1]) == {Actor.COLLEGES, Actor.KRING, Actor.BESTUUR}
    assert open_in(*without[4]) == {Actor.RADEN, Actor.GRIFFIERS}
    assert open_in(*without[5]) >= {Actor.BESTUUR, Actor.MANAGEMENT}
    assert open_in(*without[6]) == set()


def test_an_open_question_about_an_unknown_actor_is_only_said() -> None:
    relation = next(relation for relation in made("2a").open if relation.number == 1)
    assert relation.source is None
    assert not relation.dashed
    assert "Wie de regiostaf opricht, is nog niet bepaald (vraag 1)." in made("2a").sentences


def test_sentences_follow_the_questions() -> None:
    assert made("12c", "2c", "1d", "1a").sentences[:5] == (
        "De kring van gemeentesecretarissen richt de regiostaf op (1a).",
        "De regiostaf is vastgelegd in de gemeenschappelijke regeling, in de organisatieverordening of allebei (1d).",
        "De regiostaf stemt de voorbereiding van beleid af met de dragende gemeenten (2c).",
        "De regiostaf stemt de voorbereiding van beleid af met de veiligheidsregio (2c).",
        "De verhouding met de colleges is nog niet bepaald (vraag 3).",
    )
    assert made("12c").sentences[-1] == (
        "De regiostaf wordt verbreed tot regiostaf voor alle gemeenschappelijke regelingen (12c)."
    )


def test_the_coordinating_secretaris_stands_with_the_gemeenten() -> None:
    assert Actor.CGS.side is Side.GEMEENTEN


def test_every_actor_stands_on_one_side_with_one_frame_per_side() -> None:
    assert [actor for actor in Actor if actor.side is Side.BETWEEN] == [Actor.REGIOSTAF]
    assert [actor.side for actor in Actor if actor.frame] == [Side.GEMEENTEN, Side.VEILIGHEIDSREGIO]


@PURE
@given(chosen_codes())
def test_every_question_is_said_either_by_its_options_or_as_open(chosen: frozenset[str]) -> None:
    regiostaf = regiostaf_of(real_content(), chosen)
    said = {relation.code for relation in (*regiostaf.relations, *regiostaf.apart)} | {
        fact.code for fact in regiostaf.facts
    }
    assert said == chosen
    assert [relation.number for relation in regiostaf.open] == [
        question.number for question in real_content().questions if not own(question) & chosen
    ]
    assert len(regiostaf.sentences) == sum(
        map(len, (regiostaf.relations, regiostaf.apart, regiostaf.facts, regiostaf.open))
    )
