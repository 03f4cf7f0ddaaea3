"""What a meeting leaves behind, as plain values: gemeenten and options are codes, questions numbers, texts clean."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from checklist.domain.meeting_record.words import How, Mandate, Mode, Rough, RoundKind, Stance, Step, Word
from checklist.domain.proposal import Attendance, Presence


@dataclass(frozen=True)
class Sitting:
    """One sitting: its day, and from when until when, in whole minutes."""

    on: date
    start: time
    end: time


@dataclass(frozen=True)
class Attended:
    """How a gemeente stood to the meeting. `how` it took part, None when it didn't; `mandate` as it said at joining."""

    gemeente: str
    presence: Presence
    how: How | None = None
    mandate: Mandate = Mandate.NOT_SAID


@dataclass(frozen=True)
class RecordedCount:
    """How many said what of one option, in words where secret mode gives no number. None: not told. After a secret
    reopening `voor` is `Rough.MAJORITY` or `NO_MAJORITY`, and nothing else is told."""

    voor: int | Rough
    kan: int | None = None
    tegen: int | Rough | None = None


@dataclass(frozen=True)
class RecordedAnswer:
    """The answer of a gemeente in open mode. Without stances it has no preference; `late`: given after the meeting, and
    not counted."""

    gemeente: str
    stances: Mapping[str, Stance]
    how: How = How.PHONE
    reasons: Mapping[str, str] = field(default_factory=dict)
    mandate: Mandate = Mandate.NOT_SAID
    late: bool = False


@dataclass(frozen=True)
class RecordedQuestion:
    """What became of a question. `kind` None: it was settled without a vote, and nothing but `steps` and `settled` is
    told.

    `attempt` is the last one, `steps` are those it took, each once. `answered`: how many gave a stance; `blank`: how
    many had no preference; `late`: how many answered after the meeting, who are in neither. `counts` may lack options,
    and is empty where nothing may be told. `settled` is what the meeting settled, empty when it didn't; `differs`: why
    that is another answer than the count gives.
    """

    kind: RoundKind | None = None
    attempt: int = 1
    steps: tuple[Step, ...] = ()
    answered: int = 0
    blank: int = 0
    late: int = 0
    word: Word | None = None
    counts: Mapping[str, RecordedCount] = field(default_factory=dict)
    answers: tuple[RecordedAnswer, ...] = ()
    settled: tuple[str, ...] = ()
    differs: str = ""

    @property
    def tells_something(self) -> bool:
        """Whether anything became of it: it was settled, voted on, or answered in the poll."""
        said = self.answered + self.blank + self.late > 0
        return bool(self.settled) or (said if self.kind is RoundKind.POLL else self.kind is not None)

    @property
    def reasons_against(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The reasons of those who were tegen an option, by option, each with the gemeenten that gave it; those given
        after the meeting aren't among them."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for answer in self.answers:
            for code, text in answer.reasons.items():
                if answer.stances.get(code) is Stance.AGAINST and not answer.late:
                    by = found.setdefault(code, {})
                    by[text] = (*by.get(text, ()), answer.gemeente)
        return found


@dataclass(frozen=True)
class MeetingRecord:
    """A closed meeting. `names`: the advies tells answers per gemeente; `cleaned`: when it was seen that secret answers
    are gone, None when that wasn't yet, or needn't be."""

    mode: Mode
    sittings: tuple[Sitting, ...]
    names: bool
    attendance: tuple[Attended, ...]
    questions: Mapping[int, RecordedQuestion]
    cleaned: date | None = None

    @property
    def secret(self) -> bool:
        """Whether nobody knows who answered what."""
        return self.mode is Mode.SECRET

    @property
    def as_attendance(self) -> tuple[Attendance, ...]:
        """Who was there, as a proposal says it."""
        return tuple(Attendance(one.gemeente, one.presence) for one in self.attendance)

    @property
    def as_published(self) -> "MeetingRecord":
        """The record as it goes out with a document: without answers where gemeenten aren't named, with counts."""
        if self.names:
            return self
        return replace(self, questions={number: replace(one, answers=()) for number, one in self.questions.items()})
