"""A design in one sentence: questions 1, 2 and 8 in the words of the content."""

import re
from dataclasses import replace
from itertools import chain, product

import pytest

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.content import Content
from checklist.domain.outcome.sentence import SENTENCE_QUESTIONS, clause_fault, design_sentence, names_any
from tests.content import real_content

CONTENT = real_content()
# What fits on three lines of a beamer; tests/browser/test_outcome_screen.py looks whether it does.
LONGEST = 275

DESIGNS = [
    tuple(chain(*answers))
    for answers in product(*(allowed_answers(CONTENT.question_of[number]) for number in SENTENCE_QUESTIONS))
]


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ("", "U hebt nog niet bepaald wie de regiostaf opricht, wat die gaat doen en wie de leiding heeft."),
        ("5a 7b", "U hebt nog niet bepaald wie de regiostaf opricht, wat die gaat doen en wie de leiding heeft."),
        ("1a", "De kring richt een regiostaf op."),
        ("1b", "Het veiligheidsbestuur richt een regiostaf op."),
        ("1c", "De colleges richten een regiostaf op."),
        ("1a 1b", "De kring en het veiligheidsbestuur richten een regiostaf op."),
        ("1a 1b 1c", "De kring, het veiligheidsbestuur en de colleges richten een regiostaf op."),
        ("1d", "Bij regeling of verordening komt er een regiostaf."),
        ("1a 1d", "De kring richt bij regeling of verordening een regiostaf op."),
        ("8b", "Er komt een regiostaf onder leiding van één vrijgestelde functionaris."),
        (
            "1d 8a",
            "Bij regeling of verordening komt er een regiostaf onder leiding van vertegenwoordigers van de kring.",
        ),
        ("1c 8b", "De colleges richten een regiostaf op, onder leiding van één vrijgestelde functionaris."),
        ("2b", "Er komt een regiostaf die de gemeenten adviseert."),
        ("2a 2b", "Er komt een regiostaf die het veiligheidsbestuur en de gemeenten adviseert."),
        ("2a 2c", "Er komt een regiostaf die het veiligheidsbestuur adviseert en beleid mee voorbereidt."),
        (
            "2a 2b 2c 2d",
            "Er komt een regiostaf die het veiligheidsbestuur en de gemeenten adviseert, beleid mee voorbereidt en de "
            "samenwerking van gemeenten organiseert.",
        ),
        (
            "1c 2b 2c 8b",
            "De colleges richten een regiostaf op die de gemeenten adviseert en beleid mee voorbereidt, onder leiding "
            "van één vrijgestelde functionaris.",
        ),
    ],
)
def test_the_sentence(chosen: str, sentence: str) -> None:
    assert design_sentence(CONTENT, chosen.split()) == sentence


def test_every_design_makes_one_whole_sentence_that_fits() -> None:
    for chosen in DESIGNS:
        sentence = design_sentence(CONTENT, chosen)
        assert re.fullmatch(r"[A-Z][^.!?:;]*[^.!?:;,\s]\.", sentence), chosen
        assert not re.search(r"\s\s|\s,|,,|, en |\b(die|van|en),|\ben en\b|\b(die|van|en)\.", sentence), chosen
        assert len(sentence) <= LONGEST, chosen
        said = [word for word in sentence.split() if word in {"richt", "richten"}]
        assert len(said) == bool({"1a", "1b", "1c"} & {*chosen}), chosen


def test_the_options_of_the_three_questions_have_a_clause_and_no_other() -> None:
    said = {code for code, option in CONTENT.option_of.items() if option.clause}
    assert said == {option.code for number in SENTENCE_QUESTIONS for option in CONTENT.question_of[number].options}


def with_clauses(**clauses: str) -> Content:
    """The content with other clauses, by code; the code's number and letter are turned round ('a1' is 1a)."""
    changed = {f"{name[1:]}{name[0]}": clause for name, clause in clauses.items()}
    questions = tuple(
        replace(
            question,
            options=tuple(replace(one, clause=changed.get(one.code, one.clause)) for one in question.options),
        )
        for question in CONTENT.questions
    )
    return replace(CONTENT, questions=questions)


def test_an_option_without_a_clause_is_left_out() -> None:
    assert design_sentence(with_clauses(a2=""), ["1a", "2a", "2b"]) == (
        "De kring richt een regiostaf op die de gemeenten adviseert."
    )
    assert design_sentence(with_clauses(b8=""), ["8b"]).startswith("U hebt nog niet bepaald")


def test_one_who_are_many_keeps_the_plural() -> None:
    assert design_sentence(with_clauses(a1="alle secretarissen richten"), ["1a"]) == (
        "Alle secretarissen richten een regiostaf op."
    )


@pytest.mark.parametrize(
    ("number", "clause", "fits"),
    [
        (1, "de kring richt", True),
        (1, "de colleges richten", True),
        (1, "de colleges", False),
        (1, "bij verordening", True),
        (1, "", True),
        (2, "de raden adviseert", True),
        (2, "de raden adviseert.", False),
        (8, "een directeur,", False),
    ],
)
def test_a_clause_that_fits_in_no_sentence_has_a_fault(number: int, clause: str, fits: bool) -> None:
    assert (clause_fault(number, clause) == "") == fits


@pytest.mark.parametrize(("chosen", "named"), [("1a", True), ("5a 8b", True), ("5a 12c", False), ("", False)])
def test_it_is_about_three_questions(chosen: str, named: bool) -> None:
    assert names_any(chosen.split()) == named


def test_the_clauses_of_the_content_have_no_fault() -> None:
    faults = {code: clause_fault(option.question_number, option.clause) for code, option in CONTENT.option_of.items()}
    assert {code: fault for code, fault in faults.items() if fault} == {}
