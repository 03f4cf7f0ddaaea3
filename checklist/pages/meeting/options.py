"""An option as every screen of a meeting names it: a letter and a few words, no code."""

from dataclasses import dataclass

from checklist.domain.content import Option, Question


@dataclass(frozen=True)
class LetteredOption:
    """An option of a question with the letter that beamer, phone, bediening and paper give it."""

    letter: str
    code: str
    words: str
    exclusive: bool


def lettered(question: Question) -> tuple[LetteredOption, ...]:
    """Return the options of a question, A first."""
    return tuple(
        LetteredOption(letter_of(option), option.code, option.words, option.exclusive) for option in question.options
    )


def letter_of(option: Option) -> str:
    """Return its letter: that of its code, as a capital."""
    return option.code[-1].upper()
