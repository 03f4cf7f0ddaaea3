"""Does a snapshot say the same of its version as the record of its settling?"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from checklist.domain.settled.canonical import canonical
from checklist.domain.settled.chain import moment
from checklist.domain.settled.snapshot import EVALUATIE_FORMAT, FORMAT
from checklist.domain.settled.value import SettledKind, Version

_FORMATS = {SettledKind.VOORSTEL: FORMAT, SettledKind.EVALUATIE: EVALUATIE_FORMAT}


def snapshot_faults(raw: bytes, version: Version, html_bytes: int) -> Iterator[str]:
    """Return what is wrong with the bytes of a snapshot: not canonical, or something else than is recorded of its
    version and of the HTML of `html_bytes`."""
    try:
        told = json.loads(raw)
        same = canonical(told) == raw
    except (ValueError, TypeError, RecursionError):
        yield "gegevens: kunnen niet worden gelezen"
        return
    if not same:
        yield "gegevens: zijn niet canoniek"
    for name, value in _recorded(version, html_bytes).items():
        if _at(told, name) != value:
            yield f"gegevens: {name} is niet wat is vastgelegd"


def _recorded(version: Version, html_bytes: int) -> Mapping[str, Any]:
    return {
        "format": _FORMATS[version.kind],
        "code": version.code,
        "version": version.version,
        "follows": version.follows,
        "settled.at": moment(version.settled_at),
        "settled.date": version.settled_on.isoformat(),
        "keep_until": version.keep_until.isoformat() if version.keep_until else None,
        "names": version.names,
        "app.version": version.app_version,
        "edition.number": version.edition,
        "html.bytes": html_bytes,
        "html.sha256": version.html_sha256,
    }


def _at(told: Mapping[str, Any], name: str) -> object:
    outer, _, inner = name.partition(".")
    found = told.get(outer, "")
    return found if not inner else found.get(inner, "") if isinstance(found, dict) else ""
