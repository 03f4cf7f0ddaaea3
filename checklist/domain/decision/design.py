"""Which chosen options a decision can be taken on: those with nothing compulsory open and without a contradiction."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.details import value_of
from checklist.domain.content import Content, Detail, Option, Tension
from checklist.domain.decision_content import Condition, OptionDeciding
from checklist.domain.dossier import DossierValue


@dataclass(frozen=True)
class TellingOption:
    """A chosen option that gives decisions and steps. `answers` has the kring's answer to each detail by its key, empty
    where there is none; where a gemeente is asked for it is that gemeente's code."""

    option: Option
    deciding: OptionDeciding
    answers: Mapping[str, str]

    def holds(self, condition: Condition | None) -> bool:
        """Whether something on this condition holds with these answers."""
        return condition is None or self.answers.get(condition.detail, "") in condition.values


@dataclass(frozen=True)
class Design:
    """What a dossier chose, as deciding sees it. `clashes`: contradictions that the kring doesn't keep; `kept`: those
    it does, as pairs of codes; `waiting`: compulsory details that are open, of any chosen option."""

    telling: tuple[TellingOption, ...]
    not_told: frozenset[str]
    clashes: tuple[Tension, ...]
    kept: tuple[tuple[str, str], ...]
    waiting: tuple[Detail, ...]


def design_of(content: Content, dossier: DossierValue, gemeenten: Container[str]) -> Design:
    """Return what can be decided on. `gemeenten` are the codes of the region's: another one is no answer."""
    contradictions = [one for one in tensions_between(content, dossier.chosen) if one.contradiction]
    reasons = dossier.kept_motivations
    clashes = tuple(one for one in contradictions if (one.a, one.b) not in reasons)
    chosen = options_of(content, dossier, dossier.chosen, gemeenten)
    waiting = {
        one.option.code: [detail for detail in one.option.details if detail.required and not one.answers[detail.key]]
        for one in chosen
    }
    clashing = {code for one in clashes for code in (one.a, one.b)}
    not_told = frozenset(code for code, details in waiting.items() if details or code in clashing)
    return Design(
        telling=tuple(one for one in chosen if one.option.code not in not_told),
        not_told=not_told,
        clashes=clashes,
        kept=tuple((one.a, one.b) for one in contradictions if (one.a, one.b) in reasons),
        waiting=tuple(detail for details in waiting.values() for detail in details),
    )


def options_of(
    content: Content, dossier: DossierValue, codes: Iterable[str], gemeenten: Container[str] = ()
) -> tuple[TellingOption, ...]:
    """Return the options with these codes in the booklet's order, with the kring's answers to what they leave open."""
    options = (content.option_of[code] for code in content.in_order(codes))
    return tuple(
        TellingOption(option, content.deciding.of(option.code), _answers(option, dossier, gemeenten))
        for option in options
    )


def _answers(option: Option, dossier: DossierValue, gemeenten: Container[str]) -> dict[str, str]:
    details = dossier.answer(option.question_number).details
    return {detail.key: _known(detail, value_of(option, detail, details), gemeenten) for detail in option.details}


def _known(detail: Detail, value: str, gemeenten: Container[str]) -> str:
    """The value when it is an answer to the detail, else empty."""
    if detail.of_gemeente:
        return value if value in gemeenten else ""
    return value if any(one.value == value for one in detail.alternatives) else ""


def open_optional(option: TellingOption) -> Iterable[Detail]:
    """Return the details of an option that it doesn't wait for and that aren't answered."""
    return (one for one in option.option.details if not one.required and not option.answers[one.key])
