"""How far a dossier is, and where the kring goes on."""

import pytest

from checklist.domain.choices.progress import question_states, resume_at
from checklist.domain.content import Content
from checklist.domain.dossier import Answer, DetailAnswer
from tests.content import make_question, make_tension, real_content

CONTENT = Content(
    questions=tuple(make_question(number, "ab", many=True) for number in (1, 2, 3, 4)),
    tensions=(
        make_tension(1, "1a", "2a"),
        make_tension(2, "2a", "3a", contradiction=True),
        make_tension(3, "2a", "3b"),
    ),
    models=(),
)
OPEN = Answer()


def answers(*codes: str) -> dict[int, Answer]:
    """Answers of one option each."""
    return {int(code[0]): Answer((code,)) for code in codes}


@pytest.mark.parametrize(
    ("given", "number"),
    [
        pytest.param({}, 1, id="nothing-yet"),
        pytest.param(answers("1a"), 2, id="the-first-never-looked-at"),
        pytest.param(answers("1a", "2a", "4a"), 3, id="one-left-out"),
        pytest.param({1: OPEN} | answers("2a"), 3, id="never-looked-at-before-open"),
        pytest.param(answers("1a", "2a") | {3: OPEN, 4: OPEN}, 3, id="then-the-first-open-one"),
        pytest.param(answers("1a", "2a", "3a", "4a"), None, id="then-the-check-page"),
    ],
)
def test_resume_at(given: dict[int, Answer], number: int | None) -> None:
    assert resume_at(question_states(CONTENT, given)) == number


def test_a_motivation_alone_leaves_a_question_open() -> None:
    given = answers("1a", "2a", "3a") | {4: Answer((), "Wij wachten op de griffiers.")}
    assert resume_at(question_states(CONTENT, given)) == 4


def test_every_question_has_a_state_in_the_booklets_order() -> None:
    states = question_states(CONTENT, answers("3b", "1a"))
    assert [(state.number, state.codes, state.looked_at) for state in states] == [
        (1, ("1a",), True),
        (2, (), False),
        (3, ("3b",), True),
        (4, (), False),
    ]
    assert (states[0].label, states[0].short_name) == ("Bepaal 1", "Vraag 1")


def test_an_open_question_that_was_looked_at_says_so() -> None:
    assert question_states(CONTENT, {1: OPEN})[0].looked_at


def words(given: dict[int, Answer], *kept: tuple[str, str]) -> list[str]:
    """The word of tension of each question."""
    return [state.tension for state in question_states(CONTENT, given, frozenset(kept))]


def test_both_questions_of_a_tension_show_it() -> None:
    assert words(answers("1a", "2a")) == ["aandachtspunt", "aandachtspunt", "", ""]


@pytest.mark.parametrize("third", [("3a",), ("3a", "3b")])
def test_a_question_shows_its_gravest_tension(third: tuple[str, ...]) -> None:
    given = answers("1a", "2a") | {3: Answer(third)}
    assert words(given) == ["aandachtspunt", "tegenstrijdig", "tegenstrijdig", ""]


def test_a_tension_that_is_kept_no_longer_shows() -> None:
    given = answers("1a", "2a", "3a")
    assert words(given, ("2a", "3a")) == ["aandachtspunt", "aandachtspunt", "", ""]
    assert words(given, ("2a", "3a"), ("1a", "2a")) == [""] * 4


@pytest.mark.parametrize(
    ("answer", "still_open"),
    [
        (Answer(("7a",)), 1),
        (Answer(("7a",), details=(DetailAnswer("7a", "drager", "beide"),)), 0),
        (Answer(("7b",)), 0),
        (Answer(("7b",), details=(DetailAnswer("7a", "drager", "beide"),)), 0),
        (Answer(("7c",)), 0),  # a decision can be taken without the gemeente's name
        (Answer(), 0),
    ],
)
def test_a_question_says_what_a_decision_still_waits_for(answer: Answer, still_open: int) -> None:
    state = question_states(real_content(), {7: answer})[6]
    assert len(state.open_details) == still_open
    assert (state.looked_at, state.codes) == (True, answer.options)
