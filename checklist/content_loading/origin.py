"""Where the value of a field comes from: what `loaded_hashes` remembers of it, and what that says later."""

import hashlib
import json
from collections.abc import Mapping
from enum import Enum, auto

from checklist.content_loading.kinds import Value

# Before the hash of a value that `load_content --from` wrote.
_ELSEWHERE = "elsewhere:"


class Origin(Enum):
    """Where a field's value comes from: `fixtures/`, another folder that was loaded on purpose, or an editor."""

    PRODUCT = auto()
    ELSEWHERE = auto()
    EDITOR = auto()


def mark_of(value: Value, origin: Origin) -> str:
    """Return what to remember of a value that is loaded from `fixtures/` or from elsewhere."""
    digest = hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()
    return _ELSEWHERE + digest if origin is Origin.ELSEWHERE else digest


def origin_of(value: Value, mark: str) -> Origin:
    """Return where a value comes from, by what was remembered at the last load of its field."""
    loaded = (origin for origin in (Origin.PRODUCT, Origin.ELSEWHERE) if mark == mark_of(value, origin))
    return next(loaded, Origin.EDITOR)


def came_from_elsewhere(marks: Mapping[str, str]) -> bool:
    """Whether all that was ever loaded of a row came from another folder."""
    return bool(marks) and all(mark.startswith(_ELSEWHERE) for mark in marks.values())
