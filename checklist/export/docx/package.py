"""An empty file of ours: nothing of the library's example in it, and the facts by which archives find it."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml.xmlchemy import serialize_for_reading

from checklist.export.blocks.value import Document
from checklist.export.docx.elements import plain, w
from checklist.export.docx.styles import FONT, LANGUAGE, OTHER_FONT

# What a file needs: the example brings a picture of itself, another program's name and styles of an older one.
_KEPT = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
}
_OF_WORD = "http://schemas.microsoft.com/office/word"
_NEWEST_LAYOUT = 15


def empty_file() -> Docx:
    """A file without a paragraph, in the layout of today's Word."""
    made = docx.Document()
    for relationships in (made.part.package.rels, made.part.rels):
        _keep(relationships)
    _name_fonts(made)
    settings = made.settings.element
    for child in list(settings):
        settings.remove(child)
    layout = w("compatSetting", name="compatibilityMode", uri=_OF_WORD, val=_NEWEST_LAYOUT)
    settings.extend(
        (
            w("zoom", percent=100),
            w("defaultTabStop", val=709),
            w("characterSpacingControl", val="doNotCompress"),
            w("compat", layout),
            w("themeFontLang", val=LANGUAGE),
            w("decimalSymbol", val=","),
            w("listSeparator", val=";"),
        )
    )
    return made


def write_properties(made: Docx, document: Document, moment: datetime) -> None:
    """What the file says of itself."""
    properties = made.core_properties
    properties.title = plain(document.title)[:255]
    properties.author = properties.last_modified_by = plain(document.author)[:255]
    properties.subject = plain(document.subject)[:255]
    properties.keywords = plain(document.keywords)[:255]
    properties.comments = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = moment
    properties.revision = 1


def packed(made: Docx) -> bytes:
    """The file as bytes: the same for the same document and moment, because its parts bear none."""
    saved, file = BytesIO(), BytesIO()
    made.save(saved)
    with ZipFile(saved) as parts, ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name in parts.namelist():
            package.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return file.getvalue()


def _keep(relationships: Relationships) -> None:
    for number, relationship in list(relationships.items()):
        if relationship.reltype not in _KEPT:
            del relationships[number]


def _name_fonts(made: Docx) -> None:
    """Name what to take where our letter isn't installed."""
    font = w("font", w("altName", val=OTHER_FONT), w("family", val="swiss"), w("pitch", val="variable"), name=FONT)
    blob = serialize_for_reading(w("fonts", font)).encode()
    part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, blob, made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
