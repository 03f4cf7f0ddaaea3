"""A record of the chain as it was found in a database; nothing of it is trusted. And what can be wrong."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from checklist.domain.settled.canonical import sha256_of

_HEAD = re.compile(r"([1-9][0-9]{0,17}):([0-9a-f]{64})")
_SHOWN = 12


@dataclass(frozen=True)
class Fault:
    """Something that isn't as it was recorded: where, and what. Both are Dutch and for the operator."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


@dataclass(frozen=True)
class Head:
    """The last record of a chain, as an operator notes it elsewhere: 812:4f3c…, with all 64 characters."""

    sequence: int
    sha256: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what was noted. Raises `ValueError` for any other text."""
        found = _HEAD.fullmatch(text.strip().lower())
        if not found:
            raise ValueError(text)
        return cls(int(found[1]), found[2])

    def __str__(self) -> str:
        return f"{self.sequence}:{self.sha256}"


@dataclass(frozen=True)
class StoredLink:
    """A row of the chain."""

    sequence: int
    code: str
    event: str
    previous: str
    body: bytes
    sha256: str

    @property
    def place(self) -> str:
        """Where a fault in it is."""
        return f"schakel {self.sequence}"

    @cached_property
    def members(self) -> Mapping[str, Any] | None:
        """What its text says, None when that can't be read."""
        try:
            found = json.loads(self.body)
        except (ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) else None

    @property
    def tells(self) -> tuple[str, int | None]:
        """Its event and the number of the act that it tells of: a version has one record of each. No number for a
        destruction, and for what can't be read."""
        about = (self.members or {}).get("act")
        number = about.get("number") if isinstance(about, dict) else about
        return self.event, number if isinstance(number, int) else None

    @property
    def now(self) -> str:
        """The hash of its text as it is now."""
        return sha256_of(self.body)


def shown_hash(sha256: str) -> str:
    """Return the start of a hash, enough to see that two differ."""
    return f"{sha256[:_SHOWN]}…"


def other_bytes(recorded: str, now: str) -> str:
    """Return what is said of bytes that aren't those that were recorded."""
    return f"(vastgelegd {shown_hash(recorded)}, nu {shown_hash(now)})"
