"""The beamer while the kring talks about reasons: one word, and under each option why, without a name or a number."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.content import Question
from checklist.domain.dutch import capital
from checklist.domain.meeting_record.words import Stance, Word
from checklist.pages.meeting.options import letter_of
from checklist.pages.meeting.screen_question import QuestionHead, question_head
from checklist.selectors import RoundNow

# A screen has room for so many reasons of one option; the bediening has all.
_MOST = 3


@dataclass(frozen=True)
class Reason:
    """A reason; `stance` is whose side it is on, empty in secret mode."""

    text: str
    stance: str


@dataclass(frozen=True)
class ReasonsOf:
    """An option with what was said of it; `more`: how many more reasons there are."""

    letter: str
    words: str
    reasons: tuple[Reason, ...]
    more: int


@dataclass(frozen=True)
class ReasonsPage:
    """The page of the reasons; no word when too few answered to say it."""

    head: QuestionHead
    agreed: bool
    divided: bool
    options: tuple[ReasonsOf, ...]
    stances: bool
    talking: bool


def reasons_page(question: Question, now: RoundNow) -> ReasonsPage:
    """Return the page: per option in the alphabet's order, voor before tegen."""
    stored = now.reasons or {}
    options = tuple(_of(letter_of(one), capital(one.words), stored.get(one.code, [])) for one in question.options)
    return ReasonsPage(
        head=question_head(question, now),
        agreed=now.word == Word.AGREED,
        divided=now.word == Word.DIVIDED,
        options=options,
        stances=any(reason.stance for option in options for reason in option.reasons),
        talking=now.talking,
    )


_ORDER = ("", *Stance)


def _of(letter: str, words: str, stored: list[dict[str, str]]) -> ReasonsOf:
    found = sorted((_reason(one) for one in stored), key=lambda one: (_ORDER.index(one.stance), one.text.casefold()))
    return ReasonsOf(letter, words, tuple(_fairly(found)), max(0, len(found) - _MOST))


def _reason(stored: Mapping[str, str]) -> Reason:
    return Reason(stored["text"], stored.get("stance", ""))


def _fairly(found: list[Reason]) -> list[Reason]:
    """As many as fit, with at least one of each side: three reasons voor may not push out the only one tegen."""
    shown = found[:_MOST]
    if len(found) > _MOST and found[-1].stance == Stance.AGAINST and shown[-1].stance != Stance.AGAINST:
        first_against = next(one for one in found if one.stance == Stance.AGAINST)
        shown = [*shown[:-1], first_against]
    return shown
