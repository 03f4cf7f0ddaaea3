"""What a meeting left behind, in a file: it is kept as it is, so it must be what a meeting can leave behind."""

from collections.abc import Collection, Container, Iterator
from typing import Any

from checklist.domain.content import Content
from checklist.domain.dossier_file.meeting_questions import QuestionReader
from checklist.domain.dossier_file.schema import ATTENDED, MEETING, SITTING
from checklist.domain.dossier_file.strict import (
    date_at,
    listed,
    object_at,
    of_kind,
    record,
    refuse,
    shown,
    time_at,
    truth,
    word_at,
)
from checklist.domain.meeting_record.value import Attended, MeetingRecord, Sitting
from checklist.domain.meeting_record.words import How, Mandate, Mode
from checklist.domain.proposal import Presence


def read_meeting(value: object, content: Content, region: str, gemeenten: Collection[str]) -> MeetingRecord:
    """Return the record of a meeting of a dossier of this region, which has these gemeenten. Raises `ExchangeError` for
    what docs/exchange_format.md doesn't allow."""
    raw = record(value, "meeting", MEETING)
    mode = word_at(raw["mode"], "meeting, mode", Mode)
    if mode is Mode.SECRET and "cleaned" not in raw:
        refuse("meeting", "cleaned ontbreekt; een geheime vergadering zegt wanneer de antwoorden zijn gewist")
    attendance = tuple(_attendance(raw["attendance"], region, gemeenten))
    reader = QuestionReader(
        content=content,
        most=len(gemeenten),
        attending=frozenset(one.gemeente for one in attendance),
        secret=mode is Mode.SECRET,
    )
    numbers = {str(question.number): question.number for question in content.questions}
    questions = object_at(raw["questions"], "meeting, questions")
    for key in questions:
        if key not in numbers:
            refuse("meeting, questions", f"er is geen vraag {shown(key)}")
    return MeetingRecord(
        mode=mode,
        sittings=tuple(_sittings(raw["sittings"])),
        names=truth(raw["names"], "meeting, names"),
        attendance=attendance,
        questions={numbers[key]: reader.read(one, numbers[key]) for key, one in questions.items()},
        cleaned=date_at(raw["cleaned"], "meeting, cleaned") if "cleaned" in raw else None,
    )


def _sittings(value: object) -> Iterator[Sitting]:
    raw = listed(value, "meeting, sittings", MEETING["properties"]["sittings"], "zittingen")
    for at, item in enumerate(raw, start=1):
        place = f"meeting, sittings, regel {at}"
        one = record(item, place, SITTING)
        start, end = (time_at(one[key], f"{place}, {key}") for key in ("from", "until"))
        yield Sitting(date_at(one["date"], f"{place}, date"), start, end)


def _attendance(value: object, region: str, gemeenten: Container[str]) -> Iterator[Attended]:
    raw: list[Any] = of_kind(value, list, "meeting, attendance")
    seen = set()
    for at, item in enumerate(raw, start=1):
        place = f"meeting, attendance, regel {at}"
        one = record(item, place, ATTENDED)
        gemeente = of_kind(one["gemeente"], str, f"{place}, gemeente")
        if gemeente not in gemeenten:
            refuse(f"{place}, gemeente", f"{shown(gemeente)} is geen gemeente van veiligheidsregio {region}")
        if gemeente in seen:
            refuse(place, f"{gemeente} staat er twee keer in")
        seen.add(gemeente)
        yield Attended(
            gemeente=gemeente,
            presence=word_at(one["stand"], f"{place}, stand", Presence),
            how=word_at(one["how"], f"{place}, how", How) if "how" in one else None,
            mandate=word_at(one.get("mandate", ""), f"{place}, mandate", Mandate),
        )
