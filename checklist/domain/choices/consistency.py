"""What may stand together: the rules of a question's form, and the tensions between answers of different questions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from checklist.domain.content import Content, Question, Tension
from checklist.domain.dutch import in_a_row


class SelectionError(Enum):
    """Why a selection is not an answer to its question (rule 4)."""

    UNKNOWN = auto()
    DOUBLED = auto()
    ONE_ONLY = auto()
    EXCLUSIVE = auto()


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


def selection_refusal(question: Question, codes: Sequence[str], *, with_codes: bool = False) -> str | None:
    """Return what is wrong with the selection for whoever made it, with the options it is about in words, or None.
    `with_codes`: for whoever wrote codes, with these beside the words."""
    names = {
        option.code: f"‘{option.words}’ ({option.code})" if with_codes else f"‘{option.words}’"
        for option in question.options
    }
    match selection_error(question, codes):
        case None:
            return None
        case SelectionError.UNKNOWN:
            return "Kies alleen opties die bij deze vraag horen."
        case SelectionError.DOUBLED:
            twice = next(code for code in codes if codes.count(code) > 1)
            return f"Het antwoord {names[twice]} staat er twee keer in."
        case SelectionError.ONE_ONLY:
            return f"Kies bij deze vraag één antwoord, niet {in_a_row([names[code] for code in sorted(codes)])} samen."
        case SelectionError.EXCLUSIVE:
            alone = next(option.code for option in question.options if option.exclusive and option.code in codes)
            return f"Het antwoord {names[alone]} sluit de andere antwoorden uit. Kies dat, of kies de andere."


def tensions_between(content: Content, chosen: Collection[str]) -> tuple[Tension, ...]:
    """Return the tensions of which both options are chosen, in order of their number."""
    return tuple(tension for tension in content.tensions if tension.a in chosen and tension.b in chosen)


def tension_of_pair(content: Content, a: str, b: str) -> Tension | None:
    """Return the tension between two options, in use or switched off, whichever option stands first; or None."""
    known = (*content.tensions, *content.switched_off)
    return next((tension for tension in known if {tension.a, tension.b} == {a, b}), None)


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
