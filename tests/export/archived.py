"""What is filed in each state, and how the files of the archive are checked."""

import csv
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from lxml import etree

from checklist.domain.settled.archiving import Archiving
from checklist.domain.settled.value import Act, FileFacts, SettledFileKind, Version
from checklist.export.archive import Filed
from tests.domain.settled.acts import AT, SETTLED, VERSION

DATA = Path(__file__).resolve().parents[1] / "data" / "archive"
MDTO = "{https://www.nationaalarchief.nl/mdto}"
DIWOO = "{https://standaarden.overheid.nl/diwoo/metadata/}"
PDF = FileFacts(SettledFileKind.PDF, "voorstel-7K2M-9QXR-4TBD-v1.pdf", "application/pdf", 81_234, "c35b" * 16, AT)


def filed(*acts: Act, version: Version = VERSION, **facts: Any) -> Filed:
    """The voorstel after these acts, which come after its settling; `facts` are those that matter to the test."""
    usual: dict[str, Any] = {
        "title": "Regiostaf Brabant-Noord",
        "region_code": "VR21",
        "region": "Brabant-Noord",
        "site": "https://regiostaf.example",
        "archiving": Archiving(),
    }
    return Filed(version=version, acts=(SETTLED, *acts), **usual | facts)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of what is published."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def faults(schema: str, xml: bytes) -> list[str]:
    """What is wrong with a document; raises for one that isn't well formed."""
    grammar = _grammar(schema)
    return [] if grammar.validate(etree.fromstring(xml)) else [entry.message for entry in grammar.error_log]


@cache
def _grammar(schema: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(DATA / f"{schema}.rng"))


def texts(xml: bytes, path: str, namespace: str = MDTO) -> list[str]:
    """The texts of the elements on a path of names: 'naam', 'waardering/begripCode'."""
    return [found.text or "" for found in elements(xml, path, namespace)]


def elements(xml: bytes, path: str, namespace: str) -> list[Element]:
    """The elements on a path of names, wherever it starts."""
    return fromstring(xml).findall(".//" + "/".join(f"{namespace}{name}" for name in path.split("/")))  # noqa: S314 - our own
