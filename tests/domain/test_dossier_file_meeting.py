"""What a meeting left behind, in a file: it comes back the same."""

import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.dossier_file import export_dossier, parse_dossier, write_dossier
from checklist.domain.meeting_record.as_json import record_as_json, record_from_json
from checklist.domain.meeting_record.value import (
    Attended,
    MeetingRecord,
    RecordedAnswer,
    RecordedCount,
    RecordedQuestion,
    Sitting,
)
from checklist.domain.meeting_record.words import (
    MOST_SITTINGS,
    MOST_STEPS,
    How,
    Mandate,
    Mode,
    Rough,
    RoundKind,
    Stance,
    Step,
    Word,
)
from checklist.domain.proposal import Presence
from tests.content import gemeenten_by_region, real_content
from tests.domain.exchanged import newer, parse
from tests.meeting_records import BOXTEL, OSS, SITTING, VUGHT, meetings, open_meeting, secret_meeting
from tests.strategies import PURE, typed_texts


def test_an_open_meeting_is_read_as_it_was() -> None:
    meeting = parse(newer(meeting=open_meeting())).meeting
    assert meeting is not None
    assert meeting.mode is Mode.OPEN
    assert meeting.sittings == (Sitting(date(2026, 11, 24), time(10), time(11, 28)),)
    assert meeting.attendance[0] == Attended(OSS, Presence.PRESENT, How.PHONE, Mandate.RESERVED)
    assert meeting.attendance[3] == Attended(BOXTEL, Presence.ABSENT)
    assert meeting.questions[1] == RecordedQuestion(settled=("1a",))
    assert meeting.questions[7].counts == {"7b": RecordedCount(2, tegen=1)}
    two = meeting.questions[2]
    assert (two.kind, two.answered, two.blank, two.late, two.word) == (RoundKind.DEVICE, 2, 1, 1, Word.DIVIDED)
    assert two.steps == tuple(Step)
    assert two.answers[2:] == (
        RecordedAnswer(VUGHT, {}),
        RecordedAnswer(BOXTEL, {"2a": Stance.FOR}, late=True),
    )
    assert two.answers[0].reasons == {"2a": "Te veel petten."}


def test_a_secret_meeting_is_read_as_it_was() -> None:
    meeting = parse(newer(meeting=secret_meeting())).meeting
    assert meeting is not None
    assert meeting.secret
    assert meeting.cleaned == date(2026, 11, 24)
    assert meeting.questions[2].counts["2b"] == RecordedCount(Rough.NEARLY_ALL, tegen=Rough.NOBODY)
    assert meeting.questions[5].counts == {}
    assert meeting.questions[7].counts["7d"] == RecordedCount(Rough.NO_MAJORITY)


@pytest.mark.parametrize("value", [open_meeting(), secret_meeting()], ids=["open", "secret"])
def test_a_meeting_is_written_as_it_was_read(value: dict[str, Any]) -> None:
    assert export_dossier(parse(newer(meeting=value)))["meeting"] == value


def test_a_dossier_without_a_meeting_says_nothing_of_one() -> None:
    assert parse(newer()).meeting is None
    assert "meeting" not in export_dossier(parse(newer()))


def test_the_most_sittings_and_steps_are_read() -> None:
    assert len(Step) <= MOST_STEPS
    read = parse(newer(meeting=open_meeting() | {"sittings": [SITTING] * MOST_SITTINGS}))
    assert read.meeting is not None
    assert len(read.meeting.sittings) == MOST_SITTINGS


@PURE
@given(st.data())
def test_any_meeting_is_read_back_the_same(data: st.DataObject) -> None:
    region = data.draw(st.sampled_from(["VR21", "VR10"]))
    value = newer(veiligheidsregio=region, choices={}, kept=[], proposal={}) | {
        "meeting": data.draw(meetings(typed_texts(20), region))
    }
    read = parse(value)
    assert isinstance(read.meeting, MeetingRecord)
    assert parse_dossier(write_dossier(read), real_content(), gemeenten_by_region()) == read
    assert record_from_json(json.loads(json.dumps(record_as_json(read.meeting)))) == read.meeting
