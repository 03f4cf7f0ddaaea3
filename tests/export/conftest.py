"""The limits of the worker in most of its tests."""

from pathlib import Path

import pytest

from checklist.export.pdf import (
    RenderLimits,
)
from tests.waiting import DEADLINE


@pytest.fixture
def limits(tmp_path: Path) -> RenderLimits:
    """Wide enough for any machine, but for the memory."""
    return RenderLimits(tmp_path / "slots", wall_seconds=DEADLINE, memory_bytes=512 * 1024**2, wait_seconds=DEADLINE)
