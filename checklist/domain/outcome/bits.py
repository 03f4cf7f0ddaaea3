"""The content as bit sets, to compare hundreds of designs with the models in a few milliseconds.

The rules are defined in `matching` and `consistency`, and tests hold this module to their answers; those two also give
the grounds, this one only the places of the models and the combination. A set of options is a number with a bit per
option.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.content import Content, GovernanceModel, Tension


@dataclass(frozen=True)
class Standing:
    """How the models stand for one design: slugs with their rank in the outcome's order, and the combination.

    `clear` is False when no hallmark is chosen anywhere: 'geen duidelijk model'.
    """

    places: tuple[tuple[str, int], ...]
    clear: bool
    combination: tuple[str, ...]

    @property
    def first(self) -> tuple[str, ...]:
        """The models that stand first, a shared first place too; none when no model is clear."""
        return tuple(slug for slug, rank in self.places if rank == 1) if self.clear else ()


@dataclass(frozen=True)
class CodedAnswer:
    """One allowed answer to a question, as codes and as bits; no codes is open."""

    codes: tuple[str, ...]
    bits: int


@dataclass(frozen=True)
class CodedTension:
    """A tension with the bits of its two options."""

    tension: Tension
    bits: int

    def holds(self, design: int) -> bool:
        """Whether both options are chosen."""
        return design & self.bits == self.bits


@dataclass(frozen=True)
class CodedModel:
    """What a model says that counts, as bits per stance; `past` includes `kenmerkend`."""

    slug: str
    hallmarks: tuple[int, int]
    kenmerkend: int
    past: int
    past_niet: int


@dataclass(frozen=True, eq=False)
class CompactContent:
    """The content as bits; models in the booklet's order, answers and tensions by question number.

    Compared by identity, so that what others keep per content is found at once.
    """

    bit_of: dict[str, int]
    questions: dict[int, int]
    answers: dict[int, tuple[CodedAnswer, ...]]
    models: tuple[CodedModel, ...]
    tensions: tuple[CodedTension, ...]
    tensions_at: dict[int, tuple[CodedTension, ...]]
    contradictions: tuple[CodedTension, ...]
    spoken: int
    shift: int

    def design(self, chosen: Collection[str]) -> int:
        """The bits of the chosen options; unknown codes are left out, as in `matching`."""
        return sum(self.bit_of[code] for code in set(chosen) if code in self.bit_of)

    def codes(self, design: int) -> tuple[str, ...]:
        """The chosen codes in the booklet's order."""
        return tuple(code for code, bit in self.bit_of.items() if design & bit)

    def made(self, before: int, after: int) -> tuple[Tension, ...]:
        """The tensions that the second design holds and the first doesn't, in order of their number."""
        return tuple(coded.tension for coded in self.tensions if coded.holds(after) and not coded.holds(before))

    def key(self, model: CodedModel, design: int) -> int:
        """One number that orders the models as rule 5 does: hallmarks, then past minus past niet, then
        kenmerkend. It is a sum over the chosen options, so the key of a design is the sum of those of its answers."""
        hallmarks = bool(design & model.hallmarks[0]) + bool(design & model.hallmarks[1])
        net = (design & model.past).bit_count() - (design & model.past_niet).bit_count()
        return (((hallmarks << self.shift) + net) << self.shift) + (design & model.kenmerkend).bit_count()

    def keys(self, design: int) -> tuple[int, ...]:
        """The key of every model, in the booklet's order."""
        return tuple(self.key(model, design) for model in self.models)

    def hallmark_threshold(self) -> int:
        """A key is at least this exactly when one of the model's hallmarks is chosen."""
        return 1 << (2 * self.shift - 1)

    def standing(self, design: int) -> Standing:
        """Return how the models stand. It depends only on `design & spoken`. Cost: about 20 µs with nine models."""
        keys = self.keys(design)
        falling = sorted(keys, reverse=True)
        ranks = [falling.index(key) + 1 for key in keys]
        order = sorted(range(len(keys)), key=ranks.__getitem__)
        clear = any(key >= self.hallmark_threshold() for key in keys)
        return Standing(
            places=tuple((self.models[at].slug, ranks[at]) for at in order),
            clear=clear,
            combination=self._combination(design, ranks) if clear else (),
        )

    def _combination(self, design: int, ranks: list[int]) -> tuple[str, ...]:
        """At most three models, by most options covered, fewest models, lowest sum of ranks, the booklet's order.

        A larger set is only looked for when it can cover more.
        """
        candidates = [
            (design & model.past, ranks[at], at)
            for at, model in enumerate(self.models)
            if design & model.past and not design & model.past_niet
        ]
        reach = 0
        for cover, _, _ in candidates:
            reach |= cover
        best: tuple[int, int, tuple[int, ...]] = (0, 0, ())
        for sets in (_singles, _pairs, _triples):
            if -best[0] == reach.bit_count():
                break
            found = min(sets(candidates), default=best)
            if found[0] < best[0]:
                best = found
        return tuple(self.models[at].slug for at in best[2])


