"""The file that an ODT is: its parts with their manifest, and what it says of itself."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import odfdo

from checklist.export.blocks.value import Document
from checklist.export.odt.xml import legal

GENERATOR = "Regiostaf"
LANGUAGE = "nl-NL"
CONTENT, STYLES = "content.xml", "styles.xml"
_OURS = {"mimetype", CONTENT, STYLES, "meta.xml", "settings.xml", "META-INF/manifest.xml"}
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(
    document: Document, parts: Mapping[str, bytes], pictures: Mapping[str, bytes], made: datetime | None
) -> bytes:
    """The file of `document` with these parts (XML) and pictures (PNG), each by its path. The same gives the same
    bytes."""
    package = _empty()
    for path, content in parts.items():
        package.set_part(path, content)
    for path, png in pictures.items():
        package.set_part(path, png)
        package.manifest.add_full_path(path, "image/png")
    _tell(package.meta, document, made)
    file = BytesIO()
    package.save(file)
    return _same_each_time(file)


def _empty() -> odfdo.Document:
    """A text without what the template of the library has for LibreOffice alone."""
    package = odfdo.Document("text")
    for path in package.parts:
        if path not in _OURS:
            package.del_part(path)
    for path in package.manifest.get_paths():
        if path not in {*_OURS, "/"}:
            package.manifest.del_full_path(path)
    return package


def _tell(meta: odfdo.Meta, document: Document, made: datetime | None) -> None:
    """What the file says of itself: nothing of the machine that it was made at."""
    meta.meta_body.clear()
    meta.title = legal(document.title)
    meta.subject = legal(document.subject)
    if document.keywords:
        meta.keyword = legal(document.keywords)
    meta.initial_creator = legal(document.author)
    meta.creator = legal(document.author)
    meta.language = LANGUAGE
    meta.generator = GENERATOR
    if made:
        meta.creation_date = meta.date = made


def _same_each_time(file: BytesIO) -> bytes:
    """The file with its parts in their order, without the moments of their making."""
    packed_again = BytesIO()
    with ZipFile(file) as source, ZipFile(packed_again, "w") as target:
        for path in source.namelist():
            kind = ZIP_STORED if path == "mimetype" else ZIP_DEFLATED
            target.writestr(ZipInfo(path, _NO_MOMENT), source.read(path), kind)
    return packed_again.getvalue()
