"""A meeting that is going on, and what its chair and its gemeenten do in it, as pages would ask it."""

from checklist import selectors
from checklist.domain.meeting.plan import Plan, plan_as_json
from checklist.domain.meeting.value import Ballot, MeetingState, RoundState
from checklist.domain.meeting_record.words import Mandate, Mode, Stance
from checklist.models import Dossier, Meeting
from checklist.selectors import OpenDossier
from checklist.selectors.answers import AskedRound, asked_round
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.services.meeting import answering, counting, rounds
from checklist.services.meeting.errors import RoundClosedError
from tests.dossiers import make_dossier, opened
from tests.meetings import GEMEENTEN, join, make_meeting


class Going:
    """A meeting with so many gemeenten, each with a device; its dossier and itself as they are now."""

    def __init__(self, mode: Mode = Mode.OPEN, gemeenten: int = 3, state: MeetingState = MeetingState.RUNNING) -> None:
        self.row: Dossier = make_dossier()
        self.meeting: Meeting = make_meeting(self.row, mode, state)
        self.cookies = {gemeente: join(self.meeting, gemeente) for gemeente in GEMEENTEN[:gemeenten]}

    @property
    def dossier(self) -> OpenDossier:
        return opened(self.row)

    @property
    def leeslink(self) -> OpenDossier:
        """The dossier as its leeslink opens it."""
        found = selectors.dossier_with_key(self.row.read_key)
        assert found is not None
        return found

    @property
    def now(self) -> LiveMeeting:
        found = selectors.meeting_with_id(self.meeting.pk)
        assert found is not None
        return found

    def open(self, number: int = 7) -> int:
        """Open a question; return the id of its round."""
        rounds.open_round(self.dossier, self.now, number, 7)
        found = self.now.open_round
        assert found is not None
        return found.id

    def round(self, round_id: int) -> RoundNow:
        found = self.now.round_with_id(round_id)
        assert found is not None
        return found

    def asked(self, round_id: int) -> AskedRound:
        """The round as a phone answers it; one that isn't there is closed to it."""
        found = asked_round(self.meeting.pk, round_id)
        if found is None:
            raise RoundClosedError(None)
        return found

    def state(self, round_id: int) -> RoundState:
        return self.round(round_id).state

    def answer(self, round_id: int, gemeente: str, *voor: str, **reasons: str) -> None:
        """A gemeente is voor these options, with reasons by option."""
        ballot = Ballot(dict.fromkeys(voor, Stance.FOR), reasons)
        answering.answer(self.asked(round_id), self.cookies[gemeente], ballot, Mandate.NOT_SAID)

    def all_answer(self, round_id: int, *voor: str) -> None:
        for gemeente in self.cookies:
            self.answer(round_id, gemeente, *voor)

    def close(self, round_id: int) -> None:
        counting.close_round(self.dossier, self.now, round_id)

    def show(self, round_id: int) -> None:
        rounds.show_result(self.dossier, self.now, round_id)

    def counted(self, number: int, *voor: str) -> int:
        """Let all answer a question, close it and show the count; return the id of its round."""
        round_id = self.open(number)
        self.all_answer(round_id, *voor)
        self.close(round_id)
        self.show(round_id)
        return round_id

    def plan(self, plan: Plan) -> None:
        Meeting.objects.filter(pk=self.meeting.pk).update(plan=plan_as_json(plan))
