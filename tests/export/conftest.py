"""The limits of the worker in most of its tests, and the document in most of those of its text."""

import re
from pathlib import Path

import pytest

from checklist.export.pdf import RenderLimits
from tests.export import samples
from tests.export.verslag import verslag_html
from tests.waiting import DEADLINE


@pytest.fixture
def limits(tmp_path: Path) -> RenderLimits:
    """Wide enough for any machine, but for the memory."""
    return RenderLimits(tmp_path / "slots", wall_seconds=DEADLINE, memory_bytes=512 * 1024**2, wait_seconds=DEADLINE)


@pytest.fixture(scope="module")
def short() -> str:
    """The document, without the marks around names."""
    return re.sub(r'<span class="nowrap">([^<]*)</span>', r"\1", verslag_html(samples.short()))