_Candidate = tuple[int, int, int]
_Cover = tuple[int, int, tuple[int, ...]]  # minus the number of options covered, sum of ranks, which models


def _singles(candidates: list[_Candidate]) -> Iterator[_Cover]:
    for cover, rank, at in candidates:
        yield -cover.bit_count(), rank, (at,)


def _pairs(candidates: list[_Candidate]) -> Iterator[_Cover]:
    for i, (cover, rank, at) in enumerate(candidates):
        for cover_2, rank_2, at_2 in candidates[i + 1 :]:
            yield -(cover | cover_2).bit_count(), rank + rank_2, (at, at_2)


def _triples(candidates: list[_Candidate]) -> Iterator[_Cover]:
    for i, (cover, rank, at) in enumerate(candidates):
        for j, (cover_2, rank_2, at_2) in enumerate(candidates[i + 1 :], start=i + 2):
            both, ranks = cover | cover_2, rank + rank_2
            for cover_3, rank_3, at_3 in candidates[j:]:
                yield -(both | cover_3).bit_count(), ranks + rank_3, (at, at_2, at_3)


@lru_cache(maxsize=8)
def compact(content: Content) -> CompactContent:
    """Return the content as bits. Cost: a few milliseconds once per content, then its hash (tens of µs)."""
    bit_of = {code: 1 << at for at, code in enumerate(content.option_of)}
    models = tuple(_coded_model(model, bit_of) for model in sorted(content.models, key=lambda model: model.number))
    tensions = tuple(CodedTension(tension, bit_of[tension.a] | bit_of[tension.b]) for tension in content.tensions)
    questions = {
        question.number: sum(bit_of[option.code] for option in question.options) for question in content.questions
    }
    spoken = 0
    for model in models:
        spoken |= model.hallmarks[0] | model.hallmarks[1] | model.past | model.past_niet
    return CompactContent(
        bit_of=bit_of,
        questions=questions,
        answers={
            question.number: tuple(
                CodedAnswer(codes, sum(bit_of[code] for code in codes)) for codes in allowed_answers(question)
            )
            for question in content.questions
        },
        models=models,
        tensions=tensions,
        tensions_at={
            number: tuple(tension for tension in tensions if tension.bits & own) for number, own in questions.items()
        },
        contradictions=tuple(coded for coded in tensions if coded.tension.contradiction),
        spoken=spoken,
        # Wide enough that no count, nor a difference of two, reaches the next field of a key.
        shift=(2 * len(bit_of) + 1).bit_length(),
    )


def _coded_model(model: GovernanceModel, bit_of: dict[str, int]) -> CodedModel:
    counted = [trait for trait in model.trait_of.values() if trait.counts]
    return CodedModel(
        slug=model.slug,
        hallmarks=(bit_of[model.hallmarks[0]], bit_of[model.hallmarks[1]]),
        kenmerkend=sum(bit_of[trait.option] for trait in counted if trait.stance == "kenmerkend"),
        past=sum(bit_of[trait.option] for trait in counted if trait.fits),
        past_niet=sum(bit_of[trait.option] for trait in counted if not trait.fits),
    )
