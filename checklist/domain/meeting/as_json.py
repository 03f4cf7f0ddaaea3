"""The counts of a round as its row and the dossier file hold them. What is read back was written here."""

from collections.abc import Mapping
from typing import Any

from checklist.domain.content import Question
from checklist.domain.meeting.shown import Shown, ShownCount, ShownOption
from checklist.domain.meeting.value import OptionCount, QuestionCount
from checklist.domain.meeting_record.words import Rough


def count_as_json(counted: QuestionCount) -> dict[str, Any]:
    """Return a count ready for JSON: answered, blank, and "counts": {"2a": {"voor": 3, "kan": 1, "tegen": 2}, …}."""
    counts = {code: {"voor": one.voor, "kan": one.kan, "tegen": one.tegen} for code, one in counted.options.items()}
    return {"answered": counted.answered, "blank": counted.blank, "counts": counts}


def count_from_json(question: Question, stored: Mapping[str, Any]) -> QuestionCount:
    """Return the count that was written, of all options of the question, in their order."""
    options = {option.code: OptionCount(**stored["counts"].get(option.code, {})) for option in question.options}
    return QuestionCount(stored["answered"], stored["blank"], options)


def shown_as_json(told: ShownCount) -> dict[str, Any]:
    """Return a shown count ready for JSON: answered, blank, and "counts": {"2a": {"voor": "enkele", "tegen": 3}, …}.

    Without 'counts' with fewer than five answers; without 'tegen' where only the majority may be told.
    """
    counts = {
        code: {"voor": one.voor} | ({} if one.tegen is None else {"tegen": one.tegen})
        for code, one in told.options.items()
    }
    return {"answered": told.answered, "blank": told.blank} | ({"counts": counts} if counts else {})


def shown_from_json(question: Question, stored: Mapping[str, Any]) -> ShownCount:
    """Return the shown count that was written, its options in the question's order."""
    counts: Mapping[str, Mapping[str, int | str]] = stored.get("counts", {})
    options = {
        option.code: ShownOption(_shown(counts[option.code]["voor"]), _shown_or_none(counts[option.code].get("tegen")))
        for option in question.options
        if option.code in counts
    }
    return ShownCount(stored["answered"], stored["blank"], options)


def _shown(stored: int | str) -> Shown:
    return stored if isinstance(stored, int) else Rough(stored)


def _shown_or_none(stored: int | str | None) -> Shown | None:
    return None if stored is None else _shown(stored)
