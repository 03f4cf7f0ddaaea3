"""Ten minutes are divided over the parts of the controle by the number of their points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.choices.minutes import LAST_MINUTES, minutes_of


@pytest.mark.parametrize(
    ("points", "minutes"),
    [
        ((), ()),
        ((0, 0, 0), (0, 0, 0)),
        ((0, 0, 12), (0, 0, 10)),
        ((1, 1, 1), (4, 3, 3)),
        ((1, 2, 2), (2, 4, 4)),
        ((5, 5, 0), (5, 5, 0)),
        ((1, 0, 12), (1, 0, 9)),
        ((30, 1, 1), (8, 1, 1)),
    ],
)
def test_each_part_gets_its_share(points: tuple[int, ...], minutes: tuple[int, ...]) -> None:
    assert minutes_of(points) == minutes


@given(st.lists(st.integers(0, 80), min_size=3, max_size=3))
def test_they_are_ten_in_all_and_a_part_with_more_points_never_gets_less(points: list[int]) -> None:
    minutes = minutes_of(points)
    assert sum(minutes) == (LAST_MINUTES if any(points) else 0)
    for of_one, time in zip(points, minutes, strict=True):
        assert (time > 0) == (of_one > 0)
        assert all(time <= other for more, other in zip(points, minutes, strict=True) if more > of_one)
