"""The whole of a kring whose answers are made up, in each mode."""

from collections.abc import Mapping, Sequence

from checklist.domain.content import Content
from checklist.domain.meeting.shown import shown_count
from checklist.domain.meeting.tally import count
from checklist.domain.meeting.value import QuestionCount
from checklist.domain.meeting.whole import Whole
from checklist.domain.meeting.whole_open import whole_open
from checklist.domain.meeting.whole_secret import whole_secret
from tests.content import real_content
from tests.domain.meeting.kringen import Said, at

# Gemeenten A, B, … by their place.
NAMES = {letter: f"Gemeente {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
Settled = Mapping[int, tuple[str, ...]]


def counts_of(kring: Sequence[Said], content: Content | None = None) -> dict[int, QuestionCount]:
    """The counts of every question that somebody was asked."""
    asked = {number for said in kring for number in said}
    questions = (content or real_content()).questions
    return {one.number: count(one, at(one, kring)) for one in questions if one.number in asked}


def in_open(
    kring: Sequence[Said], settled: Settled | None = None, content: Content | None = None, by_hand: Sequence[int] = ()
) -> Whole:
    """The whole of an open meeting; of what was counted by hand nobody knows who said it."""
    said = {
        letter: {number: stances for number, stances in one.items() if number not in by_hand}
        for letter, one in zip(NAMES, kring, strict=False)
    }
    content = content or real_content()
    return whole_open(content, counts_of(kring, content), settled or {}, said, len(kring))


def in_secret(
    kring: Sequence[Said],
    settled: Settled | None = None,
    content: Content | None = None,
    majority_only: Sequence[int] = (),
) -> Whole:
    """The whole of a secret meeting; of some questions only the majorities may be told."""
    content = content or real_content()
    told = {
        number: shown_count(content.question_of[number], counted, majority_only=number in majority_only)
        for number, counted in counts_of(kring, content).items()
    }
    return whole_secret(content, told, settled or {}, len(kring))
