"""Is a record what the rows tell now? It is made anew of the rows and compared, byte for byte."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from checklist.domain.settled.chain import Told, record_of
from checklist.domain.settled.link import StoredLink, other_bytes

# What a member of a record is called; the others are their own words.
_WORDS = {
    "about": "gaat over",
    "app_version": "versie van Regiostaf",
    "at": "vastgelegd op",
    "corrects": "verbetert",
    "date": "datum",
    "dossier": "dossier",
    "edition": "editie",
    "files": "aantal bestanden",
    "follows": "volgt op",
    "html": "tekst",
    "keep_until": "bewaren tot en met",
    "kind": "soort",
    "list_sha256": "lijst",
    "media_type": "mediatype",
    "name": "naam",
    "names": "met namen",
    "number": "nummer",
    "organ": "orgaan",
    "outcome": "uitkomst",
    "settled_on": "vastgesteld op",
    "sha256": "SHA-256",
    "size": "bytes",
    "snapshot": "gegevens",
    "text_sha256": "tekst",
    "version": "versie",
}
_HASHES = {"html", "sha256", "snapshot", "text_sha256", "list_sha256"}
_ABSENT = "(niets)"


def differences(link: StoredLink, told: Told, at: datetime) -> Iterator[tuple[str, str]]:
    """Return how a record differs from the one that the rows make now: the kind of the file it is about ('' for
    none), and what differs, in words. Nothing when it is the same."""
    recorded = link.members or {}
    anew = record_of(told, link.sequence, link.previous, at, str(recorded.get("site", "")))
    if anew.body == link.body:
        return
    made = StoredLink(anew.sequence, anew.code, anew.event, anew.previous, anew.body, anew.sha256).members or {}
    found = [*_members(recorded, made)]
    yield from found or [("", f"niet dezelfde tekst {other_bytes(link.now, anew.sha256)}")]


def _members(recorded: Mapping[str, Any], now: Mapping[str, Any], kind: str = "") -> Iterator[tuple[str, str]]:
    for name in sorted({*recorded, *now}):
        before, after = recorded.get(name, _ABSENT), now.get(name, _ABSENT)
        if before == after:
            continue
        if name == "files" and isinstance(before, list) and isinstance(after, list):
            yield from _files(before, after)
        elif isinstance(before, dict) and isinstance(after, dict):
            yield from _members(before, after)
        else:
            yield kind, _said(name, before, after)


def _files(recorded: list[Any], now: list[Any]) -> Iterator[tuple[str, str]]:
    before, after = (
        {file.get("kind", ""): file for file in files if isinstance(file, dict)} for files in (recorded, now)
    )
    for kind in sorted({*before, *after}, key=str):
        if kind not in after:
            yield kind, "het bestand ontbreekt"
        elif kind not in before:
            yield kind, "het bestand staat niet in de ketting"
        else:
            yield from _members(before[kind], after[kind], kind)


def _said(name: str, before: object, after: object) -> str:
    if name in _HASHES and isinstance(before, str) and isinstance(after, str):
        return f"{_WORDS[name]}: niet dezelfde {other_bytes(before, after)}"
    return f"{_WORDS.get(name, name)}: vastgelegd {_value(before)}, nu {_value(after)}"


def _value(value: object) -> str:
    match value:
        case None | "":
            return "leeg"
        case bool():
            return "ja" if value else "nee"
        case _:
            return str(value)
