"""Everything that the choices of a kring come to, worked out once: what the outcome page and `show_outcome` show."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from checklist.domain.choices.repairs import Way, ways_out
from checklist.domain.content import Content
from checklist.domain.outcome.matching import Outcome, match_models
from checklist.domain.outcome.room import Room, room_left
from checklist.domain.outcome.whatif import (
    NextQuestion,
    TurningPoints,
    WhatIf,
    next_question,
    turning_points,
    what_if,
)
from checklist.domain.outcome.why_not import WhyNot, why_not


@dataclass(frozen=True)
class WholeOutcome:
    """How the choices compare with the models, and what turns that; `why_not` is by the slug of the model, `ways_out`
    by the number of each tension in the design."""

    outcome: Outcome
    what_if: WhatIf
    turning_points: TurningPoints
    next_question: NextQuestion
    ways_out: Mapping[int, tuple[Way, ...]]
    why_not: Mapping[str, WhyNot]
    room: Room


def whole_outcome(content: Content, chosen: Collection[str]) -> WholeOutcome:
    """Work out the whole outcome of a design. In: the codes of the chosen options. Cost: 3 to 5 ms."""
    found = what_if(content, chosen)
    return WholeOutcome(
        outcome=match_models(content, chosen),
        what_if=found,
        turning_points=turning_points(found),
        next_question=next_question(found),
        ways_out={tension.number: ways_out(content, chosen, tension) for tension in found.tensions},
        why_not={one.slug: one for one in why_not(content, chosen)},
        room=room_left(content, chosen),
    )
