"""The beamer while gemeenten join: where to go, which code to type, and how many there are."""

from dataclasses import dataclass

from checklist.domain.meeting_record.words import Way
from checklist.pages.meeting.screen_room import Joining, ScreenRoom
from checklist.pages.meeting.words import Squares


@dataclass(frozen=True)
class JoinPage:
    """The page of the code."""

    joining: Joining
    squares: Squares

    @property
    def count_words(self) -> str:
        """How many gemeenten are there."""
        verb = "is" if self.squares.filled == 1 else "zijn"
        return f"{self.squares.filled} van {self.squares.of} gemeenten {verb} er"


def join_page(room: ScreenRoom) -> JoinPage:
    """Return the page; attendance is no secret in either mode."""
    return JoinPage(room.joining, Squares(sum(seat.way != Way.ABSENT for seat in room.meeting.seats), room.region_size))
