"""The beamer at the outcome of a question: what was counted, in secret mode in the words that may be said; and how few
answers say nothing at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from checklist.domain.content import Question
from checklist.domain.dutch import capital, in_words
from checklist.domain.meeting.as_json import count_from_json, shown_from_json
from checklist.domain.meeting.count_words import count_words
from checklist.domain.meeting.pieces import Line
from checklist.domain.meeting.shown import Shown, ShownCount, majority_alone
from checklist.domain.meeting.value import Given, QuestionCount
from checklist.domain.meeting_record.words import RoundKind, Stance
from checklist.pages.meeting.options import letter_of
from checklist.pages.meeting.screen_question import QuestionHead, question_head
from checklist.pages.meeting.screen_room import Joining, ScreenRoom
from checklist.pages.meeting.words import MOST_LARGE, STANCE_WORDS, Squares
from checklist.selectors import LiveMeeting, RoundNow

# A cell has room for so many names; the bediening has all.
_MOST_NAMES = 5


@dataclass(frozen=True)
class Cell:
    """How many said it: a number with as many squares, or a word without any. `names`: who, as one text."""

    stance: Stance
    told: Shown
    names: str = ""

    @property
    def number(self) -> int | None:
        """The number, None when it is a word."""
        return self.told if isinstance(self.told, int) else None

    @property
    def squares(self) -> range:
        """One for each gemeente."""
        return range(self.number or 0)


@dataclass(frozen=True)
class ResultRow:
    """An option with a cell for each column; a word alone where only the majority may be told."""

    letter: str
    words: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ResultPage:
    """The outcome of `answered` gemeenten. `columns` are the stances with their words; `verdict` says what the count
    comes to, `blank` how many had no preference, `whole` in lines whether it goes together with the rest."""

    head: QuestionHead
    columns: tuple[tuple[Stance, str], ...]
    rows: tuple[ResultRow, ...]
    verdict: Line
    answered: int
    blank: int
    whole: tuple[Line, ...] = ()

    @property
    def words(self) -> bool:
        """Whether small numbers are said in words, which the page explains."""
        return any(cell.number is None for row in self.rows for cell in row.cells)

    @property
    def majority_only(self) -> bool:
        """Whether no more is told than which options have a majority."""
        return len(self.columns) == 1

    @property
    def many(self) -> bool:
        """Whether the squares are small."""
        return self.answered > MOST_LARGE


@dataclass(frozen=True)
class TooFewPage:
    """The outcome with fewer than five answers in secret mode: how many answered, and no more."""

    head: QuestionHead
    answered: str
    blank: int
    count_words: str
    squares: Squares
    joining: Joining


def result_page(room: ScreenRoom, now: RoundNow, given: Mapping[str, Given], whole: tuple[Line, ...]) -> ResultPage:
    """Return the outcome of a round that was shown and has something to tell. `given`: the answers of which the names
    stand under *tegen*, none when no names are shown; `whole`: the majority as a whole in lines."""
    question, result = room.content.question_of[now.question], now.result or {}
    if room.meeting.secret:
        return replace(_secret(question, now, shown_from_json(question, result)), whole=whole)
    return replace(_open(room, now, count_from_json(question, result), given), whole=whole)


def too_few_page(room: ScreenRoom, now: RoundNow) -> TooFewPage:
    """Return the page that says why there is nothing to show."""
    answered, blank = (now.result or {}).get("answered", 0), (now.result or {}).get("blank", 0)
    return TooFewPage(
        head=question_head(room.content.question_of[now.question], now),
        answered=_how_many(answered),
        blank=blank,
        count_words=f"{answered} van {room.region_size} stemmen binnen",
        squares=Squares(answered, room.region_size),
        joining=room.joining,
    )


def _how_many(answered: int) -> str:
    if not answered:
        return "Nog geen gemeente heeft gestemd."
    number = capital(in_words(answered))
    return f"{number} gemeente heeft gestemd." if answered == 1 else f"{number} gemeenten hebben gestemd."


def tells_something(meeting: LiveMeeting, now: RoundNow) -> bool:
    """Whether a shown round has anything to show of its options."""
    return not meeting.secret or bool((now.result or {}).get("counts"))


_STANCES = tuple(STANCE_WORDS.items())
_WITHOUT_KAN = tuple((stance, words) for stance, words in _STANCES if stance != Stance.LIVE_WITH)


def _open(room: ScreenRoom, now: RoundNow, counted: QuestionCount, given: Mapping[str, Given]) -> ResultPage:
    question, columns = room.content.question_of[now.question], _STANCES
    if now.kind == RoundKind.HANDS:
        columns = _WITHOUT_KAN

    def cells(code: str) -> tuple[Cell, ...]:
        against = [who for who, one in given.items() if one.ballot.stances.get(code) == Stance.AGAINST]
        names = {Stance.AGAINST: _in_short([name for who, name in room.gemeenten.items() if who in against])}
        return tuple(
            Cell(stance, getattr(counted.options[code], stance.value), names.get(stance, "")) for stance, _ in columns
        )

    return ResultPage(
        head=question_head(question, now),
        columns=columns,
        rows=_rows(question, cells),
        verdict=count_words(question, counted),
        answered=counted.answered,
        blank=counted.blank,
    )


def _in_short(names: Sequence[str]) -> str:
    """As many names as a cell has room for, and how many more there are."""
    if len(names) <= _MOST_NAMES:
        return ", ".join(names)
    return f"{', '.join(names[: _MOST_NAMES - 1])} en nog {len(names) - _MOST_NAMES + 1}"


def _secret(question: Question, now: RoundNow, told: ShownCount) -> ResultPage:
    def cells(code: str) -> tuple[Cell, ...]:
        one = told.options[code]
        against = () if one.tegen is None else (Cell(Stance.AGAINST, one.tegen),)
        return (Cell(Stance.FOR, one.voor), *against)

    return ResultPage(
        head=question_head(question, now),
        columns=_WITHOUT_KAN[:1] if majority_alone(told) else _WITHOUT_KAN,
        rows=_rows(question, cells),
        verdict=count_words(question, told),
        answered=told.answered,
        blank=told.blank,
    )


def _rows(question: Question, cells: Callable[[str], tuple[Cell, ...]]) -> tuple[ResultRow, ...]:
    return tuple(ResultRow(letter_of(one), capital(one.words), cells(one.code)) for one in question.options)
