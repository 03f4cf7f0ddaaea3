"""Answers that come in as sums: folded slips of paper in secret mode, and hands. Whose they are, nobody knows."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.content import Question
from checklist.domain.meeting.value import OptionCount, QuestionCount

_NOTHING = OptionCount()


@dataclass(frozen=True)
class Slips:
    """Slips of paper: how many were handed in, how many of these have no preference, and what the others say."""

    number: int
    options: Mapping[str, OptionCount]
    blank: int = 0


@dataclass(frozen=True)
class Hands:
    """Hands in the room: of how many gemeenten, and how many of these were raised."""

    present: int
    options: Mapping[str, OptionCount]


def slips_refusal(question: Question, slips: Slips, most: int) -> str:
    """Return in Dutch why so many gemeenten on paper can't have handed in these slips; empty when they can."""
    if slips.number > most:
        return f"U vult {slips.number} briefjes in. Het aantal gemeenten op papier is {most}."
    if not 0 <= slips.blank <= slips.number:
        return f"{slips.blank} briefjes zonder voorkeur kan niet: het aantal briefjes is {slips.number}."
    return _refusal(question, slips.options, slips.number - slips.blank, "briefjes met een voorkeur")


def hands_refusal(question: Question, hands: Hands, most: int) -> str:
    """Return in Dutch why so many gemeenten can't have raised these hands; empty when they can."""
    if not 1 <= hands.present <= most:
        return f"Vul in hoeveel gemeenten er zijn: 1 tot en met {most}."
    return _refusal(question, hands.options, hands.present, "gemeenten")


def with_slips(counted: QuestionCount, slips: Slips) -> QuestionCount:
    """Return the count with the slips added to it."""
    return QuestionCount(
        answered=counted.answered + slips.number - slips.blank,
        blank=counted.blank + slips.blank,
        options={
            code: OptionCount(one.voor + more.voor, one.kan + more.kan, one.tegen + more.tegen)
            for code, one in counted.options.items()
            for more in [slips.options.get(code, _NOTHING)]
        },
    )


def of_hands(question: Question, hands: Hands) -> QuestionCount:
    """Return the count of a round by hands: everybody who is present counts."""
    options = {option.code: hands.options.get(option.code, _NOTHING) for option in question.options}
    return QuestionCount(hands.present, 0, options)


def _refusal(question: Question, counts: Mapping[str, OptionCount], n: int, of_what: str) -> str:
    """Why n can't have said this: nobody counts twice at an option, nor is voor two that don't go together."""
    known = {option.code: option for option in question.options}
    if not counts.keys() <= known.keys():
        return "Vul alleen antwoorden van deze vraag in."
    for code, one in counts.items():
        total = one.voor + one.kan + one.tegen
        if min(one.voor, one.kan, one.tegen) < 0 or total > n:
            return f"Bij {_letter(code)} telt u er {total}; het aantal {of_what} is {n}."
    voor = {code: one.voor for code, one in counts.items()}
    if not question.many and (total := sum(voor.values())) > n:
        return f"U telt samen {total} keer voor; het aantal {of_what} is {n}, en bij deze vraag kan er één."
    for alone in (code for code in voor if question.many and known[code].exclusive):
        for code, number in voor.items():
            if code != alone and voor[alone] + number > n:
                return f"{_letter(alone)} en {_letter(code)} sluiten elkaar uit; samen telt u er te veel."
    return ""


def _letter(code: str) -> str:
    return code[-1].upper()
