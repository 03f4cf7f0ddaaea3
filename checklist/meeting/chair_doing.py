"""Each act of the bediening by its name."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from checklist import selectors
from checklist.domain.meeting.plan import plan_from_json
from checklist.domain.meeting.value import RoundState, Showing
from checklist.domain.meeting_record.words import RoundKind, Way
from checklist.forms import question_number
from checklist.meeting.chair_forms import DiffersForm
from checklist.meeting.chair_pressed import Pressed
from checklist.meeting.chair_sums import hands_sent, slips_sent
from checklist.pages.meeting.chair import sees_reasons
from checklist.pages.meeting.chair_bar import ChairAct
from checklist.pages.meeting.chair_look import Look, question_look
from checklist.pages.meeting.chair_reasons import hidden_reasons, reasons_given, unlisted
from checklist.pages.meeting.chair_whole import proposal_of
from checklist.selectors.answers import ballots_now
from checklist.selectors.whole import whole_now
from checklist.services.meeting import counting, opening, rounds, seats, settling
from checklist.services.meeting.errors import StepRefusedError

# How much longer a question takes with one press.
_MORE_MINUTES = 2


class SlipSeenError(Exception):
    """With one sheet whoever enters it sees the answer of that gemeente: it is asked once more. Nothing was written."""


def do(pressed: Pressed) -> Look:
    """Do what was pressed, and return what to look at then. Raises what the services of a meeting raise, and
    `SlipSeenError`."""
    return _ACTS[pressed.act](pressed) or pressed.look if pressed.act else pressed.look


def _begin(pressed: Pressed) -> Look:
    opening.begin(pressed.dossier, pressed.meeting)
    return Look(Showing.JOIN)


def _close_poll(pressed: Pressed) -> None:
    opening.close_poll(pressed.dossier, pressed.meeting)


def _show(pressed: Pressed) -> Look:
    showing = Showing(pressed.argument) if pressed.argument in set(Showing) else Showing.JOIN
    opening.show(pressed.dossier, pressed.meeting, showing)
    if showing in (Showing.QUESTION, Showing.NAMES):
        return pressed.look
    return Look(Showing.WHOLE if showing == Showing.DESIGNS else showing)


def _open(pressed: Pressed) -> None:
    number = pressed.question.number
    rounds.open_round(pressed.dossier, pressed.meeting, number, plan_from_json(pressed.meeting.plan).minutes(number))


def _hands(pressed: Pressed) -> None:
    rounds.open_hands(pressed.dossier, pressed.meeting, pressed.question.number)


def _reasons(pressed: Pressed) -> None:
    """In secret mode the chair has to have seen each of them first: one may tell whose it is."""
    now, listed = pressed.round, pressed.sent.getlist("gezien")
    given = reasons_given(pressed.question, ballots_now(now), now.reasons)
    seen = sees_reasons(now, secret=pressed.meeting.secret)
    if pressed.meeting.secret and seen and unlisted(given, listed):
        raise StepRefusedError("Er is een reden bijgekomen. Kijk ze na en druk nog een keer.")
    hidden = hidden_reasons(given, listed, pressed.sent.getlist("reden"))
    rounds.show_reasons(pressed.dossier, pressed.meeting, now.id, hidden)


def _talk(pressed: Pressed) -> None:
    rounds.begin_talk(pressed.dossier, pressed.meeting, pressed.round.id)


def _vote(pressed: Pressed) -> None:
    rounds.begin_vote(pressed.dossier, pressed.meeting, pressed.round.id)


def _close(pressed: Pressed) -> None:
    now = pressed.round
    hands = hands_sent(pressed.question, pressed.sent) if now.kind == RoundKind.HANDS and now.answerable else None
    on_paper = pressed.meeting.secret and any(seat.way == Way.PAPER for seat in pressed.meeting.seats)
    slips = slips_sent(pressed.question, pressed.sent) if on_paper and "bladen" in pressed.sent else None
    if slips and slips.number == 1 and "een-blad" not in pressed.sent:
        raise SlipSeenError
    counting.close_round(pressed.dossier, pressed.meeting, now.id, slips=slips, hands=hands)


def _close_and_show(pressed: Pressed) -> None:
    if pressed.round.state != RoundState.SHOWN:  # else it was pressed twice
        _close(pressed)
    _show_result(pressed)


def _show_result(pressed: Pressed) -> None:
    rounds.show_result(pressed.dossier, pressed.meeting, pressed.round.id)


def _extend(pressed: Pressed) -> None:
    rounds.extend(pressed.dossier, pressed.meeting, _MORE_MINUTES)


def _settle(pressed: Pressed) -> Look:
    number = pressed.question.number
    differs = DiffersForm(pressed.sent)
    if not differs.is_valid():
        raise StepRefusedError(" ".join(str(error) for error in differs.errors["differs"]))
    options = tuple(sorted(pressed.sent.getlist("optie")))
    if not options:
        raise StepRefusedError("Kies eerst wat u vaststelt, of ga verder en laat de vraag open.")
    version = pressed.texts.cleaned_data["version"] if pressed.texts and pressed.texts.is_valid() else 0
    answer = replace(pressed.answer, options=options)
    settling.settle(pressed.dossier, pressed.meeting, number, answer, version, differs.cleaned_data["differs"])
    return question_look(number)


def _settle_formal(pressed: Pressed) -> None:
    numbers = [number for text in pressed.sent.getlist("hamerstuk") if (number := question_number(text))]
    settling.settle_formalities(pressed.dossier, pressed.meeting, numbers)


def _propose(pressed: Pressed) -> Look:
    """Put forward the design that was picked. What is settled stays."""
    content = selectors.content_all(pressed.dossier.stamp)
    answers = proposal_of(content, whole_now(content, pressed.meeting), pressed.sent)
    if answers is None:
        raise StepRefusedError("Het geheel is intussen anders. Kies opnieuw wat u voorlegt.")
    settling.propose(pressed.dossier, pressed.meeting, answers)
    return Look(Showing.WHOLE)


def _withdraw(pressed: Pressed) -> Look:
    settling.propose(pressed.dossier, pressed.meeting, {})
    return Look(Showing.WHOLE)


def _lock(pressed: Pressed) -> None:
    seats.set_lock(pressed.dossier, pressed.meeting, pressed.argument, True)


def _nothing(_: Pressed) -> None:
    """What is typed was saved already."""


_ACTS: Mapping[ChairAct, Callable[[Pressed], Look | None]] = {
    ChairAct.BEGIN: _begin,
    ChairAct.CLOSE_POLL: _close_poll,
    ChairAct.SHOW: _show,
    ChairAct.OPEN: _open,
    ChairAct.HANDS: _hands,
    ChairAct.REASONS: _reasons,
    ChairAct.TALK: _talk,
    ChairAct.VOTE: _vote,
    ChairAct.CLOSE: _close,
    ChairAct.CLOSE_AND_SHOW: _close_and_show,
    ChairAct.SHOW_RESULT: _show_result,
    ChairAct.EXTEND: _extend,
    ChairAct.SETTLE: _settle,
    ChairAct.SETTLE_FORMAL: _settle_formal,
    ChairAct.LOCK: _lock,
    ChairAct.PROPOSE: _propose,
    ChairAct.WITHDRAW: _withdraw,
    ChairAct.SAVE: _nothing,
}
