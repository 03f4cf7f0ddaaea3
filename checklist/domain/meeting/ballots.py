"""What may be an answer: as it came from a phone or from the chair, before it is written."""

from dataclasses import replace

from checklist.domain.content import Question
from checklist.domain.meeting.tally import valid
from checklist.domain.meeting.value import Ballot
from checklist.domain.meeting_record.words import REASON_CAP
from checklist.domain.text import clean_line


def cleaned(ballot: Ballot) -> Ballot:
    """Return the answer with its reasons on one line each, those without a word left out (rule 7)."""
    reasons = {option: text for option, typed in ballot.reasons.items() if (text := clean_line(typed))}
    return replace(ballot, reasons=reasons)


def ballot_refusal(question: Question, ballot: Ballot) -> str:
    """Return in Dutch why this is no answer to the question, empty when it is one. A reason belongs to a stance."""
    if refusal := valid(question, ballot.stances):
        return refusal
    for option in question.options:
        reason = ballot.reasons.get(option.code, "")
        if len(reason) > REASON_CAP:
            return f"De reden bij ‘{option.words}’ is te lang: {len(reason)} tekens, hoogstens {REASON_CAP}."
        if reason and option.code not in ballot.stances:
            return f"Zeg bij ‘{option.words}’ ook wat u ervan vindt; u schreef er een reden bij."
    if not ballot.reasons.keys() <= {option.code for option in question.options}:
        return "Geef alleen redenen bij antwoorden van deze vraag."
    return ""
