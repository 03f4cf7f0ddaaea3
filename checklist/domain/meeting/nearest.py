"""The designs without a contradiction that are nearest to what all want.

Ties are never broken but by what is asked for; the rest is for the kring.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from checklist.domain.content import Question
from checklist.domain.meeting.distance import AnswerCodes, Design, distance, objections, total_steps
from checklist.domain.meeting.search import Key, Pairs, Price, Search, valid_answers
from checklist.domain.meeting.value import QuestionCount

# So many designs are listed; of more is only said that they are more.
MOST_LISTED = 1000


@dataclass(frozen=True)
class Nearest:
    """The nearest designs: what they cost, how many there are, those that are listed in the booklet's order of answers,
    and by question each answer that is in one of them. `largest`, where it was asked for, is how far the furthest
    gemeente is from each."""

    key: Key
    ties: int
    designs: tuple[Design, ...]
    answers: Mapping[int, tuple[AnswerCodes, ...]]
    largest: int | None = None

    @property
    def shared(self) -> Design:
        """The questions that all nearest designs answer alike."""
        return {number: found[0] for number, found in self.answers.items() if len(found) == 1}

    @property
    def differing(self) -> Mapping[int, tuple[AnswerCodes, ...]]:
        """The questions at which they differ, with the answers there."""
        return {number: found for number, found in self.answers.items() if len(found) > 1}

    @property
    def listed(self) -> bool:
        """Whether `designs` has all of them."""
        return self.ties == len(self.designs)


def nearest(
    questions: Sequence[Question],
    pairs: Pairs,
    price: Price,
    only: Design | None = None,
    limit: int = MOST_LISTED,
) -> Nearest | None:
    """Return the designs that answer each question validly, have no pair in them and cost the least in all; None when
    there is no such design. `only`: answers that are fixed.

    Cost: about a millisecond for twelve questions with few pairs, some ten with sixty. At most `limit` are listed.
    """
    search = Search(questions, pairs, price, only or {})
    best = search.best()
    if best is None:
        return None
    order = _order_of_answers(questions)
    designs = [dict(sorted(design.items())) for design in islice(search.designs(), limit)]
    return Nearest(
        key=best.key,
        ties=best.ties,
        designs=tuple(sorted(designs, key=lambda design: [order[answer] for answer in design.values()])),
        answers={
            number: tuple(sorted(found, key=order.__getitem__)) for number, found in sorted(search.answers().items())
        },
    )


def price_of(counts: Mapping[int, QuestionCount]) -> Price:
    """Return what an answer costs by these counts: its total steps, then how often somebody is tegen. Without a count
    it costs nothing: what is settled without a vote is nobody's distance."""

    def price(question: Question, answer: AnswerCodes) -> Key:
        counted = counts.get(question.number)
        return (total_steps(question, counted, answer), objections(counted, answer)) if counted else (0, 0)

    return price


def most_compact(questions: Sequence[Question], found: Nearest, own: Iterable[Design]) -> Nearest:
    """Return those of the nearest designs from which the furthest gemeente is the least far, by what each gemeente
    wants itself. All of them when they are too many to list."""
    gemeenten = list(own)
    if not found.listed or not gemeenten:
        return found
    furthest = [max(distance(questions, one, design) for one in gemeenten) for design in found.designs]
    largest = min(furthest)
    designs = tuple(design for design, far in zip(found.designs, furthest, strict=True) if far == largest)
    kept = {
        number: tuple(answer for answer in answers if any(design[number] == answer for design in designs))
        for number, answers in found.answers.items()
    }
    return replace(found, ties=len(designs), designs=designs, answers=kept, largest=largest)


def _order_of_answers(questions: Iterable[Question]) -> Mapping[AnswerCodes, int]:
    return {answer: at for question in questions for at, answer in enumerate(valid_answers(question))}
