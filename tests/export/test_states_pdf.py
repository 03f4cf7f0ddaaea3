"""The documents that are really made in each state: what a checker passes, what they carry, and that the code on their
last page is read."""

import io
import subprocess
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from checklist.domain.advies.reading import Reading
from checklist.export.pdf import Relationship
from tests.export.archived import faults
from tests.export.states import STATES
from tests.export.states_pdfs import EVALUATIES, NOT_RECORDED, READINGS, RECORDED, VOORSTELLEN, document, written
from tests.export.structure import problems, read_structure
from tests.export.verapdf import failures

pytestmark = pytest.mark.slow

ALL = [(name, reading) for name in (*VOORSTELLEN, *NOT_RECORDED) for reading in READINGS]
ALL += [(name, Reading.VOORSTEL) for name in EVALUATIES]
JSON, XML = "application/json", "application/xml"
BESIDE = Relationship.SUPPLEMENT
CARRIED = {
    "regiostaf-advies.json": (JSON, "De gegevens waarvan dit document is gemaakt", Relationship.SOURCE),
    "ketting.json": (JSON, "De schakels van dit document in de ketting", BESIDE),
    "mdto.xml": (XML, "Metagegevens voor het archief (MDTO)", BESIDE),
    "diwoo.xml": (XML, "Metagegevens voor de Woo (DiWoo)", BESIDE),
}


def test_every_state_has_a_document_here() -> None:
    assert {*VOORSTELLEN, *NOT_RECORDED} == {name for name in STATES if "zonder" not in name}


@pytest.mark.pdfua
def test_verapdf_passes_every_state_as_accessible_and_as_archival(tmp_path: Path) -> None:
    for number, (name, reading) in enumerate(ALL):
        (tmp_path / f"{number}-{reading}.pdf").write_bytes(written(name, reading))
    assert failures(sorted(tmp_path.glob("*.pdf"))) == ""


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_somebody_who_hears_it_misses_nothing(name: str, reading: Reading) -> None:
    assert problems(read_structure(written(name, reading))) == []


@pytest.mark.parametrize("name", RECORDED)
def test_who_does_not_see_the_qr_code_hears_where_it_leads(name: str) -> None:
    assert read_structure(written(name)).root.of_kind("Figure")[-1].alt == f"QR-code naar {document(name).address}"


@pytest.mark.parametrize("name", RECORDED)
def test_each_of_the_four_files_is_listed_in_it_once(name: str) -> None:
    with pikepdf.open(io.BytesIO(written(name))) as pdf:
        listed = [
            (str(file.UF), str(file.EF.F.Subtype)[1:], str(file.Desc), str(file.AFRelationship)[1:])
            for file in pdf.Root.AF
        ]
        names = [str(name) for name in list(pdf.Root.Names.EmbeddedFiles.Names)[::2]]
    assert sorted(listed) == sorted((file, *told) for file, told in CARRIED.items())
    assert names == sorted(CARRIED)


@pytest.mark.parametrize("name", RECORDED)
def test_the_files_in_it_are_those_that_are_stored(name: str) -> None:
    with pikepdf.open(io.BytesIO(written(name))) as pdf:
        assert {str(file.UF): file.EF.F.read_bytes() for file in pdf.Root.AF} == document(name).inside


@pytest.mark.parametrize("schema", ["mdto", "diwoo"])
@pytest.mark.parametrize("name", RECORDED)
def test_what_is_in_it_for_an_archive_is_valid(name: str, schema: str) -> None:
    assert faults(schema, document(name).inside[f"{schema}.xml"]) == []


@pytest.mark.parametrize("name", RECORDED)
def test_its_xmp_has_its_public_address_and_its_version(name: str) -> None:
    with pikepdf.open(io.BytesIO(written(name))) as pdf, pdf.open_metadata() as metadata:
        told = [metadata[key] for key in ("dc:identifier", "xmpMM:DocumentID", "xmpMM:VersionID")]
    address = document(name).address
    assert told == [address, f"uuid:{uuid5(NAMESPACE_URL, address)}", "1"]


@pytest.mark.parametrize("dots", [100, 72, 50])
@pytest.mark.parametrize("name", RECORDED)
def test_the_qr_code_is_read_from_its_last_page(name: str, dots: int) -> None:
    assert codes_on(written(name), dots) == [document(name).address]


@pytest.mark.parametrize("name", NOT_RECORDED)
def test_what_is_not_recorded_has_no_qr_code(name: str) -> None:
    assert codes_on(written(name), 100) == []


def codes_on(pdf: bytes, dots: int) -> list[str]:
    """What a telephone reads on the last page, at so many dots an inch."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        last = str(len(opened.pages))
    command = ["pdftoppm", "-r", str(dots), "-gray", "-png", "-f", last, "-l", last, "-"]
    drawn = subprocess.run(command, input=pdf, check=True, stdout=subprocess.PIPE).stdout
    with Image.open(io.BytesIO(drawn)) as page:
        return [found.text for found in zxingcpp.read_barcodes(page.convert("L"))]
