"""The beamer when a question is settled: the answer, its count, why, who thinks otherwise, and what comes next."""

from dataclasses import dataclass
from textwrap import shorten

from checklist.domain.content import Question
from checklist.domain.dossier import Answer
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.meeting.as_json import count_from_json, shown_from_json
from checklist.domain.meeting.pieces import Line
from checklist.domain.meeting_record.words import RoundKind, Stance
from checklist.pages.meeting.agenda_words import next_question
from checklist.pages.meeting.options import letter_of
from checklist.pages.meeting.screen_question import QuestionHead, question_head
from checklist.pages.meeting.screen_room import ScreenRoom
from checklist.pages.meeting.words import count_words, gemeenten_words
from checklist.pages.question import ClashLine
from checklist.selectors import LiveMeeting, RoundNow

# Characters of a text that the screen has room for; the whole text stands in the dossier.
_TEXT, _DIFFERS = 330, 190


@dataclass(frozen=True)
class CountOf:
    """The count of one settled option: its letter where there are more, and each stance with its words."""

    letter: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SettledPage:
    """The page. `counts` is empty when nothing was counted or nothing may be told; `differs`: why the answer isn't that
    of the count; `whole`: whether it goes together with the rest, in lines; `next`: what comes now."""

    head: QuestionHead
    answer: str
    counts: tuple[CountOf, ...]
    of_how_many: str
    why: str
    minority: str
    differs: str
    line: ClashLine | None
    whole: tuple[Line, ...]
    next: str


def settled_page(
    room: ScreenRoom, now: RoundNow, answer: Answer, line: ClashLine | None, whole: tuple[Line, ...]
) -> SettledPage:
    """Return the page of a question that was settled with this answer; `line`: what it clashes with; `whole`: the
    majority as a whole in lines."""
    settled, question = now.settled or (), room.content.question_of[now.question]
    counts, answered = _counts(room.meeting, question, now, settled)
    return SettledPage(
        head=question_head(question, now),
        answer=capital(in_a_row([one.words for one in question.options if one.code in settled])),
        counts=counts,
        of_how_many=f"{answered} van {gemeenten_words(room.region_size)}"
        if now.result
        else "zonder stemming vastgesteld",
        why=shorten(answer.motivation, _TEXT, placeholder=" …"),
        minority=shorten(answer.minority, _TEXT, placeholder=" …"),
        differs=shorten(now.differs, _DIFFERS, placeholder=" …"),
        line=line,
        whole=whole,
        next=_next(room, now.question),
    )


def _next(room: ScreenRoom, after: int) -> str:
    number = next_question(room.content, room.meeting, room.plan, after)
    if number is None:
        return "Hierna: het geheel"
    return f"Hierna: vraag {number}, {room.content.question_of[number].heading}"


def _counts(
    meeting: LiveMeeting, question: Question, now: RoundNow, settled: tuple[str, ...]
) -> tuple[tuple[CountOf, ...], int]:
    """The counts of the settled options, and how many answered."""
    if not now.result:
        return (), 0
    answered = int(now.result["answered"])
    said = _secret(question, now) if meeting.secret else _open(question, now)
    options = [one for one in question.options if one.code in settled and one.code in said]
    lettered = len(options) > 1
    return tuple(CountOf(letter_of(one) if lettered else "", said[one.code]) for one in options), answered


def _open(question: Question, now: RoundNow) -> dict[str, tuple[tuple[str, str], ...]]:
    stances = [stance for stance in Stance if stance != Stance.LIVE_WITH or now.kind != RoundKind.HANDS]
    counted = count_from_json(question, now.result or {})
    return {
        code: tuple((stance.value, count_words(stance, getattr(one, stance.value))) for stance in stances)
        for code, one in counted.options.items()
    }


def _secret(question: Question, now: RoundNow) -> dict[str, tuple[tuple[str, str], ...]]:
    told = shown_from_json(question, now.result or {})
    return {
        code: ((Stance.FOR.value, f"{one.voor} voor"),)
        + (() if one.tegen is None else ((Stance.AGAINST.value, f"{one.tegen} tegen"),))
        for code, one in told.options.items()
    }
