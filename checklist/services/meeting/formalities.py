"""What a poll leaves: questions that need no talk, and the order in which the others are talked about."""

from collections.abc import Mapping

from checklist import selectors
from checklist.domain.meeting.formalities import formalities, to_discuss
from checklist.domain.meeting.plan import MINUTES, Plan
from checklist.domain.meeting.polls import PollResult
from checklist.selectors.live_meeting import LiveMeeting


def plan_after_poll(now: LiveMeeting, polls: Mapping[int, PollResult]) -> Plan:
    """Return what the kring talks about after these polls, each question for the usual time. At most four queries, none
    when the content is remembered but for its stamp."""
    content = selectors.content_all()
    settled = {number: one.settled for number, one in now.newest.items() if one.settled is not None}
    region_size = len(selectors.gemeenten_of(now.region_code, content.stamp))
    easy = formalities(content, polls, settled, region_size, secret=now.secret)
    talks = to_discuss(content, polls, settled, region_size, secret=now.secret)
    return Plan(formal=easy, talks=tuple((one.number, MINUTES) for one in talks))
