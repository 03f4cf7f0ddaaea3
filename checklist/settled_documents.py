"""The files of a settled version, made once from what is stored of it, and the proof of one before it is settled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from django.conf import settings

from checklist import selectors
from checklist.domain.advies.file_form import FileForm
from checklist.domain.advies.reading import Reading
from checklist.domain.evaluatie.frozen import FrozenEvaluatie
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import chain_file, records_of_acts
from checklist.domain.settled.file_names import settled_file_name
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.snapshot import ToldInSnapshot, told_in
from checklist.domain.settled.states import gives_files, state_of
from checklist.domain.settled.value import MOST_BYTES, Act, FileFacts, NewFile, SettledFileKind, SettledKind
from checklist.domain.state import State
from checklist.export.archive import Filed, diwoo_xml, mdto_file_xml, mdto_xml
from checklist.export.blocks.reading import document_of
from checklist.export.docx import write_docx
from checklist.export.odt import write_odt
from checklist.export.pdf import Attachment, Relationship, RenderLimits, RenderTooLarge, one_at_a_time, render_pdf
from checklist.export.settled import StoredHtml, filled_html, printed_html
from checklist.selectors import StoredVersion
from checklist.selectors.archive import archiving

_JSON, _XML = "application/json", "application/xml"
_WRITERS = {FileForm.DOCX: write_docx, FileForm.ODT: write_odt}
# By the name of their reading: a kind of what is settled has the name of its own.
_WRITTEN: Mapping[SettledKind, Mapping[SettledFileKind, tuple[str, FileForm]]] = {
    SettledKind.VOORSTEL: {
        SettledFileKind.DOCX: (SettledKind.VOORSTEL, FileForm.DOCX),
        SettledFileKind.ODT: (SettledKind.VOORSTEL, FileForm.ODT),
        SettledFileKind.REGLEMENT: (Reading.REGLEMENT, FileForm.DOCX),
    },
    SettledKind.EVALUATIE: {
        SettledFileKind.DOCX: (SettledKind.EVALUATIE, FileForm.DOCX),
        SettledFileKind.ODT: (SettledKind.EVALUATIE, FileForm.ODT),
    },
}


def make_files(version: StoredVersion, act: int) -> tuple[NewFile, ...]:
    """Return all files of an act of a version, from its stored HTML, its snapshot and its acts up to that one; none
    when the act doesn't change the cover. The same act gives the same files. Three queries, then some seconds.

    Raises `RenderFailed` (busy, too long, too large, crashed).
    """
    acts = tuple(one for one in version.acts if one.number <= act)
    if not gives_files(acts):
        return ()
    snapshot, html = selectors.snapshot_bytes(version), selectors.html_bytes(version)
    records = records_of_acts(selectors.records_of(version), act)
    files = _Files(version, acts, told_in(snapshot), snapshot, html, chain_file(records))
    with one_at_a_time(_limits(), version.facts.code):
        return tuple(_checked(file) for file in files.made())


def proof_pdf(frozen: Frozen | FrozenEvaluatie) -> bytes:
    """Return the PDF of what would be settled: the same text, without what only settling gives. No queries; some
    seconds. Raises `RenderFailed`."""
    kind = SettledKind.VOORSTEL if isinstance(frozen, Frozen) else SettledKind.EVALUATIE
    html = printed_html(frozen.html, kind, replace(frozen.cover.state, proof=True), frozen.cover)
    return render_pdf(html, _limits(), stylesheet=None, house=frozen.house)


@dataclass(frozen=True)
class _Files:
    """The files of the last of these acts."""

    version: StoredVersion
    acts: tuple[Act, ...]
    told: ToldInSnapshot
    snapshot: bytes
    html: bytes
    chain: bytes

    def made(self) -> Iterator[NewFile]:
        """All of them, one after the other."""
        main = self.version.facts.kind
        pdf = self._file(SettledFileKind.PDF, FileForm.PDF.media_type, self._pdf(main, self._inside()))
        yield pdf
        if main == SettledKind.VOORSTEL:
            besluitenlijst = self._pdf(Reading.BESLUITENLIJST, self._inside_any())
            yield self._file(SettledFileKind.BESLUITENLIJST, FileForm.PDF.media_type, besluitenlijst)
        for kind, (reading, form) in _WRITTEN[main].items():
            yield self._file(kind, form.media_type, self._written(reading, form))
        yield self._xml(SettledFileKind.MDTO, self._mdto)
        yield self._xml(SettledFileKind.MDTO_FILE, mdto_file_xml(self._filed, self._facts_of(pdf)))
        yield self._xml(SettledFileKind.DIWOO, self._diwoo)

    @cached_property
    def _state(self) -> State:
        return state_of(self.version.facts, self.acts, self.told.site, self.told.cover.facts.meeting)

    @property
    def _moment(self) -> datetime:
        """What every file bears: when its act was recorded, so that it can be made again to the byte."""
        return self.acts[-1].at

    @cached_property
    def _stored(self) -> StoredHtml:
        return StoredHtml(self.html.decode())

    @cached_property
    def _filed(self) -> Filed:
        cover, told = self.told.cover, self.told
        return Filed(self.version.facts, self.acts, cover.title, told.region_code, cover.region, told.site, archiving())

    @cached_property
    def _mdto(self) -> bytes:
        return mdto_xml(self._filed, settled_file_name(self.version.facts, SettledFileKind.PDF, self._state))

    @cached_property
    def _diwoo(self) -> bytes:
        return diwoo_xml(self._filed)

    def _pdf(self, reading: str, inside: tuple[Attachment, ...]) -> bytes:
        html = printed_html(self.html, reading, self._state, self.told.cover)
        return render_pdf(html, _limits(), None, inside, self._moment, house=self._stored.house)

    def _written(self, reading: str, form: FileForm) -> bytes:
        document = document_of(filled_html(self.html, reading, self._state, self.told.cover))
        pictures = {name: png for name, png in self._stored.pictures.items() if name in document.drawings}
        return _WRITERS[form](document, self._stored.house, pictures, self._moment)

    def _inside(self) -> tuple[Attachment, ...]:
        """What is in the voorstel; the mdto.xml in it is of the document, not of the PDF, whose hash it can't have."""
        beside = Relationship.SUPPLEMENT
        return (
            *self._inside_any(),
            Attachment("mdto.xml", self._mdto, _XML, "Metagegevens voor het archief (MDTO)", beside),
            Attachment("diwoo.xml", self._diwoo, _XML, "Metagegevens voor de Woo (DiWoo)", beside),
        )

    def _inside_any(self) -> tuple[Attachment, ...]:
        what, links = "De gegevens waarvan dit document is gemaakt", "De schakels van dit document in de ketting"
        return (
            Attachment("regiostaf-advies.json", self.snapshot, _JSON, what, Relationship.SOURCE),
            Attachment("ketting.json", self.chain, _JSON, links, Relationship.SUPPLEMENT),
        )

    def _facts_of(self, file: NewFile) -> FileFacts:
        size, sha256 = len(file.content), sha256_of(file.content)
        return FileFacts(file.kind, file.name, file.media_type, size, sha256, self._moment)

    def _xml(self, kind: SettledFileKind, content: bytes) -> NewFile:
        return self._file(kind, _XML, content)

    def _file(self, kind: SettledFileKind, media_type: str, content: bytes) -> NewFile:
        return NewFile(kind, settled_file_name(self.version.facts, kind, self._state), media_type, content)


def _checked(file: NewFile) -> NewFile:
    if len(file.content) > MOST_BYTES:
        raise RenderTooLarge(f"{file.name} has {len(file.content)} bytes")
    return file


def _limits() -> RenderLimits:
    return RenderLimits(slots_directory=settings.VAR_DIR / "pdf-slots")
