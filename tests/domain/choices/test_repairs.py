"""Repairs by meaning: what each makes of a design, and that those of the content solve their tension."""

from dataclasses import replace
from random import Random

import pytest

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.choices.consistency import selection_error, tensions_between
from checklist.domain.choices.repairs import repair_refusal, repaired, ways_out
from checklist.domain.content import Content, Question, Repair, Tension
from tests.content import make_question, make_tension, real_content

OF_THE_CONTENT = [(tension, repair) for tension in real_content().tensions for repair in tension.repairs]


def names(value: Tension | Repair) -> str:
    return f"{value.a}-{value.b}" if isinstance(value, Tension) else "+".join(value.adds) + "-" + "-".join(value.drops)


@pytest.mark.parametrize(("tension", "repair"), OF_THE_CONTENT, ids=names)
class TestOfTheContent:
    """Each repair of each of the 61 tensions, on the design of just its pair."""

    def test_it_solves_its_tension(self, tension: Tension, repair: Repair) -> None:
        after = repaired(real_content().question_of, (tension.a, tension.b), repair)
        assert tension not in tensions_between(real_content(), after)
        assert repair_refusal(tension.a, tension.b, repair) is None

    def test_it_makes_no_contradiction(self, tension: Tension, repair: Repair) -> None:
        after = repaired(real_content().question_of, (tension.a, tension.b), repair)
        assert [other for other in tensions_between(real_content(), after) if other.contradiction] == []

    def test_it_gives_answers(self, tension: Tension, repair: Repair) -> None:
        after = repaired(real_content().question_of, (tension.a, tension.b), repair)
        for question in real_content().questions:
            codes = [option.code for option in question.options if option.code in after]
            assert selection_error(question, codes) is None


QUESTIONS: dict[int, Question] = {
    1: make_question(1, "abc"),
    2: make_question(2, "abcd", many=True, exclusive="a"),
}


@pytest.mark.parametrize(
    ("chosen", "adds", "drops", "after"),
    [
        pytest.param("1a 2b", "1b", "", "1b 2b", id="one answer replaces the other"),
        pytest.param("2b 2c", "2a", "", "2a", id="an excluding option drops its neighbours"),
        pytest.param("2a", "2b", "", "2b", id="a neighbour drops the excluding option"),
        pytest.param("2b", "2c", "", "2b 2c", id="an option comes beside another"),
        pytest.param("2b 2c", "", "2c", "2b", id="an option goes"),
        pytest.param("1a", "", "1a", "", id="the only option goes: the question is open"),
        pytest.param("1a 2b 2c", "1b 2d", "2b 2c", "1b 2d", id="two questions at once"),
        pytest.param("2b", "2b", "", "2b", id="an option that is chosen already"),
    ],
)
def test_what_a_repair_makes_of_a_design(chosen: str, adds: str, drops: str, after: str) -> None:
    repair = Repair(1, "Doe het anders.", tuple(adds.split()), tuple(drops.split()))
    assert repaired(QUESTIONS, chosen.split(), repair) == {*after.split()}


@pytest.mark.parametrize(
    ("adds", "drops", "refusal"),
    [
        ("", "", "Noem minstens één optie"),
        ("5e", "5a", "De code 5e is van geen enkele optie"),
        ("", "13a", "De code 13a is van geen enkele optie"),
        ("5b 5b", "5a", "Optie 5b staat er twee keer"),
        ("5b", "5b", "Optie 5b staat er twee keer"),
        ("7a 7b", "2a", "Optie 7a kan niet samen"),
        ("5b 5a", "2a", "Optie 5b kan niet samen"),
        ("2b", "", "Hiermee zijn 2a en 5a nog allebei gekozen"),
        ("", "2b", "Hiermee zijn 2a en 5a nog allebei gekozen"),
        ("5a", "", "Hiermee zijn 2a en 5a nog allebei gekozen"),
    ],
)
def test_what_is_no_repair_is_refused(adds: str, drops: str, refusal: str) -> None:
    said = repair_refusal("2a", "5a", Repair(1, "Doe het anders.", tuple(adds.split()), tuple(drops.split())))
    assert said is not None
    assert said.startswith(refusal)


@pytest.mark.parametrize(("adds", "drops"), [("5b", ""), ("", "5a"), ("5b", "5a"), ("2b", "2a")])
def test_replacing_dropping_and_excluding_all_solve_it(adds: str, drops: str) -> None:
    assert repair_refusal("2a", "5a", Repair(1, "Doe het anders.", tuple(adds.split()), tuple(drops.split()))) is None


