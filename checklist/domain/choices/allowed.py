"""Every answer a question's form allows."""

from itertools import combinations

from checklist.domain.choices.consistency import selection_error
from checklist.domain.content import Question


def allowed_answers(question: Question) -> tuple[tuple[str, ...], ...]:
    """Return every allowed answer as codes in the booklet's order: open first, then by size, then as in the booklet.

    Cost: tries every set of options, so it doubles with each option of a question where many may be chosen.
    """
    codes = [option.code for option in question.options]
    largest = len(codes) if question.many else 1
    sets = (chosen for size in range(largest + 1) for chosen in combinations(codes, size))
    return tuple(chosen for chosen in sets if selection_error(question, chosen) is None)
