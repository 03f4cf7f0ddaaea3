"""The outcome of a round on a phone: as the beamer has it, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checklist.domain.content import Question
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.meeting.as_json import count_from_json, shown_from_json
from checklist.domain.meeting.shown import ShownOption, added_up_shown
from checklist.domain.meeting.tally import AddedUp, added_up
from checklist.domain.meeting.value import OptionCount
from checklist.domain.meeting_record.words import Added
from checklist.pages.meeting.options import lettered


@dataclass(frozen=True)
class Said:
    """A number, or the word for it, with the shape of its stance."""

    shape: str
    words: str


@dataclass(frozen=True)
class ResultLine:
    """An option with its counts."""

    letter: str
    words: str
    counts: tuple[Said, ...]


@dataclass(frozen=True)
class Result:
    """The outcome by option; no lines when too few answered to say more. `blank`: how many had no preference."""

    answered: int
    blank: int
    lines: tuple[ResultLine, ...]
    added_up: str


def result_of(question: Question, stored: Mapping[str, Any], *, secret: bool, by_hands: bool = False) -> Result:
    """Return the stored outcome of a round in words; hands don't say who can live with it. Pure."""
    if secret:
        told = shown_from_json(question, stored)
        lines = _lines(question, {code: _shown(one) for code, one in told.options.items()})
        line = _added_up(question, added_up_shown(question, told)) if lines else ""
        return Result(told.answered, told.blank, lines, line)
    counted = count_from_json(question, stored)
    lines = _lines(question, {code: _counted(one, by_hands=by_hands) for code, one in counted.options.items()})
    return Result(counted.answered, counted.blank, lines, _added_up(question, added_up(question, counted)))


def _counted(one: OptionCount, *, by_hands: bool) -> tuple[Said, ...]:
    kan = () if by_hands else (Said("kan", f"{one.kan} ermee leven"),)
    return (Said("voor", f"{one.voor} voor"), *kan, Said("tegen", f"{one.tegen} tegen"))


def _shown(one: ShownOption) -> tuple[Said, ...]:
    voor = Said("voor", f"voor: {one.voor}")
    return (voor,) if one.tegen is None else (voor, Said("tegen", f"tegen: {one.tegen}"))


def _lines(question: Question, counts: Mapping[str, tuple[Said, ...]]) -> tuple[ResultLine, ...]:
    return tuple(
        ResultLine(option.letter, capital(option.words), counts[option.code])
        for option in lettered(question)
        if option.code in counts
    )


def _added_up(question: Question, found: AddedUp) -> str:
    letters = in_a_row([option.letter for option in lettered(question) if option.code in found.options])
    return {
        Added.MAJORITY: f"Meerderheid voor {letters}.",
        Added.LARGEST: f"{letters} is de grootste groep, geen meerderheid.",
        Added.TIED: "De stemmen staken.",
        Added.NONE: "Er is geen meerderheid.",
    }[found.how]
