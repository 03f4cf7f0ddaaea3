"""Answers of a round: what a phone answers to, a gemeente's own, and the reasons that the chair may show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from checklist.domain.meeting.device import ballot_key, digest_of
from checklist.domain.meeting.value import Ballot, RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind
from checklist.models import Answered, Preference, Round, SecretBallot
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.selectors.meeting import stances_from
from models_catalogue import stamp

# By option, in the alphabetical order of the texts: each with 'text', and in open mode 'stance'.
Reasons = Mapping[str, list[dict[str, str]]]

_FIELDS = ("stances", "reasons", "discuss")
_ASKED = ("question", "kind", "state", "meeting__mode", "meeting__poll_until")


@dataclass(frozen=True)
class AskedRound:
    """A round as it stood just before it is answered, and the stamp of the content that it asks; what matters of it is
    looked at again when it is written."""

    meeting_id: int
    id: int
    question: int
    kind: RoundKind
    state: RoundState
    mode: Mode
    poll_until: datetime | None
    stamp: str

    @property
    def over(self) -> bool:
        """Whether it is a poll of which the time is up."""
        return self.kind == RoundKind.POLL and self.poll_until is not None and self.poll_until <= timezone.now()


def asked_round(meeting_id: int, round_id: int) -> AskedRound | None:
    """Return the round that an answer is for; None when it isn't of this meeting. One query, and no more than an answer
    needs: two hundred phones may wait for it."""
    rounds = Round.objects.filter(pk=round_id, meeting=meeting_id)
    row = rounds.values_list(*_ASKED, Subquery(stamp.current())).first()
    if row is None:
        return None
    question, kind, state, mode, poll_until, now = row
    return AskedRound(
        meeting_id, round_id, question, RoundKind(kind), RoundState(state), Mode(mode), poll_until, str(now)
    )


def unanswered_polls(asked: AskedRound, cookie: str) -> list[int]:
    """Return the questions of the other polls of a meeting that the gemeente of this device didn't answer, in their
    order. One query."""
    given = Preference if asked.mode == Mode.OPEN else Answered
    own = given.objects.filter(round=OuterRef("pk"), participant__device=digest_of(cookie))
    polls = Round.objects.filter(~Exists(own), meeting=asked.meeting_id, kind=RoundKind.POLL.value)
    return [*polls.exclude(pk=asked.id).order_by("question").values_list("question", flat=True)]


def own_ballot(meeting: LiveMeeting, of_round: RoundNow, cookie: str) -> Ballot | None:
    """Return what the device with this cookie answered; in open mode what its gemeente did. None for nothing, and in
    secret mode after closing. One query."""
    if meeting.secret:
        row = SecretBallot.objects.filter(pk=ballot_key(cookie, of_round.id)).values_list(*_FIELDS).first()
    else:
        rows = Preference.objects.filter(round=of_round.id, participant__device=digest_of(cookie))
        row = rows.values_list(*_FIELDS).first()
    return None if row is None else Ballot(stances_from(row[0]), row[1], row[2])


def earlier_ballot(meeting: LiveMeeting, of_round: RoundNow, cookie: str) -> Ballot | None:
    """Return what the gemeente of this device answered last to the question before this round, in the poll or in an
    earlier attempt: its form starts from there. None for nothing, and always in secret mode. One query at most."""
    if meeting.secret:
        return None
    rows = Preference.objects.filter(
        round__meeting=meeting.id,
        round__question=of_round.question,
        round__attempt__lt=of_round.attempt,
        participant__device=digest_of(cookie),
    )
    row = rows.order_by("-round__attempt").values_list(*_FIELDS).first()
    return None if row is None else Ballot(stances_from(row[0]), row[1], row[2])


def ballots_now(of_round: RoundNow) -> Reasons:
    """Return the reasons that were given until now, in an order that says nothing of who gave them or when; in secret
    mode without a stance. Two queries."""
    open_rows = Preference.objects.filter(round=of_round.id).values_list("reasons", "stances")
    secret_rows = SecretBallot.objects.filter(round=of_round.id).values_list("reasons")
    return _by_option(
        [
            *((option, text, stances[option]) for reasons, stances in open_rows for option, text in reasons.items()),
            *((option, text, "") for (reasons,) in secret_rows for option, text in reasons.items()),
        ]
    )


def _by_option(given: Iterable[tuple[str, str, str]]) -> Reasons:
    found: dict[str, list[dict[str, str]]] = {}
    for option, text, stance in sorted(set(given), key=lambda one: (one[0], one[1].casefold(), *one[1:])):
        found.setdefault(option, []).append({"text": text} | ({"stance": stance} if stance else {}))
    return found
