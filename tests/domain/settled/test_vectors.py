"""The vectors that an independent implementation agreed with: canonical bytes, hashes and three linked records."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from checklist.domain.settled.canonical import canonical, sha256_of
from checklist.domain.settled.chain import (
    NOTHING_BEFORE,
    Record,
    chain_file,
    record_of,
    told_act,
    told_files,
    told_settling,
)
from checklist.domain.settled.value import ActFiles, FileFacts, SettledFileKind
from tests.domain.settled.acts import AT, OFFERED, SETTLED, VERSION, changed

DATA = Path(__file__).resolve().parents[2] / "data" / "settled"
VECTORS: dict[str, Any] = json.loads((DATA / "vectors.json").read_text(encoding="utf-8"))
CHAIN = VECTORS["chain"]
SITE = "https://regiostaf.example"
CODE = VERSION.code
MADE_AT = AT.replace(second=9)
OFFERED_AT = datetime(2027, 1, 21, 9, tzinfo=UTC)
OFFERING = changed(OFFERED, at=OFFERED_AT)
PDF = FileFacts(
    SettledFileKind.PDF,
    "voorstel-7K2M-9QXR-4TBD-v1.pdf",
    "application/pdf",
    3,
    CHAIN[1]["body"].partition('"sha256":"')[2][:64],
    MADE_AT,
)


def chain() -> list[Record]:
    """The three records of the vectors, made of values."""
    first = record_of(told_settling(VERSION, SETTLED), 1, NOTHING_BEFORE, AT, SITE)
    files = record_of(told_files(CODE, ActFiles(1, [PDF])), 2, first.sha256, MADE_AT, SITE)
    return [first, files, record_of(told_act(CODE, OFFERING), 3, files.sha256, OFFERED_AT, SITE)]


@pytest.mark.parametrize("vector", VECTORS["vectors"][1:], ids=lambda vector: vector["name"])
def test_a_vector_is_written_again_as_the_same_bytes(vector: dict[str, Any]) -> None:
    found = canonical(json.loads(vector["canonical"]))
    assert found.decode() == vector["canonical"]
    assert (len(found), sha256_of(found)) == (vector["bytes"], vector["sha256"])


def test_the_example_of_a_snapshot_is_written_again_as_the_same_bytes() -> None:
    raw = (DATA / "snapshot-voorbeeld.json").read_bytes()
    (vector,) = (vector for vector in VECTORS["vectors"] if vector["name"] == "snapshot-voorbeeld.json")
    assert canonical(json.loads(raw)) == raw
    assert (len(raw), sha256_of(raw)) == (vector["bytes"], vector["sha256"])


@pytest.mark.parametrize("number", range(3))
def test_a_record_of_the_chain_is_made_of_values_as_the_same_bytes(number: int) -> None:
    record = chain()[number]
    assert record.body.decode() == CHAIN[number]["body"]
    assert record.sha256 == CHAIN[number]["sha256"]


def test_the_file_of_the_chain_has_each_record_with_its_hash() -> None:
    assert json.loads(chain_file(chain()))["links"] == CHAIN


@pytest.mark.parametrize("value", [2**53, float("nan"), "\ud800"], ids=["2^53", "NaN", "half a character"])
def test_what_json_cannot_say_exactly_is_refused(value: object) -> None:
    with pytest.raises(rfc8785.CanonicalizationError):
        canonical({"value": value})
