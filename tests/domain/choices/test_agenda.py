"""The actions of a kring in the order of its agenda, about something in words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.choices.agenda import AgendaPart, told_actions
from checklist.domain.content import Content
from checklist.domain.decision_content import Deciding, Organ, Phase, StepText
from checklist.domain.dossier import Action, Answer, DossierValue, Kept
from tests.content import make_question, make_tension, real_content
from tests.strategies import CHOICES

QUESTIONS = tuple(
    replace(question, heading=f"Kop {question.number}?")
    for question in (make_question(n, "ab", many=True) for n in (1, 2, 3))
)
CONTENT = Content(
    questions=QUESTIONS,
    tensions=(
        replace(make_tension(1, "1a", "2a"), question="Eerste?"),
        replace(make_tension(2, "1a", "2b", contradiction=True), question="Tweede?"),
        replace(make_tension(3, "1b", "2a", contradiction=True), question="Derde?"),
        replace(make_tension(4, "1b", "2b"), question="Vierde?"),
    ),
    models=(),
    switched_off=(replace(make_tension(9, "1a", "1b"), question="Oud?"),),
    deciding=Deciding(
        steps={"start": StepText("start", 1, Phase.ARRANGE, "Laat de regiostaf beginnen.", Organ.KRING, "de leiding")}
    ),
)
ALL = {1: Answer(("1a", "1b")), 2: Answer(("2a", "2b"))}


def told(
    *abouts: str, answers: dict[int, Answer] | None = None, kept: Iterable[str] = (), content: Content = CONTENT
) -> list[tuple[str, str]]:
    """The name of the part and what each action says that it is about; what it is about is its text too."""
    dossier = DossierValue(
        title="Proef",
        veiligheidsregio="VR21",
        date=date(2026, 11, 24),
        present=(),
        answers=ALL if answers is None else answers,
        kept=tuple(Kept(a, b, "") for a, b in (pair.split("+") for pair in kept)),
        actions=tuple(Action(about, f"wat {about}") for about in abouts),
    )
    return [(action.part.name, action.about) for action in told_actions(content, dossier)]


@pytest.mark.parametrize(
    ("about", "part", "words"),
    [
        ("1a+2b", "CONTRADICTION", "Tweede?"),
        ("1a+2a", "AGREEMENT", "Eerste?"),
        ("vraag:3", "OPEN", "Kop 3?"),
        ("vraag:1", "OTHER", "Kop 1?"),  # it is answered
        ("1a+1b", "OTHER", "Oud?"),  # it was switched off
        ("stap:start", "OTHER", "Laat de regiostaf beginnen."),
        ("stap:evaluatie", "OTHER", ""),  # a step that isn't in the content
        ("", "OTHER", ""),
        ("8a+9a", "OTHER", ""),  # a tension that is no longer in the content
    ],
)
def test_an_action_stands_where_the_agenda_has_what_it_is_about(about: str, part: str, words: str) -> None:
    assert told(about) == [(part, words)]


def test_an_action_about_what_is_kept_on_purpose_stands_with_what_was_agreed() -> None:
    assert told("1a+2a", "1a+2b", kept=["1a+2a", "1a+2b"]) == [("AGREED", "Eerste?"), ("AGREED", "Tweede?")]


def test_an_action_about_a_clash_that_is_gone_stays_with_its_words_under_other() -> None:
    assert told("1a+2b", answers={1: Answer(("1a",)), 2: Answer(("2a",))}) == [("OTHER", "Tweede?")]


def test_the_parts_come_in_the_order_of_the_agenda_and_each_by_number() -> None:
    abouts = ("", "vraag:1", "vraag:3", "1b+2b", "1a+2a", "1b+2a", "1a+2b")
    assert told(*abouts, kept=["1b+2b"]) == [
        ("CONTRADICTION", "Tweede?"),
        ("CONTRADICTION", "Derde?"),
        ("AGREEMENT", "Eerste?"),
        ("AGREED", "Vierde?"),
        ("OPEN", "Kop 3?"),
        ("OTHER", ""),
        ("OTHER", "Kop 1?"),
    ]


def test_actions_about_the_same_keep_their_order() -> None:
    texts = ["Zet dit op papier", "Aan de raden sturen", "Bespreken"]
    dossier = DossierValue(
        "Proef", "VR21", date(2026, 11, 24), (), ALL, actions=tuple(Action("1a+2a", text) for text in texts)
    )
    assert [action.what for action in told_actions(CONTENT, dossier)] == texts


def test_a_tension_without_a_question_of_its_own_is_told_by_both_answers_with_their_questions() -> None:
    bare = replace(CONTENT, tensions=(replace(CONTENT.tensions[0], question=""),))
    assert told("1a+2a", content=bare) == [("AGREEMENT", "Kop 1? Optie 1a. Kop 2? Optie 2a.")]


ABOUTS = ["", *(f"vraag:{n}" for n in range(1, 13)), *(f"{t.a}+{t.b}" for t in real_content().tensions)]


@CHOICES
@given(st.lists(st.sampled_from(ABOUTS), max_size=10), st.frozensets(st.sampled_from([*real_content().option_of])))
def test_no_action_is_lost_and_none_is_told_by_a_code(abouts: list[str], chosen: frozenset[str]) -> None:
    content = real_content()
    answers = {
        question.number: Answer(tuple(o.code for o in question.options if o.code in chosen))
        for question in content.questions
    }
    actions = tuple(Action(about, f"{at}") for at, about in enumerate(abouts))
    dossier = DossierValue("Proef", "VR21", date(2026, 11, 24), (), answers, actions=actions)
    found = told_actions(content, dossier)
    assert sorted(action.what for action in found) == sorted(action.what for action in actions)
    assert [action.part for action in found] == sorted(action.part for action in found)
    about_of = {action.what: action.about for action in actions}
    for action in found:
        assert bool(action.about) == bool(about_of[action.what])
        assert not any(code in action.about.split() for code in content.option_of)
    assert all(isinstance(action.part, AgendaPart) for action in found)
