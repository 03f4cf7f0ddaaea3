"""What a file says about itself in XMP, beside what WeasyPrint writes: that it is PDF/UA-1 too, its identifiers and its
version.

The HTML gives them as `<meta name="dcterms.identifier">`, an address, and `<meta name="dcterms.hasVersion">`; what
isn't there isn't written.
"""

from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

CREATOR = "Regiostaf"
IDENTIFIER, VERSION = "dcterms.identifier", "dcterms.hasversion"

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
for _prefix, _uri in _NAMESPACES.items():
    register_namespace(_prefix, _uri)

# PDF/A knows no pdfuaid: a file that uses it has to describe it (ISO 19005-3, 6.6.2.3).
_UA_SCHEMA = {
    "pdfaSchema:schema": "PDF/UA identification schema",
    "pdfaSchema:namespaceURI": _NAMESPACES["pdfuaid"],
    "pdfaSchema:prefix": "pdfuaid",
}
_UA_PART = {
    "pdfaProperty:name": "part",
    "pdfaProperty:valueType": "Integer",
    "pdfaProperty:category": "internal",
    "pdfaProperty:description": "The part of ISO 14289 that the file conforms to",
}


def extend_metadata(metadata: Any) -> None:
    """Let a laid-out document's metadata write ours too. WeasyPrint has no other way in than its own method."""
    metadata.generator = CREATOR
    metadata.generate_rdf_metadata = partial(_rdf, metadata, metadata.generate_rdf_metadata)


def _rdf(metadata: Any, generate: Any, *of_variant: object) -> bytes:
    rdf = fromstring(generate(*of_variant))  # noqa: S314 - WeasyPrint wrote it a moment ago
    _add(_description(rdf), {"pdfuaid:part": "1"})
    _describe_ua_schema(_description(rdf))
    if identifier := metadata.custom.get(IDENTIFIER):
        document = f"uuid:{uuid5(NAMESPACE_URL, identifier)}"
        _add(_description(rdf), {"dc:identifier": identifier, "xmpMM:DocumentID": document})
    if version := metadata.custom.get(VERSION):
        _add(_description(rdf), {"xmpMM:VersionID": version})
    written: bytes = tostring(rdf, encoding="utf-8")
    return written


def _describe_ua_schema(description: Element) -> None:
    schemas = SubElement(SubElement(description, _name("pdfaExtension:schemas")), _name("rdf:Bag"))
    schema = _resource(schemas)
    _add(schema, _UA_SCHEMA)
    properties = SubElement(SubElement(schema, _name("pdfaSchema:property")), _name("rdf:Seq"))
    _add(_resource(properties), _UA_PART)


def _description(rdf: Element) -> Element:
    return SubElement(rdf, _name("rdf:Description"), {_name("rdf:about"): ""})


def _resource(items: Element) -> Element:
    return SubElement(items, _name("rdf:li"), {_name("rdf:parseType"): "Resource"})


def _add(element: Element, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        SubElement(element, _name(name)).text = text


def _name(short: str) -> str:
    prefix, _, local = short.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"
