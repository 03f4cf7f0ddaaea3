"""The core of the advies: place and tasks in sentences, what the bestuur is asked, and the nearest models."""

from dataclasses import replace

import pytest

from checklist.domain.advies.compose import SUMMARY_QUESTIONS, compose_advies
from checklist.domain.content import Content
from checklist.domain.dossier import Answer
from tests.content import make_model, make_question, real_content
from tests.domain.advies.dossiers import DOSSIER, example


@pytest.mark.parametrize(
    ("name", "place", "tasks"),
    [
        ("leeg", "", 0),
        ("half", "hoort bij de taak van de coördinerend gemeentesecretaris", 2),
        (
            "vol",
            "hoort bij het overleg van gemeentesecretarissen, van gemeentelijke veiligheidsadviseurs, of van beide",
            3,
        ),
    ],
)
def test_the_core_is_the_place_and_the_tasks(name: str, place: str, tasks: int) -> None:
    core = example(name).core
    assert (core.place, len(core.tasks)) == (place, tasks)


def test_the_core_leaves_out_a_task_without_words_for_the_summary() -> None:
    question = make_question(2, "abc", many=True)
    options = tuple(replace(option, in_the_summary=f"doet {option.code}") for option in question.options)
    options = (options[0], replace(options[1], in_the_summary=""), options[2])
    content = Content((replace(question, options=options),), (), ())
    advies = compose_advies(replace(DOSSIER, answers={2: Answer(("2a", "2b", "2c"))}, kept=()), content, "Regio")
    assert (advies.core.place, advies.core.tasks) == ("", ("doet 2a", "doet 2c"))


def test_a_question_and_a_model_are_named_in_a_sentence_in_the_words_of_the_content() -> None:
    question = replace(make_question(2, "ab"), in_a_sentence="de tweede vraag")
    models = (replace(make_model(1, ("1a", "2a"), past="1a 3a"), in_a_sentence="het eerste model"),)
    third = replace(make_question(3, "ab"), in_a_sentence="de derde vraag")
    content = Content((make_question(1, "ab"), question, third), (), models)
    advies = compose_advies(
        replace(DOSSIER, answers={1: Answer(("1a",)), 2: Answer(("2a",)), 3: Answer(("3b",))}), content, "Regio"
    )
    assert [one.in_a_sentence for one in advies.questions] == ["Vraag 1", "de tweede vraag", "de derde vraag"]
    assert advies.models[0].in_a_sentence == "het eerste model"
    assert advies.models[0].silent_in_a_sentence == ("de tweede vraag",)
    assert advies.models[0].other_in_a_sentence == ("de derde vraag",)
    assert advies.questions[0].same_choices[0].models == ("het eerste model",)


def test_every_option_of_place_and_task_and_no_other_has_words_for_the_summary() -> None:
    content = real_content()
    said = {code for code, option in content.option_of.items() if option.in_the_summary}
    assert said == {option.code for number in SUMMARY_QUESTIONS for option in content.question_of[number].options}


def test_every_question_and_every_model_has_words_for_in_a_sentence() -> None:
    content = real_content()
    assert all(question.in_a_sentence for question in content.questions)
    assert all(model.in_a_sentence for model in content.models)


def test_the_bestuur_is_asked_to_decide_only_when_a_point_is_its_own() -> None:
    content = real_content()
    bestuur = {code: option.decided_by for code, option in content.option_of.items()}
    for code in ("1a", "1b", "1d"):
        advies = compose_advies(replace(DOSSIER, answers={1: Answer((code,))}, kept=()), content, "Brabant-Noord")
        assert bool(advies.for_the_bestuur) == ("algemeen bestuur" in bestuur[code])
        assert bool(advies.for_others) != bool(advies.for_the_bestuur)


def test_the_nearest_models_share_the_first_place_and_the_others_with_a_hallmark_follow() -> None:
    assert [model.slug for model in example("half").nearest] == ["veiligheidsmanager", "adoptieregeling"]
    assert [model.slug for model in example("vol").nearest] == ["managementraad"]
    assert len(example("vol").also_hallmark) == 5
    assert example("leeg").nearest == ()


def test_options_without_an_example_fit_no_model_by_two_readers() -> None:
    assert [option.code for option in example("vol").without_example] == ["1a", "1d", "3b", "4b", "10b", "10c"]
