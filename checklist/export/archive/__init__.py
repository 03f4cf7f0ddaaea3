"""Files that go with a settled document to the archive and the Woo: MDTO 1.0.1 and DiWoo 0.9.8 (docs/archive.md).

Of the same facts always the same bytes. Everything is escaped by the writer, and no control character gets in.
"""

from checklist.export.archive.diwoo import diwoo_xml
from checklist.export.archive.filed import Filed
from checklist.export.archive.mdto import mdto_file_xml, mdto_xml

__all__ = ["Filed", "diwoo_xml", "mdto_file_xml", "mdto_xml"]
