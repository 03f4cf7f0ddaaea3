"""The one composition from which screen, PDF and file are made (rule 6)."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from checklist.domain.advies.compose import BOOKLET, compose_advies
from checklist.domain.advies.value import Advies, AdviesText, ModelGround, Source
from checklist.domain.content import Background
from checklist.domain.dossier import Answer, Kept
from checklist.domain.outcome.matching import match_models
from tests.content import real_content
from tests.domain.advies.dossiers import CONTENT, DOSSIER
from tests.strategies import PURE, chosen_codes


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
    assert [(t.number, t.severity, t.kept, t.motivation) for t in advies.tensions] == [
        (1, "tegenstrijdig", True, "Toch."),
        (2, "aandachtspunt", False, ""),
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


def test_what_could_be_agreed_is_said_of_an_aandachtspunt_that_is_not_kept() -> None:
    content = real_content()
    answers = {1: Answer(("1a",)), 2: Answer(("2a",)), 5: Answer(("5a",)), 10: Answer(("10b",))}
    kept = (Kept("1a", "2a", "Toch."),)
    advies = compose_advies(replace(DOSSIER, answers=answers, kept=kept), content, "Brabant-Noord")
    said = {(t.a.code, t.b.code): t.agreement for t in advies.tensions}
    of_content = {(t.a, t.b): t.agreement for t in content.tensions}
    assert said["1a", "2a"] == said["2a", "5a"] == ""
    assert said["1a", "10b"] == of_content["1a", "10b"] != ""


def test_an_agreement_that_was_loaded_for_what_a_redacteur_made_a_contradiction_is_not_said() -> None:
    content = real_content()
    harder = tuple(replace(t, contradiction=True) for t in content.tensions)
    answers = {1: Answer(("1a",)), 10: Answer(("10b",))}
    advies = compose_advies(
        replace(DOSSIER, answers=answers, kept=()), replace(content, tensions=harder), "Brabant-Noord"
    )
    assert [t.agreement for t in advies.tensions] == [""]


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
    assert (model.rank, model.other, model.silent) == (1, (), ())


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


def test_typed_texts_are_all_that_somebody_typed(advies: Advies) -> None:
    assert sorted(filter(None, advies.typed_texts)) == sorted(
        ["Proef", "Eerste", "Tweede", "Waarom 1.", "Anders 1.", "Waarom 2.", "Later.", "Toch."]
    )


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
