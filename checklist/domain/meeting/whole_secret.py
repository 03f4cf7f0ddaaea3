"""The whole in secret mode: reckoned with nothing but what was shown. Answers to different questions were never linked,
so who wants it all can't be told, not even as a number."""

from collections.abc import Mapping
from fractions import Fraction

from checklist.domain.content import Content, Question, question_of_code
from checklist.domain.meeting.distance import Design, total_steps
from checklist.domain.meeting.rounded import doubled_count, nearest_shown
from checklist.domain.meeting.shown import ShownCount, added_up_shown, majority_alone, span
from checklist.domain.meeting.whole import (
    Both,
    Half,
    Whole,
    contradictions_in,
    contradictory,
    design_of,
    pairs_in,
)


def whole_secret(content: Content, told: Mapping[int, ShownCount], settled: Design, present: int) -> Whole:
    """Return the whole of a secret meeting.

    In: what is shown of closed questions, the answers that are settled, and how many gemeenten take part. Cost: some
    50 ms for twelve questions.
    """
    counted = {number: count for number, count in told.items() if count.options}
    fixed = {number: options for number, options in settled.items() if options}
    design, standing = design_of(
        {number: added_up_shown(content.question_of[number], count) for number, count in counted.items()}, fixed
    )
    reckoned = {number: count for number, count in counted.items() if not majority_alone(count)}
    asked = [question for question in content.questions if question.number in {*reckoned, *fixed}]
    without_count = {number: options for number, options in fixed.items() if number not in reckoned}

    def half(code: str) -> Half:
        number = question_of_code(code)
        if number not in counted:
            return Half(code, standing[number])
        one = counted[number].options[code]
        return Half(code, standing[number], counted[number].answered, voor=one.voor, tegen=one.tegen)

    def both(a: str, b: str) -> Both | None:
        if not counted.keys() >= {question_of_code(a), question_of_code(b)}:
            return None
        spans = [_span(counted[question_of_code(code)], code) for code in (a, b)]
        return Both(max(0, sum(low for low, _ in spans) - present), min(high for _, high in spans))

    found = nearest_shown(asked, contradictory(content), reckoned, without_count) if asked else None
    votes = [question for question in asked if question.number in reckoned and question.number in design]
    return Whole(
        secret=True,
        present=present,
        design=design,
        contradictions=contradictions_in(content, design, half, both, present),
        agreements=tuple(pair for pair in pairs_in(content, design) if not pair.contradiction),
        left_out=tuple(sorted(told.keys() - reckoned.keys())),
        nearest=found.found if found else None,
        at_most=_at_most(votes, design, reckoned, present),
        mean=_mean(votes, design, reckoned, present),
        others=found.others if found else {},
    )


def _span(count: ShownCount, code: str) -> tuple[int, int]:
    return span(count.options[code].voor, count.answered)


def _at_most(votes: list[Question], design: Design, told: Mapping[int, ShownCount], present: int) -> int | None:
    """So many hold the design at most: all but those who, at one option, surely want something else."""
    against = [
        count.answered - _span(count, option.code)[1] if chosen else _span(count, option.code)[0]
        for question in votes
        for option in question.options
        if (chosen := option.code in design[question.number]) or question.many
        for count in [told[question.number]]
    ]
    return present - max(against) if against else None


def _mean(votes: list[Question], design: Design, told: Mapping[int, ShownCount], present: int) -> Fraction | None:
    """The steps from a gemeente to the design, of all that take part, by the counts that secret mode reckons with: it
    gives no rounded number back."""
    if not votes or not present:
        return None
    doubled = (total_steps(one, doubled_count(told[one.number]), design[one.number]) for one in votes)
    return Fraction(sum(doubled), 2 * present)
