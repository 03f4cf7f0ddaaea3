"""How far a dossier is: the state of each question, and where to go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.details import waited_for
from checklist.domain.content import Content, Option, Question
from checklist.domain.dossier import Answer
from checklist.domain.dutch import capital, in_a_row


@dataclass(frozen=True)
class QuestionState:
    """One question in a list of twelve. `tension` is the gravest word among its tensions that aren't kept, or empty;
    `open_details` are the questions that its chosen options leave open and that a decision waits for."""

    number: int
    label: str
    short_name: str
    options: tuple[Option, ...]
    looked_at: bool
    tension: str
    open_details: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """The chosen options in words: 'De kring zelf en het bestuur'; empty for a question that is open."""
        return capital(in_a_row([option.words for option in self.options]))

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of the chosen options."""
        return tuple(option.code for option in self.options)

    @cached_property
    def mark(self) -> str:
        """The shape of its state in a list: what botst before an agreement that is needed."""
        if self.tension:
            return "botst" if self.tension == "tegenstrijdig" else "afspraak"
        return "klaar" if self.codes else "open"

    @property
    def mark_word(self) -> str:
        """The word that goes with the shape."""
        return _MARK_WORDS[self.mark]

    @property
    def colour(self) -> str:
        """The class of the shape's colour; empty where it has none of its own."""
        return {"botst": "brick", "afspraak": "amber"}.get(self.mark, "")


_MARK_WORDS = {
    "klaar": "beantwoord",
    "open": "nog niet bepaald",
    "afspraak": "afspraak nodig",
    "botst": "botst",
}


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
            options=_chosen(question, answers.get(question.number, Answer())),
            looked_at=question.number in answers,
            tension=words.get(question.number, ""),
            open_details=_open_details(question, answers.get(question.number, Answer())),
        )
        for question in content.questions
    )


def _chosen(question: Question, answer: Answer) -> tuple[Option, ...]:
    return tuple(option for option in question.options if option.code in answer.options)


def _open_details(question: Question, answer: Answer) -> tuple[str, ...]:
    return tuple(detail.question for detail in waited_for(question, answer, {}))


def resume_at(states: tuple[QuestionState, ...]) -> int | None:
    """Return the number to go on with: the first never looked at, else the first open one, else None (check page)."""
    unseen = (state.number for state in states if not state.looked_at)
    still_open = (state.number for state in states if not state.codes)
    return next(unseen, None) or next(still_open, None)
