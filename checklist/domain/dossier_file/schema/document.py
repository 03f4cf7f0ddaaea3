"""The JSON Schema of the exchange format as a document to publish."""

import json
from typing import Any

from checklist.domain.dossier_file.schema.formats import FORMATS

_DESCRIPTION = (
    "Een ontwerp van een regiostaf, zoals een kring van gemeentesecretarissen het bewaart en ergens anders inleest. "
    "Teksten worden geteld nadat ze zijn opgeschoond: regeleinden, spaties aan het begin en het eind, tekens die "
    "niemand ziet. Het inlezen kijkt ook na wat hier niet in kan staan: of een gemeente bij de veiligheidsregio hoort, "
    "of een optie is gekozen, of iets twee keer voorkomt, of een bedrag hooguit twee decimalen heeft."
)


def json_schema() -> dict[str, Any]:
    """Return the schema of all formats that are read: what the import accepts it accepts, once texts are clean.

    It has no `$id`: every installation publishes it at an address of its own.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dossierbestand van Regiostaf",
        "description": _DESCRIPTION,
        "type": "object",
        "required": ["format"],
        "properties": {"format": {"enum": list(FORMATS)}},
        "allOf": [
            {
                "if": {"properties": {"format": {"const": name}}, "required": ["format"]},
                "then": {"$ref": f"#/$defs/{_key(name)}"},
            }
            for name in FORMATS
        ],
        "$defs": {_key(name): {"title": name, **shape} for name, shape in FORMATS.items()},
    }


def schema_file() -> bytes:
    """Return the schema as a file: the same bytes as long as the format is the same."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1).encode()


def _key(name: str) -> str:
    """The name of a format without the slash, which means something in a reference."""
    return name.replace("/", "-")
