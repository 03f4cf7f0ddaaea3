"""The whole in open mode: reckoned with the counts, and with what each gemeente wants itself."""

from collections.abc import Mapping

from checklist.domain.content import Content, question_of_code
from checklist.domain.meeting.distance import Design, distance, own_design
from checklist.domain.meeting.nearest import most_compact, nearest, price_of
from checklist.domain.meeting.tally import added_up
from checklist.domain.meeting.value import QuestionCount, Stances
from checklist.domain.meeting.whole import (
    Away,
    Both,
    Half,
    Whole,
    contradictions_in,
    contradictory,
    design_of,
    pairs_in,
)

# What each gemeente said, by its code and by question.
Said = Mapping[str, Mapping[int, Stances]]


def whole_open(
    content: Content, counts: Mapping[int, QuestionCount], settled: Design, said: Said, present: int
) -> Whole:
    """Return the whole of an open meeting.

    In: the counts of closed questions, the answers that are settled, what each gemeente said at those questions (not
    where hands were counted), and how many gemeenten take part. Cost: a few milliseconds.
    """
    counted = {number: count for number, count in counts.items() if count.answered}
    fixed = {number: options for number, options in settled.items() if options}
    design, standing = design_of(
        {number: added_up(content.question_of[number], count) for number, count in counted.items()}, fixed
    )
    own = own_designs(content, said)
    asked = [question for question in content.questions if question.number in {*counted, *fixed}]
    without_vote = {number: options for number, options in fixed.items() if number not in counted}
    named = _by_name(counted, own)

    def half(code: str) -> Half:
        number = question_of_code(code)
        if number not in counted:
            return Half(code, standing[number])
        one = counted[number].options[code]
        return Half(code, standing[number], counted[number].answered, one.voor, one.kan, one.tegen)

    def both(a: str, b: str) -> Both | None:
        numbers = {question_of_code(a), question_of_code(b)}
        if named >= numbers:
            wanting = tuple(gemeente for gemeente, one in own.items() if {a, b} <= _options_of(one))
            return Both(len(wanting), len(wanting), wanting)
        if not counted.keys() >= numbers:
            return None
        voor = [counted[question_of_code(code)].options[code].voor for code in (a, b)]
        return Both(max(0, sum(voor) - present), min(voor))

    found = nearest(asked, contradictory(content), price_of(counted), without_vote) if asked else None
    return Whole(
        secret=False,
        present=present,
        design=design,
        contradictions=contradictions_in(content, design, half, both, present),
        agreements=tuple(pair for pair in pairs_in(content, design) if not pair.contradiction),
        left_out=tuple(sorted(counts.keys() - counted.keys())),
        nearest=found,
        compact=most_compact(asked, found, own.values()) if found else None,
        away=away_from(content, design, own),
        by_hand=tuple(sorted(counted.keys() - named)),
    )


def away_from(content: Content, design: Design, own: Mapping[str, Design]) -> tuple[Away, ...]:
    """Return how far a design is from what each gemeente wants itself, the nearest first, over questions that any of
    them answered; those that answered none of these aren't in it."""
    asked = design.keys() & {number for one in own.values() for number in one}
    found = [
        Away(gemeente, distance(content.questions, one, design), complete=asked <= one.keys())
        for gemeente, one in own.items()
        if asked & one.keys()
    ]
    return tuple(sorted(found, key=lambda one: one.steps))


def own_designs(content: Content, said: Said) -> dict[str, Design]:
    """Return what each gemeente wants itself."""
    return {gemeente: own_design(content.questions, answers) for gemeente, answers in said.items()}


def _by_name(counted: Mapping[int, QuestionCount], own: Mapping[str, Design]) -> frozenset[int]:
    """The questions of which it is known who said what."""
    return frozenset(
        number for number, count in counted.items() if sum(number in one for one in own.values()) == count.answered
    )


def _options_of(design: Design) -> set[str]:
    return {code for options in design.values() for code in options}
