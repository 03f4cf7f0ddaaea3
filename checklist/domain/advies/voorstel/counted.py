"""What was counted of a question in a meeting, and of which of its options a document tells that."""

from collections.abc import Mapping

from checklist.domain.content import Question
from checklist.domain.meeting.shown import ShownCount, ShownOption, added_up_shown
from checklist.domain.meeting.tally import AddedUp, added_up
from checklist.domain.meeting.value import OptionCount, QuestionCount
from checklist.domain.meeting_record.value import RecordedCount, RecordedQuestion
from checklist.domain.meeting_record.words import Rough


def counts_told(question: Question, asked: RecordedQuestion, *, secret: bool) -> Mapping[str, RecordedCount]:
    """Return the counts of the options that were settled and of those that the count adds up to, in the question's
    order; of all options when these are none. Empty when nothing was counted, or nothing of it may be told. Pure."""
    if not asked.counts:
        return {}
    nobody = RecordedCount(Rough.NOBODY, tegen=Rough.NOBODY) if secret else RecordedCount(0, tegen=0)
    counts = {option.code: asked.counts.get(option.code, nobody) for option in question.options}
    told = {*asked.settled, *_added_up(question, asked, counts, secret=secret).options}
    return {code: count for code, count in counts.items() if code in told or not told}


def _added_up(
    question: Question, asked: RecordedQuestion, counts: Mapping[str, RecordedCount], *, secret: bool
) -> AddedUp:
    if secret:
        shown = {code: ShownOption(count.voor, count.tegen) for code, count in counts.items()}
        return added_up_shown(question, ShownCount(asked.answered, asked.blank, shown))
    numbers = {
        code: OptionCount(voor=count.voor) for code, count in counts.items() if not isinstance(count.voor, Rough)
    }
    return added_up(question, QuestionCount(asked.answered, asked.blank, numbers))
