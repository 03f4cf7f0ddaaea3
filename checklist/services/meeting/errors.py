"""Why an act in a meeting can't be done. Nothing was written then, unless an error says what was."""

from checklist.selectors.live_meeting import LiveMeeting, RoundNow, Seat


class MeetingMovedError(Exception):
    """Somebody else took another step just now, or the page was old. `meeting` is where it stands now."""

    def __init__(self, meeting: LiveMeeting) -> None:
        super().__init__("the meeting went on meanwhile")
        self.meeting = meeting


class MeetingGoneError(Exception):
    """There is no such meeting any more."""


class StepRefusedError(Exception):
    """The chair can't do this now; `reason` says why, in Dutch."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RoundClosedError(Exception):
    """The round can't be answered any more. `round` is that round, None when there is none of that number."""

    def __init__(self, closed: RoundNow | None) -> None:
        super().__init__("the round is closed")
        self.round = closed


class NotYourSeatError(Exception):
    """This device speaks for no gemeente of the meeting, or not any more."""


class WayRefusedError(Exception):
    """The gemeente takes part on paper, or is absent: its phone doesn't answer."""


class OtherDeviceAnsweredError(Exception):
    """In secret mode another device answered for the gemeente: only that one can change it."""


class TooManyChangesError(Exception):
    """An answer was changed as often as it may be."""


class BallotRefusedError(Exception):
    """This is no answer to the question; `reason` says why, in Dutch."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BallotsLostError(Exception):
    """The database lost the secret answers of this round: it lapsed, and a new one asks again. That was written."""


class SeatTakenError(Exception):
    """Another device speaks for the gemeente; `seat` is what it has."""

    def __init__(self, seat: Seat) -> None:
        super().__init__("the gemeente takes part already")
        self.seat = seat


class SeatLockedError(Exception):
    """The chair lets no other device take over the gemeente; `seat` is what it has."""

    def __init__(self, seat: Seat) -> None:
        super().__init__("the gemeente can't be taken over")
        self.seat = seat


class WrongCodeError(Exception):
    """No meeting that is live has this code."""


class DiffersNeededError(Exception):
    """What is settled isn't what the majority wants, and nobody said why."""


class SlipsRefusedError(Exception):
    """These sums of paper slips, or of hands, can't be; `reason` says why, in Dutch."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
