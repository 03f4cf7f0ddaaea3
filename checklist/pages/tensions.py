"""What clashes or needs an agreement, each with its ways out as buttons: plain values for the outcome."""

from collections.abc import Collection
from dataclasses import dataclass

from checklist.domain.content import Content, Option, Tension
from checklist.domain.dutch import in_a_row
from checklist.domain.outcome.whole import WholeOutcome
from checklist.pages.repairs import ShownWay, States, shown_ways


@dataclass(frozen=True)
class ShownTension:
    """A tension between two choices, with the ways out of it."""

    tension: Tension
    a: Option
    b: Option
    kept: bool
    ways: tuple[ShownWay, ...]

    @property
    def at(self) -> str:
        """The questions it is between: 'vraag 2 en 5'."""
        numbers = dict.fromkeys(str(option.question_number) for option in (self.a, self.b))
        return f"vraag {in_a_row([*numbers])}"


@dataclass(frozen=True)
class ShownTensions:
    """What clashes, and what needs an agreement, each in order of its number."""

    contradictions: tuple[ShownTension, ...]
    attention: tuple[ShownTension, ...]


def shown_tensions(
    content: Content, states: States, kept: Collection[tuple[str, str]], found: WholeOutcome
) -> ShownTensions:
    """Return the tensions between the stored choices. `states` has the versions that a save needs; `kept`: the pairs
    that the kring keeps."""
    shown = [
        ShownTension(
            tension=tension,
            a=content.option_of[tension.a],
            b=content.option_of[tension.b],
            kept=(tension.a, tension.b) in kept,
            ways=shown_ways(tension, found.ways_out[tension.number], states),
        )
        for tension in found.what_if.tensions
    ]
    return ShownTensions(
        contradictions=tuple(one for one in shown if one.tension.contradiction),
        attention=tuple(one for one in shown if not one.tension.contradiction),
    )
