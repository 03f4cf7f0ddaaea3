"""What was looked at, and what is wrong."""

from dataclasses import dataclass, field

from checklist.domain.settled.link import Fault, Head


@dataclass
class Report:
    """Counts of what was looked at, and the faults in the order in which they were found. `joins`: no record of the
    chain has a fault. `refusals` of the database: how many are in place, of how many."""

    links: int = 0
    joins: bool = True
    head: Head | None = None
    versions: int = 0
    destroyed: int = 0
    acts: int = 0
    files: int = 0
    file_bytes: int = 0
    refusals: tuple[int, int] = (0, 0)
    faults: list[Fault] = field(default_factory=list)

    @property
    def nothing_settled(self) -> bool:
        """Whether there is nothing to look at."""
        return not (self.links or self.versions or self.acts or self.files)
