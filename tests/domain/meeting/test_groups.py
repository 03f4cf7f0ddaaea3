"""Designs that differ, in groups of questions of which the combinations go with each other."""

from itertools import chain, product

import pytest

from checklist.domain.meeting.distance import Design
from checklist.domain.meeting.groups import Group, groups_of

A, B, C = ("a",), ("b",), ("c",)
# Each two questions are free of each other, and the third follows from two.
EVEN = [{1: one, 2: two, 3: A if one == two else B} for one, two in product((A, B), repeat=2)]


@pytest.mark.parametrize(
    ("designs", "groups"),
    [
        ([], []),
        ([{1: A, 2: A}], []),
        ([{1: A, 2: A}, {1: A, 2: B}], [((2,), ((A,), (B,)))]),
        ([{1: A, 2: A}, {1: B, 2: B}], [((1, 2), ((A, A), (B, B)))]),
        ([{1: A, 2: A}, {1: A, 2: B}, {1: B, 2: A}, {1: B, 2: B}], [((1,), ((A,), (B,))), ((2,), ((A,), (B,)))]),
        (
            [{7: one, 9: other, 11: one} for one in (A, B) for other in (A, B, C)],
            [((7, 11), ((A, A), (B, B))), ((9,), ((A,), (B,), (C,)))],
        ),
        (EVEN, [((1, 2, 3), ((A, A, A), (A, B, B), (B, A, B), (B, B, A)))]),
    ],
    ids=["none", "one", "one question", "two that go together", "two that don't", "two and one", "three by two"],
)
def test_questions_that_depend_on_each_other_are_one_group(designs: list[Design], groups: list[object]) -> None:
    assert [(group.numbers, group.combinations) for group in groups_of(designs)] == groups


def test_any_picks_make_one_of_the_designs() -> None:
    designs = [{7: one, 9: other, 11: one} for one in (A, B) for other in (A, B, C)]
    groups: tuple[Group, ...] = groups_of(designs)
    for picks in product(*(group.combinations for group in groups)):
        numbers = (number for group in groups for number in group.numbers)
        assert dict(zip(numbers, chain.from_iterable(picks), strict=True)) in designs
