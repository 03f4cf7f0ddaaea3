"""Documents as files, made under the limits of this installation and in its house style."""

import pickle
from collections.abc import Callable, Sequence
from datetime import datetime, time
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.text import slugify

from checklist import export, kept_documents, selectors
from checklist.domain.advies.file_form import FileForm, FileKind
from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.domain.content import Question
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import write_dossier
from checklist.domain.house_style import HouseStyle
from checklist.domain.variants.value import VariantTable
from checklist.export.blocks.as_json import write_json
from checklist.export.blocks.reading import document_of
from checklist.export.docx import write_docx
from checklist.export.html import advies_html, document_html, standalone_html, stylesheet_of
from checklist.export.odt import write_odt
from checklist.export.pdf import Attachment, RenderLimits, Stylesheet, one_at_a_time, render_pdf
from checklist.export.pictures.drawings import drawings_of
from checklist.export.variants import variants_html
from checklist.export.worksheet import worksheet_html

_MADE_WITH = {".py", ".css", ".svg", ".ttf", ".conf", ".xml"}
_LIBRARIES = ("weasyprint", "python-docx", "odfdo", "pillow")
_MOST_REMEMBERED = 1000
_html_digests: dict[bytes, bytes] = {}


def advies_file(advies: Advies, kind: FileKind, told: DossierValue) -> bytes:
    """Return one reading of an advies in one form. A PDF has the dossier in it that it was composed of, and is made in
    a process of its own, in some seconds; the others take less than one.

    Raises `RenderFailed` (busy, too long, too large, crashed) when there is no PDF within the limits.
    """
    return _MAKERS[kind.form](advies, kind.reading, told, selectors.house_style())


def stored_advies_file(
    advies: Advies, kind: FileKind, told: DossierValue, dossier_id: int, before_rendering: Callable[[], None]
) -> bytes:
    """Return what `advies_file` does, of a stored dossier: a document that didn't change is kept and isn't made again.

    A dossier has one place in the renderer: who asks for its document meanwhile waits and gets that one. Calls
    `before_rendering` when the document isn't kept; what that raises goes through, and so does a `RenderFailed`. One
    query after a rendering.
    """
    house = selectors.house_style()
    made_of = (house.version.encode(), *(file.content for file in _files(told)))
    digest = _digest(_html_digest(advies, kind.reading), *made_of)
    path = kept_documents.of_dossier(dossier_id, str(kind))
    document = kept_documents.read(path, digest)
    if document is not None:
        return document
    with one_at_a_time(_limits(), str(dossier_id)):
        document = kept_documents.read(path, digest)
        if document is None:
            before_rendering()
            document = _MAKERS[kind.form](advies, kind.reading, told, house)
            kept_documents.write(path, digest, document)
            if not selectors.dossier_exists(dossier_id):
                kept_documents.forget(dossier_id)
    return document


def file_name(advies: Advies, kind: FileKind) -> str:
    """Return the name of the file of a reading, of plain small letters: which it is, the region, the state with its
    version, and the day of that state. Pure."""
    which = "" if kind.reading == Reading.VOORSTEL else f"-{kind.reading}"
    return f"regiostaf{which}-{_whose_and_when(advies)}.{kind.form}"


def choices_file_name(advies: Advies) -> str:
    """Return the name of the file with the choices, as `file_name` does. Pure."""
    return f"regiostaf-keuzes-{_whose_and_when(advies)}.csv"


def worksheet_pdf(questions: Sequence[Question]) -> bytes:
    """Return the PDF of the blank worksheet. Raises `RenderFailed` as `advies_file` does.

    It is the same for everybody, so it is made once (a second) and kept in a file until a text or the look changes:
    whoever asks for it often takes no place in the renderer from an advies.
    """
    html = worksheet_html(questions)
    digest = _digest(sha256(html.encode()).digest())
    path = settings.VAR_DIR / "worksheet.kept"
    document = kept_documents.read(path, digest)
    if document is None:
        document = render_pdf(html, _limits(), Stylesheet.WORKSHEET)
        kept_documents.write(path, digest, document)
    return document


