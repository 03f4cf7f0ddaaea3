"""The record of a meeting as plain data, for its table and the file of a dossier: what says nothing isn't in it."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from checklist.domain.meeting_record.value import (
    Attended,
    MeetingRecord,
    RecordedAnswer,
    RecordedCount,
    RecordedQuestion,
    Sitting,
)
from checklist.domain.meeting_record.words import How, Mandate, Mode, Rough, RoundKind, Stance, Step, Word
from checklist.domain.proposal import Presence


def record_as_json(record: MeetingRecord) -> dict[str, Any]:
    """Return a record as an object to write as JSON. Pure."""
    return {
        "mode": record.mode.value,
        "sittings": [
            {"date": one.on.isoformat(), "from": f"{one.start:%H:%M}", "until": f"{one.end:%H:%M}"}
            for one in record.sittings
        ],
        "names": record.names,
        "attendance": [_attended_as_json(one) for one in record.attendance],
        "questions": {str(number): _question_as_json(one) for number, one in sorted(record.questions.items())},
        **_said(cleaned=record.cleaned.isoformat() if record.cleaned else ""),
    }


def record_from_json(plain: Mapping[str, Any]) -> MeetingRecord:
    """Return the record that `record_as_json` made this of; what comes from elsewhere was checked before. Pure."""
    return MeetingRecord(
        mode=Mode(plain["mode"]),
        sittings=tuple(
            Sitting(date.fromisoformat(one["date"]), time.fromisoformat(one["from"]), time.fromisoformat(one["until"]))
            for one in plain["sittings"]
        ),
        names=plain["names"],
        attendance=tuple(_attended(one) for one in plain["attendance"]),
        questions={int(number): _question(one) for number, one in plain["questions"].items()},
        cleaned=date.fromisoformat(plain["cleaned"]) if "cleaned" in plain else None,
    )


def _said(**parts: object) -> dict[str, object]:
    """Those that say something."""
    return {key: part for key, part in parts.items() if part}


def _attended_as_json(one: Attended) -> dict[str, Any]:
    how = one.how.value if one.how else ""
    return {"gemeente": one.gemeente, "stand": one.presence.value, **_said(how=how, mandate=one.mandate.value)}


def _attended(plain: Mapping[str, Any]) -> Attended:
    return Attended(
        gemeente=plain["gemeente"],
        presence=Presence(plain["stand"]),
        how=How(plain["how"]) if "how" in plain else None,
        mandate=Mandate(plain.get("mandate", "")),
    )


def _question_as_json(one: RecordedQuestion) -> dict[str, Any]:
    settled = _said(settled=list(one.settled), differs=one.differs)
    steps = [step.value for step in one.steps]
    if one.kind is None:
        return {**_said(steps=steps), **settled}
    return {
        "kind": one.kind.value,
        "attempt": one.attempt,
        "steps": steps,
        "answered": one.answered,
        "blank": one.blank,
        "late": one.late,
        **_said(
            word=one.word.value if one.word else "",
            counts={code: _count_as_json(count) for code, count in one.counts.items()},
            answers=[_answer_as_json(answer) for answer in one.answers],
        ),
        **settled,
    }


def _question(plain: Mapping[str, Any]) -> RecordedQuestion:
    return RecordedQuestion(
        kind=RoundKind(plain["kind"]) if "kind" in plain else None,
        attempt=plain.get("attempt", 1),
        steps=tuple(Step(step) for step in plain.get("steps", ())),
        answered=plain.get("answered", 0),
        blank=plain.get("blank", 0),
        late=plain.get("late", 0),
        word=Word(plain["word"]) if "word" in plain else None,
        counts={code: _count(count) for code, count in plain.get("counts", {}).items()},
        answers=tuple(_answer(one) for one in plain.get("answers", ())),
        settled=tuple(plain.get("settled", ())),
        differs=plain.get("differs", ""),
    )


def _count_as_json(count: RecordedCount) -> dict[str, Any]:
    told = {"voor": count.voor, "kan": count.kan, "tegen": count.tegen}
    return {key: _plain(number) for key, number in told.items() if number is not None}


def _plain(number: int | Rough) -> int | str:
    return number.value if isinstance(number, Rough) else number


def _count(plain: Mapping[str, Any]) -> RecordedCount:
    tegen = plain.get("tegen")
    return RecordedCount(_number(plain["voor"]), plain.get("kan"), None if tegen is None else _number(tegen))


def _number(plain: int | str) -> int | Rough:
    return Rough(plain) if isinstance(plain, str) else plain


def _answer_as_json(one: RecordedAnswer) -> dict[str, Any]:
    return {
        "gemeente": one.gemeente,
        "stances": {code: stance.value for code, stance in one.stances.items()},
        **_said(reasons=dict(one.reasons), mandate=one.mandate.value),
        "how": one.how.value,
        "late": one.late,
    }


def _answer(plain: Mapping[str, Any]) -> RecordedAnswer:
    return RecordedAnswer(
        gemeente=plain["gemeente"],
        stances={code: Stance(stance) for code, stance in plain["stances"].items()},
        how=How(plain["how"]),
        reasons=dict(plain.get("reasons", {})),
        mandate=Mandate(plain.get("mandate", "")),
        late=plain.get("late", False),
    )
