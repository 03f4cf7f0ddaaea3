"""What may stand together: the rules of a question's form, and the tensions between answers of different questions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from checklist.domain.content import Content, Question, Tension


class SelectionError(Enum):
    """Why a selection is not an answer to its question (design, rule 4); the value is what the user reads."""

    UNKNOWN = "Kies alleen opties die bij deze vraag horen."
    DOUBLED = "Een optie staat er twee keer in."
    ONE_ONLY = "Kies bij deze vraag één optie."
    EXCLUSIVE = "Deze optie gaat niet samen met een andere optie van deze vraag."


def selection_error(question: Question, codes: Sequence[str]) -> SelectionError | None:
    """Return what is wrong with the selection as an answer to the question, or None. No options is an answer."""
    known = {option.code: option for option in question.options}
    if any(code not in known for code in codes):
        return SelectionError.UNKNOWN
    if len(set(codes)) < len(codes):
        return SelectionError.DOUBLED
    if len(codes) > 1 and not question.many:
        return SelectionError.ONE_ONLY
    if len(codes) > 1 and any(known[code].exclusive for code in codes):
        return SelectionError.EXCLUSIVE
    return None


def tensions_between(content: Content, chosen: Collection[str]) -> tuple[Tension, ...]:
    """Return the tensions of which both options are chosen, in order of their number."""
    return tuple(tension for tension in content.tensions if tension.a in chosen and tension.b in chosen)


def tension_of_pair(content: Content, a: str, b: str) -> Tension | None:
    """Return the tension between two options, whichever stands first, or None."""
    return next((tension for tension in content.tensions if {tension.a, tension.b} == {a, b}), None)


@dataclass(frozen=True)
class Clash:
    """What choosing an option would bring: a tension with an option that is chosen elsewhere."""

    tension: Tension
    other: str


def clashes_of(content: Content, code: str, chosen: Collection[str]) -> tuple[Clash, ...]:
    """Return what choosing this option would clash with among the chosen ones, in order of the tensions' numbers."""
    found = []
    for tension in content.tensions:
        if code in (tension.a, tension.b):
            other = tension.b if code == tension.a else tension.a
            if other in chosen:
                found.append(Clash(tension, other))
    return tuple(found)
