"""Which steps a path has, after which others they come, and in what order."""

import pytest

from checklist.domain.decision.design import options_of
from checklist.domain.decision.graph import Graph, graph_of, place_of
from checklist.domain.decision_content import AfterUnless, OptionDeciding, OptionStep, Organ, Phase, StepText
from tests.domain.decision.designs import asking, dossier_of, moment, only, small_content


def step(key: str, number: int, *after: str, phase: Phase = Phase.ARRANGE, always: bool = False) -> StepText:
    """A step in which nobody decides."""
    return StepText(key, number, phase, f"Doe {key}.", Organ.KRING, "secretaris", after, always=always)


def graph(options: dict[str, OptionDeciding], codes: str, *steps: StepText, something_open: bool = True) -> Graph:
    """The path of these choices among the steps."""
    content, dossier = small_content(options, *steps), dossier_of(codes, {"1b": {"vorm": "in"}})
    telling = options_of(content, dossier, dossier.chosen)
    return graph_of(content.deciding, telling, something_open=something_open)


def test_a_path_has_the_steps_of_its_options_once_and_those_that_every_path_has() -> None:
    options = {"1a": asking(steps="a b"), "2a": asking(steps="b")}
    found = graph(options, "1a 2a", step("a", 1), step("b", 2), step("c", 3), step("d", 4, always=True))
    assert list(found.steps) == ["a", "b", "d"]


def test_without_a_choice_there_is_no_path() -> None:
    assert not graph({}, "", step("d", 4, always=True)).steps


@pytest.mark.parametrize(("something_open", "keys"), [(True, ["open_punten"]), (False, [])])
def test_open_points_are_a_step_where_there_are_any(something_open: bool, keys: list[str]) -> None:
    found = graph({}, "1a", step("open_punten", 1, always=True), something_open=something_open)
    assert list(found.steps) == keys


def test_a_step_may_come_with_one_answer_alone() -> None:
    option = OptionDeciding(steps=(OptionStep("a", only("vorm", "in")), OptionStep("b", only("vorm", "uit"))))
    assert list(graph({"1b": option}, "1b", step("a", 1), step("b", 2)).steps) == ["a"]


def test_steps_stand_after_those_they_wait_for_then_by_phase_then_as_the_content_has_them() -> None:
    steps = (
        step("laatst", 1, "vroeg", "eerst"),
        step("vroeg", 2, phase=Phase.EVALUATE),
        step("tweede", 3),
        step("derde", 4),
        step("eerst", 5, phase=Phase.PREPARE),
    )
    found = graph({"1a": asking(steps="laatst vroeg tweede derde eerst")}, "1a", *steps)
    assert list(found.steps) == ["eerst", "tweede", "derde", "vroeg", "laatst"]


def test_a_step_that_is_not_in_the_path_is_not_waited_for() -> None:
    found = graph({"1a": asking(steps="b")}, "1a", step("a", 1), step("b", 2, "a"))
    assert found.after == {"b": ()}


@pytest.mark.parametrize(
    ("unless", "waits"),
    [
        (AfterUnless(("a",)), False),
        (AfterUnless(("a",), any_of=("1a", "1b")), False),
        (AfterUnless(("a",), any_of=("1b",)), True),
        (AfterUnless(("a",), none_of=("2a",)), True),
        (AfterUnless(("a",), none_of=("2b",)), False),
        (AfterUnless(("a",), any_of=("1a",), none_of=("2a",)), True),
        (AfterUnless(("c",)), True),
    ],
)
def test_a_step_need_not_wait_with_some_options(unless: AfterUnless, waits: bool) -> None:
    waiting = StepText("b", 2, Phase.ARRANGE, "Doe b.", Organ.KRING, "secretaris", ("a",), (unless,))
    found = graph({"1a": asking(steps="a b")}, "1a 2a", step("a", 1), waiting)
    assert found.after["b"] == (("a",) if waits else ())


def test_an_organ_has_a_first_moment() -> None:
    steps = (
        moment("tweede", 1, Organ.AB, "eerste"),
        moment("eerste", 2, Organ.AB),
        step("nul", 3, phase=Phase.PREPARE),
    )
    found = graph({"1a": asking(steps="eerste tweede nul")}, "1a", *steps)
    assert found.first_of == {Organ.AB: "eerste"}


def test_what_leads_to_a_step_is_all_that_comes_before_it() -> None:
    steps = (step("a", 1), step("b", 2, "a"), step("c", 3, "b"), step("d", 4))
    found = graph({"1a": asking(steps="a b c d")}, "1a", *steps)
    assert found.leading_to("c") == {"a", "b"}
    assert found.leading_to("elders") == set()


def test_steps_that_wait_for_each_other_are_left_out() -> None:
    steps = (step("a", 1, "b"), step("b", 2, "a"), step("c", 3))
    found = graph({"1a": asking(steps="a b c")}, "1a", *steps)
    assert list(found.steps) == ["c"]
    assert found.in_order(place_of) == ("c",)
