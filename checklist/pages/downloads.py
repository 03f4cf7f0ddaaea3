"""The page Downloads: which document is for whom, and in which forms it is a file."""

from dataclasses import dataclass

from checklist.domain.advies.file_form import FileForm, FileKind
from checklist.domain.advies.reading import Reading


@dataclass(frozen=True)
class FormWords:
    """A form in words: what its button says, and what it is for."""

    label: str
    purpose: str


@dataclass(frozen=True)
class DownloadForm:
    """One button: the name of the address that gives the file, and what the button says."""

    address: str
    label: str


@dataclass(frozen=True)
class Download:
    """One document: its name, what it is for, the name of its page on screen, and its forms."""

    name: str
    purpose: str
    page: str
    forms: tuple[DownloadForm, ...]


_PURPOSES = {
    Reading.VOORSTEL: "Voor het orgaan dat besluit: de vraag, de besluiten, de argumenten en de gevolgen.",
    Reading.BESLUITENLIJST: "Voor wie de besluiten overneemt in de eigen stukken: alleen de besluiten, per orgaan.",
    Reading.VERSLAG: "Voor de kring zelf: de twaalf antwoorden en wat daarbij is gezegd, naast wat het boekje zegt.",
    Reading.REGLEMENT: "Voor wie het vaststelt: de artikelen die volgen uit de keuzes. Een jurist moet ze nog toetsen.",
}
# The besluitenlijst stands in the voorstel; it has no page of its own.
_PAGES = {Reading.VERSLAG: "verslag", Reading.REGLEMENT: "reglement"}
FORMS = {
    FileForm.PDF: FormWords("PDF", "om te lezen, te versturen en te bewaren; het dossierbestand zit erin"),
    FileForm.DOCX: FormWords("Word", "om verder te bewerken in Word of LibreOffice"),
    FileForm.ODT: FormWords("OpenDocument", "om verder te bewerken in LibreOffice of een ander programma"),
    FileForm.HTML: FormWords("Webpagina", "om te lezen in een browser, ook zonder internet"),
    FileForm.JSON: FormWords("Gegevens", "om de tekst in te lezen in een ander systeem"),
}


def downloads_of() -> tuple[Download, ...]:
    """Return every document with its forms, in the order of the page. The same for each dossier."""
    return tuple(
        Download(reading.value.capitalize(), _PURPOSES[reading], page_of(reading), _forms(reading))
        for reading in Reading
    )


def page_of(reading: Reading) -> str:
    """Return the name of the page where a reading stands on screen."""
    return _PAGES.get(reading, "advies")


def _forms(reading: Reading) -> tuple[DownloadForm, ...]:
    return tuple(DownloadForm(str(FileKind(reading, form)), words.label) for form, words in FORMS.items())
