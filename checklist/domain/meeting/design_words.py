"""The near designs as a chair picks from them: what they share, and where they differ in groups of questions."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.content import CGS, Content
from checklist.domain.dutch import capital
from checklist.domain.meeting.distance import AnswerCodes
from checklist.domain.meeting.groups import Group
from checklist.domain.meeting.naming import answer_name, question_numbers
from checklist.domain.meeting.whole import Whole


@dataclass(frozen=True)
class Pick:
    """A combination of answers to the questions of a group, in words, and what it changes in the whole."""

    answers: Mapping[int, AnswerCodes]
    words: str
    changes: str


@dataclass(frozen=True)
class GroupToPick:
    """Questions that depend on each other; one of the picks is taken, whatever is taken in another group."""

    numbers: tuple[int, ...]
    heading: str
    picks: tuple[Pick, ...]


@dataclass(frozen=True)
class Shared:
    """An answer that all near designs have."""

    number: int
    words: str


def groups_to_pick(content: Content, whole: Whole, cgs: str = CGS) -> tuple[GroupToPick, ...]:
    """Return where the near designs differ; nothing when there is one, or too many to list."""
    return tuple(_to_pick(content, whole, group, cgs) for group in whole.groups)


def shared_answers(content: Content, whole: Whole, cgs: str = CGS) -> tuple[Shared, ...]:
    """Return what all near designs share, by question."""
    shared = whole.near.shared if whole.near else {}
    return tuple(Shared(number, answer_name(content, answer, cgs)) for number, answer in shared.items())


def _to_pick(content: Content, whole: Whole, group: Group, cgs: str) -> GroupToPick:
    combinations = (dict(zip(group.numbers, answers, strict=True)) for answers in group.combinations)
    picks = tuple(_pick(content, whole, answers, cgs) for answers in combinations)
    return GroupToPick(group.numbers, capital(question_numbers(group.numbers)), picks)


def _pick(content: Content, whole: Whole, answers: Mapping[int, AnswerCodes], cgs: str) -> Pick:
    words = ", en ".join(answer_name(content, answer, cgs) for answer in answers.values())
    return Pick(answers, capital(words), _changes(whole, answers))


def _changes(whole: Whole, answers: Mapping[int, AnswerCodes]) -> str:
    """'vraag 11 wordt anders, vraag 7 blijft'."""
    other = [number for number, answer in answers.items() if whole.design.get(number) != answer]
    same = [number for number in answers if number not in other]
    told = (
        f"{question_numbers(other)} {'wordt' if len(other) == 1 else 'worden'} anders" if other else "",
        f"{question_numbers(same)} {'blijft' if len(same) == 1 else 'blijven'}" if same else "",
    )
    return ", ".join(filter(None, told))
