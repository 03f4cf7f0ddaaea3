"""A document as DOCX, to be edited in Word and LibreOffice: real styles, lists, tables and links, nothing drawn."""

from checklist.export.docx.writer import write_docx

__all__ = ["write_docx"]
