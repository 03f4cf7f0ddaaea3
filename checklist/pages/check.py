"""The check page as plain values: the twelve answers, and the tensions between them with the form to keep each."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.details import ToldDetail, details_told
from checklist.domain.choices.repairs import ways_out
from checklist.domain.content import Content, Option, Question, Tension
from checklist.domain.dossier import Answer, DossierValue
from checklist.forms import KeepTensionForm
from checklist.pages.repairs import WAYS_AT_ONCE, ShownWay, States, shown_ways
from checklist.selectors import KeptState


@dataclass(frozen=True)
class CheckAnswer:
    """One question with the kring's answer and what it says of what the options leave open; without options it is 'nog
    niet bepaald'."""

    number: int
    label: str
    short_name: str
    options: tuple[Option, ...]
    motivation: str
    minority: str
    details: tuple[ToldDetail, ...]

    @property
    def open(self) -> bool:
        """Whether nothing is chosen."""
        return not self.options

    @property
    def open_details(self) -> tuple[ToldDetail, ...]:
        """What the options leave open and a decision waits for."""
        return tuple(detail for detail in self.details if detail.required and detail.open)


@dataclass(frozen=True)
class CheckTension:
    """A tension on the check page, or a former one, with the form in which the kring says why it keeps it and the ways
    out, none for one that doesn't hold (any more)."""

    tension: Tension
    a: Option
    b: Option
    kept: KeptState | None
    form: KeepTensionForm
    ways: tuple[ShownWay, ...]


@dataclass(frozen=True)
class CheckPage:
    """All that the page shows; `former_tensions` are switched off, and the kring once kept them."""

    answers: tuple[CheckAnswer, ...]
    tensions: tuple[CheckTension, ...]
    former_tensions: tuple[CheckTension, ...]

    @property
    def open_answers(self) -> tuple[CheckAnswer, ...]:
        """The questions that are 'nog niet bepaald'."""
        return tuple(answer for answer in self.answers if answer.open)

    @property
    def with_open_details(self) -> tuple[CheckAnswer, ...]:
        """The answered questions with something that is still to be said."""
        return tuple(answer for answer in self.answers if answer.open_details)

    @property
    def all_open(self) -> bool:
        """Whether nothing is chosen anywhere."""
        return len(self.open_answers) == len(self.answers)


Kept = Mapping[tuple[str, str], KeptState]
Typed = Mapping[int, KeepTensionForm]


def check_page(  # noqa: PLR0913 - the last two go by keyword
    content: Content,
    dossier: DossierValue,
    states: States,
    kept: Kept,
    *,
    typed: Typed,
    gemeenten: Mapping[str, str],
) -> CheckPage:
    """Return the page of a dossier, whose answers are stored as `states`. `kept`: how its tensions are kept, by their
    pair of codes; `typed`: forms that come back with what was typed, by the number of their tension, which stay also
    when the tension went away meanwhile; `gemeenten`: the names of the gemeenten of its region by code."""
    between = tensions_between(content, dossier.chosen)
    shown = _Shown(content, kept, typed, {t.number: _ways(content, dossier, states, t) for t in between})
    return CheckPage(
        answers=tuple(_answer(question, dossier.answer(question.number), gemeenten) for question in content.questions),
        tensions=tuple(shown.tension(t) for t in content.tensions if t in between or t.number in typed),
        former_tensions=tuple(
            shown.tension(t)
            for t in content.switched_off
            if (t.a, t.b) in dossier.kept_motivations or t.number in typed
        ),
    )


def _ways(content: Content, dossier: DossierValue, states: States, tension: Tension) -> tuple[ShownWay, ...]:
    return shown_ways(tension, ways_out(content, dossier.chosen, tension)[:WAYS_AT_ONCE], states)


def _answer(question: Question, answer: Answer, gemeenten: Mapping[str, str]) -> CheckAnswer:
    chosen = tuple(option for option in question.options if option.code in answer.options)
    return CheckAnswer(
        number=question.number,
        label=question.label,
        short_name=question.short_name,
        options=chosen,
        motivation=answer.motivation,
        minority=answer.minority,
        details=tuple(told for option in chosen for told in details_told(option, answer.details, gemeenten)),
    )


@dataclass(frozen=True)
class _Shown:
    """Puts a tension on the page; `ways` by its number."""

    content: Content
    kept: Kept
    typed: Typed
    ways: Mapping[int, tuple[ShownWay, ...]]

    def tension(self, tension: Tension) -> CheckTension:
        state = self.kept.get((tension.a, tension.b))
        return CheckTension(
            tension=tension,
            a=self.content.option_of[tension.a],
            b=self.content.option_of[tension.b],
            kept=state,
            form=self.typed.get(tension.number) or _form(tension.number, state),
            ways=self.ways.get(tension.number, ()),
        )


def _form(number: int, state: KeptState | None) -> KeepTensionForm:
    initial = {"motivation": state.motivation if state else "", "version": state.version if state else 0}
    return KeepTensionForm(initial=initial, auto_id=f"spanning-{number}-%s")
