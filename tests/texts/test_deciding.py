"""What deciding rests on is complete: every option and answer asks something, and every name is one of the code."""

from collections import Counter, defaultdict
from itertools import product

import pytest

from checklist.domain import booklet
from checklist.domain.decision_content import DecisionKind, DecisionText, OptionDeciding, Organ, Phase
from checklist.domain.decision_texts import INFORMS, NAMES, decision_fault, names_of
from checklist.domain.proposal import FIELD_OF
from checklist.domain.steps import STEPS
from models_catalogue.certainty import address_of_law_problem
from tests.content import real_content

DECIDING = real_content().deciding
CODES = [f"{number}{letter}" for number, letter, _ in booklet.options()]
# Every option with every answer to what it leaves open; an answer that isn't needed may be missing.
ANSWERS = [
    (code, dict(zip([key for _, key in details], answers, strict=True)))
    for code in CODES
    for details in [[detail for detail in booklet.DETAILS if detail[0] == code]]
    for answers in product(
        *(
            booklet.DETAILS[detail].values
            if booklet.DETAILS[detail].required
            else ("", *booklet.DETAILS[detail].values)
            for detail in details
        )
    )
]


def asked(option: OptionDeciding, answers: dict[str, str]) -> list[DecisionText]:
    """The decisions that an option asks with these answers."""
    return [
        decision
        for decision in option.decisions
        if not decision.condition or answers[decision.condition.detail] in decision.condition.values
    ]


def test_every_name_is_one_that_the_code_has() -> None:
    assert set(DECIDING.openings) == set(Organ)
    assert tuple(DECIDING.steps) == STEPS
    assert tuple(DECIDING.fields) == tuple(FIELD_OF)
    assert list(DECIDING.options) == CODES
    assert set(DECIDING.general) == {"kennisnemen_geheel", "evaluatie"}


@pytest.mark.parametrize(("code", "answers"), ANSWERS)
def test_every_answer_asks_something_and_nothing_twice(code: str, answers: dict[str, str]) -> None:
    texts = [decision.text for decision in asked(DECIDING.of(code), answers)]
    assert texts
    assert max(Counter(texts).values()) == 1


@pytest.mark.parametrize(("code", "answers"), ANSWERS)
def test_every_answer_brings_the_meeting_of_each_organ_of_the_region_that_decides(
    code: str, answers: dict[str, str]
) -> None:
    steps = {
        step.step
        for step in DECIDING.of(code).steps
        if not step.condition or answers[step.condition.detail] in step.condition.values
    }
    meetings = {DECIDING.steps[step].organ for step in steps if DECIDING.steps[step].decides}
    decides = {
        decision.organ
        for decision in asked(DECIDING.of(code), answers)
        if decision.organ.asked and decision.kind != DecisionKind.NOTE
    }
    # The zienswijze of the raden comes in its own time: no meeting is planned for it.
    waits = {Organ.RADEN} if "zienswijze_begroting" in steps else set()
    assert decides - waits <= meetings


def test_no_text_of_an_option_is_that_of_another() -> None:
    places = defaultdict(list)
    for code, option in DECIDING.options.items():
        for text in (option.money, option.staff, option.law, option.information, option.remark):
            places[text].append(code)
        for decision in option.decisions:
            places[decision.text].append(code)
    assert {text: codes for text, codes in places.items() if text and len(codes) > 1} == {}


def test_every_step_belongs_to_an_option_or_to_every_path() -> None:
    brought = {step.step for option in DECIDING.options.values() for step in option.steps}
    always = {key for key, step in DECIDING.steps.items() if step.always}
    assert always == {"open_punten", "kring_vaststellen", "aanbieden", "start", "evaluatie"}
    assert set(STEPS) - brought - always == set()


def test_steps_stand_in_the_order_of_their_phases() -> None:
    phases = list(Phase)
    first = {step.phase: step.number for step in sorted(DECIDING.steps.values(), key=lambda step: -step.number)}
    assert [phase for phase, _ in sorted(first.items(), key=lambda found: found[1])] == phases


def test_laws_have_official_addresses() -> None:
    assert {
        source.url: problem for source in DECIDING.sources.values() if (problem := address_of_law_problem(source.url))
    } == {}


def test_what_rests_on_a_law_that_must_be_looked_up_says_so_itself() -> None:
    unsure = {key for key, source in DECIDING.sources.items() if source.to_check}
    bold = [
        (code, decision.text)
        for code, option in DECIDING.options.items()
        for decision in option.decisions
        if unsure & set(decision.sources) and not decision.to_check
    ]
    bold += [
        (key, step.what) for key, step in DECIDING.steps.items() if unsure & set(step.sources) and not step.to_check
    ]
    bold += [
        (code, option.legal)
        for code, option in DECIDING.options.items()
        if unsure & set(option.legal_sources) and not option.legal_to_check
    ]
    assert bold == []


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [
        ("instellen", "een regiostaf in te stellen.", True),
        ("aanwijzen", "{cgs} aan te wijzen.", True),
        ("kennisnemen", f"{INFORMS}de keuze.", True),
        ("instellen", "Een regiostaf in te stellen.", False),
        ("instellen", "een regiostaf in te stellen", False),
        ("instellen", "een regiostaf in te stellen..", False),
        ("instellen", "een regiostaf.", False),
        ("instellen", "het beste.", False),
        ("afspreken", f"{INFORMS}de keuze.", False),
        ("kennisnemen", "de keuze te bespreken.", False),
        ("instellen", "een staf in te stellen voor {streek}.", False),
        ("instellen", "een staf in te stellen voor {regio.", False),
    ],
)
def test_a_decision_is_a_clause_that_fits_after_the_opening_of_an_organ(kind: str, text: str, fits: bool) -> None:
    assert (decision_fault(kind, text, NAMES) == "") == fits


def test_only_an_option_that_asks_for_a_gemeente_can_name_it() -> None:
    assert [code for code in CODES if "{gemeente}" in names_of(code)] == ["7c", "8b", "9b"]
