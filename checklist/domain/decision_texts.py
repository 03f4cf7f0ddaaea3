"""The form of what the content says of deciding: which sentence fits after the opening of an organ, which names a text
may leave open, and how a condition is written."""

import re

from checklist.domain import booklet
from checklist.domain.decision_content import AfterUnless, Condition, DecisionKind, OptionStep

# What a text leaves open, to be filled in for a dossier.
REGION = "{regio}"
NAMES = (REGION, "{cgs}", "{gemeente}")
# Only what asks for a gemeente can name it.
_WITHOUT_GEMEENTE = NAMES[:2]
# A decision that belongs to no option may name parts of the proposal and organs.
PARTS = ("{delen}", "{organen}")
# What the proposal says of an empty field may end with what is looked up for the design.
LISTS = ("{gevolgen.geld}", "{gevolgen.personeel}", "{gevolgen.informatie}", "{rechtsbronnen.controleer}")

INFORMS = "kennis te nemen van "

# How a condition names that a detail isn't answered: no answer has this name.
NOT_ANSWERED = "open"

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_CONDITION = re.compile(r"(\w+)=(\w+(?:\|\w+)*)")
_STEP = re.compile(r"(\w+)(?:\[([^\[\]\s]+)\])?")


def names_of(code: str) -> tuple[str, ...]:
    """Return the names that a text of an option may leave open."""
    asks = any(detail.of_gemeente for (option, _), detail in booklet.DETAILS.items() if option == code)
    return NAMES if asks else _WITHOUT_GEMEENTE


def names_fault(text: str, known: tuple[str, ...]) -> str:
    """Return in Dutch which braces of a text stand for nothing; empty when all are known."""
    unknown = sorted(set(_BRACES.findall(text)) - set(known))
    return f"Onbekend tussen accolades: {' '.join(unknown)}." if unknown else ""


def opening_fault(text: str) -> str:
    """Return in Dutch why no decision can follow these words; empty when one can."""
    if not text[:1].isupper() or text.endswith((".", ":")):
        return "Begin met een hoofdletter en eindig zonder punt of dubbelepunt: het besluit volgt erop."
    return names_fault(text, (REGION,))


def decision_fault(kind: str, text: str, known: tuple[str, ...]) -> str:
    """Return in Dutch why a text doesn't fit after the opening of an organ; empty when it does: a clause with 'te' that
    begins small and ends with a full stop. Of what an organ only takes note of the first words are fixed."""
    if text[:1].isupper() or not text.endswith(".") or text.endswith(".."):
        return "Begin met een kleine letter en eindig met één punt: de zin volgt op de aanhef."
    if not re.search(r"\bte\b", text):
        return "Schrijf een bijzin met ‘te’, die past achter ‘Het algemeen bestuur besluit’."
    if text.startswith(INFORMS) != (kind == DecisionKind.NOTE.value):
        return f"Begin met ‘{INFORMS.strip()}’ als het orgaan alleen wordt geïnformeerd, en anders nooit."
    return names_fault(text, known)


def condition_of(written: str) -> Condition | None:
    """Return the condition that 'begroting=open|binnen' says; None for an empty text. Raises `ValueError` for a text
    of another form."""
    if not written:
        return None
    found = _CONDITION.fullmatch(written)
    if not found:
        raise ValueError(f"{written!r} is no condition such as 'vorm=open|overleg'")
    values = tuple("" if value == NOT_ANSWERED else value for value in found[2].split("|"))
    return Condition(found[1], values)


def option_steps(written: str) -> tuple[OptionStep, ...]:
    """Return the steps that 'aanbieden ab_besluit[vorm=commissie]' says. Raises `ValueError` for another form."""
    steps = []
    for word in written.split():
        found = _STEP.fullmatch(word)
        if not found:
            raise ValueError(f"{word!r} is no step such as 'ab_besluit[vorm=commissie]'")
        steps.append(OptionStep(found[1], condition_of(found[2] or "")))
    return tuple(steps)


def after_unless(steps: str, any_of: str, none_of: str) -> tuple[AfterUnless, ...]:
    """Return the steps that needn't be waited for, with the options that say when; nothing when there are none."""
    if not steps:
        return ()
    return (AfterUnless(tuple(steps.split()), tuple(any_of.split()), tuple(none_of.split())),)
