"""Why options weren't chosen, as far as that is so: an option may be chosen later on, or its question opened."""

from collections.abc import Mapping
from dataclasses import replace

from checklist.domain.content import question_of_code
from checklist.domain.dossier import Answer
from checklist.domain.proposal import Proposal


def fell_through(code: str, answers: Mapping[int, Answer]) -> bool:
    """Whether an option isn't chosen at a question that is answered. `answers` by question number."""
    answer = answers.get(question_of_code(code), Answer())
    return not answer.open and code not in answer.options


def as_told(proposal: Proposal, answers: Mapping[int, Answer]) -> Proposal:
    """Return the proposal without the reasons against options that didn't fall through; they are kept for when they
    do."""
    return replace(proposal, rejected=tuple(one for one in proposal.rejected if fell_through(one.option, answers)))
