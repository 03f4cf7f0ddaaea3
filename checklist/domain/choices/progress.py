"""How far a dossier is: the state of each question, and where to go on."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content
from checklist.domain.dossier import Answer


@dataclass(frozen=True)
class QuestionState:
    """One question in a list of twelve. `tension` is the gravest word among its tensions that aren't kept, or empty."""

    number: int
    label: str
    short_name: str
    codes: tuple[str, ...]
    looked_at: bool
    tension: str

    @property
    def answer(self) -> str:
        """The chosen codes as on screen: '1a, 1d'; empty for a question that is open."""
        return ", ".join(self.codes)


def question_states(
    content: Content, answers: Mapping[int, Answer], kept: frozenset[tuple[str, str]] = frozenset()
) -> tuple[QuestionState, ...]:
    """Return the twelve states. `answers` holds the questions that were looked at, `kept` the pairs kept on purpose."""
    chosen = {code for answer in answers.values() for code in answer.options}
    words: dict[int, str] = {}
    for tension in tensions_between(content, chosen):
        if (tension.a, tension.b) in kept:
            continue
        for code in (tension.a, tension.b):
            number = content.option_of[code].question_number
            if words.get(number) != "tegenstrijdig":
                words[number] = tension.severity
    return tuple(
        QuestionState(
            number=question.number,
            label=question.label,
            short_name=question.short_name,
            codes=answers[question.number].options if question.number in answers else (),
            looked_at=question.number in answers,
            tension=words.get(question.number, ""),
        )
        for question in content.questions
    )


def resume_at(states: tuple[QuestionState, ...]) -> int | None:
    """Return the number to go on with: the first never looked at, else the first open one, else None (check page)."""
    unseen = (state.number for state in states if not state.looked_at)
    still_open = (state.number for state in states if not state.codes)
    return next(unseen, None) or next(still_open, None)
