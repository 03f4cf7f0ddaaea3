"""regiostaf-controle.html, opened from disk: it checks a settled document and asks nothing of anybody."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from checklist.domain.settled.chain import NOTHING_BEFORE, chain_file, record_of, told_settling
from checklist.export.control.page import control_file
from checklist.export.pdf import Attachment, RenderLimits, render_pdf
from checklist.export.pdf.attachment import Relationship
from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE, Users, resize
from tests.domain.settled.acts import AT, SETTLED, VERSION

pytestmark = pytest.mark.browser

DATA = Path(__file__).resolve().parents[1] / "data" / "settled"
VECTORS = json.loads((DATA / "vectors.json").read_text(encoding="utf-8"))
SNAPSHOT = (DATA / "snapshot-voorbeeld.json").read_bytes()
SITE = "https://regiostaf.example"
ADDRESS = f"{SITE}/advies/7K2M9QXR4TBD/"
TOGETHER = f"Bestand en gegevens horen bij elkaar. Of dit de laatste versie is, staat op {ADDRESS}."
NOT_THE_PAGES = "Wat er op de bladzijden staat, is daarmee niet nagegaan"
ZOOMED = (320, 256)


CHAIN = chain_file([record_of(told_settling(VERSION, SETTLED), 1, NOTHING_BEFORE, AT, SITE)])


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as it is unpacked: a document, the list of hashes, and the page."""
    folder = tmp_path_factory.mktemp("unpacked")
    limits = RenderLimits(folder / "slots")
    html = '<html lang="nl"><head><title>Proef</title></head><body><h1>Proef</h1></body></html>'
    for name, snapshot in {"voorstel": SNAPSHOT, "ander": SNAPSHOT.replace(b"Brabant", b"Limburg")}.items():
        files = [
            Attachment("regiostaf-advies.json", snapshot, "application/json", "Gegevens", Relationship.SOURCE),
            Attachment("ketting.json", CHAIN, "application/json", "Schakel", Relationship.SUPPLEMENT),
            Attachment("mdto.xml", b"<mdto/>", "application/xml", "MDTO", Relationship.SUPPLEMENT),
        ]
        (folder / f"{name}.pdf").write_bytes(render_pdf(html, limits, attachments=files))
    (folder / "leeg.pdf").write_bytes(render_pdf(html, limits))
    (folder / "SHA256SUMS").write_text(f"{hash_of(folder / 'voorstel.pdf')}  voorstel.pdf\n{'0' * 64}  ander.pdf\n")
    (folder / "regiostaf-controle.html").write_bytes(control_file())
    return folder


def hash_of(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(users: Users, settled: Path, complaints: list[str]) -> Page:
    opened = users.open()
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(error.message))
    opened.goto((settled / "regiostaf-controle.html").as_uri())
    return opened


def choose(page: Page, *files: Path) -> None:
    """Choose files and wait until they are read."""
    page.get_by_label("Bestanden").set_input_files(files)
    expect(page.get_by_role("status")).to_contain_text("bekeken")


def result(page: Page) -> Any:
    return page.locator("#uitkomst")


def test_it_runs_from_disk_and_may_fetch_nothing(page: Page, complaints: list[str]) -> None:
    assert complaints == []
    refused = page.evaluate("fetch('https://example.org/').then(() => false, () => true)")
    assert refused
    assert "connect-src" in " ".join(complaints)


@pytest.mark.parametrize(
    "vector", [one for one in VECTORS["vectors"] if "canonical" in one], ids=lambda one: one["name"]
)
def test_it_writes_every_vector_as_everybody_does(page: Page, vector: dict[str, str]) -> None:
    written = page.evaluate("text => Bestand.canonical(JSON.parse(text))", vector["canonical"])
    assert written == vector["canonical"]
    for hashing in ("Controle.sha256", "Controle.ownSha256"):
        found = page.evaluate(f"async text => {hashing}(new TextEncoder().encode(text))", written)
        assert found == vector["sha256"]


def test_it_writes_the_example_and_its_chain_as_everybody_does(page: Page) -> None:
    texts = [SNAPSHOT.decode(), *(link["body"] for link in VECTORS["chain"])]
    assert page.evaluate("texts => texts.map((text) => Bestand.canonical(JSON.parse(text)))", texts) == texts


def test_its_own_sha256_is_that_of_the_browser_at_every_length(page: Page) -> None:
    different = page.evaluate(
        """async () => {
             const different = [];
             for (const length of [...Array(300).keys(), 4095, 65536, 1000003]) {
               const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
               if (Controle.ownSha256(bytes) !== await Bestand.sha256(bytes)) different.push(length);
             }
             return different;
           }"""
    )
    assert different == []


