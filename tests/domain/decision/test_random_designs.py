"""What holds for every design, on two thousand made by chance and on whatever hypothesis finds."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.value import Asked, Path, Point, StopKind
from checklist.domain.dossier import DossierValue
from tests.content import real_content
from tests.domain.decision.designs import GEMEENTEN
from tests.domain.decision.random_designs import TODAY, random_dossier
from tests.strategies import at_most

DESIGNS = range(2000)
Made = tuple[DossierValue, Asked, Path]


@cache
def made(number: int) -> Made:
    """A dossier with what it asks and its path."""
    dossier = random_dossier(number)
    asked = asked_of(real_content(), dossier, "Brabant-Noord", GEMEENTEN)
    return dossier, asked, path_of(real_content(), dossier, asked, TODAY)


def points(asked: Asked) -> Iterator[Point]:
    """All points."""
    return (point for one in (*asked.decisions, *asked.agreements) for point in one.points)


def no_brace_is_left(dossier: DossierValue, asked: Asked, path: Path) -> None:
    texts = [one.opening for one in (*asked.decisions, *asked.agreements)]
    texts += [text for point in points(asked) for text in (point.text, *(item.text for item in point.informed))]
    texts += [*(stop.text for stop in asked.stops), *asked.defaults]
    texts += [text for step in path.steps for text in (step.what, step.who)]
    assert all(texts)
    assert not [text for text in texts if {*"{}"} & set(text)]


def nothing_is_decided_twice(dossier: DossierValue, asked: Asked, path: Path) -> None:
    for one in (*asked.decisions, *asked.agreements):
        texts = [text for point in one.points for text in (point.text, *(item.text for item in point.informed))]
        assert len(texts) == len(set(texts))


def decisions_rest_on_choices(dossier: DossierValue, asked: Asked, path: Path) -> None:
    told = {code for point in points(asked) for code in point.codes}
    told |= {code for point in points(asked) for item in point.informed for code in item.codes}
    assert told == dossier.chosen - asked.not_told


def numbers_have_no_gaps(dossier: DossierValue, asked: Asked, path: Path) -> None:
    for prefix, lists in (("2.", asked.decisions), ("C.", asked.agreements)):
        numbers = [point.number for one in lists for point in one.points]
        assert numbers == [f"{prefix}{place}" for place in range(1, len(numbers) + 1)]


def decisions_follow_their_opening(dossier: DossierValue, asked: Asked, path: Path) -> None:
    for point in points(asked):
        assert point.text[0].islower()
        assert point.text.endswith(":" if point.informed else ".")
        assert ".." not in point.text
        assert len(point.informed) != 1
        assert not any(item.text.endswith(".") or item.text.startswith("kennis") for item in point.informed)


def lists_are_in_order(dossier: DossierValue, asked: Asked, path: Path) -> None:
    organs = [one.organ for one in asked.decisions]
    assert asked.organ not in organs[1:]
    for one in (*asked.decisions, *asked.agreements):
        informing = [one.informing] if one.informing else []
        assert one.points == (*one.now, *informing, *one.later)


def reasons_to_stop_are_told_once(dossier: DossierValue, asked: Asked, path: Path) -> None:
    kinds = [stop.kind for stop in asked.stops]
    assert kinds == sorted(kinds, key=list(StopKind).index)
    assert len(asked.stops) == len(set(asked.stops))
    assert (StopKind.NOTHING in kinds) == (not dossier.chosen)


def no_step_is_before_what_it_waits_for(dossier: DossierValue, asked: Asked, path: Path) -> None:
    steps = real_content().deciding.steps
    told: set[str] = set()
    keys = {one.step.key for one in path.steps}
    free = {key for step in steps.values() for unless in step.after_unless for key in unless.steps}
    for one in path.steps:
        assert (keys & {*one.step.after}) - free <= told
        told.add(one.step.key)
    assert len(told) == len(path.steps)


def days_go_on(dossier: DossierValue, asked: Asked, path: Path) -> None:
    planned = {one.step.key: one for one in path.steps}
    for one in path.steps:
        assert one.done or one.earliest >= TODAY
        assert one.on or one.done or one.step.key == "evaluatie"
        for key in {*one.step.after} & planned.keys():
            first = planned[key]
            if not (one.done or one.step.after_unless):
                assert one.earliest >= first.earliest
            if one.latest and first.latest and not one.step.term and not one.step.after_unless:
                assert first.latest <= one.latest


def a_path_belongs_to_decisions(dossier: DossierValue, asked: Asked, path: Path) -> None:
    assert bool(path.steps) == bool(asked.decisions or asked.agreements)
    assert all(path.of(point.later) for point in points(asked) if point.later)


def what_does_not_fit_is_warned_of(dossier: DossierValue, asked: Asked, path: Path) -> None:
    passed = {one.step.key for one in path.steps if one.fixed and one.on and one.on < TODAY}
    tight = [one for one in path.steps if one.slack is not None and one.slack < 0]
    assert path.warnings or passed or not tight


RULES: list[Callable[[DossierValue, Asked, Path], None]] = [
    no_brace_is_left,
    nothing_is_decided_twice,
    decisions_rest_on_choices,
    numbers_have_no_gaps,
    decisions_follow_their_opening,
    lists_are_in_order,
    reasons_to_stop_are_told_once,
    no_step_is_before_what_it_waits_for,
    days_go_on,
    a_path_belongs_to_decisions,
    what_does_not_fit_is_warned_of,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_two_thousand_designs(rule: Callable[[DossierValue, Asked, Path], None]) -> None:
    for number in DESIGNS:
        rule(*made(number))


@at_most(200)
@given(st.integers(min_value=len(DESIGNS)))
def test_any_design(number: int) -> None:
    for rule in RULES:
        rule(*made.__wrapped__(number))


def test_the_designs_show_all_that_there_is_to_show() -> None:
    all_made = [made(number) for number in DESIGNS]
    assert {code for dossier, _, _ in all_made for code in dossier.chosen} == set(real_content().option_of)
    assert {stop.kind for _, asked, _ in all_made for stop in asked.stops} == set(StopKind)
    assert {step.step.key for _, _, path in all_made for step in path.steps} == set(real_content().deciding.steps)
    assert any(point.later for _, asked, _ in all_made for point in points(asked))
