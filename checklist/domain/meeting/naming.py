"""How sentences about the whole name options, questions and gemeenten."""

from collections.abc import Iterable, Mapping

from checklist.domain.choices.choice_words import thing_of
from checklist.domain.content import CGS, Content
from checklist.domain.dutch import in_a_row
from checklist.domain.meeting.distance import AnswerCodes


def option_name(content: Content, code: str, cgs: str = CGS) -> str:
    """Return an option in its few words; in more where another option has the same: 'geen directe relatie met de
    raden'. Never with its code."""
    words = content.option_of[code].words
    return thing_of(content, code, cgs) if words in content.shared_words else words


def answer_name(content: Content, answer: AnswerCodes, cgs: str = CGS) -> str:
    """Return the options of an answer as one enumeration."""
    return in_a_row([option_name(content, code, cgs) for code in answer])


def question_numbers(numbers: Iterable[int]) -> str:
    """Return questions by their numbers: 'vraag 2, 5 en 7'."""
    return f"vraag {in_a_row([str(number) for number in numbers])}"


def gemeenten_named(gemeenten: Iterable[str], names: Mapping[str, str]) -> str:
    """Return gemeenten, by code, as an enumeration of their names."""
    return in_a_row(names_in_order(gemeenten, names))


def names_in_order(gemeenten: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of gemeenten, by code, as a list of gemeenten has them: from A to Z."""
    return tuple(sorted((names[code] for code in gemeenten), key=str.casefold))


def differences(number: int) -> str:
    """Return a number of steps in the word that screens have for it."""
    return f"{number} {'verschil' if number == 1 else 'verschillen'}"
