"""What a PDF carries beside its pages: files, and what it says about itself."""

import hashlib
import io
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pikepdf
import pytest

from checklist.export.pdf import Attachment, Relationship, RenderLimits, Stylesheet, engine, render_pdf
from tests.export.verapdf import failures

HTML = """<!doctype html><html lang="nl"><head><title>Eén regiostaf (concept)</title>
<meta name="author" content="Kring van gemeentesecretarissen, veiligheidsregio Ons Genoegen">
<meta name="description" content="Bestuursvoorstel regiostaf, algemeen bestuur">
<meta name="keywords" content="regiostaf, veiligheidsregio, concept">
<meta name="dcterms.identifier" content="https://voorbeeld.test/advies/7K2M/">
<meta name="dcterms.hasVersion" content="3">
</head><h1>Eén regiostaf</h1><p>Tekst.</p>"""
MOMENT = datetime(2026, 11, 24, 10, 30, tzinfo=timezone(timedelta(hours=1)))
FILES = (
    Attachment("metagegevens.xml", b"<mdto/>", "application/xml", "Voor het archief", Relationship.SUPPLEMENT),
    Attachment("dossier.json", '{"title": "Eén"}'.encode(), "application/json", "Het dossier", Relationship.SOURCE),
    Attachment("momentopname.regiostaf", b"\x00\xff", "application/vnd.regiostaf"),
)


@pytest.fixture(scope="module")
def written() -> bytes:
    return engine.write_pdf(HTML, attachments=FILES, dated=MOMENT)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_each_file_is_in_it_with_its_bytes_its_media_type_its_description_and_what_it_is(written: bytes) -> None:
    with opened(written) as document:
        found = [
            Attachment(
                str(file.UF),
                file.EF.F.read_bytes(),
                str(file.EF.F.Subtype).removeprefix("/"),
                str(file.Desc),
                Relationship(str(file.AFRelationship).removeprefix("/")),
            )
            for file in document.Root.AF
        ]
    assert sorted(found, key=lambda file: file.name) == sorted(FILES, key=lambda file: file.name)


def test_a_file_is_data_of_the_document_unless_it_says_otherwise() -> None:
    assert Attachment("a.json", b"{}", "application/json").relationship == Relationship.DATA


def test_each_file_is_named_once(written: bytes) -> None:
    with opened(written) as document:
        named = document.Root.AF
        assert len(named) == len({file.objgen for file in named}) == len(FILES)
        names = document.Root.Names.EmbeddedFiles.Names
        assert [str(name) for name in list(names)[::2]] == sorted(file.name for file in FILES)


def test_a_document_without_files_names_none() -> None:
    with opened(engine.write_pdf(HTML)) as document:
        assert "/AF" not in document.Root
        assert "/EmbeddedFiles" not in document.Root.get("/Names", {})


def test_weasyprint_names_each_file_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """When this fails the repair can go: WeasyPrint does it right."""
    monkeypatch.setattr("checklist.export.pdf.finisher.list_files_once", lambda _: None)
    with opened(engine.write_pdf(HTML, attachments=FILES[:1])) as document:
        assert len(document.Root.AF) == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("/Title", "Eén regiostaf (concept)"),
        ("/Author", "Kring van gemeentesecretarissen, veiligheidsregio Ons Genoegen"),
        ("/Subject", "Bestuursvoorstel regiostaf, algemeen bestuur"),
        ("/Keywords", "regiostaf, veiligheidsregio, concept"),
        ("/Creator", "Regiostaf"),
        ("/Producer", "WeasyPrint 70.0"),
        ("/CreationDate", "D:20261124093000Z"),
        ("/ModDate", "D:20261124093000Z"),
    ],
)
def test_the_file_says_what_it_is(written: bytes, name: str, value: str) -> None:
    with opened(written) as document:
        assert str(document.docinfo[name]) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dc:title", "Eén regiostaf (concept)"),
        ("dc:creator", ["Kring van gemeentesecretarissen, veiligheidsregio Ons Genoegen"]),
        ("dc:description", "Bestuursvoorstel regiostaf, algemeen bestuur"),
        ("dc:identifier", "https://voorbeeld.test/advies/7K2M/"),
        ("xmpMM:DocumentID", "uuid:f7273bcf-e2bf-5f4a-ab63-c690d4e4ee30"),
        ("xmpMM:VersionID", "3"),
        ("pdf:Keywords", "regiostaf, veiligheidsregio, concept"),
        ("pdf:Producer", "WeasyPrint 70.0"),
        ("xmp:CreatorTool", "Regiostaf"),
        ("xmp:CreateDate", "2026-11-24T09:30:00Z"),
        ("xmp:ModifyDate", "2026-11-24T09:30:00Z"),
        ("pdfaid:part", "3"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
    ],
)
def test_its_xmp_says_the_same(written: bytes, name: str, value: object) -> None:
    with opened(written) as document, document.open_metadata() as metadata:
        assert metadata[name] == value


@pytest.mark.parametrize("name", ["dc:identifier", "xmpMM:DocumentID", "xmpMM:VersionID"])
def test_what_the_document_does_not_say_its_xmp_does_not_say(name: str) -> None:
    pdf = engine.write_pdf("<!doctype html><html lang=nl><title>Proef</title><h1>Proef</h1>")
    with opened(pdf) as document, document.open_metadata() as metadata:
        assert name not in metadata


def test_a_reader_shows_its_title_and_its_language(written: bytes) -> None:
    with opened(written) as document:
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert str(document.Root.Lang) == "nl"


def test_a_document_without_a_moment_is_of_now() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    with opened(engine.write_pdf(HTML)) as document:
        made = datetime.strptime(str(document.docinfo["/CreationDate"]), "D:%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
    assert before <= made <= datetime.now(UTC)


def test_the_same_document_is_the_same_bytes_in_whatever_process(written: bytes, tmp_path: Path) -> None:
    again = render_pdf(HTML, RenderLimits(tmp_path / "slots"), Stylesheet.VERSLAG, FILES, MOMENT)
    assert hashlib.sha256(again).digest() == hashlib.sha256(written).digest()


@pytest.mark.pdfua
def test_verapdf_passes_a_document_with_files(written: bytes, tmp_path: Path) -> None:
    path = tmp_path / "files.pdf"
    path.write_bytes(written)
    assert failures([path]) == ""
