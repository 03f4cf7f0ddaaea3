"""A meeting as it stands in the tables: who takes part, which rounds there are and who answered them; and what a screen
asks every two seconds."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from checklist.domain.meeting.device import digest_of
from checklist.domain.meeting.value import Ballot, Given, MeetingState, RoundState
from checklist.domain.meeting_record.words import How, Mandate, Mode, RoundKind, Stance, Step, Way, Word
from checklist.models import Answered, Meeting, Participant, Preference, Round
from checklist.selectors.live_meeting import LiveMeeting, RoundNow, Seat


@dataclass(frozen=True)
class LiveState:
    """What a poll of a screen is answered from: which meeting, its version, its state, and whose token was sent:
    'telefoon', 'scherm' or 'bediening'."""

    meeting_id: int
    version: int
    state: MeetingState
    view: str


_FIELDS = (
    *("id", "dossier_id", "dossier__veiligheidsregio__code", "dossier__veiligheidsregio__name"),
    *("mode", "state", "version", "current", "showing", "plan", "names", "code"),
    *("join_token", "phone_token", "screen_token", "chair_token", "poll_until", "box_until", "late_until"),
    *("sittings", "to_clean", "cleaned_at", "record", "opened_at", "closed_at"),
)


def meeting_of(dossier_id: int) -> LiveMeeting | None:
    """Return the meeting of a dossier, None without one. Four queries, one when there is none."""
    return _meeting(Q(dossier=dossier_id))


def has_meeting(dossier_id: int) -> bool:
    """Whether a dossier has a meeting, be it closed. One query."""
    return Meeting.objects.filter(dossier=dossier_id).exists()


def meeting_with_id(pk: int) -> LiveMeeting | None:
    """Return the meeting with this id. Four queries, one when there is none."""
    return _meeting(Q(pk=pk))


def meeting_with_join_token(token: str) -> LiveMeeting | None:
    """Return the live meeting that a link or QR code leads to. Four queries, one when there is none."""
    return _meeting(Q(join_token=token))


def meeting_state(dossier_id: int) -> MeetingState | None:
    """Return where the meeting of a dossier is, None without one. One query."""
    state = Meeting.objects.filter(dossier=dossier_id).values_list("state", flat=True).first()
    return None if state is None else MeetingState(state)


def join_token_with_code(code: str) -> str | None:
    """Return the token of the live meeting with this code, of eight capitals; None when there is none. One query."""
    return Meeting.objects.filter(code=code).values_list("join_token", flat=True).first()


def live_state(token: str) -> LiveState | None:
    """Return where the meeting is that a screen follows with this token; None when nothing has it. One query."""
    row = (
        Meeting.objects.filter(Q(phone_token=token) | Q(screen_token=token) | Q(chair_token=token))
        .values_list("pk", "version", "state", "phone_token", "screen_token")
        .first()
    )
    if row is None:
        return None
    pk, version, state, phone, screen = row
    view = "telefoon" if phone == token else "scherm" if screen == token else "bediening"
    return LiveState(pk, version, MeetingState(state), view)


def seat_now(meeting_id: int, gemeente: str) -> Seat | None:
    """Return the seat of a gemeente as it is now; None for one that doesn't take part. One query."""
    return next(iter(_seats(Participant.objects.filter(meeting=meeting_id, gemeente__code=gemeente))), None)


def seat_of_device(meeting: LiveMeeting, cookie: str) -> Seat | None:
    """Return the seat for which the device with this cookie speaks; None for one that never did, or that was taken
    over. No query."""
    device = digest_of(cookie)
    return next((seat for seat in meeting.seats if seat.device == device), None)


def given_in(round_id: int) -> dict[str, Given]:
    """Return the answers of a round in open mode, by gemeente in the order of their codes. One query."""
    rows = Preference.objects.filter(round=round_id).order_by("participant__gemeente__code")
    fields = ("stances", "reasons", "discuss", "how", "mandate", "late")
    return {
        gemeente: Given(Ballot(stances_from(stances), reasons, discuss), How(how), Mandate(mandate), late)
        for gemeente, stances, reasons, discuss, how, mandate, late in rows.values_list(
            "participant__gemeente__code", *fields
        )
    }


def stances_from(stored: Mapping[str, str]) -> dict[str, Stance]:
    """Return stances as a row or a file holds them, as values."""
    return {option: Stance(stance) for option, stance in stored.items()}


def _meeting(which: Q) -> LiveMeeting | None:
    row = Meeting.objects.filter(which).values_list(*_FIELDS).first()
    if row is None:
        return None
    (pk, dossier_id, region_code, region, mode, state, version, current, showing, plan, names, *rest) = row
    code, join, phone, screen, chair, poll_until, box_until, late_until, sittings, *end = rest
    to_clean, cleaned_at, record, opened_at, closed_at = end
    return LiveMeeting(
        id=pk,
        dossier_id=dossier_id,
        region_code=region_code,
        region=region,
        mode=Mode(mode),
        state=MeetingState(state),
        version=version,
        current=current,
        showing=showing,
        plan=plan,
        names=names,
        code=code,
        join_token=join,
        phone_token=phone,
        screen_token=screen,
        chair_token=chair,
        poll_until=poll_until,
        box_until=box_until,
        late_until=late_until,
        sittings=tuple(sittings),
        to_clean=to_clean,
        cleaned_at=cleaned_at,
        record=record,
        opened_at=opened_at,
        closed_at=closed_at,
        seats=_seats(Participant.objects.filter(meeting=pk)),
        rounds=_rounds(pk, Mode(mode)),
    )


def _seats(rows: "QuerySet[Participant]") -> tuple[Seat, ...]:
    fields = ("pk", "gemeente__code", "device", "device_no", "way", "mandate", "name", "locked")
    ordered = rows.order_by("gemeente__code").values_list(*fields)
    return tuple(
        Seat(pk, gemeente, device, number, Way(way), Mandate(mandate), name, locked)
        for pk, gemeente, device, number, way, mandate, name, locked in ordered
    )


def _rounds(meeting_id: int, mode: Mode) -> tuple[RoundNow, ...]:
    answered: defaultdict[int, set[str]] = defaultdict(set)
    rows: Any = Preference.objects.filter(late=False) if mode == Mode.OPEN else Answered.objects
    # In no order of their own: in secret mode that could be the order of answering.
    who = rows.filter(round__meeting=meeting_id).order_by("participant__gemeente__code")
    for round_id, gemeente in who.values_list("round_id", "participant__gemeente__code"):
        answered[round_id].add(gemeente)
    rounds = Round.objects.filter(meeting=meeting_id).order_by("question", "attempt")
    return tuple(
        RoundNow(
            id=row.pk,
            question=row.question,
            attempt=row.attempt,
            kind=RoundKind(row.kind),
            state=RoundState(row.state),
            steps=tuple((Step(step), minute) for step, minute in row.steps),
            word=Word(row.word) if row.word else None,
            reasons=row.reasons,
            result=row.result,
            settled=None if row.settled is None else tuple(row.settled),
            differs=row.differs,
            lost=row.lost,
            answered=frozenset(answered[row.pk]),
        )
        for row in rounds
    )
