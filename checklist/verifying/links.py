"""Records of the chain as they are stored, by the version that they name."""

from collections.abc import Iterable, Mapping

from checklist.domain.settled.link import Fault, StoredLink
from checklist.models import ChainRecord
from checklist.verifying.rows import odd, read


def link_of(row: ChainRecord) -> StoredLink:
    """Return a stored record as a value. No query."""
    return StoredLink(row.sequence, row.code, row.event, row.previous, bytes(row.body), row.sha256)


def links_of(codes: Iterable[str]) -> Mapping[str, list[StoredLink]]:
    """Return the records of versions, in their order; those that can't be read are left out: the walk along the chain
    names them. One query."""
    found: dict[str, list[StoredLink]] = {code: [] for code in codes}
    named_by_the_walk: list[Fault] = []
    for row in read(ChainRecord.objects.filter(code__in=found).order_by("sequence"), named_by_the_walk):
        if not [*odd(row)]:
            found[row.code].append(link_of(row))
    return found
