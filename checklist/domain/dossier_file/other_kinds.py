"""Files that people take for a dossier file, known by their first bytes."""

_STARTS = {
    b"%PDF-": "een PDF",
    b"\xd0\xcf\x11\xe0": "een oud Word- of Excel-bestand",
    b"\x89PNG": "een afbeelding",
    b"\xff\xd8\xff": "een afbeelding",
    b"GIF8": "een afbeelding",
    b"<!doctype html": "een webpagina",
    b"<html": "een webpagina",
    b'{"about":': "een vastgestelde evaluatie",  # its snapshot, which holds no dossier
}
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
# In a zip of Office this comes first, and its folders tell of which program it is.
_OFFICE = b"[Content_Types].xml"
_OFFICE_FOLDERS = {b"word/": "een Word-bestand", b"xl/": "een Excel-bestand", b"ppt/": "een PowerPoint-bestand"}
_FAR_ENOUGH = 100


def other_kind(raw: bytes) -> str:
    """Return what a file is when that is certainly no dossier file: 'een PDF'; empty when it may be one."""
    if raw.startswith(_ZIP_STARTS):
        return _kind_of_zip(raw)
    start = raw[:_FAR_ENOUGH].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((kind for first, kind in _STARTS.items() if start[: len(first)].lower() == first.lower()), "")


def _kind_of_zip(raw: bytes) -> str:
    folders = _OFFICE_FOLDERS.items() if _OFFICE in raw[:_FAR_ENOUGH] else ()
    return next((kind for folder, kind in folders if folder in raw), "een zipbestand")