def _whose_and_when(advies: Advies) -> str:
    voorstel = advies.voorstel
    state, region = voorstel.state, slugify(voorstel.region)
    day = state.day or voorstel.today
    return f"{region}-{state.stand.value}-v{state.version}-{day.isoformat()}"


def variants_pdf(table: VariantTable) -> tuple[str, bytes]:
    """Return the name and the PDF of designs side by side. It is of more than one dossier, so it isn't kept. Raises
    `RenderFailed` as `advies_file` does."""
    today = timezone.localdate()
    name = f"regiostaf-varianten-{slugify(table.headings[0].region)}-{today.isoformat()}.pdf"
    house = selectors.house_style()
    return name, render_pdf(variants_html(table, today, house), _limits(), Stylesheet.VOORSTEL, house=house)


def _pdf(advies: Advies, reading: Reading, told: DossierValue, house: HouseStyle) -> bytes:
    html, files, moment = advies_html(advies, reading, house), _files(told), _made_at(advies)
    return render_pdf(html, _limits(), stylesheet_of(reading), files, moment, house=house)


def _html(advies: Advies, reading: Reading, _told: DossierValue, house: HouseStyle) -> bytes:
    return standalone_html(advies, reading, house).encode()


def _json(advies: Advies, reading: Reading, _told: DossierValue, _house: HouseStyle) -> bytes:
    return write_json(document_of(document_html(advies, reading)))


def _docx(advies: Advies, reading: Reading, _told: DossierValue, house: HouseStyle) -> bytes:
    document = document_of(document_html(advies, reading))
    return write_docx(document, house, drawings_of(advies, document.drawings), _made_at(advies))


def _odt(advies: Advies, reading: Reading, _told: DossierValue, house: HouseStyle) -> bytes:
    document = document_of(document_html(advies, reading))
    return write_odt(document, house, drawings_of(advies, document.drawings), _made_at(advies))


_MAKERS = {FileForm.PDF: _pdf, FileForm.DOCX: _docx, FileForm.ODT: _odt, FileForm.HTML: _html, FileForm.JSON: _json}


def _made_at(advies: Advies) -> datetime | None:
    """The moment that a document bears: of one that is settled the start of that day, so that it can be made again to
    the byte; of a concept the moment at which it is made."""
    day = advies.voorstel.state.settled_on
    return timezone.make_aware(datetime.combine(day, time())) if day else None


def _files(told: DossierValue) -> tuple[Attachment, ...]:
    content = write_dossier(told.as_published)
    return (Attachment("dossier.json", content, "application/json", "Het dossier waarvan dit document is gemaakt"),)


def _limits() -> RenderLimits:
    return RenderLimits(slots_directory=settings.VAR_DIR / "pdf-slots")


def _digest(html: bytes, *files: bytes) -> str:
    """What a document depends on: its texts (a digest of them), the files in it and the house's style, and how we make
    one."""
    parts = (_maker(), html, *files)
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def _html_digest(advies: Advies, reading: Reading) -> bytes:
    """The digest of a reading's HTML. Composing that takes 20 to 50 ms, so for the same value, which gives the same
    HTML (rule 6), the answer of before does."""
    value = sha256(pickle.dumps((advies, reading))).digest()
    digest = _html_digests.get(value)
    if digest is None:
        if len(_html_digests) >= _MOST_REMEMBERED:
            _html_digests.clear()
        digest = _html_digests[value] = sha256(document_html(advies, reading).encode()).digest()
    return digest


@cache
def _maker() -> bytes:
    """What makes documents: our code of it, stylesheets and fonts, and the libraries below them. Read once in a
    process, as the renderer itself does: some 30 ms."""
    libraries = [version(name).encode() for name in _LIBRARIES]
    return b"".join([*libraries, *(sha256(path.read_bytes()).digest() for path in _made_with())])


def _made_with() -> list[Path]:
    folders = (Path(export.__file__).parent, Stylesheet.VERSLAG.path.parent)
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _MADE_WITH)
