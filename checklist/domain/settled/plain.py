"""Any value of the domain as plain data, so that it can be written down canonically."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """Return a value as texts, whole numbers, truths, lists and objects: the same for an equal value. A set is a sorted
    list, a mapping a sorted list of pairs, a day or an amount a text. Raises `TypeError` for anything else."""
    match value:
        case Enum():
            return plain(value.value)
        case None | str() | int():
            return value
        case date() | time() | Decimal():
            return str(value)
        case Mapping() | set() | frozenset():
            parts = value.items() if isinstance(value, Mapping) else value
            return sorted(map(plain, parts), key=repr)
        case tuple() | list():
            return [plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"a {type(value).__name__} can't be written down")
