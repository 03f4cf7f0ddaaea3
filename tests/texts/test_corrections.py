"""The corrections of the content hold: what was corrected says what its table says, and the old text stands nowhere."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from checklist.content_loading.kinds import CONTENT_DIR, KINDS

TABLES = settings.BASE_DIR / "docs" / "corrections"
# So much of a text is a sentence of its own; a shorter one may stand elsewhere by right.
WHOLE_SENTENCE = 40


@dataclass(frozen=True)
class Correction:
    """A row of a table: the field of a record (or a record that is new), what it said and what it says."""

    file: str
    key: str
    field: str
    old: str
    new: str
    verdict: str
    reason: str


def corrections(path: Path) -> list[Correction]:
    with path.open(encoding="utf-8", newline="") as table:
        return [Correction(**row) for row in csv.DictReader(table)]


QUESTIONS, MODELS = corrections(TABLES / "questions.csv"), corrections(TABLES / "models.csv")
ALL = QUESTIONS + MODELS


def content() -> dict[tuple[str, str], dict[str, Any]]:
    """The fields of every record by its file and its key as the tables write it."""
    found = {}
    for kind in KINDS:
        for record in json.loads((CONTENT_DIR / kind.file).read_text(encoding="utf-8")):
            joined = "." if kind.file == "considerations.json" else " "
            found[kind.file, joined.join(map(str, kind.key_of(record["fields"])))] = record["fields"]
    return found


def as_written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def test_every_correction_of_both_lists_is_in_the_tables() -> None:
    assert (len(QUESTIONS), len(MODELS)) == (150, 125)


def test_each_correction_has_a_verdict_and_what_was_not_taken_over_has_a_reason() -> None:
    assert {row.verdict for row in ALL} <= {"toegepast", "beter", "geweigerd"}
    assert [row for row in ALL if row.verdict != "toegepast" and not row.reason] == []


def test_the_content_says_what_the_tables_say() -> None:
    found = content()
    wrong = []
    for row in ALL:
        field = "text" if row.field == "(nieuw)" else row.field
        if as_written(found[row.file, row.key][field]) != row.new:
            wrong.append((row.file, row.key, row.field))
    assert wrong == []


def test_no_old_text_is_left() -> None:
    texts = {str(value) for fields in content().values() for value in fields.values()}
    left = [
        (row.file, row.key, row.field)
        for row in ALL
        # A text that was only added to still has its old words.
        if len(row.old) >= WHOLE_SENTENCE and any(row.old in text for text in texts - {row.new})
    ]
    assert left == []


@pytest.mark.parametrize("row", [row for row in ALL if len(row.old) < WHOLE_SENTENCE], ids=lambda row: row.key)
def test_a_short_old_value_is_replaced_in_its_own_field(row: Correction) -> None:
    if row.field != "(nieuw)":
        assert as_written(content()[row.file, row.key][row.field]) != row.old
