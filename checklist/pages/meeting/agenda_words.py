"""What the screens say of an agenda: what is settled, how many of a kind there are, what the polls left."""

from checklist.domain.content import Content
from checklist.domain.dutch import capital, in_words
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
    """Whether the meeting settled a question."""
    now = meeting.newest.get(number)
    return now is not None and now.state == RoundState.SETTLED


def counted(number: int, one: str, more: str) -> str:
    """Return how many there are, as a heading: 'Zes hamerstukken', 'Eén hamerstuk', 'Geen hamerstukken'."""
    if number == 1:
        return f"Eén {one}"
    return f"{capital(in_words(number)) if number else 'Geen'} {more}"
