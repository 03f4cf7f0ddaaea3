"""The one composition from which screen, PDF and file are made."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from checklist.domain.advies import BOOKLET, Advies, SameChoice, Source, compose_advies
from checklist.domain.content import Content, Note
from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.domain.exchange import parse_dossier
from checklist.domain.matching import match_models
from tests.content import EXAMPLE_NAMES, EXAMPLES, make_model, make_question, make_tension, real_content, regions
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
    assert [(t.number, t.severity, t.readers, t.kept, t.motivation) for t in advies.tensions] == [
        (1, "tegenstrijdig", 2, True, "Toch."),
        (2, "aandachtspunt", 1, False, ""),
    ]


def test_a_tension_stands_at_both_its_questions(advies: Advies) -> None:
    assert [[tension.number for tension in question.tensions] for question in advies.questions] == [[1, 2], [1, 2], []]


def test_models_that_do_the_same_are_named_with_their_ground_those_of_one_reader_apart(advies: Advies) -> None:
    first, second, third = advies.questions
    assert first.same_choices == (SameChoice("1a", "Model 1", "model-1", "kenmerkend", "Grond van 1a.", 2),)
    assert first.possible_choices == (SameChoice("1a", "Model 2", "model-2", "past", "Grond van 1a.", 1),)
    assert [choice.stance for choice in second.same_choices] == ["past"]
    assert third.same_choices == third.possible_choices == ()


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
        Source("Het boekje, hoofdstuk 2"),
        Source("Wet art. 1."),
        Source("Wet (2022)", "https://example.nl/wet"),
        Source("Krant (2015)"),
    )


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
    assert not advies.clear


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
    assert advies.combination == tuple(model.name for model in outcome.combination)
    counted = [match for match in outcome.matches if match.past or match.past_niet]
    assert [model.slug for model in advies.models] == [match.model.slug for match in counted]
    for model, match in zip(advies.models, counted, strict=True):
        assert tuple(option.code for option in model.past) == match.past
        assert tuple(option.code for option in model.past_niet) == match.past_niet
