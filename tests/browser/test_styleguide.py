"""The style guide shows every part; what it looks like is checked with the other pages (test_every_page)."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def included_in(template: Path) -> set[str]:
    """The parts that a template includes."""
    return set(re.findall(r'include "components/(\w+\.html)"', template.read_text(encoding="utf-8")))


def test_style_guide_shows_every_part() -> None:
    parts = {part.name for part in (TEMPLATES / "components").iterdir()}
    assert included_in(TEMPLATES / "styleguide.html") == parts
