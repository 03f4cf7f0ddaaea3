"""The PDF of a settled voorstel in each state: what a checker passes, what it carries, and that its code is read."""

import io
import subprocess
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from checklist.domain.advies.reading import Reading
from checklist.export.pdf import Attachment, Relationship
from tests.export.states import ADDRESS, RECORDED, STATES
from tests.export.states_pdfs import READINGS, carried, written
from tests.export.structure import problems, read_structure
from tests.export.verapdf import failures

pytestmark = pytest.mark.slow

# One of each state and outcome.
NAMES = [name for name in STATES if "zonder" not in name]
SETTLED = [name for name in NAMES if name in RECORDED]
ALL = [(name, reading) for name in NAMES for reading in READINGS]


@pytest.mark.pdfua
def test_verapdf_passes_every_state_as_accessible_and_as_archival(tmp_path: Path) -> None:
    for number, (name, reading) in enumerate(ALL):
        (tmp_path / f"{number}-{reading}.pdf").write_bytes(written(name, reading))
    assert failures(sorted(tmp_path.glob("*.pdf"))) == ""


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_somebody_who_hears_it_misses_nothing(name: str, reading: Reading) -> None:
    assert problems(read_structure(written(name, reading))) == []


@pytest.mark.parametrize("name", SETTLED)
def test_who_does_not_see_the_qr_code_hears_where_it_leads(name: str) -> None:
    assert read_structure(written(name)).root.of_kind("Figure")[-1].alt == f"QR-code naar {ADDRESS}"


@pytest.mark.parametrize("name", SETTLED)
def test_each_file_is_in_it_once_as_it_is(name: str) -> None:
    with pikepdf.open(io.BytesIO(written(name))) as document:
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
        names = [str(name) for name in list(document.Root.Names.EmbeddedFiles.Names)[::2]]
    assert len(found) == 4
    assert sorted(found, key=lambda file: file.name) == sorted(carried(), key=lambda file: file.name)
    assert names == sorted(file.name for file in carried())


@pytest.mark.parametrize("name", SETTLED)
def test_its_xmp_has_its_public_address_and_its_version(name: str) -> None:
    with pikepdf.open(io.BytesIO(written(name))) as document, document.open_metadata() as metadata:
        told = [metadata[key] for key in ("dc:identifier", "xmpMM:DocumentID", "xmpMM:VersionID")]
    assert told == [ADDRESS, f"uuid:{uuid5(NAMESPACE_URL, ADDRESS)}", "1"]


@pytest.mark.parametrize("dots", [100, 72, 50])
@pytest.mark.parametrize("name", SETTLED)
def test_the_qr_code_is_read_from_its_last_page(name: str, dots: int) -> None:
    assert codes_on(written(name), dots) == [ADDRESS]


@pytest.mark.parametrize("name", [name for name in NAMES if name not in RECORDED])
def test_what_is_not_recorded_has_no_qr_code(name: str) -> None:
    assert codes_on(written(name), 100) == []


def codes_on(pdf: bytes, dots: int) -> list[str]:
    """What a telephone reads on the last page, at so many dots an inch."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        last = str(len(document.pages))
    command = ["pdftoppm", "-r", str(dots), "-gray", "-png", "-f", last, "-l", last, "-"]
    drawn = subprocess.run(command, input=pdf, check=True, stdout=subprocess.PIPE).stdout
    with Image.open(io.BytesIO(drawn)) as page:
        return [found.text for found in zxingcpp.read_barcodes(page.convert("L"))]
