"""What goes on in a meeting, as plain values. Gemeenten are codes, options are codes, questions numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checklist.domain.meeting_record.words import How, Mandate, Stance

# The stance on each option; of an option that isn't in it there is no judgement. Empty: no preference.
Stances = Mapping[str, Stance]


class MeetingState(StrEnum):
    """Where a meeting is; CLOSED is final."""

    READY = "klaar"
    POLL = "peiling"
    RUNNING = "bezig"
    SUSPENDED = "geschorst"
    CLOSED = "gesloten"


class Showing(StrEnum):
    """What the beamer shows: how to join, a list, the question that is on (NAMES: its outcome with who is tegen), or
    the whole design and what lies near."""

    JOIN = "doemee"
    FORMALITIES = "hamerstukken"
    TALKS = "bespreekstukken"
    QUESTION = "vraag"
    NAMES = "namen"
    WHOLE = "geheel"
    DESIGNS = "ontwerpen"


class RoundState(StrEnum):
    """Where a round is. In the first three it can be answered. LAPSED: broken off, or another attempt came."""

    ALONE = "alleen"
    REASONS = "redenen"
    VOTE = "stemmen"
    CLOSED = "dicht"
    SHOWN = "getoond"
    SETTLED = "vastgesteld"
    LAPSED = "vervallen"


ANSWERABLE = (RoundState.ALONE, RoundState.REASONS, RoundState.VOTE)


@dataclass(frozen=True)
class Ballot:
    """One answer: stances, reasons by option (each at most `REASON_CAP`), and whether it should be talked about."""

    stances: Stances = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    discuss: bool = False


@dataclass(frozen=True)
class Given:
    """The answer of a gemeente in open mode, with where it came from."""

    ballot: Ballot
    how: How = How.PHONE
    mandate: Mandate = Mandate.NOT_SAID
    late: bool = False


@dataclass(frozen=True)
class OptionCount:
    """How many said what of one option; the rest of those who answered gave no judgement on it."""

    voor: int = 0
    kan: int = 0
    tegen: int = 0


@dataclass(frozen=True)
class QuestionCount:
    """The count of one question: how many answered with a stance (`answered`, the n of every rule), how many said that
    they have no preference, and the counts by option, of all options of the question in their order."""

    answered: int
    blank: int
    options: Mapping[str, OptionCount]
