"""What a question page shows beside its form, as plain values for the template."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.forms import BoundField

from checklist.domain.choices.consistency import Clash, clashes_of, selection_error, tensions_between
from checklist.domain.content import Background, Content, GovernanceModel, Option, Question, Tension, question_of_code
from checklist.domain.dutch import capital, first_sentence, in_a_row


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


# The motivations of kept tensions by their pair of codes.
Kept = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class CardClash:
    """What a chosen option clashes with, with its ground; `kept`: the kring keeps it on purpose, `motivation` says
    why."""

    contradiction: bool
    with_words: str
    with_question: int
    explanation: str
    ground: str = ""
    kept: bool = False
    motivation: str = ""


@dataclass(frozen=True)
class ModelLink:
    """A model that does it this way: its name, and the slug in its address."""

    slug: str
    name: str


@dataclass(frozen=True)
class OptionCard:
    """One option to choose: its words (`short`) with those of the booklet (`book`), and what stands closed behind
    *Uitleg*. `key` chooses it in the vergaderstand. Of a chosen option `clashes` says what it clashes with, of another
    one `clash` in a line. The fields for what options leave open are the form's."""

    code: str
    key: str
    short: str
    book: str
    checked: bool
    exclusive: bool = False
    practice: str = ""
    asks: str = ""
    models: tuple[ModelLink, ...] = ()
    possible_models: tuple[ModelLink, ...] = ()
    clashes: tuple[CardClash, ...] = ()
    clash: str = ""
    details: tuple[BoundField, ...] = ()

    @property
    def id(self) -> str:
        """The id of its input in the page."""
        return f"optie-{self.code}"


def option_cards(
    content: Content,
    question: Question,
    selected: Collection[str],
    chosen: Collection[str],
    kept: Kept,
) -> tuple[OptionCard, ...]:
    """Return the cards of a question: `selected` are checked in the form, `chosen` is what is stored in the dossier."""
    clashes = _Clashes(content, question, selected, chosen, kept)
    return tuple(
        OptionCard(
            code=option.code,
            key=option.code[-1].upper(),
            short=capital(option.words),
            book=option.book,
            checked=option.code in selected,
            exclusive=option.exclusive,
            practice=option.practice,
            asks=option.asks,
            models=_models(content, option.code, counts=True),
            possible_models=_models(content, option.code, counts=False),
            clashes=clashes.notes(option.code) if option.code in selected else (),
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
class ClashLine:
    """The one line of what the chosen options of a question clash with: its `mark` with the `word` for it, what it says
    of the gravest clash, and how many `more` there are."""

    mark: str
    word: str
    text: str
    more: int = 0


def clash_line(
    content: Content, question: Question, selected: Collection[str], chosen: Collection[str], kept: Kept
) -> ClashLine | None:
    """Return the line for `selected` as the answer to this question, beside what is `chosen` elsewhere; None when
    nothing clashes. What botst comes before what needs an agreement, another question before this one; what is kept is
    no line."""
    own = {option.code for option in question.options}
    brought = [
        tension
        for tension in tensions_between(content, (set(chosen) - own) | {*selected})
        if {tension.a, tension.b} & own and (tension.a, tension.b) not in kept
    ]
    if not brought:
        return None
    gravest = min(brought, key=lambda one: (not one.contradiction, {one.a, one.b} <= own))
    return ClashLine(
        mark="botst" if gravest.contradiction else "afspraak",
        word="Botst" if gravest.contradiction else "Afspraak nodig",
        text=f"{_where(gravest, question)}: {_in_a_sentence(first_sentence(gravest.explanation))}",
        more=len(brought) - 1,
    )


def _where(tension: Tension, question: Question) -> str:
    others = {question_of_code(tension.a), question_of_code(tension.b)} - {question.number}
    return f"met vraag {others.pop()}" if others else "tussen deze antwoorden"


def _in_a_sentence(text: str) -> str:
    """The text as it goes on after a colon; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


@dataclass(frozen=True)
class _Clashes:
    """Finds what options of a question clash with: see `option_cards`."""

    content: Content
    question: Question
    selected: Collection[str]
    chosen: Collection[str]
    kept: Kept

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

    def notes(self, code: str) -> tuple[CardClash, ...]:
        """The notes of an option that is selected."""
        return tuple(self._note(clash) for clash in self._of(code))

    def _note(self, clash: Clash) -> CardClash:
        tension, pair = clash.tension, (clash.tension.a, clash.tension.b)
        other: Option = self.content.option_of[clash.other]
        return CardClash(
            contradiction=tension.contradiction,
            with_words=capital(other.words),
            with_question=other.question_number,
            explanation=tension.explanation,
            ground=tension.ground,
            kept=pair in self.kept and set(pair) <= set(self.chosen),
            motivation=self.kept.get(pair, ""),
        )
