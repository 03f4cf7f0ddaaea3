"""The forms in which a reading of the advies is a file."""

from dataclasses import dataclass
from enum import StrEnum

from checklist.domain.advies.reading import Reading


class FileForm(StrEnum):
    """The value is the end of the file's name, and what is asked for on the command line."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    JSON = "json"

    @property
    def media_type(self) -> str:
        """What the file is, as a browser and an archive want to hear it."""
        return _MEDIA_TYPES[self]


@dataclass(frozen=True)
class FileKind:
    """Which file: a reading in a form. In text 'voorstel-pdf'."""

    reading: Reading = Reading.VOORSTEL
    form: FileForm = FileForm.PDF

    def __str__(self) -> str:
        """Its name in words of addresses and files."""
        return f"{self.reading}-{self.form}"


_MEDIA_TYPES = {
    FileForm.PDF: "application/pdf",
    FileForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileForm.ODT: "application/vnd.oasis.opendocument.text",
    FileForm.HTML: "text/html; charset=utf-8",
    FileForm.JSON: "application/json",
}
