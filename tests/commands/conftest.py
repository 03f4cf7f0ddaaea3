"""A PDF at once."""

import pytest

from checklist.management.commands import render_advies


@pytest.fixture
def quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF that takes no time; the real one is rendered in the tests of the renderer."""
    monkeypatch.setattr(render_advies, "advies_file", lambda advies, *_: f"%PDF {advies.title}".encode())
