"""What a question page shows beside its form, as plain values for the template."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from checklist.domain.consistency import clashes_of
from checklist.domain.content import Content, GovernanceModel, Question


@dataclass(frozen=True)
class CardTension:
    """What an option clashes with, in words, as `components/tension_note.html` wants it."""

    severity: str
    with_code: str
    with_label: str
    reason: str
    ground: str
    readers: int
    kept: bool
    motivation: str


@dataclass(frozen=True)
class ModelLink:
    """A model by its name, with the ground on which it does it this way."""

    slug: str
    name: str


@dataclass(frozen=True)
class OptionCard:
    """One option to choose, with the models that do it this way and what it clashes with."""

    code: str
    label: str
    practice: str
    asks: str
    checked: bool
    models: tuple[ModelLink, ...]
    possible_models: tuple[ModelLink, ...]
    tensions: tuple[CardTension, ...]


def option_cards(
    content: Content,
    question: Question,
    selected: Collection[str],
    chosen: Collection[str],
    kept: Mapping[tuple[str, str], str],
) -> tuple[OptionCard, ...]:
    """Return the cards of a question: `selected` are checked in the form, `chosen` is what is stored in the dossier,
    `kept` the motivations of kept tensions by their pair of codes."""
    return tuple(
        OptionCard(
            code=option.code,
            label=option.label,
            practice=option.practice,
            asks=option.asks,
            checked=option.code in selected,
            models=_models(content, option.code, counts=True),
            possible_models=_models(content, option.code, counts=False),
            tensions=_tensions(content, option.code, chosen, kept),
        )
        for option in question.options
    )


def _models(content: Content, code: str, *, counts: bool) -> tuple[ModelLink, ...]:
    def does_it(model: GovernanceModel) -> bool:
        trait = model.trait_of.get(code)
        return trait is not None and trait.fits and trait.counts == counts

    return tuple(ModelLink(model.slug, model.short_name) for model in content.models if does_it(model))


def _tensions(
    content: Content, code: str, chosen: Collection[str], kept: Mapping[tuple[str, str], str]
) -> tuple[CardTension, ...]:
    return tuple(
        CardTension(
            severity=clash.tension.severity,
            with_code=clash.other,
            with_label=content.question_of[content.option_of[clash.other].question_number].short_name,
            reason=clash.tension.explanation,
            ground=clash.tension.ground,
            readers=clash.tension.readers,
            kept=(clash.tension.a, clash.tension.b) in kept and code in chosen,
            motivation=kept.get((clash.tension.a, clash.tension.b), ""),
        )
        for clash in clashes_of(content, code, chosen)
    )
