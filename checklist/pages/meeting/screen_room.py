"""What every page of the beamer is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from checklist.domain.content import Content
from checklist.domain.meeting.join_code import shown_code
from checklist.domain.meeting.plan import Plan, plan_from_json
from checklist.selectors import LiveMeeting


@dataclass(frozen=True)
class Joining:
    """How to join: `typed_at` is the address to type, `link` the one in the QR code, `code` as it is shown and
    `spelled` as it is read aloud."""

    typed_at: str
    link: str
    code: str
    spelled: str


def joining(code: str, site: str, typed_path: str, link_path: str) -> Joining:
    """Return how to join with a code. `site`: its address without a slash at the end."""
    shown = shown_code(code)
    typed_at = f"{site.partition('://')[2]}{typed_path}".rstrip("/")
    return Joining(typed_at, f"{site}{link_path}", shown, ", ".join(map(" ".join, shown.split("-"))))


@dataclass(frozen=True)
class ScreenRoom:
    """A live meeting with the content, the names of the region's gemeenten by code, and how to join."""

    content: Content
    meeting: LiveMeeting
    gemeenten: Mapping[str, str]
    joining: Joining

    @cached_property
    def plan(self) -> Plan:
        """What is talked about."""
        return plan_from_json(self.meeting.plan)

    @property
    def region_size(self) -> int:
        """How many gemeenten there are."""
        return len(self.gemeenten)
