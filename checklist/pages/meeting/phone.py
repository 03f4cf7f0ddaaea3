"""The page of a phone as plain values: what it asks, or what it tells. Each kind names its template."""

from dataclasses import dataclass
from typing import ClassVar

from checklist.domain.content import Content, Question
from checklist.domain.meeting.plan import Plan, plan_from_json
from checklist.domain.meeting.value import Given, RoundState
from checklist.pages.meeting.answer_form import AnswerForm
from checklist.pages.meeting.options import letter_of
from checklist.pages.meeting.phone_own import OwnAnswer
from checklist.pages.meeting.phone_result import Result, ResultLine
from checklist.selectors import LiveMeeting, RoundNow, Seat


@dataclass(frozen=True)
class Texts:
    """What was written with the answer that was settled."""

    motivation: str = ""
    minority: str = ""


@dataclass(frozen=True)
class Phone:
    """What the page of a phone is made from. `own`: the own answer to the round that it is about, None without one, or
    when this device doesn't know it. `before`: what the gemeente said earlier of the same question, to start from."""

    meeting: LiveMeeting
    seat: Seat
    content: Content
    own: Given | None = None
    before: Given | None = None
    texts: Texts = Texts()

    @property
    def plan(self) -> Plan:
        """What the meeting talks about."""
        return plan_from_json(self.meeting.plan)

    def question(self, number: int) -> Question:
        """The question with this number."""
        return self.content.questions[number - 1]


@dataclass(frozen=True)
class Asked:
    """What the address asks for: which question of a poll (0: none); to change the own answer; that the round with this
    id was answered at this step just now ('12.stemmen')."""

    question: int = 0
    change: bool = False
    sent: str = ""


@dataclass(frozen=True)
class Told:
    """A heading and some sentences."""

    heading: str
    lines: tuple[str, ...] = ()
    template: ClassVar[str] = "meeting/phone/told.html"


@dataclass(frozen=True)
class Ask:
    """The question with its form. `asks_mandate`: it is said with each answer. `lost`: answers were lost by a failure;
    `first`: nothing was answered yet; `started`: the form starts with an earlier answer; `last`: that is voted on."""

    round: RoundNow
    question: Question
    form: AnswerForm
    asks_mandate: bool
    lost: bool
    first: bool
    started: bool
    last: bool
    template: ClassVar[str] = "meeting/phone/ask.html"

    @property
    def button(self) -> str:
        """What the button says."""
        return "Zo stem ik" if self.round.state == RoundState.VOTE else "Verstuur"

    @property
    def meanings(self) -> tuple[tuple[str, str, str], ...]:
        """The options in the words of the booklet, each with its letter and what it means."""
        return tuple((letter_of(option), option.label, option.practice) for option in self.question.options)


@dataclass(frozen=True)
class Own:
    """The own answer, and what comes next. `own` is None when this device doesn't know it."""

    heading: str
    help: str
    own: OwnAnswer | None
    change: str
    ticked: bool = False
    template: ClassVar[str] = "meeting/phone/own.html"


@dataclass(frozen=True)
class Outcome:
    """What was counted. `own`, None when this device doesn't know it; `asks_own`: each gemeente gave an answer of its
    own, not with a hand."""

    question: Question
    result: Result
    own: OwnAnswer | None
    asks_own: bool
    template: ClassVar[str] = "meeting/phone/outcome.html"


@dataclass(frozen=True)
class Settled:
    """What was settled, with its counts and texts; `own` is what the gemeente said of it, `next` the next question."""

    question: Question
    answer: str
    counts: tuple[ResultLine, ...]
    differs: str
    texts: Texts
    own: str
    next: Question | None
    template: ClassVar[str] = "meeting/phone/settled.html"


@dataclass(frozen=True)
class ListedQuestion:
    """A question with its answer, for a list. `done`: the gemeente answered it, or it is settled; `lifted`: it is to be
    talked about, `by` whom, empty when nobody may know."""

    number: int
    heading: str
    answer: str = ""
    done: bool = False
    lifted: bool = False
    by: str = ""


@dataclass(frozen=True)
class Poll:
    """The questions of a poll, to be answered in any order."""

    questions: tuple[ListedQuestion, ...]
    template: ClassVar[str] = "meeting/phone/poll.html"

    @property
    def ready(self) -> int:
        """How many the gemeente answered."""
        return sum(one.done for one in self.questions)


@dataclass(frozen=True)
class Formalities:
    """The hamerstukken; each can be lifted until it is settled."""

    questions: tuple[ListedQuestion, ...]
    template: ClassVar[str] = "meeting/phone/formalities.html"


@dataclass(frozen=True)
class Proposal:
    """What the chair puts forward; nothing is settled by it."""

    questions: tuple[ListedQuestion, ...]
    template: ClassVar[str] = "meeting/phone/proposal.html"


Screen = Told | Ask | Own | Outcome | Settled | Poll | Formalities | Proposal
