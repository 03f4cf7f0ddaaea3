"""The bar below the bediening: one filled button that is always the next step, one way to skip, and one way out."""

from dataclasses import dataclass, replace
from enum import StrEnum

from checklist.domain.dutch import in_words
from checklist.domain.meeting.value import RoundState, Showing
from checklist.domain.meeting.whole import Whole
from checklist.domain.meeting_record.words import RoundKind
from checklist.pages.meeting.agenda_words import is_settled, next_question
from checklist.pages.meeting.chair_look import UNVOTED, Sight
from checklist.pages.meeting.chair_whole import question_to_vote_again
from checklist.selectors import RoundNow


class ChairAct(StrEnum):
    """What a button of the bediening asks, the value of `actie`."""

    BEGIN = "begin"
    CLOSE_POLL = "peiling-sluiten"
    OPEN = "open"
    HANDS = "handen"
    REASONS = "redenen"
    TALK = "praten"
    VOTE = "stemmen"
    CLOSE = "sluiten"
    CLOSE_AND_SHOW = "sluiten-en-tonen"
    SHOW_RESULT = "uitslag"
    SETTLE = "vaststellen"
    SETTLE_FORMAL = "hamerstukken-vaststellen"
    EXTEND = "langer"
    SHOW = "tonen"
    PROPOSE = "voorleggen"
    WITHDRAW = "voorstel-intrekken"
    LOCK = "vastzetten"
    SAVE = "opslaan"


@dataclass(frozen=True)
class Press:
    """A button: its words and what it sends. `by_enter`: the key Enter presses it when no field has the focus."""

    words: str
    value: str
    name: str = "actie"
    by_enter: bool = False


@dataclass(frozen=True)
class Bar:
    """The next step, a way to skip, and a way back; the last two may be none."""

    go: Press
    skip: Press | None = None
    back: Press | None = None


def to(target: object, words: str, *, by_enter: bool = False) -> Press:
    """Return a press that only looks somewhere else."""
    return Press(words, str(target), "naar", by_enter)


def _act(act: ChairAct, words: str, *, by_enter: bool = True) -> Press:
    return Press(words, act.value, "actie", by_enter)


# Both lead to a page that asks once more.
AGAIN = "opnieuw"
_BREAK_OFF = Press("Breek af, tel niets", AGAIN, "naar")
_REOPEN = Press("Heropen voor allen", AGAIN, "naar")


def bar_of(sight: Sight, settles: str = "", whole: Whole | None = None) -> Bar:
    """Return the bar for what is looked at. `settles` is the answer that would be settled, in words; `whole` is there
    where that is looked at."""
    look, showing = sight.look, sight.meeting.showing
    match look.screen:
        case Showing.QUESTION if look.number:
            return _of_question(sight, look.number, settles)
        case Showing.FORMALITIES if sight.plan.unlifted:
            return _of_formal(sight)
        case Showing.TALKS if showing != Showing.TALKS:
            return Bar(_show(Showing.TALKS, "Toon de bespreekstukken"), _next(sight, None))
        case Showing.WHOLE if whole:
            return _of_whole(sight, whole)
    return Bar(_first(sight))


def _show(screen: str, words: str) -> Press:
    return Press(words, f"{ChairAct.SHOW}:{screen}", by_enter=True)


def _next(sight: Sight, after: int | None) -> Press:
    """The next question that isn't settled; the whole when there is none."""
    if (number := next_question(sight.content, sight.meeting, sight.plan, after)) is not None:
        return to(number, f"Volgende: vraag {number}", by_enter=True)
    return to(Showing.WHOLE, "Naar het geheel", by_enter=True)


def _left(sight: Sight) -> list[int]:
    """The hamerstukken that aren't settled."""
    return [number for number in sight.plan.unlifted if not is_settled(sight.meeting, number)]


def _first(sight: Sight) -> Press:
    """What the meeting starts with after everybody joined."""
    if _left(sight):
        return to(Showing.FORMALITIES, "Naar de hamerstukken", by_enter=True)
    return _next(sight, None)


def _of_formal(sight: Sight) -> Bar:
    talks = _show(Showing.TALKS, "Toon de bespreekstukken")
    left = _left(sight)
    if not left:
        return Bar(talks)
    if not sight.plan.shown:
        return Bar(_show(Showing.FORMALITIES, "Toon de hamerstukken"))
    words = f"Stel deze {in_words(len(left))} vast" if len(left) > 1 else "Stel dit hamerstuk vast"
    return Bar(_act(ChairAct.SETTLE_FORMAL, words, by_enter=False), replace(talks, by_enter=False))


