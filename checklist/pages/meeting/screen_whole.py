"""The beamer at the end: whether all answers go together, and who stands behind them."""

from dataclasses import dataclass

from checklist.domain.content import Content
from checklist.domain.dutch import capital, in_a_row, in_words
from checklist.domain.meeting.clash_words import carried_line, each_has_a_majority, no_clash_words
from checklist.domain.meeting.holder_words import WHAT_A_DIFFERENCE_IS, AwayRow, away_rows, secret_lines
from checklist.domain.meeting.naming import option_name
from checklist.domain.meeting.near_words import left_out_words, near_line
from checklist.domain.meeting.pieces import Line
from checklist.domain.meeting.shown import Shown
from checklist.domain.meeting.whole import Contradiction, Half, Whole
from checklist.domain.meeting_record.words import Rough, Stance
from checklist.pages.meeting.screen_room import ScreenRoom


@dataclass(frozen=True)
class ClashHalf:
    """One half of what clashes: the answer in words, where it comes from, and each stance with how many."""

    words: str
    question: str
    said: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class ClashBox:
    """The heaviest contradiction, who carries both halves, and how many there are besides."""

    halves: tuple[ClashHalf, ...]
    majority: str
    carried: Line
    more: int


@dataclass(frozen=True)
class WholePage:
    """The page. `clash`: None when nothing clashes, which `calm` says then; in open mode `away`, in secret mode `told`
    say who stands behind the answers; `ways`: what can be done now, nothing when nothing clashes."""

    clash: ClashBox | None
    calm: str
    answers: str
    away: tuple[tuple[str, str], ...]
    told: tuple[Line, ...]
    near: Line
    left_out: str
    ways: tuple[str, ...]
    note: str
    then: str


def whole_page(room: ScreenRoom, whole: Whole) -> WholePage:
    """Return the page of the majority as a whole."""
    first = whole.contradictions[0] if whole.contradictions else None
    ties = whole.near.ties if whole.near else 0
    return WholePage(
        clash=_clash(room, whole, first) if first else None,
        calm="" if first else no_clash_words(len(whole.agreements)),
        answers="dit antwoord" if len(whole.design) == 1 else f"deze {in_words(len(whole.design))} antwoorden samen",
        away=tuple(map(_away, away_rows(whole, room.gemeenten))) if whole.away else (),
        told=secret_lines(whole) if whole.secret else (),
        near=near_line(room.content, whole),
        left_out=left_out_words(whole),
        ways=_ways(first, ties) if first else (),
        note=f"{whole.present} gemeenten doen mee. Geen namen, alleen tellingen"
        if whole.secret
        else WHAT_A_DIFFERENCE_IS,
        then=_then(ties) if first else "",
    )


def _away(row: AwayRow) -> tuple[str, str]:
    """How far, and who."""
    return row.label, in_a_row(row.names) or "niemand"


def _clash(room: ScreenRoom, whole: Whole, first: Contradiction) -> ClashBox:
    return ClashBox(
        halves=tuple(_half(room.content, half) for half in first.halves),
        majority=each_has_a_majority(first),
        carried=carried_line(first, room.gemeenten),
        more=len(whole.contradictions) - 1,
    )


def _half(content: Content, half: Half) -> ClashHalf:
    said = (
        (Stance.FOR, half.voor, "voor"),
        (Stance.LIVE_WITH, half.kan, "ermee leven"),
        (Stance.AGAINST, half.tegen, "tegen"),
    )
    return ClashHalf(
        words=capital(option_name(content, half.code)),
        question=f"Vraag {half.question}, {half.standing}",
        said=tuple((stance.value, _told(number), words) for stance, number, words in said if number is not None),
    )


def _told(number: Shown) -> str:
    return number.value if isinstance(number, Rough) else str(number)


def _ways(first: Contradiction, ties: int) -> tuple[str, ...]:
    """What the kring can do about it, always the same three."""
    one, other = (half.question for half in first.halves)
    near = {0: "", 1: "het ontwerp dat het dichtst bij ligt voorleggen"}.get(ties, "een van de ontwerpen voorleggen")
    again = f"vraag {one} opnieuw stemmen" if one == other else f"vraag {one} of vraag {other} opnieuw stemmen"
    return tuple(filter(None, (near, again, "het zo laten en opschrijven waarom")))


def _then(ties: int) -> str:
    return {0: "", 1: "Hierna: het ontwerp dat het dichtst bij ligt"}.get(ties, "Hierna: de ontwerpen")
