"""A document as JSON, for a system that takes its text over: every block with its kind, and whose words it has."""

import json
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any

from checklist.export.blocks.value import Document

FORMAT = "regiostaf-document/1"


def write_json(document: Document) -> bytes:
    """Return the document as JSON in UTF-8. `kind` is the name of a block or a part of one in small letters; what is
    as it usually is (not strong, without a link) isn't written. Pure."""
    told = {"format": FORMAT, "lang": "nl", **_told(document)}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _told(value: Any) -> Any:
    if is_dataclass(value):
        known = {field.name: getattr(value, field.name) for field in fields(value)}
        usual = {field.name: field.default for field in fields(value) if field.default is not MISSING}
        told = {name: _told(each) for name, each in known.items() if name not in usual or each != usual[name]}
        return {"kind": type(value).__name__.lower(), **told}
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    return value.value if isinstance(value, Enum) else value
