"""The whole: what clashes in it, who is voor both halves, how far it is from whom, and what secret mode can tell."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.content import Content
from checklist.domain.meeting.whole import Both, Standing, Whole
from tests.content import make_question, make_tension
from tests.domain.meeting.kringen import ATTENDANCE, SEVEN, Said, kringen, wants
from tests.domain.meeting.wholes import in_open, in_secret
from tests.strategies import at_most

QUESTIONS = (make_question(1, "abc"), make_question(2, "abc", many=True, exclusive="a"), make_question(3, "ab"))
CONTENT = Content(
    QUESTIONS,
    (
        make_tension(1, "1a", "2a", contradiction=True),
        make_tension(2, "1b", "2b", contradiction=True),
        make_tension(3, "1a", "3a"),
        make_tension(4, "2a", "3a", contradiction=True),
    ),
    models=(),
)


def kring(*said: str) -> list[Said]:
    """Gemeenten by what they are voor: '1a 2b'; who names no option of a question didn't answer it."""
    return [
        {
            number: wants(" ".join(own))
            for number in (1, 2, 3)
            if (own := [c for c in one.split() if c[0] == str(number)])
        }
        for one in said
    ]


def pairs(whole: Whole) -> list[int]:
    return [one.tension.number for one in whole.contradictions]


@pytest.mark.parametrize(
    ("settled", "standings"),
    [
        ({}, (Standing.LARGEST, Standing.MAJORITY)),
        ({2: ("2a",)}, (Standing.SETTLED, Standing.MAJORITY)),
        ({2: ("2a",), 5: ("5a",)}, (Standing.SETTLED, Standing.SETTLED)),
    ],
)
def test_the_largest_group_clashes_with_a_majority(
    settled: dict[int, tuple[str, ...]], standings: tuple[Standing, Standing]
) -> None:
    (one,) = in_open(SEVEN, settled).contradictions
    assert [(half.code, half.n, half.voor) for half in one.halves] == [("2a", 7, 3), ("5a", 7, 4)]
    assert tuple(half.standing for half in one.halves) == standings
    assert (one.both, one.partly) == (Both(0, 0, ()), False)


def test_what_is_settled_otherwise_takes_the_contradiction_away() -> None:
    assert in_open(SEVEN, {2: ("2b",)}).contradictions == ()


def test_two_majorities_clash_when_not_everybody_answered_both() -> None:
    (one,) = in_open(ATTENDANCE).contradictions
    assert [half.standing for half in one.halves] == [Standing.MAJORITY] * 2
    assert (one.both, one.partly) == (Both(0, 0, ()), True)
    by_counts = in_open(ATTENDANCE, by_hand=[2]).contradictions[0]
    assert by_counts.both == Both(0, 3)


@pytest.mark.parametrize(
    ("answers", "both"),
    [(["1a 2a", "1a 2a", "1a 2a"], Both(3, 3)), (["1a 2a", "1a 2a", "1a 2b", "1c 2c"], Both(1, 2))],
)
def test_counts_alone_bound_who_is_voor_both(answers: list[str], both: Both) -> None:
    whole = in_open(kring(*answers), {2: ("2a",)}, CONTENT, by_hand=[1])
    assert whole.contradictions[0].both == both


def test_words_alone_bound_who_is_voor_both() -> None:
    whole = in_secret(kring(*["1a 2a"] * 6, "1b 2b"), content=CONTENT)
    assert {one.both for one in whole.contradictions} == {Both(3, 6)}


def test_who_is_voor_both_is_known_by_name() -> None:
    whole = in_open(kring("1a 2a", "1a 2a", "1a 2b", "1b 2a"), content=CONTENT)
    assert whole.contradictions[0].both == Both(2, 2, ("A", "B"))


def test_the_heaviest_contradiction_comes_first_and_agreements_are_apart() -> None:
    whole = in_open(kring("1a 2a 3a", "1a 2a 3a", "1a 2a 3b", "3a"), content=CONTENT)
    assert pairs(whole) == [1, 4]
    assert pairs(in_open(kring("1a 2a 3a", "1a 2a 3a", "1b 2a 3a", "1c 2b 3b"), {1: ("1a",)}, CONTENT)) == [4, 1]
    assert [pair.number for pair in whole.agreements] == [3]


def test_how_far_each_gemeente_is_the_nearest_first() -> None:
    whole = in_open(kring("1a 2a", "1a 2b 2c", "1a", "3b"), {3: ("3a",)}, CONTENT)
    assert whole.design == {1: ("1a",), 3: ("3a",)}
    assert [(one.gemeente, one.steps, one.complete) for one in whole.away] == [
        ("A", 0, False),
        ("B", 0, False),
        ("C", 0, False),
        ("D", 1, False),
    ]
    assert whole.holders == ()


