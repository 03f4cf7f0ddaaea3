"""The one composition from which screen, PDF and file are made."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from checklist.domain.advies.compose import BOOKLET, SUMMARY_QUESTIONS, compose_advies
from checklist.domain.advies.value import Advies, AdviesText, ModelGround, Source
from checklist.domain.content import Background, Content, Note
from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.outcome.matching import match_models
from tests.content import (
    EXAMPLE_NAMES,
    EXAMPLES,
    make_model,
    make_question,
    make_tension,
    real_content,
    regions,
    with_switched_off,
)
from tests.strategies import PURE, chosen_codes

LINKED = Note("Sinds kort.", "Wet", "https://example.nl/wet", "2022", certain=True)
UNLINKED = Note("Misschien.", "Krant", "ftp://example.nl/krant", "2015", certain=False)
CONTENT = Content(
    questions=(
        replace(make_question(1, "abc", many=True), notes=(LINKED,)),
        replace(make_question(2, "ab"), notes=(LINKED, UNLINKED)),
        make_question(3, "ab"),
    ),
    tensions=(
        replace(make_tension(1, "1a", "2a", contradiction=True), ground="Wet art. 1."),
        make_tension(2, "1b", "2a", readers=1),
        make_tension(3, "2a", "3a"),
    ),
    models=(
        make_model(1, ("1a", "2a"), kenmerkend="1a", past="2a", past_niet="1b"),
        make_model(2, ("3a", "3b"), mogelijk="1a", mogelijk_niet="1b"),
        make_model(3, ("3b", "1c"), kenmerkend="1c"),
    ),
)
DOSSIER = DossierValue(
    title="Proef",
    veiligheidsregio="VR21",
    date=date(2026, 11, 24),
    present=("Eerste", "Tweede"),
    answers={
        1: Answer(("1a", "1b"), "Waarom 1.", "Anders 1."),
        2: Answer(("2a",), "Waarom 2."),
        3: Answer((), "Later."),
    },
    kept=(Kept("1a", "2a", "Toch."),),
)


@pytest.fixture(scope="module")
def advies() -> Advies:
    return compose_advies(DOSSIER, CONTENT, "Brabant-Noord")


def example(name: str) -> Advies:
    """The advies of an example dossier."""
    dossier = parse_dossier((EXAMPLES / f"{name}.json").read_bytes(), real_content(), regions())
    return compose_advies(dossier, real_content(), regions()[dossier.veiligheidsregio])


def test_a_kept_tension_that_was_switched_off_is_told_apart_and_counts_nowhere() -> None:
    off = compose_advies(DOSSIER, with_switched_off(CONTENT, 1), "Brabant-Noord")
    assert [[(f.a.code, f.b.code, f.motivation) for f in q.former_tensions] for q in off.questions] == [
        [],
        [("1a", "2a", "Toch.")],
        [],
    ]
    assert [tension.number for tension in off.tensions] == [2]
    assert off.kept_tensions == ()
    assert "Toch." in off.typed_texts


def test_an_advies_without_the_tension_differs_by_what_the_kring_wrote_alone() -> None:
    off = compose_advies(DOSSIER, with_switched_off(CONTENT, 1), "Brabant-Noord")
    without = compose_advies(DOSSIER, replace(CONTENT, tensions=CONTENT.tensions[1:]), "Brabant-Noord")
    questions = tuple(replace(question, former_tensions=()) for question in off.questions)
    assert replace(off, questions=questions) == without


@pytest.mark.parametrize(
    "changed",
    [
        {"kept": ()},
        {"kept": (Kept("1a", "2a", ""),)},
        {"answers": {2: Answer(("2a",))}},
    ],
    ids=["never kept", "without a motivation", "not both chosen"],
)
def test_a_tension_that_was_switched_off_is_told_only_where_the_kring_wrote_about_it(changed: dict[str, Any]) -> None:
    off = compose_advies(replace(DOSSIER, **changed), with_switched_off(CONTENT, 1), "Brabant-Noord")
    assert [question.former_tensions for question in off.questions] == [(), (), ()]


def test_switched_on_again_it_is_kept_with_the_same_motivation(advies: Advies) -> None:
    assert [question.former_tensions for question in advies.questions] == [(), (), ()]
    assert [(tension.number, tension.motivation) for tension in advies.kept_tensions] == [(1, "Toch.")]


def test_the_title_page(advies: Advies) -> None:
    assert (advies.title, advies.region, advies.date) == ("Proef", "Brabant-Noord", date(2026, 11, 24))
    assert advies.present == ("Eerste", "Tweede")


def test_answered_and_open_questions_are_all_questions_in_order(advies: Advies) -> None:
    assert [question.number for question in advies.answered] == [1, 2]
    assert [question.number for question in advies.open_questions] == [3]
    assert [question.number for question in advies.questions] == [1, 2, 3]


def test_a_question_has_its_options_by_label_and_its_texts(advies: Advies) -> None:
    question = advies.questions[0]
    assert [option.label for option in question.options] == ["Optie 1a", "Optie 1b"]
    assert (question.label, question.motivation, question.minority) == ("Bepaal 1", "Waarom 1.", "Anders 1.")


def test_an_open_question_keeps_its_motivation(advies: Advies) -> None:
    assert (advies.questions[2].open, advies.questions[2].motivation) == (True, "Later.")


def test_a_question_that_was_never_looked_at_is_open() -> None:
    advies = compose_advies(replace(DOSSIER, answers={}, kept=()), CONTENT, "Brabant-Noord")
    assert [question.number for question in advies.open_questions] == [1, 2, 3]


def test_tensions_stand_in_the_order_of_their_numbers_with_what_the_kring_says_of_them(advies: Advies) -> None:
    assert [(t.number, t.severity, t.counts, t.kept, t.motivation) for t in advies.tensions] == [
        (1, "tegenstrijdig", True, True, "Toch."),
        (2, "aandachtspunt", False, False, ""),
    ]


def test_a_tension_is_told_at_the_later_question_and_named_at_the_other(advies: Advies) -> None:
    assert [[t.number for t in question.tensions] for question in advies.questions] == [[], [1, 2], []]
    assert [[t.number for t in question.told_elsewhere] for question in advies.questions] == [[1, 2], [], []]


def test_tensions_are_divided_by_what_the_bestuur_must_know(advies: Advies) -> None:
    assert [t.number for t in advies.kept_tensions] == [1]
    assert [t.number for t in advies.agreements_needed] == [2]
    assert advies.contradictions == ()
    unkept = compose_advies(replace(DOSSIER, kept=()), CONTENT, "Brabant-Noord")
    assert [t.number for t in unkept.contradictions] == [1]


def test_models_that_do_the_same_are_named_those_of_one_reader_apart(advies: Advies) -> None:
    first, second, third = advies.questions
    assert [(c.option.code, c.models, c.possible) for c in first.same_choices] == [("1a", ("M1",), ("M2",))]
    assert [(c.option.code, c.models, c.possible) for c in second.same_choices] == [("2a", ("M1",), ())]
    assert third.same_choices == ()


def test_a_model_has_the_grounds_that_two_readers_gave(advies: Advies) -> None:
    assert advies.models[0].grounds == (
        ModelGround("1a", "kenmerkend", "Grond van 1a."),
        ModelGround("1b", "past-niet", "Grond van 1b."),
        ModelGround("2a", "past", "Grond van 2a."),
    )


def test_a_model_of_which_nothing_is_chosen_or_ruled_out_is_left_out(advies: Advies) -> None:
    assert [model.slug for model in advies.models] == ["model-1"]


def test_a_model_has_its_counts_by_option(advies: Advies) -> None:
    (model,) = advies.models
    assert [option.code for option in model.hallmarks] == ["1a", "2a"]
    assert [option.code for option in model.past] == ["1a", "2a"]
    assert [option.code for option in model.past_niet] == ["1b"]
    assert (model.rank, model.silent) == (1, ())


def test_sources_stand_once_in_the_order_of_the_document(advies: Advies) -> None:
    assert advies.sources == (
        Source(BOOKLET),
        Source("Wet (2022)", "https://example.nl/wet"),
        Source("Wet art. 1"),
        Source("Krant (2015)"),
    )


def test_notes_and_tensions_carry_the_number_of_their_source(advies: Advies) -> None:
    first, second, _ = advies.questions
    assert [note.source for note in first.notes] == [2]
    assert [tension.source for tension in second.tensions] == [3, 0]
    assert [note.source for note in second.notes] == [2, 4]


def test_an_open_question_has_no_notes_and_their_sources_are_left_out() -> None:
    advies = compose_advies(replace(DOSSIER, answers={}, kept=()), CONTENT, "Brabant-Noord")
    assert [question.notes for question in advies.questions] == [(), (), ()]
    assert advies.sources == (Source(BOOKLET),)


def test_backgrounds_stand_by_kind_and_only_with_the_choices_they_go_with() -> None:
    texts = (
        Background("reden", "Kop", "Altijd.", "hoofdstuk 1"),
        Background("vervolgstap", "", "Bij 1a.", "hoofdstuk 2", ("1a", "3a")),
        Background("vervolgstap", "", "Bij 3a.", "hoofdstuk 2", ("3a",)),
        Background("integraal", "", "Bij 3b.", "hoofdstuk 3", ("3b",)),
    )
    advies = compose_advies(DOSSIER, CONTENT, "Brabant-Noord", texts)
    assert advies.reasons == (AdviesText("Kop", "Altijd.", "hoofdstuk 1"),)
    assert [step.text for step in advies.next_steps] == ["Bij 1a."]
    assert advies.attention_points == advies.conditions == advies.conclusions == ()


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
    models = (replace(make_model(1, ("1a", "2a"), past="1a"), in_a_sentence="het eerste model"),)
    content = Content((make_question(1, "ab"), question), (), models)
    advies = compose_advies(replace(DOSSIER, answers={1: Answer(("1a",)), 2: Answer(("2a",))}), content, "Regio")
    assert [one.in_a_sentence for one in advies.questions] == ["Vraag 1", "de tweede vraag"]
    assert advies.models[0].in_a_sentence == "het eerste model"
    assert advies.models[0].silent_in_a_sentence == ("de tweede vraag",)
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
        assert advies.asks_bestuur == ("algemeen bestuur" in bestuur[code])


def test_the_nearest_models_share_the_first_place_and_the_others_with_a_hallmark_follow() -> None:
    assert [model.slug for model in example("half").nearest] == ["veiligheidsmanager", "adoptieregeling"]
    assert [model.slug for model in example("vol").nearest] == ["managementraad"]
    assert len(example("vol").also_hallmark) == 5
    assert example("leeg").nearest == ()


def test_options_without_an_example_fit_no_model_by_two_readers() -> None:
    assert [option.code for option in example("vol").without_example] == ["1a", "3b", "4b", "10b", "10c"]


def test_typed_texts_are_all_that_somebody_typed(advies: Advies) -> None:
    assert sorted(filter(None, advies.typed_texts)) == sorted(
        ["Proef", "Eerste", "Tweede", "Waarom 1.", "Anders 1.", "Waarom 2.", "Later.", "Toch."]
    )


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_an_example_composes(name: str) -> None:
    advies = example(name)
    assert len(advies.questions) == 12
    assert all(source.text for source in advies.sources)


def test_the_full_example_has_nothing_open_and_some_tensions_that_are_not_kept() -> None:
    advies = example("vol")
    assert advies.open_questions == ()
    assert {tension.kept for tension in advies.tensions} == {True, False}
    assert all(tension.motivation for tension in advies.tensions if tension.kept)


def test_the_empty_example_chooses_nothing() -> None:
    advies = example("leeg")
    assert (advies.answered, advies.tensions, advies.models, advies.combination) == ((), (), (), ())
    assert advies.nearest == ()


def test_the_half_example_has_a_contradiction() -> None:
    advies = example("half")
    assert len(advies.answered) == 6
    assert [tension.severity for tension in advies.tensions if not tension.kept] == ["tegenstrijdig", "aandachtspunt"]
    assert [question.number for question in advies.open_questions if question.motivation] == [4, 10]


@PURE
@given(chosen_codes())
def test_the_advies_says_what_the_matching_says(chosen: frozenset[str]) -> None:
    content = real_content()
    answers = {q.number: Answer(tuple(o.code for o in q.options if o.code in chosen)) for q in content.questions}
    advies = compose_advies(replace(DOSSIER, answers=answers, kept=()), content, "Brabant-Noord")
    outcome = match_models(content, chosen)
    assert {option.code for question in advies.questions for option in question.options} == chosen
    assert [option.code for option in advies.uncovered] == list(outcome.uncovered)
    assert advies.combination == tuple(model.in_a_sentence for model in outcome.combination)
    counted = [match for match in outcome.matches if match.past or match.past_niet]
    assert [model.slug for model in advies.models] == [match.model.slug for match in counted]
    for model, match in zip(advies.models, counted, strict=True):
        assert tuple(option.code for option in model.past) == match.past
        assert tuple(option.code for option in model.past_niet) == match.past_niet
