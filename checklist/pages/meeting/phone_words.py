"""The words in which a phone says where the meeting is, and what was answered."""

from collections.abc import Sequence

from checklist.domain.content import Question
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import Mandate, RoundKind, Stance
from checklist.models import QUESTION_COUNT
from checklist.pages.meeting.options import lettered
from checklist.selectors import LiveMeeting, RoundNow

STANCE_WORDS = {Stance.FOR: "voor", Stance.LIVE_WITH: "kan ermee leven", Stance.AGAINST: "tegen"}
MANDATE_WORDS = {
    Mandate.GIVEN: "Met mandaat",
    Mandate.RESERVED: "Onder voorbehoud",
    Mandate.NOT_SAID: "",
}
_STEPS = {
    RoundState.ALONE: "eerst alleen",
    RoundState.REASONS: "redenen",
    RoundState.VOTE: "stemmen",
    RoundState.CLOSED: "gesloten",
    RoundState.SHOWN: "uitslag",
    RoundState.SETTLED: "vastgesteld",
    RoundState.LAPSED: "afgebroken",
}


def step_line(of_round: RoundNow) -> str:
    """Return which question it is, and at which step: 'Vraag 7 van 12 · eerst alleen'."""
    return f"Vraag {of_round.question} van {QUESTION_COUNT} · {step_word(of_round)}"


def step_word(of_round: RoundNow) -> str:
    """Return the step of a round in a word or two."""
    if of_round.talking:
        return "praten"
    if of_round.kind == RoundKind.POLL and of_round.answerable:
        return "voorpeiling"
    return _STEPS[of_round.state]


def ready_line(of_round: RoundNow, region_size: int) -> str:
    """Return how many answered of the region, without a name, as the beamer has it: '8 van 11 klaar'."""
    return f"{len(of_round.answered)} van {region_size} klaar"


def answer_words(question: Question, codes: Sequence[str]) -> str:
    """Return an answer as a heading: 'Advies aan het bestuur en advies aan de gemeenten'."""
    return capital(in_a_row([option.words for option in lettered(question) if option.code in codes]))


def mode_word(meeting: LiveMeeting) -> str:
    """Return the mode as the bar has it."""
    return "geheim" if meeting.secret else "open"
