"""The dossier in a snapshot of a settled voorstel: whoever has one may go on from it in a dossier of their own."""

import json

from checklist.domain.dossier_file.strict import FILE_CAP, refuse

SNAPSHOT_FORMAT = "regiostaf-advies/1"
# Of a file that may be a snapshot: as large as the largest that is settled.
UPLOAD_CAP = 3_500_000
# It is canonical (RFC 8785), so this is how it starts, and its parts are objects and lists.
_START = b'{"advies":{'
_MOST_PARTS = 40_000


def cap_of(raw: bytes) -> int:
    """Return how many bytes a file that starts like this may have."""
    return UPLOAD_CAP if raw.startswith(_START) else FILE_CAP


def without_snapshot(raw: bytes) -> bytes:
    """Return the dossier file that a snapshot holds, and any other file as it is. Raises `ExchangeError` for a file
    larger than it may be, and for one that begins as a snapshot and isn't one."""
    if not raw.startswith(_START):
        return raw
    if len(raw) > UPLOAD_CAP:
        refuse("bestand", "het is groter dan 3,5 MB")
    if raw.count(b"{") + raw.count(b"[") > _MOST_PARTS:
        refuse("bestand", "er staan meer onderdelen in dan een vastgesteld voorstel kan hebben")
    try:
        snapshot = json.loads(raw)
    except (ValueError, RecursionError):
        refuse("bestand", "dit zijn geen gegevens van een vastgesteld voorstel, of ze zijn beschadigd")
    if snapshot.get("format") != SNAPSHOT_FORMAT or not isinstance(snapshot.get("dossier"), dict):
        refuse("format", f"hier moet {SNAPSHOT_FORMAT} staan, met een dossier")
    return json.dumps(snapshot["dossier"], ensure_ascii=False).encode("utf-8", "surrogatepass")
