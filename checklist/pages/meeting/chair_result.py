"""The outcome of a question on the bediening, with what would be settled filled in from the majority."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from checklist.domain.content import Question
from checklist.domain.dutch import capital
from checklist.domain.meeting.as_json import count_from_json, shown_from_json
from checklist.domain.meeting.count_words import count_words
from checklist.domain.meeting.pieces import plain
from checklist.domain.meeting.shown import ShownCount, added_up_shown
from checklist.domain.meeting.tally import AddedUp, added_up
from checklist.domain.meeting.value import Given, QuestionCount
from checklist.domain.meeting_record.words import Added, Mandate, Stance
from checklist.pages.meeting.options import LetteredOption, lettered
from checklist.selectors import RoundNow


@dataclass(frozen=True)
class ResultRow:
    """An option to settle, with how many said what of it; in secret mode in the words that may be told, without who can
    live with it."""

    option: LetteredOption
    chosen: bool
    voor: str = ""
    kan: str = ""
    tegen: str = ""


@dataclass(frozen=True)
class Result:
    """The outcome: a sentence of what it adds up to, one of how many answered, and the rows; `counted`: these have
    numbers, `with_kan` those of who can live with it too."""

    sentence: str
    answered: str
    rows: tuple[ResultRow, ...]
    counted: bool
    with_kan: bool

    @property
    def chosen_words(self) -> str:
        """The answer that is chosen, for the button that settles it."""
        return capital(" en ".join(row.option.words for row in self.rows if row.chosen))


@dataclass(frozen=True)
class Side:
    """Which gemeenten are for, or against, an option; who is against with what it is for instead, and each with its
    mandate under reserve. `apart`: each on a line of its own."""

    heading: str
    names: tuple[str, ...]
    apart: bool


def result_of(question: Question, now: RoundNow | None, *, secret: bool, chosen: Collection[str] | None) -> Result:
    """Return the outcome of a round, or without one the options alone. `chosen` are the options ticked in a form that
    was sent; None fills in the majority."""
    stored = now.result if now else None
    if stored is None:
        return _result(("", ""), question, chosen or (), {}, with_kan=False)
    counted = (shown_from_json if secret else count_from_json)(question, stored)
    found, cells = _cells(question, counted)
    ticked = (found.options if found.how == Added.MAJORITY else ()) if chosen is None else chosen
    told = (f"{plain(count_words(question, counted))}.", _answered(stored))
    return _result(told, question, ticked, cells, with_kan=not secret)


def sides(
    question: Question, chosen: Collection[str], given: Mapping[str, Given], names: Mapping[str, str]
) -> tuple[Side, ...]:
    """Return who is against and who is for the first chosen option, in open mode; `names` of the gemeenten by code."""
    option = next((one for one in question.options if one.code in chosen), None)
    if option is None:
        return ()
    found = []
    for word, stance in (("Tegen", Stance.AGAINST), ("Voor", Stance.FOR)):
        codes = [code for code in names if code in given and given[code].ballot.stances.get(option.code) == stance]
        against = stance == Stance.AGAINST
        who = tuple(_who(question if against else None, names[code], given[code]) for code in codes)
        found.append(Side(f"{word} ‘{capital(option.words)}’", who, against))
    return tuple(side for side in found if side.names)


_Cells = Mapping[str, tuple[str, str, str]]


def _cells(question: Question, counted: QuestionCount | ShownCount) -> tuple[AddedUp, _Cells]:
    if isinstance(counted, ShownCount):
        return added_up_shown(question, counted), {
            code: (str(one.voor), "", "" if one.tegen is None else str(one.tegen))
            for code, one in counted.options.items()
        }
    return added_up(question, counted), {
        code: (str(one.voor), str(one.kan), str(one.tegen)) for code, one in counted.options.items()
    }


def _result(
    told: tuple[str, str], question: Question, ticked: Collection[str], cells: _Cells, *, with_kan: bool
) -> Result:
    rows = tuple(ResultRow(option, option.code in ticked, *cells.get(option.code, ())) for option in lettered(question))
    return Result(*told, rows, bool(cells), with_kan)


def _answered(stored: Mapping[str, Any]) -> str:
    """How many said something of it: '7 antwoorden, 1 zonder voorkeur'."""
    blank = f", {stored['blank']} zonder voorkeur" if stored["blank"] else ""
    return f"{stored['answered']} {'antwoord' if stored['answered'] == 1 else 'antwoorden'}{blank}"


def _who(question: Question | None, name: str, given: Given) -> str:
    """A gemeente, with what it is for at a question and whether under reserve: 'Oss: de centrumgemeente, onder
    voorbehoud'."""
    wants = (
        [one.words for one in question.options if given.ballot.stances.get(one.code) == Stance.FOR] if question else []
    )
    said = ", ".join((*wants, *(["onder voorbehoud"] if given.mandate == Mandate.RESERVED else [])))
    return f"{name}: {said}" if said else name
