"""How far a design is from what a gemeente wants itself, and from what all want: in steps."""

from collections.abc import Iterable, Mapping

from checklist.domain.content import Question
from checklist.domain.meeting.value import QuestionCount, Stances
from checklist.domain.meeting_record.words import Stance

# Codes of options in the question's order, and the answers of a design by question.
AnswerCodes = tuple[str, ...]
Design = Mapping[int, AnswerCodes]


def own_design(questions: Iterable[Question], said: Mapping[int, Stances]) -> Design:
    """Return what a gemeente is voor, by question that it has a stance on. What it can live with is no part of it."""
    return {
        question.number: tuple(option.code for option in question.options if stances.get(option.code) == Stance.FOR)
        for question in questions
        if (stances := said.get(question.number))
    }


def steps(question: Question, own: AnswerCodes, answer: AnswerCodes) -> int:
    """Return the steps from one answer to another: one for another answer where there is one only, else one for each
    option that comes or goes."""
    return len(set(own) ^ set(answer)) if question.many else int(own != answer)


def distance(questions: Iterable[Question], own: Design, design: Design) -> int:
    """Return the steps from an own design to another one, over the questions that both answer."""
    return sum(
        steps(question, own[question.number], design[question.number])
        for question in questions
        if question.number in own and question.number in design
    )


def total_steps(question: Question, counted: QuestionCount, answer: AnswerCodes) -> int:
    """Return the steps of all who answered a question to an answer. The counts per option are enough for it."""
    n, voor = counted.answered, {code: one.voor for code, one in counted.options.items()}
    if not question.many:
        return n - sum(voor[code] for code in answer)
    return sum(n - number if code in answer else number for code, number in voor.items())


def objections(counted: QuestionCount, answer: AnswerCodes) -> int:
    """Return how often somebody is tegen an option of the answer."""
    return sum(counted.options[code].tegen for code in answer)
