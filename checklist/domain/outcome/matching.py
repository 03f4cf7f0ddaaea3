"""How the kring's choices compare with the nine models: counts with their grounds, no percentages and no winner.

Silence is neutral and only what two readers of the booklet read counts (rule 5). This is the definition of the order of
the models and of the combination; `bits` works out the same for many designs at once, and tests hold it to this one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from checklist.domain.content import Content, GovernanceModel, question_of_code

LARGEST_COMBINATION = 3


@dataclass(frozen=True)
class ModelMatch:
    """What one model says of the chosen options; codes in the booklet's order, `hallmarks` in the model's own.

    `past` includes `kenmerkend`. `mogelijk`: options of which one reader read something, whatever it was. `silent`:
    answered questions of which the booklet says nothing, by whatever number of readers. `other`: answered questions of
    which it says something, of no chosen option.
    """

    model: GovernanceModel
    rank: int
    hallmarks: tuple[str, ...]
    kenmerkend: tuple[str, ...]
    past: tuple[str, ...]
    past_niet: tuple[str, ...]
    mogelijk: tuple[str, ...]
    other: tuple[int, ...]
    silent: tuple[int, ...]


@dataclass(frozen=True)
class Outcome:
    """The nine models in order, whether any is clear, the combination that covers most and what it leaves uncovered."""

    clear: bool
    matches: tuple[ModelMatch, ...]
    combination: tuple[GovernanceModel, ...]
    uncovered: tuple[str, ...]


def match_models(content: Content, chosen: Collection[str]) -> Outcome:
    """Compare the chosen options with the models. Cost: one pass over the traits and at most 129 sets of models."""
    codes = content.in_order(chosen)
    matches = rank_models(content, chosen)
    clear = any(match.hallmarks for match in matches)
    members = _combination(matches) if clear else ()
    covered = {code for member in members for code in member.past}
    return Outcome(
        clear=clear,
        matches=matches,
        combination=tuple(member.model for member in members),
        uncovered=tuple(code for code in codes if code not in covered),
    )


def rank_models(content: Content, chosen: Collection[str]) -> tuple[ModelMatch, ...]:
    """Compare the chosen options with each model, not with models combined. Cost: one pass over the traits."""
    codes = content.in_order(chosen)
    return _ranked([_match(model, codes) for model in content.models])


def without_example(content: Content, chosen: Collection[str]) -> tuple[str, ...]:
    """Return the chosen options that are past for no model at all by two readers: 'niet in een voorbeeld'."""
    shown = {code for model in content.models for code, trait in model.trait_of.items() if trait.counts and trait.fits}
    return tuple(code for code in content.in_order(chosen) if code not in shown)


def _match(model: GovernanceModel, codes: tuple[str, ...]) -> ModelMatch:
    traits = [model.trait_of[code] for code in codes if code in model.trait_of]
    counted = [trait for trait in traits if trait.counts]
    answered = dict.fromkeys(question_of_code(code) for code in codes)
    heard = {question_of_code(trait.option) for trait in traits}
    return ModelMatch(
        model=model,
        rank=0,
        hallmarks=tuple(code for code in model.hallmarks if code in codes),
        kenmerkend=tuple(trait.option for trait in counted if trait.stance == "kenmerkend"),
        past=tuple(trait.option for trait in counted if trait.fits),
        past_niet=tuple(trait.option for trait in counted if not trait.fits),
        mogelijk=tuple(trait.option for trait in traits if not trait.counts),
        other=tuple(number for number in answered if number in model.spoken and number not in heard),
        silent=tuple(number for number in answered if number not in model.spoken),
    )


def _order(match: ModelMatch) -> tuple[int, int, int]:
    return -len(match.hallmarks), len(match.past_niet) - len(match.past), -len(match.kenmerkend)


def _ranked(matches: Iterable[ModelMatch]) -> tuple[ModelMatch, ...]:
    """By hallmarks, then past minus past niet, then kenmerkend; equals share a rank (1, 1, 3) in booklet order."""
    ordered = sorted(matches, key=lambda match: (_order(match), match.model.number))
    keys = [_order(match) for match in ordered]
    return tuple(replace(match, rank=keys.index(_order(match)) + 1) for match in ordered)


def _combination(matches: Iterable[ModelMatch]) -> tuple[ModelMatch, ...]:
    """The models that together do most of what is chosen: most options covered, then the fewest models, then the
    lowest sum of ranks, then the booklet's order. Only models with a past and no past niet can be in it."""
    candidates = sorted(
        (match for match in matches if match.past and not match.past_niet), key=lambda match: match.model.number
    )
    sets = (members for size in range(1, LARGEST_COMBINATION + 1) for members in combinations(candidates, size))
    return min(sets, key=_combination_order, default=())


def _combination_order(members: tuple[ModelMatch, ...]) -> tuple[int, int, int, tuple[int, ...]]:
    covered = {code for member in members for code in member.past}
    return (
        -len(covered),
        len(members),
        sum(member.rank for member in members),
        tuple(member.model.number for member in members),
    )
