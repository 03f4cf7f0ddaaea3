"""The nearest designs without a contradiction: the same as by trying every one, and as was found before."""

import json
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.content import Question
from checklist.domain.meeting.distance import AnswerCodes, Design, distance, own_design, steps, total_steps
from checklist.domain.meeting.nearest import MOST_LISTED, Nearest, most_compact, nearest, price_of
from checklist.domain.meeting.rounded import nearest_shown
from checklist.domain.meeting.search import Pairs, valid_answers
from checklist.domain.meeting.shown import ShownCount, shown_count
from checklist.domain.meeting.tally import added_up, count
from checklist.domain.meeting.value import OptionCount, QuestionCount
from tests.content import make_question, real_content
from tests.domain.meeting.kringen import FOR, QUESTION, SEVEN, Said, at, kringen
from tests.strategies import at_most

HARD = [(pair.a, pair.b) for pair in real_content().tensions if pair.contradiction]
EVERY_PAIR = [(pair.a, pair.b) for pair in real_content().tensions]
VECTORS = json.loads((Path(__file__).parents[2] / "data" / "meeting_whole.json").read_text())
# Small enough to try every design, with a question that has one answer and one with an option that excludes the others.
SMALL = (make_question(1, "abc"), make_question(2, "abc", many=True, exclusive="a"), make_question(3, "ab", many=True))
CODES = [option.code for question in SMALL for option in question.options]


def counts_of(questions: Sequence[Question], kring: Sequence[Said]) -> dict[int, QuestionCount]:
    """The counts of the questions that somebody answered."""
    every = {question.number: count(question, at(question, kring)) for question in questions}
    return {number: counted for number, counted in every.items() if counted.answered}


def nearest_of(questions: Sequence[Question], pairs: Pairs, kring: Sequence[Said]) -> Nearest | None:
    counts = counts_of(questions, kring)
    return nearest([question for question in questions if question.number in counts], pairs, price_of(counts))


def every_design(questions: Sequence[Question], pairs: Pairs) -> list[Design]:
    """Each valid design without one of the pairs, by trying all."""
    numbers = [question.number for question in questions]
    designs = (dict(zip(numbers, answers, strict=True)) for answers in product(*map(valid_answers, questions)))
    return [design for design in designs if not any({a, b} <= _chosen(design) for a, b in pairs)]


def _chosen(design: Design) -> set[str]:
    return {code for answer in design.values() for code in answer}


@at_most(100)
@given(kringen(SMALL), st.lists(st.sampled_from([(a, b) for a in CODES for b in CODES if a[0] < b[0]]), max_size=9))
def test_the_nearest_are_those_that_trying_every_design_finds(kring: list[Said], pairs: Pairs) -> None:
    counts = counts_of(SMALL, kring)
    asked = [question for question in SMALL if question.number in counts]
    price = price_of(counts)

    def key(design: Design) -> tuple[int, ...]:
        return tuple(map(sum, zip(*(price(question, design[question.number]) for question in asked), strict=True)))

    every = every_design(asked, pairs)
    found = nearest(asked, pairs, price)
    if not asked:
        return
    if not every:
        assert found is None
        return
    least = min(map(key, every))
    right = [design for design in every if key(design) == least]
    assert found is not None
    assert (found.key, found.ties, found.listed) == (least, len(right), True)
    assert [*found.designs] == right
    assert all(set(found.answers[question.number]) == {one[question.number] for one in right} for question in asked)
    own = [own_design(asked, said) for said in kring]
    furthest = [max(distance(asked, one, design) for one in own) for design in right]
    compact = most_compact(asked, found, own)
    assert compact.largest == min(furthest)
    assert [*compact.designs] == [d for d, far in zip(right, furthest, strict=True) if far == compact.largest]


@at_most(100)
@given(kringen(SMALL), st.tuples(*(st.sampled_from(valid_answers(question)) for question in SMALL)))
def test_the_counts_alone_give_the_steps_of_all(kring: list[Said], answers: Sequence[AnswerCodes]) -> None:
    design = dict(zip((1, 2, 3), answers, strict=True))
    counts = counts_of(SMALL, kring)
    by_counts = sum(
        total_steps(question, counts[question.number], design[question.number])
        for question in SMALL
        if question.number in counts
    )
    assert by_counts == sum(distance(SMALL, own_design(SMALL, said), design) for said in kring)


@pytest.mark.parametrize(
    ("question", "own", "answer", "far"),
    [
        (SMALL[0], ("1a",), ("1a",), 0),
        (SMALL[0], ("1a",), ("1b",), 1),
        (SMALL[0], (), ("1b",), 1),
        (SMALL[1], ("2b",), ("2b", "2c"), 1),
        (SMALL[1], ("2b", "2c"), ("2a",), 3),
        (SMALL[1], (), ("2b", "2c"), 2),
    ],
)
def test_the_steps_from_one_answer_to_another(
    question: Question, own: AnswerCodes, answer: AnswerCodes, far: int
) -> None:
    assert steps(question, own, answer) == far


def test_the_worked_example_has_three_and_the_smaller_group_is_the_more_compact() -> None:
    asked = [QUESTION[2], QUESTION[5]]
    found = nearest_of(asked, HARD, SEVEN)
    assert found is not None
    assert (found.key, found.ties) == ((17, 0), 3)
    assert [*found.designs] == [{2: ("2a",), 5: ("5b",)}, {2: ("2b",), 5: ("5a",)}, {2: ("2d",), 5: ("5a",)}]
    compact = most_compact(asked, found, [own_design(asked, said) for said in SEVEN])
    assert (compact.largest, compact.ties, compact.shared) == (4, 1, {2: ("2a",), 5: ("5b",)})


