"""Whether an ODT or a DOCX is in order as a file, before any program mends it while opening it."""

from io import BytesIO
from pathlib import PurePosixPath
from posixpath import normpath
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


def docx_faults(file: bytes) -> list[str]:
    """What is wrong with a DOCX: a part is no XML or PNG or of no known kind, or what a part relates to isn't there."""
    with ZipFile(BytesIO(file)) as package:
        faults = [f"damaged: {package.testzip()}"] if package.testzip() else []
        parts = set(package.namelist())
        contents = {part: package.read(part) for part in parts}
    types = _parsed(contents["[Content_Types].xml"])
    known = {entry.get("Extension") for entry in types} | {entry.get("PartName", "").lstrip("/") for entry in types}
    faults += [fault for part, content in contents.items() if (fault := _part_fault(part, content))]
    faults += [f"{part} is of no kind" for part in parts if not known & {part, part.rpartition(".")[2]}]
    for part in parts:
        if part.endswith(".rels"):
            related = _parsed(contents[part])
            inside = [entry for entry in related if entry.get("TargetMode") != "External"]
            targets = {_target(part, entry.get("Target", "")) for entry in inside}
            faults += [f"{part} leads to {target}" for target in targets - parts]
    return faults


def xml_of(file: bytes, part: str) -> Element:
    """A part of a file, as XML."""
    with ZipFile(BytesIO(file)) as package:
        return _parsed(package.read(part))


def _parsed(content: bytes) -> Element:
    return fromstring(content)  # noqa: S314 - we wrote it


def _target(relations: str, target: str) -> str:
    """The part that a relation leads to: from the folder of the part whose relations they are."""
    return normpath(PurePosixPath(relations).parent.parent / target).lstrip("/")


def _part_fault(part: str, content: bytes) -> str:
    match PurePosixPath(part).suffix:
        case ".xml" | ".rels":
            try:
                _parsed(content)
            except SyntaxError as error:
                return f"{part} is no XML: {error}"
        case ".png" if not content.startswith(b"\x89PNG\r\n\x1a\n"):
            return f"{part} is no PNG"
    return ""
