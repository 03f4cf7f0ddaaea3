"""The bediening of a meeting: what the chair looks at, and the next step. Before 'Uitslag tonen' no number of an answer
is in it, as its screen may be mirrored."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from checklist.domain.content import Question
from checklist.domain.meeting.rounds import ShownStep, steps_shown
from checklist.domain.meeting.value import Given, RoundState, Showing
from checklist.domain.meeting.whole import Whole
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, RoundKind, Way
from checklist.pages.meeting.chair_agenda import AgendaGroup, agenda
from checklist.pages.meeting.chair_bar import Bar, Press, bar_of, names_press
from checklist.pages.meeting.chair_formal import FormalPage, TalkRow, formal_page, talk_rows
from checklist.pages.meeting.chair_look import Sight
from checklist.pages.meeting.chair_reasons import Reason, Reasons, reasons_given
from checklist.pages.meeting.chair_result import Result, Side, result_of, sides
from checklist.pages.meeting.chair_whole import WholePage, whole_page
from checklist.pages.meeting.chair_words import mode_words
from checklist.pages.meeting.options import LetteredOption, lettered
from checklist.selectors import LiveMeeting, RoundNow


@dataclass(frozen=True)
class Answers:
    """What the chair may see of the answers to a round: the reasons, and in open mode who gave which, once the outcome
    is shown; and the whole, where that is looked at."""

    reasons: Reasons = field(default_factory=dict)
    given: Mapping[str, Given] = field(default_factory=dict)
    whole: Whole | None = None


NO_ANSWERS = Answers()


@dataclass(frozen=True)
class Sent:
    """What was chosen in a form that came back: the options to settle, None for those of the majority; the numbers."""

    ticked: Collection[str] | None = None
    numbers: Mapping[str, str] = field(default_factory=dict)


NOTHING_SENT = Sent()


@dataclass(frozen=True)
class SumCell:
    """A number field: its name, its label, and what was typed in it."""

    name: str
    words: str
    value: str


@dataclass(frozen=True)
class SumRow:
    """An option with its number fields."""

    option: LetteredOption
    cells: tuple[SumCell, ...]


@dataclass(frozen=True)
class AtQuestion:
    """The question that is looked at, in the state of its last round. What isn't on in that state is empty: `reasons`
    to show, `slips` (how many gemeenten may hand one in), `hands`, `result` (to settle, once it may be seen),
    `names` (the press that shows on the beamer who is tegen, or takes that off). `lost`: it is asked again, as its
    answers were lost."""

    question: Question
    now: RoundNow | None
    steps: tuple[ShownStep, ...]
    options: tuple[LetteredOption, ...]
    reasons: tuple[Reason, ...] = ()
    reasons_on: bool = False
    slips: int = 0
    hands: bool = False
    sums: tuple[SumRow, ...] = ()
    result: Result | None = None
    sides: tuple[Side, ...] = ()
    names: Press | None = None
    lost: bool = False


@dataclass(frozen=True)
class Console:
    """The bediening as its template shows it: beside agenda and bar what belongs to the screen that is looked at."""

    agenda: tuple[AgendaGroup, ...]
    bar: Bar
    template: str
    at: AtQuestion | None = None
    formal: FormalPage | None = None
    talks: tuple[TalkRow, ...] = ()
    whole: WholePage | None = None


def title_of(meeting: LiveMeeting) -> str:
    """Return what the bar on top says of a meeting: 'Brabant-Noord · open'."""
    return f"{meeting.region} · {mode_words(meeting.mode)}"


def console(sight: Sight, answers: Answers = NO_ANSWERS, sent: Sent = NOTHING_SENT) -> Console:
    """Return the bediening that looks at something; `sent` is what was chosen in a form that came back."""
    screen = sight.look.screen
    at = _at_question(sight, answers, sent) if screen == Showing.QUESTION else None
    return Console(
        agenda=agenda(sight),
        bar=bar_of(sight, at.result.chosen_words if at and at.result else "", answers.whole),
        template=_TEMPLATES[screen],
        at=at,
        formal=formal_page(sight) if screen == Showing.FORMALITIES else None,
        talks=talk_rows(sight) if screen == Showing.TALKS else (),
        whole=whole_page(sight, answers.whole) if answers.whole else None,
    )


_TEMPLATES = {
    Showing.JOIN: "meeting/chair/join.html",
    Showing.FORMALITIES: "meeting/chair/formal.html",
    Showing.TALKS: "meeting/chair/talks.html",
    Showing.QUESTION: "meeting/chair/question.html",
    Showing.WHOLE: "meeting/chair/whole.html",
}


def shows_reasons(now: RoundNow | None) -> bool:
    """Whether the place of the reasons is on: while they can still be shown or are shown."""
    return now is not None and now.kind == RoundKind.DEVICE and now.state in (RoundState.ALONE, RoundState.REASONS)


def sees_reasons(now: RoundNow | None, *, secret: bool) -> bool:
    """Whether the chair sees the reasons of a round. In secret mode not before as many answered as it takes to show
    them: who sees the first one come knows whose it is."""
    return shows_reasons(now) and now is not None and (not secret or len(now.answered) >= LEAST_TO_SHOW)


def shows_result(now: RoundNow | None) -> bool:
    """Whether the outcome of a round may be seen."""
    return now is not None and now.state in (RoundState.SHOWN, RoundState.SETTLED)


def _at_question(sight: Sight, answers: Answers, sent: Sent) -> AtQuestion:
    meeting = sight.meeting
    question = sight.content.question_of[sight.look.number or 1]
    now = meeting.newest.get(question.number)
    to_settle = shows_result(now) or (now is None and sight.look.unvoted)
    result = result_of(question, now, secret=meeting.secret, chosen=_ticked(sight, now, sent)) if to_settle else None
    chosen = [row.option.code for row in result.rows if row.chosen] if result else []
    return AtQuestion(
        question,
        now,
        steps_shown([step for step, _ in now.steps] if now else [], now.state if now else None),
        lettered(question),
        reasons_given(question, answers.reasons, now.reasons) if now and shows_reasons(now) else (),
        reasons_on=shows_reasons(now),
        slips=_slips(meeting, now),
        sums=_sums(question, sent),
        hands=now is not None and now.answerable and now.kind == RoundKind.HANDS,
        result=result,
        sides=sides(question, chosen, answers.given, sight.names) if shows_result(now) else (),
        names=names_press(sight, now),
        lost=now is not None and meeting.lost_before(now),
    )


def _ticked(sight: Sight, now: RoundNow | None, sent: Sent) -> Collection[str] | None:
    """Which options are ticked: those that were sent, settled or put forward; None for those of the majority."""
    if sent.ticked is not None:
        return sent.ticked
    if now and now.state == RoundState.SETTLED:
        return now.settled
    return sight.plan.proposal.get(sight.look.number or 0)


_STANCES = {"voor": "voor", "kan": "kan ermee leven", "tegen": "tegen"}


def _sums(question: Question, sent: Sent) -> tuple[SumRow, ...]:
    return tuple(
        SumRow(
            option,
            tuple(
                SumCell(name := f"{stance}-{option.code}", words, sent.numbers.get(name, ""))
                for stance, words in _STANCES.items()
            ),
        )
        for option in lettered(question)
    )


def _slips(meeting: LiveMeeting, now: RoundNow | None) -> int:
    """How many gemeenten may hand in a sheet of paper now, in secret mode: once the round may be closed."""
    if not meeting.secret or now is None or not (now.state == RoundState.VOTE or now.talking):
        return 0
    return sum(seat.way == Way.PAPER for seat in meeting.seats)
