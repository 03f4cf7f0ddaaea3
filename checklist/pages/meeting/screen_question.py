"""The beamer while a question is answered: the question, its options, and how many are done. No name, no number per
option."""

from dataclasses import dataclass

from checklist.domain.content import Question
from checklist.domain.dutch import capital
from checklist.domain.meeting.rounds import ShownStep, steps_shown
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import RoundKind
from checklist.pages.meeting.options import letter_of
from checklist.pages.meeting.screen_room import Joining, ScreenRoom
from checklist.pages.meeting.words import Squares
from checklist.selectors import RoundNow


@dataclass(frozen=True)
class QuestionHead:
    """What stands above each page of a question."""

    number: int
    heading: str
    many: bool
    steps: tuple[ShownStep, ...]
    again: bool


def question_head(question: Question, now: RoundNow | None) -> QuestionHead:
    """Return the head of a question at which this round is; None before it was opened."""
    steps = steps_shown({step for step, _ in now.steps}, now.state) if now else steps_shown((), None)
    # What is settled without a vote, after one that was broken off, was asked no second time.
    again = now is not None and now.attempt > 1 and (now.answerable or now.result is not None)
    return QuestionHead(question.number, question.heading, question.many, steps, again)


@dataclass(frozen=True)
class OptionCard:
    """An option with its letter, a few words and those of the booklet; without the latter the few words are theirs."""

    letter: str
    words: str
    book: str


@dataclass(frozen=True)
class QuestionPage:
    """A question with its options. `prompt`: what to do now; `count_words` and `squares` say how many answered, and are
    empty when nothing is asked."""

    head: QuestionHead
    options: tuple[OptionCard, ...]
    prompt: str
    lost: bool
    count_words: str
    squares: Squares | None
    joining: Joining | None
    unanimity: bool


def question_page(room: ScreenRoom, question: Question, now: RoundNow | None) -> QuestionPage:
    """Return the page of a question that is about to be answered, is being answered, or was answered but not shown."""
    asked = now is not None and now.kind != RoundKind.HANDS
    return QuestionPage(
        head=question_head(question, now),
        options=tuple(OptionCard(letter_of(one), capital(one.words), one.book) for one in question.options),
        prompt=_prompt(now),
        lost=now is not None and room.meeting.lost_before(now),
        count_words=_count(now, room.region_size) if now and asked else "",
        squares=Squares(len(now.answered), room.region_size) if now and asked else None,
        joining=room.joining if now and now.answerable else None,
        unanimity=room.meeting.secret and now is not None and now.state in (RoundState.ALONE, RoundState.VOTE),
    )


def _prompt(now: RoundNow | None) -> str:
    if now is None:
        return "Straks geeft u eerst alleen uw eigen voorkeur."
    if now.kind == RoundKind.HANDS and now.answerable:
        return "Steek uw hand op als de voorzitter het antwoord noemt."
    match now.state:
        case RoundState.ALONE:
            return "Geef eerst alleen uw eigen voorkeur, zonder te overleggen."
        case RoundState.VOTE:
            return "Stem nu. Uw antwoord van zojuist staat er al: wijzig het of laat het zo."
        case RoundState.CLOSED:
            return "De vraag is gesloten. De uitslag komt als de voorzitter haar toont."
        case _:
            return ""


def _count(now: RoundNow, region_size: int) -> str:
    done = f"{len(now.answered)} van {region_size}"
    if now.state == RoundState.VOTE:
        return f"{done} stemmen binnen"
    return f"Gesloten · {done}" if now.state == RoundState.CLOSED else f"{done} klaar"
