"""Only our own fonts are used, on a machine with many fonts as on one with none."""

import io
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from checklist.export.pdf import engine
from tests.waiting import DEADLINE

ROOT = Path(__file__).resolve().parents[2]
HTML = (
    "<!doctype html><html lang=nl><title>Letters</title><h1>Vet</h1><p>Gewoon <em>cursief</em> <strong>halfvet</strong>"
    '<code>code</code> <span style="font-family: DejaVu Serif, monospace">anders</span> Ł ć → ≤ ✓</p>'
)
# What it says of itself must not hang on the second in which it is made.
MADE = datetime(2026, 11, 27, tzinfo=UTC)
WRITE = """
import sys
from datetime import datetime
from checklist.export.pdf import engine
sys.stdout.buffer.write(engine.write_pdf(sys.argv[1], dated=datetime.fromisoformat(sys.argv[2])))
"""


def font_names(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item]
        return {str(font.FontName).partition("+")[2].rstrip(",") for font in fonts}


def test_a_document_uses_source_sans_alone_whatever_it_asks_for() -> None:
    assert font_names(engine.write_pdf(HTML)) == {
        "Source-Sans-3",
        "Source-Sans-3-Bold",
        "Source-Sans-3-Italic",
        "Source-Sans-3-Semi-Bold",
    }


@pytest.mark.parametrize("configuration", ["<fontconfig/>", None])
def test_a_machine_without_fonts_gives_the_same_document(configuration: str | None, tmp_path: Path) -> None:
    path = tmp_path / "fonts.conf"
    if configuration:
        path.write_text(f'<?xml version="1.0"?>{configuration}', encoding="utf-8")
    outcome = subprocess.run(
        [sys.executable, "-c", WRITE, HTML, MADE.isoformat()],
        cwd=ROOT,
        env={**os.environ, "FONTCONFIG_FILE": str(path), "HOME": str(tmp_path)},
        capture_output=True,
        timeout=DEADLINE,
        check=True,
    )
    assert outcome.stderr == b""
    assert outcome.stdout == engine.write_pdf(HTML, dated=MADE)
