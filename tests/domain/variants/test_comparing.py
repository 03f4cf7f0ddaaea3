"""What differs between two designs: per question, and in what the answers come to."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Answer, Kept
from checklist.domain.proposal import Cost, Frequency, Proposal
from checklist.domain.variants.comparing import compared
from checklist.domain.variants.value import CameAndWent, Change, Comparison
from checklist.domain.variants.variant import Variant
from tests.content import real_content
from tests.domain.decision.random_designs import random_dossier
from tests.domain.variants.designs import variant, worked_out
from tests.strategies import CHOICES

NUMBERS = st.integers(0, 10_000)


def between(first: Variant, second: Variant) -> Comparison:
    return compared(real_content(), first, second)


def part(parts: tuple[Any, ...], name: str) -> Any:
    (found,) = [one for one in parts if one.name == name]
    return found


def turned(value: Any) -> Any:
    """The same the other way round: before and after exchanged, and what came and went."""
    if isinstance(value, Change):
        return Change(value.name, value.after, value.before)
    if isinstance(value, CameAndWent):
        return CameAndWent(value.name, value.went, value.came)
    if isinstance(value, tuple):
        return tuple(turned(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: turned(getattr(value, one.name)) for one in fields(value)})
    return value


@CHOICES
@given(NUMBERS)
def test_a_design_is_the_same_as_itself(number: int) -> None:
    found = between(worked_out(random_dossier(number)), worked_out(random_dossier(number)))
    assert found.same
    assert len(found.same_questions) == 12
    assert found == replace(found, questions=(), models=(), tensions=(), decisions=(), moments=(), facts=())


@CHOICES
@given(NUMBERS, NUMBERS)
def test_the_other_way_round_what_came_has_gone(one: int, other: int) -> None:
    first, second = worked_out(random_dossier(one)), worked_out(random_dossier(other))
    assert between(second, first) == turned(between(first, second))


@CHOICES
@given(NUMBERS, NUMBERS)
def test_every_question_is_told_once(one: int, other: int) -> None:
    found = between(worked_out(random_dossier(one)), worked_out(random_dossier(other)))
    told = [question.number for question in found.questions]
    assert sorted([*told, *(int(name.split()[0]) for name in found.same_questions)]) == list(range(1, 13))


def test_a_question_tells_what_it_was_and_what_it_is() -> None:
    (question,) = between(variant("1a 2a"), variant("1b 2a")).questions
    assert question.number == 1
    assert question.choice == Change("Wie richt de regiostaf op?", "De kring zelf", "Het bestuur")


def test_an_open_question_has_no_words() -> None:
    (question,) = between(variant("2a"), variant("1b 2a")).questions
    assert question.choice.before == ""


@pytest.mark.parametrize("field", ["motivation", "minority"])
def test_a_question_with_other_words_about_the_same_choice_differs(field: str) -> None:
    first, second = variant("1a"), variant("1a")
    texts = {"motivation": "", "minority": "", field: "Omdat het zo is."}
    answers = {1: Answer(("1a",), texts["motivation"], texts["minority"])}
    second = worked_out(replace(second.dossier, answers=answers))
    (question,) = between(first, second).questions
    assert question.choice.same
    assert getattr(question, field) == Change(getattr(question, field).name, "", "Omdat het zo is.")


def test_a_reason_that_stayed_is_told_with_a_choice_that_changed() -> None:
    first, second = (
        worked_out(replace(variant(code).dossier, answers={1: Answer((code,), "Zo hoort het.")}))
        for code in ("1a", "1b")
    )
    (question,) = between(first, second).questions
    assert question.motivation == Change("Motivering", "Zo hoort het.", "Zo hoort het.")


def test_what_an_option_leaves_open_is_told_where_it_differs() -> None:
    first, second = (variant("7c", {"7c": {"gemeente": code}}) for code in ("GM0828", "GM0373"))
    (question,) = between(first, second).questions
    assert question.choice.same
    assert question.details == (Change("Welke gemeente is de centrumgemeente?", "Oss", "Bergen (NH.)"),)


def test_a_model_tells_its_place_and_how_many_choices_fit() -> None:
    found = part(between(variant("7a 2a"), variant("7d 2a")).models, "Managementraad")
    assert found.before == "plaats 1: alle 2 keuzes passen; beide hoofdkenmerken gekozen"
    assert found.after.startswith("plaats ")


def test_without_a_hallmark_no_model_has_a_place() -> None:
    found = between(variant("7a"), variant("1a"))
    assert found.nearest.after == "geen duidelijk model: van geen enkel model is een hoofdkenmerk gekozen"
    assert all("plaats" not in one.after for one in found.models)


def test_a_clash_that_goes_is_told_by_its_words_and_questions() -> None:
    found = part(between(variant("2a 5a"), variant("2a 5b")).tensions, "Botst")
    assert found.came == ()
    assert found.went == ("‘advies aan het bestuur’ (vraag 2) en ‘geen directe relatie’ (vraag 5, Veiligheidsregio)",)


def test_a_clash_that_the_kring_agreed_on_goes_from_one_state_to_the_other_with_its_reason() -> None:
    first, second = variant("2a 5a"), variant("2a 5a", kept=(Kept("2a", "5a", "Met opzet,\nzo is het."),))
    found = between(first, second).tensions
    assert part(found, "Botst").went == (
        "‘advies aan het bestuur’ (vraag 2) en ‘geen directe relatie’ (vraag 5, Veiligheidsregio)",
    )
    assert part(found, "Afgesproken").came[0].endswith(": Met opzet, zo is het.")


def test_decisions_come_and_go_by_organ() -> None:
    found = between(variant("10b"), variant("10c")).decisions
    assert part(found, "algemeen bestuur").went
    assert part(found, "colleges").came


def test_what_an_organ_takes_note_of_is_no_decision() -> None:
    found = between(variant("10a"), variant("1c 10a")).decisions
    assert all("kennis te nemen" not in text for one in found for text in (*one.came, *one.went))


def test_steps_of_the_besluitpad_come_and_go() -> None:
    steps = between(variant("10a"), variant("10c")).steps
    assert "Vraag elke raad het budget voor de bijdrage beschikbaar te stellen." in steps.came
    assert between(variant("10c"), variant("10a")).steps.went == steps.came


def test_the_last_decision_before_the_start_has_its_date() -> None:
    meeting = Proposal(organ=Organ.AB, meeting=date(2027, 2, 18))
    found = part(between(variant("9a"), variant("10b", proposal=meeting)).moments, "Laatste besluit vóór het begin")
    assert found.after == "18 februari 2027: Besluit in het algemeen bestuur over het voorstel."


@pytest.mark.parametrize(
    ("proposal", "change"),
    [
        (Proposal(organ=Organ.DB), Change("Orgaan dat besluit", "", "dagelijks bestuur")),
        (Proposal(evaluation=date(2028, 6, 1)), Change("Evaluatie", "", "1 juni 2028")),
        (
            Proposal(
                cost_items=(
                    Cost("Uren", Decimal("1250.50"), Frequency.YEARLY),
                    Cost("Zaal", Decimal(50), Frequency.YEARLY),
                )
            ),
            Change("Kosten per jaar", "", "€ 1.300,50"),
        ),
        (Proposal(cost_items=(Cost("Start", Decimal(500), Frequency.ONCE),)), Change("Eenmalige kosten", "", "€ 500")),
    ],
)
def test_the_afronding_is_told_as_far_as_it_differs(proposal: Proposal, change: Change) -> None:
    assert between(variant("1a"), variant("1a", proposal=proposal)).facts == (change,)


def test_other_fields_of_the_afronding_are_named() -> None:
    found = between(variant("1a"), variant("1a", proposal=Proposal(occasion="De regeling wordt herzien.")))
    assert found.other_fields == (real_content().deciding.fields["aanleiding"].label,)
    assert not found.same
