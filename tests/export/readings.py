"""Each reading of dossiers that a document must be sound for, as text documents."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.domain.house_style import OWN_STYLE
from checklist.export.blocks.reading import document_of
from checklist.export.blocks.value import Document
from checklist.export.docx import write_docx
from checklist.export.html import document_html
from checklist.export.odt import write_odt
from checklist.export.pictures.drawings import drawings_of
from tests.export.voorstellen import composed, contradictory, example
from tests.meeting_records import open_record, secret_record

_DOSSIERS: Mapping[str, Callable[[], Advies]] = {
    "full": lambda: composed(example("vol-voorstel")),
    "half": lambda: composed(replace(example("half"), meeting=open_record())),
    "contradictory": lambda: composed(replace(contradictory(), meeting=secret_record())),
    "empty": lambda: composed(example("leeg")),
}
ALL = [(name, reading) for name in _DOSSIERS for reading in Reading]
WRITERS = {"docx": write_docx, "odt": write_odt}


@cache
def advies(name: str) -> Advies:
    """The advies of a dossier."""
    return _DOSSIERS[name]()


@cache
def html(name: str, reading: Reading) -> str:
    """A reading of it."""
    return document_html(advies(name), reading)


@cache
def document(name: str, reading: Reading) -> Document:
    """The same, as blocks."""
    return document_of(html(name, reading))


@cache
def file(name: str, reading: Reading, form: str) -> bytes:
    """The same, as a file."""
    blocks = document(name, reading)
    return WRITERS[form](blocks, OWN_STYLE, drawings_of(advies(name), blocks.drawings))