def _of_whole(sight: Sight, whole: Whole) -> Bar:
    """Three ways out of a contradiction: put another design forward, vote again, or leave it so and say why."""
    proposal, showing = sight.plan.proposal, sight.meeting.showing
    if showing not in (Showing.WHOLE, Showing.DESIGNS):
        return Bar(_show(Showing.WHOLE, "Toon het geheel"))
    again = question_to_vote_again(whole)
    if again is None:
        return Bar(to("sluiten", "Naar het einde", by_enter=True))
    vote, leave = to(again, f"Stem vraag {again} opnieuw"), to("controle", "Zo laten, met reden")
    if proposal:
        first = next(iter(proposal))
        withdraw = _act(ChairAct.WITHDRAW, "Trek het voorstel in", by_enter=False)
        return Bar(to(first, f"Naar vraag {first}", by_enter=True), withdraw, leave)
    if whole.near is None or not whole.near.listed:
        return Bar(vote, back=leave)
    if showing == Showing.WHOLE:
        return Bar(_show(Showing.DESIGNS, "Toon de ontwerpen"), vote, leave)
    return Bar(_act(ChairAct.PROPOSE, "Leg dit voor"), vote, leave)


def _of_question(sight: Sight, number: int, settles: str) -> Bar:
    now, elsewhere = sight.meeting.newest.get(number), sight.meeting.open_round
    if elsewhere and elsewhere.question != number:
        return Bar(to(elsewhere.question, f"Terug naar vraag {elsewhere.question}", by_enter=True))
    if now is not None:
        return _of_open(now) if now.answerable else _of_closed(sight, now, settles)
    if sight.look.unvoted:
        return Bar(_settle(settles), back=to(number, "Toch stemmen"))
    hands = None if sight.meeting.secret else _act(ChairAct.HANDS, "Met handen", by_enter=False)
    unvoted = to(f"{number}{UNVOTED}", "Zonder stemming vaststellen")
    return Bar(_act(ChairAct.OPEN, f"Open vraag {number}"), hands, unvoted)


def names_press(sight: Sight, now: RoundNow | None) -> Press | None:
    """Return the press that shows on the beamer who is tegen, or takes that off; None when there is no such outcome on
    it."""
    showing, current = sight.meeting.showing, sight.meeting.current
    if sight.meeting.secret or now is None or now.state != RoundState.SHOWN or now.kind == RoundKind.HANDS:
        return None
    if now.question != current or showing not in (Showing.QUESTION, Showing.NAMES):
        return None
    if showing == Showing.NAMES:
        return Press("Haal de namen van de beamer", f"{ChairAct.SHOW}:{Showing.QUESTION}")
    return Press("Namen op de beamer", f"{ChairAct.SHOW}:{Showing.NAMES}")


def _settle(settles: str) -> Press:
    return _act(ChairAct.SETTLE, f"Stel vast: {settles}" if settles else "Stel vast", by_enter=False)


def _of_open(now: RoundNow) -> Bar:
    at_once = _act(ChairAct.VOTE, "Meteen stemmen", by_enter=False)
    if now.state == RoundState.VOTE or now.kind == RoundKind.HANDS:
        hidden = _act(ChairAct.CLOSE, "Sluit, toon nog niets", by_enter=False)
        return Bar(_act(ChairAct.CLOSE_AND_SHOW, "Sluit en toon de uitslag"), hidden, _BREAK_OFF)
    if now.state == RoundState.ALONE:
        return Bar(_act(ChairAct.REASONS, "Toon de redenen"), at_once, _BREAK_OFF)
    if not now.talking:
        return Bar(_act(ChairAct.TALK, "Begin het gesprek"), at_once, _BREAK_OFF)
    close = _act(ChairAct.CLOSE_AND_SHOW, "Sluit en toon de uitslag", by_enter=False)
    return Bar(_act(ChairAct.VOTE, "Open het stemmen"), close, _BREAK_OFF)


def _of_closed(sight: Sight, now: RoundNow, settles: str) -> Bar:
    next_one = _next(sight, now.question)
    if now.state == RoundState.CLOSED:
        return Bar(_act(ChairAct.SHOW_RESULT, "Toon de uitslag"), to(next_one.value, "Later verder"), _REOPEN)
    if now.state == RoundState.SHOWN:
        return Bar(_settle(settles), to(next_one.value, "Openlaten"), _REOPEN)
    return Bar(next_one, back=_REOPEN)
