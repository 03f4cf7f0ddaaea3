"""The sheets of paper of a meeting: one for each question, with the letters, words and shapes of the screens."""

from dataclasses import dataclass

from checklist.domain.content import Content, Question
from checklist.domain.dutch import capital
from checklist.pages.meeting.options import letter_of


@dataclass(frozen=True)
class SheetOption:
    """An option on paper: its letter, a few words, those of the booklet, and whether it can't be with another."""

    letter: str
    words: str
    book: str
    alone: bool


@dataclass(frozen=True)
class Sheet:
    """A sheet for a question; `many`: more than one answer can be voor."""

    number: int
    heading: str
    many: bool
    options: tuple[SheetOption, ...]


def sheets(content: Content) -> tuple[Sheet, ...]:
    """Return the sheets of all questions, in their order."""
    return tuple(_sheet(question) for question in content.questions)


def _sheet(question: Question) -> Sheet:
    options = tuple(
        SheetOption(letter_of(one), capital(one.words), one.book, one.exclusive and question.many)
        for one in question.options
    )
    return Sheet(question.number, question.heading, question.many, options)
