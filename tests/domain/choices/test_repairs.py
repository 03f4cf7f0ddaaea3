"""Repairs by meaning: what each makes of a design, and that those of the content solve their tension."""

import pytest

from checklist.domain.choices.consistency import selection_error, tensions_between
from checklist.domain.choices.repairs import repair_refusal, repaired
from checklist.domain.content import Question, Repair, Tension
from tests.content import make_question, real_content

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
    repair = Repair("Doe het anders.", tuple(adds.split()), tuple(drops.split()))
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
    said = repair_refusal("2a", "5a", Repair("Doe het anders.", tuple(adds.split()), tuple(drops.split())))
    assert said is not None
    assert said.startswith(refusal)


@pytest.mark.parametrize(("adds", "drops"), [("5b", ""), ("", "5a"), ("5b", "5a"), ("2b", "2a")])
def test_replacing_dropping_and_excluding_all_solve_it(adds: str, drops: str) -> None:
    assert repair_refusal("2a", "5a", Repair("Doe het anders.", tuple(adds.split()), tuple(drops.split()))) is None
