"""A walk along the chain from its first record to its last: is each what it says, and does it join on to the one
before? Nothing is kept of a record but its code, so a chain of any length can be walked."""

from collections.abc import Iterator

from checklist.domain.settled.canonical import canonical
from checklist.domain.settled.chain import FORMAT, NOTHING_BEFORE
from checklist.domain.settled.link import Fault, Head, StoredLink, other_bytes, shown_hash


class ChainWalk:
    """`noted` is a head that was noted earlier: it must still be in the chain."""

    def __init__(self, noted: Head | None = None) -> None:
        self.links = 0
        self.joins = True
        self.head: Head | None = None
        self.codes: set[str] = set()
        self._noted = noted
        self._noted_seen = False

    def step(self, link: StoredLink) -> Iterator[Fault]:
        """Take the next record, in the order of their numbers; return what is wrong with it."""
        faults = [Fault(link.place, what) for what in (*self._joint(link), *_own(link), *self._as_noted(link))]
        self.joins = self.joins and not faults
        self.links += 1
        self.head = Head(link.sequence, link.sha256)
        self.codes.add(link.code)
        yield from faults

    def end(self) -> Iterator[Fault]:
        """Return what is wrong with the chain as a whole."""
        if self._noted and not self._noted_seen:
            yield Fault(f"schakel {self._noted.sequence}", "is er niet meer, maar is wel genoteerd")

    def _joint(self, link: StoredLink) -> Iterator[str]:
        last = self.head or Head(0, NOTHING_BEFORE)
        if link.sequence != last.sequence + 1:
            yield f"hiervoor ontbreekt schakel {last.sequence + 1}"
        if link.previous != last.sha256:
            yield f"sluit niet aan op schakel {last.sequence}" if self.head else "is niet de eerste van een ketting"

    def _as_noted(self, link: StoredLink) -> Iterator[str]:
        if self._noted and link.sequence == self._noted.sequence:
            self._noted_seen = True
            if link.sha256 != self._noted.sha256:
                noted, now = shown_hash(self._noted.sha256), shown_hash(link.sha256)
                yield f"is niet meer die van toen (genoteerd {noted}, nu {now})"


def _own(link: StoredLink) -> Iterator[str]:
    if link.now != link.sha256:
        yield f"niet dezelfde tekst {other_bytes(link.sha256, link.now)}"
    if link.members is None:
        yield "de tekst kan niet worden gelezen"
        return
    try:
        same = canonical(link.members) == link.body
    except ValueError:
        same = False
    if not same:
        yield "de tekst is niet canoniek"
    columns = {
        "format": FORMAT,
        "sequence": link.sequence,
        "previous": link.previous,
        "event": link.event,
        "code": link.code,
    }
    for name, value in columns.items():
        if link.members.get(name) != value:
            yield f"{name} is niet wat in de tekst staat"
