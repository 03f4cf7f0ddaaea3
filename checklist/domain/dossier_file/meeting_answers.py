"""What each gemeente answered in an open meeting, in a file."""

from collections.abc import Container
from typing import Any

from checklist.domain.choices.consistency import selection_refusal
from checklist.domain.content import Question
from checklist.domain.dossier_file.meeting_counts import check_options
from checklist.domain.dossier_file.schema import Shape
from checklist.domain.dossier_file.strict import (
    object_at,
    of_kind,
    record,
    refuse,
    shown,
    text_at,
    truth,
    within,
    word_at,
)
from checklist.domain.meeting_record.value import RecordedAnswer
from checklist.domain.meeting_record.words import How, Mandate, Stance


def read_answers(
    value: object, question: Question, attending: Container[str], shape: Shape, place: str
) -> tuple[RecordedAnswer, ...]:
    """Return the answers to a question; `attending` are the gemeenten of the attendance. Raises `ExchangeError`."""
    raw: list[Any] = of_kind(value, list, place)
    reasons, seen, found = shape["properties"]["reasons"], set(), []
    for at, item in enumerate(raw, start=1):
        here = f"{place}, regel {at}"
        one = record(item, here, shape)
        gemeente = of_kind(one["gemeente"], str, f"{here}, gemeente")
        if gemeente not in attending:
            refuse(f"{here}, gemeente", f"{shown(gemeente)} staat niet bij attendance")
        if gemeente in seen:
            refuse(here, f"{gemeente} staat er twee keer in")
        seen.add(gemeente)
        found.append(
            RecordedAnswer(
                gemeente=gemeente,
                stances=_stances(one["stances"], question, f"{here}, stances"),
                how=word_at(one["how"], f"{here}, how", How),
                reasons=_reasons(one["reasons"], question, reasons, f"{here}, reasons") if "reasons" in one else {},
                mandate=word_at(one.get("mandate", ""), f"{here}, mandate", Mandate),
                late=truth(one.get("late", False), f"{here}, late"),
            )
        )
    return tuple(found)


def _stances(value: object, question: Question, place: str) -> dict[str, Stance]:
    raw = object_at(value, place)
    check_options(raw, question, place)
    stances = {code: word_at(stance, f"{place}, {code}", Stance) for code, stance in raw.items()}
    wanted = [code for code, stance in stances.items() if stance is Stance.FOR]
    if refusal := selection_refusal(question, wanted, with_codes=True):
        refuse(place, within(refusal))
    return stances


def _reasons(value: object, question: Question, shape: Shape, place: str) -> dict[str, str]:
    raw = object_at(value, place)
    check_options(raw, question, place)
    texts = {code: text_at(code, raw, place, shape) for code in raw}
    return {code: text for code, text in texts.items() if text}
