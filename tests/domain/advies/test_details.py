"""What the kring says of what its options leave open, in the advies."""

from collections.abc import Mapping

import pytest

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.setting import Setting
from checklist.domain.advies.value import Advies
from checklist.domain.choices.details import ToldDetail
from checklist.domain.dossier import Answer, DetailAnswer
from tests.content import real_content
from tests.domain.advies.dossiers import DOSSIER
from tests.export.verslag import verslag_html

CONTENT = real_content()
GEMEENTEN = {"GM0796": "Den Bosch", "GM0828": "Oss"}


def advies_of(answer: Answer, gemeenten: Mapping[str, str] = GEMEENTEN) -> Advies:
    """The advies of a dossier with this answer alone."""
    number = CONTENT.option_of[answer.options[0]].question_number
    dossier = type(DOSSIER)(DOSSIER.title, "VR21", DOSSIER.date, (), {number: answer})
    return compose_advies(dossier, CONTENT, "Brabant-Noord", setting=Setting(gemeenten))


def one_question(advies: Advies) -> tuple[tuple[str, ...], tuple[ToldDetail, ...]]:
    """The decisions of the question that is answered, and what is told beside them."""
    (question,) = advies.answered
    return tuple(option.decision for option in question.options), question.details


ANSWERS = [
    (option.code, detail.key, alternative.value, alternative.sentence)
    for option in CONTENT.option_of.values()
    for detail in option.details
    for alternative in detail.alternatives
]


@pytest.mark.parametrize(("code", "key", "value", "sentence"), ANSWERS)
def test_the_sentence_of_an_answer_takes_the_place_of_the_options_decision(
    code: str, key: str, value: str, sentence: str
) -> None:
    advies = advies_of(Answer((code,), details=(DetailAnswer(code, key, value),)))
    assert one_question(advies) == ((sentence,), ())
    assert [option.decision for option in advies.decision_points] == [sentence]


def test_an_open_detail_leaves_the_options_decision_and_is_told() -> None:
    decisions, details = one_question(advies_of(Answer(("7a",))))
    assert decisions == (CONTENT.option_of["7a"].decision,)
    assert [(detail.code, detail.open, detail.required) for detail in details] == [("7a", True, True)]


def test_of_two_options_each_has_its_own() -> None:
    answer = Answer(("10b", "10c"), details=(DetailAnswer("10c", "verdeelsleutel", "gelijk"),))
    decisions, details = one_question(advies_of(answer))
    assert decisions[0] == CONTENT.option_of["10b"].decision
    assert decisions[1].endswith("verdeeld in gelijke delen.")
    assert [detail.code for detail in details] == ["10b"]


def test_a_gemeente_is_told_by_its_name_beside_the_decision() -> None:
    answer = Answer(("7c",), details=(DetailAnswer("7c", "gemeente", "GM0796"),))
    decisions, (detail,) = one_question(advies_of(answer))
    assert decisions == (CONTENT.option_of["7c"].decision,)
    assert (detail.question, detail.answer) == ("Welke gemeente is de centrumgemeente?", "Den Bosch")


def test_a_gemeente_of_another_region_is_open() -> None:
    answer = Answer(("7c",), details=(DetailAnswer("7c", "gemeente", "GM0363"),))
    _, (detail,) = one_question(advies_of(answer))
    assert detail.open


def test_a_detail_of_an_option_that_is_not_chosen_says_nothing() -> None:
    hidden = (DetailAnswer("7a", "drager", "beide"),)
    assert advies_of(Answer(("7b",), details=hidden)) == advies_of(Answer(("7b",)))


def test_the_summary_says_the_answers_words_where_there_are_any() -> None:
    answer = Answer(("7a",), details=(DetailAnswer("7a", "drager", "adviseurs"),))
    assert advies_of(answer).core.place == "hoort bij het overleg van gemeentelijke veiligheidsadviseurs"
    assert advies_of(Answer(("7a",))).core.place == CONTENT.option_of["7a"].in_the_summary


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            Answer(("8b",)),
            "<strong>Nog niet bepaald.</strong> Bij welke gemeente is de functionaris in dienst?",
        ),
        (
            Answer(("8b",), details=(DetailAnswer("8b", "gemeente", "GM0828"),)),
            "Bij welke gemeente is de functionaris in dienst? <strong>Oss</strong>",
        ),
    ],
)
def test_the_document_says_it_below_the_decision(answer: Answer, told: str) -> None:
    html = verslag_html(advies_of(answer))
    assert html.index(CONTENT.option_of["8b"].label) < html.index(told) < html.index('id="vraag-9"')
