"""Whether an ODT is in order as a file, before any program mends it while opening it."""

from io import BytesIO
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZIP_STORED, ZipFile

_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"


def odt_faults(file: bytes) -> list[str]:
    """What is wrong with an ODT: its kind isn't its first part, a part isn't XML or a PNG, or the manifest lists other
    parts than there are."""
    with ZipFile(BytesIO(file)) as package:
        first = package.infolist()[0]
        faults = [f"damaged: {package.testzip()}"] if package.testzip() else []
        if (first.filename, first.compress_type) != ("mimetype", ZIP_STORED):
            faults.append(f"the first part is {first.filename}")
        parts = set(package.namelist())
        manifest = _parsed(package.read("META-INF/manifest.xml"))
        faults += [fault for part in parts if (fault := _part_fault(part, package.read(part)))]
    listed = {entry.get(f"{_MANIFEST}full-path", "") for entry in manifest}
    there = parts - {"mimetype", "META-INF/manifest.xml"} | {"/"}
    return faults + [f"listed or there alone: {part}" for part in listed ^ there]


def xml_of(file: bytes, part: str) -> Element:
    """A part of a file, as XML."""
    with ZipFile(BytesIO(file)) as package:
        return _parsed(package.read(part))


def _parsed(content: bytes) -> Element:
    return fromstring(content)  # noqa: S314 - we wrote it


def _part_fault(part: str, content: bytes) -> str:
    match PurePosixPath(part).suffix:
        case ".xml":
            try:
                _parsed(content)
            except SyntaxError as error:
                return f"{part} is no XML: {error}"
        case ".png" if not content.startswith(b"\x89PNG\r\n\x1a\n"):
            return f"{part} is no PNG"
    return ""
