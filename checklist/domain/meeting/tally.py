"""Counting the answers to one question: one gemeente, one voice, no weights.

The n of every rule is the number of gemeenten with a stance; no preference, and no answer, stand outside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checklist.domain.choices.consistency import SelectionError, selection_error, selection_refusal
from checklist.domain.content import Question
from checklist.domain.meeting.value import OptionCount, QuestionCount, Stances
from checklist.domain.meeting_record.words import Added, Stance, Word


@dataclass(frozen=True)
class AddedUp:
    """The answer that a count adds up to, in the question's order, and how. No options when it is tied, or none."""

    options: tuple[str, ...]
    how: Added


def valid(question: Question, stances: Stances) -> str:
    """Return in Dutch why these stances are no answer to the question, in the words of its own form; empty when they
    are. No stance at all is an answer too: no preference."""
    wanted = sorted(code for code, stance in stances.items() if stance == Stance.FOR)
    unknown = any(selection_error(question, [code]) == SelectionError.UNKNOWN for code in stances)
    return selection_refusal(question, list(stances) if unknown else wanted) or ""


def count(question: Question, ballots: Iterable[Stances]) -> QuestionCount:
    """Return the count of the answers to a question, each valid."""
    every = list(ballots)
    given = [stances for stances in every if stances]
    return QuestionCount(
        answered=len(given),
        blank=len(every) - len(given),
        options={
            option.code: OptionCount(*(sum(one.get(option.code) == stance for one in given) for stance in Stance))
            for option in question.options
        },
    )


def majority(voor: int, n: int) -> bool:
    """Whether so many of n are more than half."""
    return 2 * voor > n


def added_up(question: Question, counted: QuestionCount) -> AddedUp:
    """Return what the count adds up to: every option with a majority; without one nothing when an option has exactly
    half, else the one option with the most, if it is one."""
    n = counted.answered
    voor = {option.code: counted.options[option.code].voor for option in question.options}
    with_majority = tuple(code for code, number in voor.items() if majority(number, n))
    if with_majority:
        return AddedUp(with_majority, Added.MAJORITY)
    most = max(voor.values())
    if not most:
        return AddedUp((), Added.NONE)
    if 2 * most == n:
        return AddedUp((), Added.TIED)
    largest = tuple(code for code, number in voor.items() if number == most)
    return AddedUp(largest, Added.LARGEST) if len(largest) == 1 else AddedUp((), Added.NONE)


def agreed(question: Question, counted: QuestionCount) -> tuple[str, ...]:
    """Return the options that those who answered agree on, or none: each has a majority, everybody is voor or can live
    with each, and where many may be chosen nobody is voor another one. Silence on an option is no consent."""
    found = added_up(question, counted)
    if found.how != Added.MAJORITY:
        return ()
    carried = all(counted.options[code].voor + counted.options[code].kan == counted.answered for code in found.options)
    others = (one.voor for code, one in counted.options.items() if code not in found.options)
    return found.options if carried and not (question.many and any(others)) else ()


def word(question: Question, ballots: Sequence[Stances]) -> Word:
    """Return in one word whether the answers agree (`agreed`); without an answer they don't."""
    return Word.AGREED if agreed(question, count(question, ballots)) else Word.DIVIDED
