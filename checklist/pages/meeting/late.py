"""The page of a gemeente that answers after an open meeting: the questions, and the form of one."""

from dataclasses import dataclass
from typing import ClassVar

from checklist.domain.content import Content
from checklist.domain.meeting_record.words import Mandate
from checklist.pages.meeting.answer_form import AnswerForm, filled_in
from checklist.pages.meeting.phone import Ask, ListedQuestion
from checklist.selectors import LateSeat


@dataclass(frozen=True)
class Late:
    """The questions that the gemeente didn't answer in the meeting."""

    questions: tuple[ListedQuestion, ...]
    template: ClassVar[str] = "meeting/phone/late.html"


def late_list(seat: LateSeat, content: Content) -> Late:
    """Return the questions with which ones are answered. Pure."""
    return Late(
        tuple(
            ListedQuestion(number, content.question_of[number].heading, done=number in seat.given)
            for number in seat.rounds
        )
    )


def late_question(seat: LateSeat, number: int, content: Content, sent: AnswerForm | None = None) -> Ask:
    """Return one question with its form; `sent` is the form as it came back. Pure."""
    question = content.question_of[number]
    return Ask(
        round=seat.rounds[number],
        question=question,
        form=sent or filled_in(question, seat.given.get(number), Mandate.NOT_SAID),
        asks_mandate=True,
        lost=False,
        first=False,
        started=False,
        last=False,
    )


def next_late(seat: LateSeat, number: int) -> int | None:
    """Return the first question after this one that isn't answered, from the start again after the last. Pure."""
    left = [one for one in seat.rounds if one not in seat.given and one != number]
    return next((one for one in left if one > number), next(iter(left), None))
