"""The chair opens a question and takes its steps. The same press twice is a success; a press on a page from before
another chair's raises `MeetingMovedError`, and nothing was written. All raise what `acting` raises."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.plan import LEAST_MINUTES, MOST_MINUTES, plan_from_json
from checklist.domain.meeting.rounds import Act, least_for_reasons, may
from checklist.domain.meeting.tally import word
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, MOST_ATTEMPTS, Mode, RoundKind, Step
from checklist.models import Round
from checklist.selectors import OpenDossier
from checklist.selectors.answers import ballots_now
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.services.meeting.acting import acting, changed
from checklist.services.meeting.ballots import forget, open_ballots, secret_ballots
from checklist.services.meeting.errors import MeetingMovedError, StepRefusedError
from checklist.services.meeting.moving import move, on_screen, round_of, step_now


def open_round(dossier: OpenDossier, meeting: LiveMeeting, number: int, minutes: int) -> None:
    """Open a question to be answered by device, for so many minutes. Raises `StepRefusedError` when it was asked as
    often as it may be. Those of `acting`, and two queries."""
    _open(dossier, meeting, number, minutes, RoundKind.DEVICE)


def open_hands(dossier: OpenDossier, meeting: LiveMeeting, number: int) -> None:
    """Open a question to be answered by hands in the room; in open mode only, else `StepRefusedError`. Those of
    `acting`, and two queries."""
    if meeting.mode == Mode.SECRET:
        raise StepRefusedError("In een geheime vergadering worden geen handen geteld.")
    _open(dossier, meeting, number, None, RoundKind.HANDS)


def show_reasons(
    dossier: OpenDossier, meeting: LiveMeeting, round_id: int, hidden: Collection[tuple[str, str]]
) -> None:
    """Show whether the answers agree, and the reasons but for the hidden ones, each an option and a text. In open mode
    they can be taken anew while they are shown, in secret mode not: what was added would tell whose it is. Raises
    `StepRefusedError` when too few answered. Those of `acting`, and six queries."""
    with acting(dossier, meeting) as now:
        shown = round_of(now, round_id)
        again = shown.state == RoundState.REASONS
        if again and now.secret:
            return
        if not again and not may(Act.REASONS, shown.state):
            raise MeetingMovedError(now)
        least = least_for_reasons(secret=now.secret)
        if len(shown.answered) < least:
            raise StepRefusedError(f"Redenen tonen kan als ten minste {least} gemeenten hebben geantwoord.")
        taken = {"word": _word(now, shown), "reasons": _reasons(shown, hidden)}
        if again:
            Round.objects.filter(pk=shown.id).update(**taken)
        else:
            move(now, shown, RoundState.REASONS, **taken)
        changed(now.id, **on_screen(shown))


def begin_talk(dossier: OpenDossier, meeting: LiveMeeting, round_id: int) -> None:
    """Begin the talk about the reasons that are shown. Those of `acting`, and two queries."""
    with acting(dossier, meeting) as now:
        shown = round_of(now, round_id)
        if shown.talking:
            return
        if shown.state != RoundState.REASONS:
            raise MeetingMovedError(now)
        Round.objects.filter(pk=shown.id).update(steps=[*shown.steps, step_now(now, Step.TALK)])
        changed(now.id, **on_screen(shown))


def begin_vote(dossier: OpenDossier, meeting: LiveMeeting, round_id: int) -> None:
    """Ask for the last time whether each answer is right. Those of `acting`, and two queries."""
    _step(dossier, meeting, round_id, Act.VOTE, RoundState.VOTE)


def show_result(dossier: OpenDossier, meeting: LiveMeeting, round_id: int) -> None:
    """Show what was counted. Those of `acting`, and two queries."""
    _step(dossier, meeting, round_id, Act.SHOW, RoundState.SHOWN)


def reopen(dossier: OpenDossier, meeting: LiveMeeting, round_id: int) -> None:
    """Ask a question again: what was counted is deleted, and a new attempt opens. What was settled stays so until it is
    settled again. Raises `StepRefusedError` as `open_round`. Those of `acting`, and four queries."""
    with acting(dossier, meeting) as now:
        before = round_of(now, round_id)
        if before.state == RoundState.LAPSED and _asked_after(now, before):
            return
        if not may(Act.REOPEN, before.state) or before.kind == RoundKind.POLL or now.open_round:
            raise MeetingMovedError(now)
        gone = {"reasons": None, "word": ""} if now.secret else {}
        move(now, before, RoundState.LAPSED, result=None, **gone)
        minutes = plan_from_json(now.plan).minutes(before.question)
        _make(now, before.question, before.kind, minutes)
        if now.secret:
            changed(now.id, to_clean=True)


def break_off(dossier: OpenDossier, meeting: LiveMeeting, round_id: int) -> None:
    """Stop a question: its answers are deleted, nothing is counted. Those of `acting`, and four queries."""
    with acting(dossier, meeting) as now:
        stopped = round_of(now, round_id)
        if stopped.state == RoundState.LAPSED and not _asked_after(now, stopped):
            return
        if not may(Act.BREAK_OFF, stopped.state) or stopped.kind == RoundKind.POLL:
            raise MeetingMovedError(now)
        break_off_all(now)


def break_off_all(now: LiveMeeting) -> None:
    """Stop the question that is open, if there is one, within an act. Four queries at most."""
    if stopped := now.open_round:
        gone = {"reasons": None, "word": ""} if now.secret else {}
        move(now, stopped, RoundState.LAPSED, **gone)
        forget(now, stopped)
        changed(now.id, box_until=None, **({"to_clean": True} if now.secret else {}))


def extend(dossier: OpenDossier, meeting: LiveMeeting, minutes: int) -> None:
    """Give the question so many minutes more, from now on when its time is up, but no more than any may take. Sent once
    more from the same page it is given once. Those of `acting`, and one query."""
    with acting(dossier, meeting) as now:
        if now.box_until != meeting.box_until:
            return
        if not now.open_round:
            raise MeetingMovedError(now)
        moment = timezone.now()
        until = max(moment, now.box_until or moment) + _box(minutes)
        changed(now.id, box_until=min(until, moment + _box(MOST_MINUTES)))


def _step(dossier: OpenDossier, meeting: LiveMeeting, round_id: int, act: Act, to: RoundState) -> None:
    with acting(dossier, meeting) as now:
        moved = round_of(now, round_id)
        if moved.state == to:
            return
        if not may(act, moved.state):
            raise MeetingMovedError(now)
        move(now, moved, to)
        changed(now.id, **on_screen(moved))


def _open(dossier: OpenDossier, meeting: LiveMeeting, number: int, minutes: int | None, kind: RoundKind) -> None:
    with acting(dossier, meeting) as now:
        if now.open_round and (now.open_round.question, now.open_round.kind) == (number, kind):
            return
        before = now.newest.get(number)
        if now.state != MeetingState.RUNNING or now.open_round or not may(Act.OPEN, before.state if before else None):
            raise MeetingMovedError(now)
        _make(now, number, kind, minutes)


def _make(now: LiveMeeting, number: int, kind: RoundKind, minutes: int | None) -> None:
    attempt = 1 + max((one.attempt for one in now.rounds if one.question == number), default=0)
    if attempt > MOST_ATTEMPTS:
        raise StepRefusedError(f"Vraag {number} is al {MOST_ATTEMPTS} keer gesteld. Stel het antwoord zelf vast.")
    Round.objects.create(
        meeting_id=now.id,
        question=number,
        attempt=attempt,
        kind=kind.value,
        state=RoundState.ALONE.value,
        steps=[step_now(now, Step.ALONE)],
    )
    until: datetime | None = None if minutes is None else timezone.now() + _box(minutes)
    changed(now.id, current=number, showing="vraag", box_until=until)


def _box(minutes: int) -> timedelta:
    return timedelta(minutes=min(MOST_MINUTES, max(LEAST_MINUTES, minutes)))


def _asked_after(now: LiveMeeting, before: RoundNow) -> bool:
    return any(one.question == before.question and one.attempt > before.attempt for one in now.rounds)


def _word(now: LiveMeeting, shown: RoundNow) -> str:
    """Whether the answers agree; nothing in secret mode when too few have a stance to say so."""
    given = secret_ballots(shown.id) if now.secret else open_ballots(shown.id)
    stances = [ballot.stances for ballot in given]
    if now.secret and sum(map(bool, stances)) < LEAST_TO_SHOW:
        return ""
    question = selectors.content_all().question_of[shown.question]
    return word(question, stances).value


def _reasons(shown: RoundNow, hidden: Collection[tuple[str, str]]) -> dict[str, list[dict[str, str]]]:
    kept = {
        option: [reason for reason in given if (option, reason["text"]) not in hidden]
        for option, given in ballots_now(shown).items()
    }
    return {option: given for option, given in kept.items() if given}
