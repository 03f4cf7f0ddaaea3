"""What the screens say of an agenda: what is settled, how many of a kind there are, what the polls left."""

from checklist.domain.content import Content
from checklist.domain.dutch import capital, in_words
from checklist.domain.meeting.plan import Plan
from checklist.domain.meeting.polls import PollResult, poll_from_json
from checklist.domain.meeting.value import RoundState
from checklist.selectors import LiveMeeting


def polls_of(content: Content, meeting: LiveMeeting) -> dict[int, PollResult]:
    """Return the results of the polls that were closed, by question."""
    return {
        number: poll_from_json(content.question_of[number], poll.result)
        for number, poll in meeting.polls.items()
        if poll.result is not None
    }


def is_settled(meeting: LiveMeeting, number: int) -> bool:
    """Whether the meeting settled a question, as a hamerstuk after the poll or by a round."""
    now = meeting.newest.get(number) or meeting.polls.get(number)
    return now is not None and now.state == RoundState.SETTLED


def next_question(content: Content, meeting: LiveMeeting, plan: Plan, after: int | None) -> int | None:
    """Return the question to go on with: the first one in the order of the talks, then of the booklet, that isn't
    settled, from the start again after the last. A hamerstuk isn't among them. None when all are."""
    talks = [number for number, _ in plan.talks]
    rest = [one.number for one in content.questions if one.number not in talks]
    order = [number for number in talks + rest if number not in plan.unlifted]
    at = order.index(after) + 1 if after in order else 0
    left = (number for number in order[at:] + order[:at] if number != after and not is_settled(meeting, number))
    return next(left, None)


def counted(number: int, one: str, more: str) -> str:
    """Return how many there are, as a heading: 'Zes hamerstukken', 'Eén hamerstuk', 'Geen hamerstukken'."""
    if number == 1:
        return f"Eén {one}"
    return f"{capital(in_words(number)) if number else 'Geen'} {more}"