def test_only_who_answered_all_holds_the_whole() -> None:
    whole = in_open(kring("1a 3b", "1a 3b", "1a", "1c 3b"), content=CONTENT)
    assert (whole.design, whole.holders) == ({1: ("1a",), 3: ("3b",)}, ("A", "B"))


def test_open_mode_tells_first_of_the_most_compact_and_keeps_the_others() -> None:
    whole = in_open(SEVEN)
    assert whole.nearest is not None
    assert whole.near is not None
    assert (whole.nearest.ties, whole.near.ties, whole.near.largest) == (3, 1, 4)


def test_what_nobody_answered_is_left_out() -> None:
    whole = in_open([{1: wants("1a"), 2: {}}], content=CONTENT)
    assert (whole.left_out, whole.design) == ((2,), {1: ("1a",)})
    assert in_open([], content=CONTENT).near is None


def test_secret_mode_leaves_out_fewer_than_five_answers_and_majorities_alone() -> None:
    answers = kring(*["1a 2b 3a"] * 4, "1a 3a", "1a 3b")
    whole = in_secret(answers, content=CONTENT, majority_only=[3])
    assert whole.left_out == (2, 3)
    assert whole.design == {1: ("1a",), 3: ("3a",)}
    assert whole.nearest is not None
    assert whole.nearest.designs == ({1: ("1a",)},)


def test_what_was_settled_without_numbers_stays_in_the_nearest_designs() -> None:
    whole = in_secret(kring(*["1a"] * 5), {2: ("2a",)}, CONTENT)
    assert whole.nearest is not None
    assert whole.nearest.designs == ({1: ("1b",), 2: ("2a",)}, {1: ("1c",), 2: ("2a",)})


def test_the_worked_example_in_secret_mode() -> None:
    whole = in_secret(SEVEN)
    (one,) = whole.contradictions
    assert [(half.voor, half.tegen) for half in one.halves] == [(3, "niemand"), (4, "niemand")]
    assert one.both == Both(0, 3)
    assert whole.others == {2: (("2b",), ("2d",)), 5: (("5a",),)}
    assert (whole.away, whole.at_most) == ((), 3)


def test_the_mean_is_reckoned_with_what_is_shown() -> None:
    whole = in_secret(kring(*["1a"] * 5, "1b", "1b"), content=CONTENT)
    assert whole.mean == Fraction(3, 2) / 7  # 'bijna iedereen' is five and a half of the seven
    alike = in_secret(kring(*["1a"] * 6, "1b"), content=CONTENT)
    assert whole.mean == alike.mean


ANSWERED_ALL = st.integers(1, 7).flatmap(
    lambda n: st.lists(
        st.tuples(
            st.sampled_from(["1a", "1b", "1c"]),
            st.sampled_from(["2a", "2b", "2c", "2b 2c"]),
            st.sampled_from(["3a", "3b"]),
        ),
        min_size=n,
        max_size=n,
    )
)


@at_most(80)
@given(ANSWERED_ALL)
def test_majorities_of_gemeenten_that_answer_all_and_contradict_nothing_never_clash(
    answers: list[tuple[str, str, str]],
) -> None:
    consistent = [
        said
        for said in kring(*map(" ".join, answers))
        if not any(
            pair.contradiction and {pair.a, pair.b} <= {code for stances in said.values() for code in stances}
            for pair in CONTENT.tensions
        )
    ]
    whole = in_open(consistent, content=CONTENT)
    for one in whole.contradictions:
        assert Standing.LARGEST in [half.standing for half in one.halves]


@at_most(80)
@given(kringen(QUESTIONS, least=5, most=9))
def test_both_modes_bound_how_many_are_voor_both_and_hold_the_whole(answers: list[Said]) -> None:
    exact, told, by_counts = (
        in_open(answers, content=CONTENT),
        in_secret(answers, content=CONTENT),
        in_open(answers, content=CONTENT, by_hand=[1, 2, 3]),
    )
    for one in exact.contradictions:
        assert one.both is not None
        for other in (*told.contradictions, *by_counts.contradictions):
            if other.tension == one.tension and other.both:
                assert other.both.least <= one.both.most <= other.both.most
    if told.at_most is not None and told.design == exact.design:
        assert len(exact.holders) <= told.at_most


@at_most(80)
@given(kringen(QUESTIONS, least=5, most=9))
def test_secret_mode_tells_no_gemeente(answers: list[Said]) -> None:
    whole = in_secret(answers, content=CONTENT)
    assert (whole.away, whole.compact, whole.by_hand) == ((), None, ())
    assert all(one.both is None or one.both.gemeenten is None for one in whole.contradictions)
    assert all(half.kan is None for one in whole.contradictions for half in one.halves)