def test_the_worked_example_in_secret_mode() -> None:
    asked = [QUESTION[2], QUESTION[5]]
    found = nearest_shown(asked, HARD, told(asked, SEVEN))
    assert found is not None
    assert [*found.found.designs] == [{2: ("2a",), 5: ("5b",)}]
    assert found.others == {2: (("2b",), ("2d",)), 5: (("5a",),)}


def half(question: Question) -> QuestionCount:
    """Of 26 exactly half voor each option that can stand beside others, or voor each of the first two."""
    options = question.options if question.many else question.options[:2]
    voor = {option.code: OptionCount(voor=13, kan=13) for option in options if not option.exclusive}
    rest = {option.code: OptionCount() for option in question.options}
    return QuestionCount(26, 0, rest | voor)


@pytest.mark.parametrize(("pairs", "ties"), [(HARD, 7_144_200), (EVERY_PAIR, 49_527)], ids=["contradictions", "all"])
def test_millions_of_ties_are_counted_and_not_listed(pairs: Pairs, ties: int) -> None:
    questions = real_content().questions
    found = nearest(questions, pairs, price_of({question.number: half(question) for question in questions}))
    assert found is not None
    assert (found.ties, len(found.designs), found.listed) == (ties, MOST_LISTED, False)
    assert most_compact(questions, found, [{}]) == found


def test_no_design_is_near_when_every_one_has_a_pair() -> None:
    pairs = [("1a", code) for code in CODES if code[0] == "2"] + [
        ("1b", "3a"),
        ("1b", "3b"),
        ("1c", "3a"),
        ("1c", "3b"),
    ]
    assert nearest(SMALL, pairs, price_of({})) is None


def test_what_is_settled_without_a_vote_stays() -> None:
    found = nearest(SMALL, [("1a", "2b")], price_of({}), {1: ("1a",), 3: ("3a",)})
    assert found is not None
    assert [*found.designs] == [{1: ("1a",), 2: (code,), 3: ("3a",)} for code in ("2a", "2c")]


@pytest.mark.parametrize("case", VECTORS, ids=[str(number) for number, _ in enumerate(VECTORS)])
def test_an_earlier_reckoning_found_the_same(case: dict[str, Any]) -> None:
    kring = [{int(number): said for number, said in one.items()} for one in case["gemeenten"]]
    asked = [QUESTION[int(number)] for number in case["added_up"]]
    for question, (options, how) in zip(asked, case["added_up"].values(), strict=True):
        added = added_up(question, count(question, at(question, kring)))
        assert (list(added.options), added.how) == (options, how)
    found = nearest_of(asked, case["pairs"], kring)
    assert found is not None
    own = [own_design(asked, said) for said in kring]
    compact = most_compact(asked, found, own)
    assert (list(found.key), found.ties) == (case["key"], case["ties"])
    assert (compact.largest, compact.ties) == (case["largest"], case["most_compact"])
    assert as_json(found.designs[0]) == case["first"]
    assert as_json(found.differing) == case["differing"]
    assert [distance(asked, one, found.designs[0]) for one in own] == case["distances"]


@pytest.mark.parametrize("case", [case for case in VECTORS if "shown" in case])
def test_an_earlier_reckoning_found_the_same_by_what_is_shown(case: dict[str, Any]) -> None:
    kring = [{int(number): said for number, said in one.items()} for one in case["gemeenten"]]
    asked = [QUESTION[int(number)] for number in case["added_up"]]
    found = nearest_shown(asked, case["pairs"], told(asked, kring))
    assert found is not None
    assert [as_json(one) for one in found.found.designs] == [case["shown"]["nearest"]]
    assert as_json(found.others) == case["shown"]["others"]


def as_json(by_question: Mapping[int, object]) -> object:
    return json.loads(json.dumps(by_question))


def told(questions: Sequence[Question], kring: Sequence[Said]) -> dict[int, ShownCount]:
    return {question.number: shown_count(question, count(question, at(question, kring))) for question in questions}


@at_most(100)
@given(st.data())
def test_what_is_truly_nearest_is_among_what_secret_mode_names(data: st.DataObject) -> None:
    n = data.draw(st.integers(5, 8))
    said = {question.number: data.draw(st.lists(answers(question), min_size=n, max_size=n)) for question in SMALL}
    kring: list[Said] = [{number: given[one] for number, given in said.items()} for one in range(n)]
    pairs = data.draw(st.lists(st.sampled_from([("1a", "2b"), ("1b", "2a"), ("2c", "3a"), ("1c", "3b")]), unique=True))
    exact = nearest_of(SMALL, pairs, kring)
    shown = nearest_shown(SMALL, pairs, told(SMALL, kring))
    assert exact is not None
    assert shown is not None
    for number, nearby in exact.answers.items():
        assert set(nearby) <= {*shown.found.answers[number], *shown.others.get(number, ())}


def answers(question: Question) -> st.SearchStrategy[dict[str, Any]]:
    """Voor a valid answer, with nothing said of the rest."""
    return st.sampled_from(valid_answers(question)).map(lambda wanted: dict.fromkeys(wanted, FOR))
