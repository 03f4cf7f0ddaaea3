"""The nearest designs in secret mode: by the counts as they are shown, and what their rounding leaves open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checklist.domain.content import Question
from checklist.domain.meeting.distance import AnswerCodes, Design
from checklist.domain.meeting.nearest import Nearest, nearest, price_of
from checklist.domain.meeting.search import Key, Pairs, Price, valid_answers
from checklist.domain.meeting.shown import ShownCount, twice
from checklist.domain.meeting.value import OptionCount, QuestionCount
from checklist.domain.meeting_record.words import Rough


@dataclass(frozen=True)
class NearestShown:
    """The nearest designs by the shown counts, and by question the answers in none of them that could still be in one,
    as far as the rounding tells. The `key` of `found` is twice the steps."""

    found: Nearest
    others: Mapping[int, tuple[AnswerCodes, ...]]


def nearest_shown(
    questions: Sequence[Question], pairs: Pairs, told: Mapping[int, ShownCount], only: Design | None = None
) -> NearestShown | None:
    """Return the nearest designs over questions that are told, or fixed by `only`, in numbers and words; None when
    every design has a pair in it.

    A rounded count is at most half off, and matters only where two designs differ on its option: it moves their
    difference by half a step where there is one answer, else by a whole one. So a design can be the nearest when its
    steps, less those, are no more than those of the first one. Cost: a search for each answer, 50 ms for twelve
    questions.
    """
    fixed = only or {}
    doubled = {number: doubled_count(count) for number, count in told.items()}
    found = nearest(questions, pairs, price_of(doubled), fixed)
    if found is None:
        return None
    price = _least(found.designs[0], told, doubled)
    others = {
        question.number: tuple(
            answer
            for answer in valid_answers(question)
            if answer not in found.answers[question.number]
            and (other := nearest(questions, pairs, price, {**fixed, question.number: answer}, limit=1))
            and other.key <= found.key
        )
        for question in questions
        if question.number not in fixed
    }
    return NearestShown(found, {number: answers for number, answers in others.items() if answers})


def doubled_count(told: ShownCount) -> QuestionCount:
    """Return the count that secret mode reckons with, times two (`shown.twice`)."""
    n = told.answered
    options = {code: OptionCount(voor=twice(one.voor, n)) for code, one in told.options.items()}
    return QuestionCount(2 * n, 2 * told.blank, options)


def _least(base: Design, told: Mapping[int, ShownCount], doubled: Mapping[int, QuestionCount]) -> Price:
    """What an answer can cost at least beside that of the first design, whatever was rounded away."""
    voor = {code: one.voor for count in told.values() for code, one in count.options.items()}
    rounded = {code for code, said in voor.items() if said in (Rough.SOME, Rough.NEARLY_ALL)}
    full = price_of(doubled)

    def price(question: Question, answer: AnswerCodes) -> Key:
        off = len(rounded & (set(base[question.number]) ^ set(answer)))
        return full(question, answer)[0] - (2 * off if question.many else off), 0

    return price
