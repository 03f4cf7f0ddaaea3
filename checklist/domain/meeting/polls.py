"""What is kept of a poll, the answers that gemeenten give beforehand: in secret mode no number of it but how many."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from checklist.domain.content import Question
from checklist.domain.meeting.as_json import count_as_json, count_from_json
from checklist.domain.meeting.tally import agreed, count
from checklist.domain.meeting.value import Ballot, QuestionCount
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, Word


@dataclass(frozen=True)
class PollResult:
    """What is kept of the poll of one question: `agreed` are the options that all agree on, `discuss` whether anybody
    wants to talk about it. `word` is None when too few answered to say it, `counted` always in secret mode."""

    answered: int
    word: Word | None = None
    agreed: tuple[str, ...] = ()
    discuss: bool = False
    counted: QuestionCount | None = None


def poll_result(question: Question, ballots: Collection[Ballot], *, secret: bool) -> PollResult:
    """Return what is kept of the answers to a question in a poll. In secret mode fewer than five leave nothing but
    their number."""
    counted = count(question, [ballot.stances for ballot in ballots])
    if secret and counted.answered < LEAST_TO_SHOW:
        return PollResult(counted.answered)
    found = agreed(question, counted)
    said = Word.AGREED if found else Word.DIVIDED
    return PollResult(
        answered=counted.answered,
        word=said if counted.answered else None,
        agreed=found,
        discuss=any(ballot.discuss for ballot in ballots),
        counted=None if secret else counted,
    )


def poll_as_json(result: PollResult) -> dict[str, Any]:
    """Return the result of a poll ready for JSON; without 'count' in secret mode."""
    word = result.word or ""
    kept = {"answered": result.answered, "word": word, "set": list(result.agreed), "discuss": result.discuss}
    return kept | ({} if result.counted is None else {"count": count_as_json(result.counted)})


def poll_from_json(question: Question, stored: Mapping[str, Any]) -> PollResult:
    """Return the result of a poll that was written."""
    return PollResult(
        answered=stored["answered"],
        word=Word(stored["word"]) if stored["word"] else None,
        agreed=tuple(stored["set"]),
        discuss=stored["discuss"],
        counted=count_from_json(question, stored["count"]) if "count" in stored else None,
    )
