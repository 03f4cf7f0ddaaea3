"""Versions of which the chain tells and that have no row: destroyed after their time, or missing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checklist.domain.settled.chain import Event
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.link import Fault, StoredLink
from checklist.verifying.links import links_of
from checklist.verifying.report import Report

_AT_ONCE = 500
# What the record of a destruction repeats, and what is said when it differs.
_TOLD = {
    "version": "andere versie",
    "settled_on": "andere dag van vaststellen",
    "keep_until": "andere bewaartermijn",
    "files": "ander aantal bestanden",
}


def check_gone(codes: Sequence[str], report: Report) -> None:
    """Look at what the chain says of versions without a row. One query per 500."""
    for start in range(0, len(codes), _AT_ONCE):
        for code, links in links_of(codes[start : start + _AT_ONCE]).items():
            last = links[-1] if links else None
            if last and last.event == Event.DESTROYED:
                report.destroyed += 1
                report.faults += _destroyed_faults(code, links, last)
            elif last:
                report.faults.append(Fault(shown_code(code), f"het voorstel ontbreekt, zegt {last.place}"))


def _destroyed_faults(code: str, links: Sequence[StoredLink], last: StoredLink) -> Iterator[Fault]:
    settled = _members(next((link for link in links if link.event == Event.SETTLED), None))
    told = _members(last)
    files = sum(len(_listed(_members(link).get("files"))) for link in links if link.event == Event.FILES)
    for name, words in _TOLD.items():
        if told.get(name) != (files if name == "files" else settled.get(name)):
            yield Fault(shown_code(code), f"{last.place} noemt bij het vernietigen een {words}")
    if not str(told.get("at", "")) > f"{settled.get('keep_until')}T24":
        yield Fault(shown_code(code), f"is volgens {last.place} vernietigd binnen de bewaartermijn")


def _members(link: StoredLink | None) -> Mapping[str, Any]:
    return (link.members if link else None) or {}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
