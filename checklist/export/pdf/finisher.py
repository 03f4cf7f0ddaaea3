"""Repairs WeasyPrint 70's structure tree just before the file is written."""

from typing import Any


def finish(document: Any, pdf: Any) -> None:
    """WeasyPrint's finisher hook."""
