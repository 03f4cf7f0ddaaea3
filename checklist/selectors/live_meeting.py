"""A meeting as its screens see it: who takes part, which rounds there are and who answered them. Values alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils.timezone import localdate

from checklist.domain.meeting.value import ANSWERABLE, MeetingState, RoundState
from checklist.domain.meeting_record.words import Mandate, Mode, RoundKind, Step, Way, Word


@dataclass(frozen=True)
class Seat:
    """A gemeente in a meeting, by its code. `device` is the SHA-256 of the cookie of the device that speaks for it,
    None without one; `device_no` counts its devices; `locked`: no other device may take over."""

    id: int
    gemeente: str
    device: str | None
    device_no: int
    way: Way
    mandate: Mandate
    name: str
    locked: bool


@dataclass(frozen=True)
class RoundNow:
    """A round: one attempt at one question; a poll is attempt 0. `steps`: each with its minute after the opening.
    `reasons`, once shown: by option, each {'text', and in open mode 'stance'}. `result`, once closed, in the form of
    `domain.meeting.shown`. `answered`: the gemeenten that did, but for those that answered after the meeting."""

    id: int
    question: int
    attempt: int
    kind: RoundKind
    state: RoundState
    steps: tuple[tuple[Step, int], ...]
    word: Word | None
    reasons: Mapping[str, list[dict[str, str]]] | None
    result: Mapping[str, Any] | None
    settled: tuple[str, ...] | None
    differs: str
    lost: bool
    answered: frozenset[str]

    @property
    def answerable(self) -> bool:
        """Whether an answer counts now."""
        return self.state in ANSWERABLE

    @property
    def talking(self) -> bool:
        """Whether the chair began the talk about the reasons that are shown."""
        return self.state == RoundState.REASONS and bool(self.steps) and self.steps[-1][0] == Step.TALK


@dataclass(frozen=True)
class LiveMeeting:
    """A meeting with everything that its screens show but the answers. Code and tokens are None while it isn't live;
    `plan` is what is talked about (`domain.meeting.plan`), `showing` what the beamer shows."""

    id: int
    dossier_id: int
    region_code: str
    region: str
    mode: Mode
    state: MeetingState
    version: int
    current: int | None
    showing: str
    plan: Mapping[str, Any]
    names: bool
    code: str | None
    join_token: str | None
    phone_token: str | None
    screen_token: str | None
    chair_token: str | None
    poll_until: datetime | None
    box_until: datetime | None
    late_until: datetime | None
    sittings: tuple[Mapping[str, str], ...]
    to_clean: bool
    cleaned_at: datetime | None
    record: Mapping[str, Any] | None
    opened_at: datetime | None
    closed_at: datetime | None
    seats: tuple[Seat, ...]
    rounds: tuple[RoundNow, ...]

    @property
    def secret(self) -> bool:
        """Whether no answer has the name of a gemeente beside it."""
        return self.mode == Mode.SECRET

    @property
    def live(self) -> bool:
        """Whether screens follow it and gemeenten can join."""
        return self.join_token is not None

    @property
    def wiped_on(self) -> date | None:
        """The day on which it was last seen that secret answers are gone, for a meeting of a file as the file says;
        None when that wasn't looked at."""
        if self.cleaned_at:
            return localdate(self.cleaned_at)
        said = (self.record or {}).get("cleaned")
        return date.fromisoformat(said) if said else None

    @cached_property
    def seat_of(self) -> Mapping[str, Seat]:
        """The seats by gemeente."""
        return {seat.gemeente: seat for seat in self.seats}

    @cached_property
    def newest(self) -> Mapping[int, RoundNow]:
        """The last attempt at each question that had one and wasn't broken off; no polls."""
        counted = (one for one in self.rounds if one.kind != RoundKind.POLL and one.state != RoundState.LAPSED)
        return {one.question: one for one in sorted(counted, key=lambda one: one.attempt)}

    @cached_property
    def polls(self) -> Mapping[int, RoundNow]:
        """The polls beforehand by question; none when there was no poll."""
        return {one.question: one for one in self.rounds if one.kind == RoundKind.POLL}

    @property
    def open_round(self) -> RoundNow | None:
        """The round that is answered now, no poll; None when there is none."""
        return next((one for one in self.newest.values() if one.answerable), None)

    @property
    def current_round(self) -> RoundNow | None:
        """The last attempt at the question that is on now; None without one."""
        return self.newest.get(self.current) if self.current else None

    def lost_before(self, asked: RoundNow) -> bool:
        """Whether the answers to the question of this round were lost, so that everybody has to answer again."""
        before = (one for one in self.rounds if (one.question, one.attempt) == (asked.question, asked.attempt - 1))
        return asked.answerable and (asked.lost or any(one.lost for one in before))

    def round_with_id(self, pk: int) -> RoundNow | None:
        """The round with this id; None when it isn't of this meeting."""
        return next((one for one in self.rounds if one.id == pk), None)
