"""The kinds of value in a dossier file, as pieces of JSON Schema (2020-12)."""

from collections.abc import Iterable, Mapping
from typing import Any

from checklist.domain import booklet

# A piece of JSON Schema: plain data, never changed.
Shape = Mapping[str, Any]

CODES = [f"{number}{letter}" for number, letter, _ in booklet.options()]

OPTION: Shape = {"enum": CODES}
# Which regions and gemeenten there are, the catalogue says. `maxLength` is against a line end at the end, which some
# readers of patterns let pass.
REGION: Shape = {"type": "string", "pattern": "^VR[0-9]{2}$", "maxLength": 4}
GEMEENTE: Shape = {"type": "string", "pattern": "^GM[0-9]{4}$", "maxLength": 6}
DATE: Shape = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "maxLength": 10}
TIME: Shape = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "maxLength": 5}


def text(cap: int, least: int = 0) -> Shape:
    """Return a text of at most so many characters, counted after it was made clean (rule 7)."""
    return {"type": "string", **({"minLength": least} if least else {}), "maxLength": cap}


def record(properties: Mapping[str, Shape], required: Iterable[str] = ()) -> Shape:
    """Return an object with these keys and no other."""
    needed = {"required": list(required)} if required else {}
    return {"type": "object", **needed, "properties": dict(properties), "additionalProperties": False}


def rows(of: Shape, most: int = 0) -> Shape:
    """Return a list; 0: as long as it likes."""
    return {"type": "array", **({"maxItems": most} if most else {}), "items": of}


def told(title: str, description: str, shape: Shape) -> Shape:
    """Return a piece with its Dutch words before it; without a description when there is none."""
    return {"title": title, **({"description": description} if description else {}), **shape}
