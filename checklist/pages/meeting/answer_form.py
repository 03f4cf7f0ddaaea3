"""The form with which a gemeente answers a question: as it is shown, and as it was sent. Its fields are named after the
letter of an option: `A-keuze` and `A-reden`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, TypeVar

from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

from checklist.domain.content import Question
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.meeting.tally import valid
from checklist.domain.meeting.value import Ballot
from checklist.domain.meeting_record.words import REASON_CAP, Mandate, Stance
from checklist.domain.text import MARGIN, TooLongError, capped, clean_line, shortened
from checklist.pages.meeting.options import LetteredOption, lettered

_Word = TypeVar("_Word", bound=StrEnum)

STANCE_LABELS = {Stance.FOR: "Voor", Stance.LIVE_WITH: "Kan ermee leven", Stance.AGAINST: "Tegen"}
NOTHING_CHOSEN = "Kies ten minste één keer, of ‘Geen voorkeur’."


@dataclass(frozen=True)
class AnswerRow:
    """An option with what is said of it; `error` is what is wrong with the reason."""

    option: LetteredOption
    stance: Stance | None = None
    reason: str = ""
    error: str = ""
    # The three answers to it, in the order of the screen.
    choices: ClassVar = tuple((stance.value, words) for stance, words in STANCE_LABELS.items())

    @property
    def name(self) -> str:
        """How the screen names it."""
        return capital(self.option.words)


@dataclass(frozen=True)
class AnswerForm:
    """What stands in the form. `others` is said of each option without a stance; `refusal` is why it can't be sent."""

    rows: tuple[AnswerRow, ...]
    others: Stance | None = None
    discuss: bool = False
    mandate: Mandate = Mandate.NOT_SAID
    refusal: str = ""

    @property
    def sound(self) -> bool:
        """Whether it can be sent as it is."""
        return not self.refusal and not any(row.error for row in self.rows)

    @property
    def has_more(self) -> bool:
        """Whether something is filled in below the options."""
        return self.others is not None or self.discuss

    @property
    def ballot(self) -> Ballot:
        """The answer that it sends."""
        stances = {row.option.code: row.stance or self.others for row in self.rows}
        return Ballot(
            stances={code: stance for code, stance in stances.items() if stance},
            reasons={row.option.code: row.reason for row in self.rows if row.reason},
            discuss=self.discuss,
        )


def filled_in(question: Question, ballot: Ballot | None, mandate: Mandate) -> AnswerForm:
    """Return the form with an earlier answer in it, or an empty one. Pure."""
    said = ballot or Ballot()
    rows = (
        AnswerRow(option, said.stances.get(option.code), said.reasons.get(option.code, ""))
        for option in lettered(question)
    )
    return AnswerForm(tuple(rows), discuss=said.discuss, mandate=mandate)


def sent_form(question: Question, sent: QueryDict) -> AnswerForm:
    """Return the form as it was sent, with what is wrong with it. Pure. Raises `SuspiciousOperation` (400) for a value
    that no control of it has."""
    others = _word(Stance, sent.get("andere", ""))
    if others == Stance.FOR:
        raise SuspiciousOperation("voor is said of an option itself")
    form = AnswerForm(
        rows=tuple(_row(option, sent) for option in lettered(question)),
        others=others,
        discuss="bespreken" in sent,
        mandate=_word(Mandate, sent.get("mandaat", "")) or Mandate.NOT_SAID,
    )
    return replace(form, refusal=_refusal(question, form))


def with_refusal(form: AnswerForm, reason: str) -> AnswerForm:
    """Return the form with why it can't be sent."""
    return replace(form, refusal=reason)


def no_preference(form: AnswerForm) -> Ballot:
    """Return the answer of who has no preference: no stance, and no reason for one."""
    return Ballot(discuss=form.discuss)


def _row(option: LetteredOption, sent: Mapping[str, str]) -> AnswerRow:
    stance, typed = _word(Stance, sent.get(f"{option.letter}-keuze", "")), sent.get(f"{option.letter}-reden", "")
    try:
        return AnswerRow(option, stance, capped(typed, REASON_CAP, clean_line))
    except TooLongError as error:
        kept = shortened(typed, MARGIN * REASON_CAP, clean_line)
        return AnswerRow(option, stance, kept, f"Deze reden telt {error.count} tekens. Er passen er {REASON_CAP}.")


def _refusal(question: Question, form: AnswerForm) -> str:
    if not any(row.stance for row in form.rows):
        return NOTHING_CHOSEN
    ballot = form.ballot
    loose = [row.option.letter for row in form.rows if row.reason and row.option.code not in ballot.stances]
    if loose:
        return f"Bij {in_a_row(loose)} staat een reden. Kies daar ook voor, kan ermee leven of tegen."
    return valid(question, ballot.stances)


def _word(words: type[_Word], value: str) -> _Word | None:
    try:
        return words(value) if value else None
    except ValueError as error:
        raise SuspiciousOperation(f"no {words.__name__}: {value[:20]}") from error