def random_design(random: Random) -> dict[int, tuple[str, ...]]:
    """An allowed answer to each question; one in four is open."""
    return {
        question.number: () if random.random() < 0.25 else random.choice(allowed_answers(question))
        for question in real_content().questions
    }


@pytest.mark.parametrize("seed", range(30))
def test_no_way_out_of_a_random_design_is_refused_and_each_leads_back(seed: int) -> None:
    """A hundred designs from each seed, and every way out that is offered in them."""
    random, content, offered = Random(seed), real_content(), 0
    for _ in range(100):
        answers = random_design(random)
        chosen = {code for options in answers.values() for code in options}
        for tension in tensions_between(content, chosen):
            for way in ways_out(content, chosen, tension):
                offered += 1
                taken = {**answers, **way.answers}
                after = {code for options in taken.values() for code in options}
                assert taken != answers
                assert not {tension.a, tension.b} <= after
                assert all(
                    selection_error(content.question_of[number], options) is None for number, options in taken.items()
                )
                made = {t for t in tensions_between(content, after) if t.contradiction and not {t.a, t.b} <= chosen}
                assert bool(way.contradicts) == bool(made)
                assert taken | {number: answers[number] for number in way.answers} == answers
    assert offered > 500


def content_with(*repairs: Repair, contradiction: tuple[str, str] = ("2b", "3a")) -> Content:
    """1a clashes with 2c, with these ways out; the contradiction is between two other options."""
    questions = (*QUESTIONS.values(), make_question(3, "ab", many=True))
    tension = Tension(1, "1a", "2c", False, 2, "Uitleg.", agreement="Afspraak.", repairs=repairs)
    return Content(questions, (tension, make_tension(2, *contradiction, contradiction=True)), ())


def offered(content: Content, chosen: str) -> list[tuple[int, dict[int, tuple[str, ...]], str]]:
    ways = ways_out(content, chosen.split(), content.tensions[0])
    return [(way.repair.number, dict(way.answers), way.then) for way in ways]


def test_a_way_out_names_the_answers_that_change_and_no_other() -> None:
    content = content_with(Repair(1, "Anders.", ("2b",), ("2c",)), Repair(2, "Weg.", (), ("1a",)))
    assert offered(content, "1a 2b 2c") == [(1, {2: ("2b",)}, ""), (2, {1: ()}, "vraag 1 is dan nog niet bepaald")]


def test_a_way_out_may_change_two_questions() -> None:
    content = content_with(Repair(1, "Anders.", ("1b", "2a"), ()))
    assert offered(content, "1a 2b 2c") == [(1, {1: ("1b",), 2: ("2a",)}, "")]


@pytest.mark.parametrize("contradiction", [("2b", "3a"), ("2b", "3b")])
def test_a_way_out_says_which_contradiction_it_brings(contradiction: tuple[str, str]) -> None:
    content = content_with(Repair(1, "Anders.", ("2b",), ("2c",)), contradiction=contradiction)
    other = contradiction[1]
    assert offered(content, f"1a 2c {other}") == [(1, {2: ("2b",)}, f"botst dan met ‘Optie {other}’ (vraag 3)")]


def test_a_contradiction_that_is_there_already_is_not_brought() -> None:
    content = content_with(Repair(1, "Anders.", (), ("1a",)))
    assert offered(content, "1a 2b 2c 3a") == [(1, {1: ()}, "vraag 1 is dan nog niet bepaald")]


def test_of_two_ways_to_the_same_design_the_first_is_offered() -> None:
    first, second = Repair(1, "Anders.", ("2b",), ("2c",)), Repair(2, "Weg.", (), ("2c",))
    assert [number for number, _, _ in offered(content_with(first, second), "1a 2b 2c")] == [1]
    assert [number for number, _, _ in offered(content_with(first, second), "1a 2c 2d")] == [1, 2]


def test_a_repair_that_leaves_both_options_chosen_is_no_way_out() -> None:
    # The beheer refuses one; a database may still hold it from before.
    useless, useful = Repair(1, "Houd beide.", adds=("1b",)), Repair(2, "Laat het eerste.", drops=("1a",))
    tension = replace(make_tension(1, "1a", "2a"), repairs=(useless, useful))
    content = Content((make_question(1, "ab", many=True), make_question(2, "ab")), (tension,), ())
    assert [way.repair for way in ways_out(content, ("1a", "2a"), tension)] == [useful]
