"""Repairs by meaning: what the content offers to solve a tension, and what that makes of a design (rule 4)."""

from collections.abc import Collection, Mapping
from functools import cache

from checklist.domain import booklet
from checklist.domain.choices.consistency import selection_error
from checklist.domain.content import Option, Question, Repair, question_of_code


def repaired(questions: Mapping[int, Question], chosen: Collection[str], repair: Repair) -> frozenset[str]:
    """Return the chosen options after a repair. An option that comes drops what it can't stand beside: the other answer
    to a question that takes one, an option that excludes the others, and all others when it excludes them itself."""
    design = {*chosen} - {*repair.drops}
    for code in repair.adds:
        question = questions[question_of_code(code)]
        design -= {
            other.code for other in question.options if selection_error(question, (code, other.code)) is not None
        }
        design.add(code)
    return frozenset(design)


def repair_refusal(a: str, b: str, repair: Repair) -> str | None:
    """Return why this is no repair of the tension between two options, for whoever wrote it, or None."""
    questions = _questions()
    known = {option.code for question in questions.values() for option in question.options}
    named = (*repair.adds, *repair.drops)
    if not named:
        return "Noem minstens één optie die erbij komt of die vervalt."
    if unknown := [code for code in named if code not in known]:
        return f"De code {unknown[0]} is van geen enkele optie."
    if twice := [code for code in named if named.count(code) > 1]:
        return f"Optie {twice[0]} staat er twee keer."
    after = repaired(questions, (a, b), repair)
    if lost := [code for code in repair.adds if code not in after]:
        return f"Optie {lost[0]} kan niet samen met een andere optie die erbij komt."
    if {a, b} <= after:
        return f"Hiermee zijn {a} en {b} nog allebei gekozen."
    return None


@cache
def _questions() -> Mapping[int, Question]:
    """The questions with what the booklet fixes of them, without texts."""
    return {
        number: Question(
            number,
            "",
            "",
            fixed.many,
            tuple(Option(f"{number}{letter}", "", letter in fixed.exclusive) for letter in fixed.letters),
        )
        for number, fixed in booklet.QUESTIONS.items()
    }
