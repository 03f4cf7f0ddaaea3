"""Where designs differ, in groups of questions that depend on each other: within a group one picks a combination, and
any combination of one group goes with any of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod

from checklist.domain.meeting.distance import AnswerCodes, Design


@dataclass(frozen=True)
class Group:
    """Questions with the combinations of answers to them, each in the order of the questions."""

    numbers: tuple[int, ...]
    combinations: tuple[tuple[AnswerCodes, ...], ...]


def groups_of(designs: Sequence[Design]) -> tuple[Group, ...]:
    """Return the questions at which these designs differ, in as few a group as they allow, by number. What is picked in
    each group makes one of the designs; what isn't in a combination makes none.

    In: designs over the same questions, none twice. Cost: grows with their number and the square of the questions.
    """
    numbers = [number for number in designs[0] if len({design[number] for design in designs}) > 1] if designs else []
    found = [[number] for number in numbers]
    while pair := _first_dependent(found, designs):
        one, other = pair
        found = [group for group in found if group not in pair] + [sorted(one + other)]
    if found and prod(len(_combinations(group, designs)) for group in found) != len(designs):
        found = [numbers]  # each two are free of each other, all of them aren't
    return tuple(Group(tuple(group), _combinations(group, designs)) for group in sorted(found))


def _first_dependent(found: list[list[int]], designs: Sequence[Design]) -> tuple[list[int], list[int]] | None:
    for one, other in combinations(found, 2):
        together = len(_combinations(one + other, designs))
        if together < len(_combinations(one, designs)) * len(_combinations(other, designs)):
            return one, other
    return None


def _combinations(numbers: Sequence[int], designs: Sequence[Design]) -> tuple[tuple[AnswerCodes, ...], ...]:
    return tuple(dict.fromkeys(tuple(design[number] for number in numbers) for design in designs))