def test_a_document_whose_hash_is_known_fits_its_data(page: Page, settled: Path) -> None:
    choose(page, settled / "voorstel.pdf", settled / "SHA256SUMS")
    expect(result(page)).to_contain_text(TOGETHER)
    expect(result(page)).to_contain_text("De SHA-256 staat in SHA256SUMS, bij voorstel.pdf.")
    expect(result(page)).to_contain_text("De schakel in ketting.json noemt dezelfde SHA-256.")
    expect(result(page)).to_contain_text("RFC 8785")
    expect(result(page)).to_contain_text("Versie 1, code 7K2M-9QXR-4TBD, vastgesteld op 14 januari 2027.")


def test_without_a_hash_to_compare_with_it_says_nothing_of_the_pages(page: Page, settled: Path) -> None:
    choose(page, settled / "voorstel.pdf")
    expect(result(page)).to_contain_text(NOT_THE_PAGES)
    expect(result(page)).not_to_contain_text("Bestand en gegevens horen bij elkaar")


TYPED = {
    "SHA-256 van het bestand": ("De SHA-256 is gelijk aan de waarde die u invulde.", "Niet hetzelfde bestand"),
    "SHA-256 van de gegevens": (
        "De SHA-256 van de gegevens is die van de laatste bladzijde.",
        "De SHA-256 van de gegevens is niet gelijk aan wat u overtypte van de laatste bladzijde.",
    ),
}


@pytest.mark.parametrize("field", TYPED)
def test_it_compares_with_what_is_typed(page: Page, settled: Path, field: str) -> None:
    same, other = TYPED[field]
    value = hash_of(settled / "voorstel.pdf") if "bestand" in field else sha256(SNAPSHOT).hexdigest()
    choose(page, settled / "voorstel.pdf")
    typed = page.get_by_label(field)
    typed.fill(" ".join(value.upper()[at : at + 8] for at in range(0, 64, 8)))
    expect(result(page)).to_contain_text(same)
    typed.fill(value.translate(str.maketrans("01", "10")))
    expect(result(page)).to_contain_text(other)
    expect(result(page)).to_contain_text("Niet alles hoort bij elkaar.")


def test_data_that_the_chain_does_not_know_are_told(page: Page, settled: Path) -> None:
    choose(page, settled / "ander.pdf", settled / "SHA256SUMS")
    expect(result(page)).to_contain_text("De schakel in ketting.json hoort niet bij deze gegevens.")
    expect(result(page)).to_contain_text("in SHA256SUMS staat bij deze naam een andere SHA-256")
    expect(result(page)).to_contain_text("Niet alles hoort bij elkaar.")


def test_a_document_without_data_is_told_so(page: Page, settled: Path) -> None:
    choose(page, settled / "leeg.pdf")
    expect(result(page)).to_contain_text("Wij kunnen de gegevens in dit bestand niet lezen.")


def test_the_files_in_a_document_can_be_kept(page: Page, settled: Path) -> None:
    choose(page, settled / "voorstel.pdf")
    with page.expect_download() as kept:
        page.get_by_role("link", name="Bewaar regiostaf-advies.json").click()
    assert kept.value.path().read_bytes() == SNAPSHOT


def test_a_file_can_be_dropped(page: Page) -> None:
    page.evaluate(
        """text => {
             const dropped = new DataTransfer();
             dropped.items.add(new File([text], "gegevens.json"));
             const how = { dataTransfer: dropped, bubbles: true, cancelable: true };
             document.body.dispatchEvent(new DragEvent("drop", how));
           }""",
        SNAPSHOT.decode(),
    )
    expect(result(page)).to_contain_text("gegevens.json")
    expect(result(page)).to_contain_text("Er is geen ketting.json bij de gegevens.")
    expect(result(page)).to_contain_text("Er is geen schakel om de gegevens mee te vergelijken.")
    expect(result(page)).not_to_contain_text("horen bij elkaar")


@pytest.mark.parametrize(
    ("without", "says"),
    [
        ("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })", NOT_THE_PAGES),
        ("delete globalThis.DecompressionStream", "Deze browser kan de gegevens in een PDF niet uitpakken."),
    ],
    ids=["no crypto.subtle", "no DecompressionStream"],
)
def test_an_older_browser_does_what_it_can(page: Page, settled: Path, without: str, says: str) -> None:
    page.add_init_script(without)
    page.reload()
    choose(page, settled / "voorstel.pdf", settled / "leeg.pdf")
    expect(result(page)).to_contain_text(says)
    shown = result(page).inner_text().replace(" ", "")
    assert hash_of(settled / "voorstel.pdf") in shown


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=str)
def test_axe_finds_nothing(page: Page, settled: Path, size: tuple[int, int]) -> None:
    resize(page, size)
    choose(page, settled / "voorstel.pdf", settled / "ander.pdf", settled / "SHA256SUMS")
    assert violations(page) == []


def test_nothing_sticks_out_when_zoomed(page: Page, settled: Path) -> None:
    resize(page, ZOOMED)
    choose(page, settled / "voorstel.pdf", settled / "SHA256SUMS")
    assert page.evaluate("document.documentElement.scrollWidth") <= ZOOMED[0]
