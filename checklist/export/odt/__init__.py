"""Documents as text documents (ODT), to edit in LibreOffice."""

from checklist.export.odt.writing import write_odt

__all__ = ["write_odt"]
