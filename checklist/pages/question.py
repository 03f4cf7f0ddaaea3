"""What a question page shows beside its form, as plain values for the template."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.forms import BoundField

from checklist.domain.choices.consistency import Clash, clashes_of, selection_error
from checklist.domain.content import Background, Content, GovernanceModel, Question, question_of_code
from checklist.domain.dutch import in_a_row


@dataclass(frozen=True)
class QuestionBackgrounds:
    """What the booklet says besides: the check before the first question, additions, and light forms of meeting."""

    check: tuple[Background, ...]
    additions: tuple[Background, ...]
    light_forms: tuple[Background, ...]


def backgrounds_of(question: Question) -> QuestionBackgrounds:
    """Return the backgrounds that stand at a question, by where they stand on its page."""

    def of_kind(kind: str) -> tuple[Background, ...]:
        return tuple(text for text in question.backgrounds if text.kind == kind)

    return QuestionBackgrounds(of_kind("toets"), of_kind("aanvulling"), of_kind("overlegvorm"))


@dataclass(frozen=True)
class CardTension:
    """What a chosen option clashes with, in words, as `components/tension_note.html` wants it.

    `own`: the other option is one of the same question; the script hides such a note when that is chosen no longer.
    """

    severity: str
    with_code: str
    with_label: str
    explanation: str
    ground: str
    kept: bool = False
    motivation: str = ""
    own: bool = False


@dataclass(frozen=True)
class ModelLink:
    """A model that does it this way: its name, and the slug in its address."""

    slug: str
    name: str


@dataclass(frozen=True)
class OptionCard:
    """One option to choose, with the models that do it this way and the fields for what it leaves open; without a code
    it is 'Nog niet bepaald'. Of a chosen option `tensions` says what it clashes with, of another one `clash` in a line.
    """

    code: str
    label: str
    checked: bool
    practice: str = ""
    asks: str = ""
    models: tuple[ModelLink, ...] = ()
    possible_models: tuple[ModelLink, ...] = ()
    tensions: tuple[CardTension, ...] = ()
    clash: str = ""
    details: tuple[BoundField, ...] = ()

    @property
    def id(self) -> str:
        """The id of its input in the page."""
        return f"optie-{self.code or 'open'}"


def option_cards(
    content: Content,
    question: Question,
    selected: Collection[str],
    chosen: Collection[str],
    kept: Mapping[tuple[str, str], str],
) -> tuple[OptionCard, ...]:
    """Return the cards of a question: `selected` are checked in the form, `chosen` is what is stored in the dossier,
    `kept` the motivations of kept tensions by their pair of codes. Where one option is allowed, 'Nog niet bepaald' is a
    card too, the first. The fields for what options leave open are the form's."""
    clashes = _Clashes(content, question, selected, chosen, kept)
    undecided = () if question.many else (OptionCard(code="", label="Nog niet bepaald", checked=not selected),)
    return undecided + tuple(
        OptionCard(
            code=option.code,
            label=option.label,
            checked=option.code in selected,
            practice=option.practice,
            asks=option.asks,
            models=_models(content, option.code, counts=True),
            possible_models=_models(content, option.code, counts=False),
            tensions=clashes.notes(option.code) if option.code in selected else (),
            clash="" if option.code in selected else clashes.line(option.code),
        )
        for option in question.options
    )


def _models(content: Content, code: str, *, counts: bool) -> tuple[ModelLink, ...]:
    def does_it(model: GovernanceModel) -> bool:
        trait = model.trait_of.get(code)
        return trait is not None and trait.fits and trait.counts == counts

    return tuple(ModelLink(model.slug, model.short_name) for model in content.models if does_it(model))


@dataclass(frozen=True)
class _Clashes:
    """Finds what options of a question clash with: see `option_cards`."""

    content: Content
    question: Question
    selected: Collection[str]
    chosen: Collection[str]
    kept: Mapping[tuple[str, str], str]

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(option.code for option in self.question.options)

    def _of(self, code: str) -> tuple[Clash, ...]:
        """With what is stored elsewhere, and with what is selected here and can be chosen beside it."""
        beside = {other for other in self.selected if selection_error(self.question, (code, other)) is None}
        return clashes_of(self.content, code, beside | (set(self.chosen) - self._own))

    def line(self, code: str) -> str:
        """What choosing the option would bring: 'Botst met vraag 11.' A contradiction comes before an agreement that is
        needed, another question before this one."""
        found = self._of(code)
        gravest = [clash for clash in found if clash.tension.contradiction] or found
        numbers = sorted({question_of_code(clash.other) for clash in gravest} - {self.question.number})
        if not gravest:
            return ""
        word = "Botst" if gravest[0].tension.contradiction else "Vraagt een afspraak"
        where = in_a_row([f"vraag {number}" for number in numbers]) or "een ander antwoord op deze vraag"
        return f"{word} met {where}."

    def notes(self, code: str) -> tuple[CardTension, ...]:
        """The notes of an option that is selected."""
        return tuple(self._note(clash) for clash in self._of(code))

    def _note(self, clash: Clash) -> CardTension:
        tension, pair = clash.tension, (clash.tension.a, clash.tension.b)
        other = self.content.option_of[clash.other]
        return CardTension(
            severity=tension.severity,
            with_code=clash.other,
            with_label=self.content.question_of[other.question_number].short_name,
            explanation=tension.explanation,
            ground=tension.ground,
            kept=pair in self.kept and set(pair) <= set(self.chosen),
            motivation=self.kept.get(pair, ""),
            own=clash.other in self._own,
        )
