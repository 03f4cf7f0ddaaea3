"""What a meeting elsewhere left behind is kept with the dossier that was made of its file."""

from datetime import datetime

from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.as_json import record_as_json
from checklist.domain.meeting_record.value import MeetingRecord
from checklist.models import Dossier, Meeting


def keep_record(dossier: Dossier, record: MeetingRecord, now: datetime) -> None:
    """Make the closed meeting of a new dossier, which nobody can join and which is only read. One query."""
    plain = record_as_json(record)
    Meeting.objects.create(
        dossier=dossier,
        mode=record.mode.value,
        state=MeetingState.CLOSED.value,
        names=record.names,
        sittings=plain["sittings"],
        record=plain,
        closed_at=now,
    )
