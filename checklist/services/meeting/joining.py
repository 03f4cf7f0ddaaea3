"""A gemeente joins: by the code, or by a link that always works; with a device that speaks for it from then on."""

from django.db import transaction
from django.db.models import F

from checklist import limits, selectors
from checklist.domain.meeting.device import digest_of, gemeente_of, new_cookie
from checklist.domain.meeting.join_code import code_from
from checklist.domain.meeting_record.words import NAME_CAP, Mandate, Way
from checklist.domain.text import capped, clean_line
from checklist.models import Meeting, Participant
from checklist.selectors import LiveMeeting
from checklist.services.meeting.errors import (
    MeetingGoneError,
    NotYourSeatError,
    SeatLockedError,
    SeatTakenError,
    WayRefusedError,
    WrongCodeError,
)
from models_catalogue.models import Gemeente


def token_for_code(typed: str) -> str:
    """Return the token of the live meeting whose code somebody typed. Raises `WrongCodeError`, and `LimitReached` when
    too many wrong codes were typed by all together: then none is looked at. Two queries; five more for a wrong one."""
    limits.check_wrong_codes()
    token = selectors.join_token_with_code(code_from(typed) or "")
    if token is None:
        limits.count_wrong_code()
        raise WrongCodeError
    return token


@transaction.atomic
def take_seat(meeting: LiveMeeting, gemeente: str, *, mandate: Mandate, name: str) -> str:
    """Let a device speak for a gemeente that has none; return the cookie by which the device is known. `name`, of who
    speaks, is kept in open mode alone.

    Raises `SeatTakenError` when another device does, `WayRefusedError` for a gemeente that takes part on paper,
    `NotYourSeatError` for one of another region, `TooLongError` for the name, `MeetingGoneError` for a meeting that
    isn't live any more. Five queries.
    """
    row = Gemeente.objects.filter(code=gemeente).first()
    if row is None:
        raise NotYourSeatError
    Participant.objects.bulk_create([Participant(meeting_id=meeting.id, gemeente=row)], ignore_conflicts=True)
    cookie = new_cookie(gemeente, 1)
    free = Participant.objects.filter(meeting=meeting.id, gemeente=row, device__isnull=True)
    taken = free.exclude(way=Way.PAPER.value).update(
        device=digest_of(cookie),
        device_no=1,
        way=Way.PHONE.value,
        mandate=mandate.value,
        name="" if meeting.secret else capped(name, NAME_CAP, clean_line),
    )
    if not taken:
        seat = _seat_now(meeting, gemeente)
        raise SeatTakenError(seat) if seat.device else WayRefusedError
    _tell(meeting, gemeente)
    return cookie


@transaction.atomic
def take_over(meeting: LiveMeeting, gemeente: str) -> str:
    """Let a device speak for a gemeente in place of the one before; return its cookie. What the gemeente said at
    joining stays.

    Raises `SeatLockedError` when the chair doesn't let it, `WayRefusedError` for a gemeente that takes part on paper,
    `NotYourSeatError` for one that doesn't take part, `MeetingGoneError` for a meeting that isn't live any more. Five
    queries.
    """
    # The device is a key: who answers in this moment holds the row, and raises the version after it, as this does.
    rows = Participant.objects.select_for_update(of=("self",)).filter(meeting=meeting.id, gemeente__code=gemeente)
    row = rows.first()
    if row is None:
        raise NotYourSeatError
    if row.locked:
        raise SeatLockedError(_seat_now(meeting, gemeente))
    if row.way == Way.PAPER.value:
        raise WayRefusedError
    cookie = new_cookie(gemeente, row.device_no + 1)
    row.device, row.device_no, row.way = digest_of(cookie), row.device_no + 1, Way.PHONE.value
    row.save(update_fields=("device", "device_no", "way"))
    _tell(meeting, gemeente)
    return cookie


def take_back(meeting: LiveMeeting, cookie: str) -> str:
    """Let the device that was taken over, or whoever has its cookie, speak for its gemeente again; return its new
    cookie. Raises and costs as `take_over`."""
    return take_over(meeting, gemeente_of(cookie) or "")


def _seat_now(meeting: LiveMeeting, gemeente: str) -> selectors.Seat:
    seat = selectors.seat_now(meeting.id, gemeente)
    if seat is None:
        raise MeetingGoneError
    return seat


def _tell(meeting: LiveMeeting, gemeente: str) -> None:
    """Tell every screen. The meeting is held from here: who ends it, or changes the region of its dossier, comes before
    or after this, never between."""
    rows = Meeting.objects.filter(pk=meeting.id, join_token__isnull=False)
    if not rows.update(version=F("version") + 1):
        raise MeetingGoneError
    if selectors.gemeenten_elsewhere(meeting.dossier_id, [gemeente]):
        raise NotYourSeatError
