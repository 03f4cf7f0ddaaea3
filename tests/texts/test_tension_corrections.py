"""The corrections of tensions (docs/corrections/tensions.csv): each that was applied stands in the content, what it
replaced nowhere."""

import csv
from typing import Any

import pytest
from django.conf import settings

from tests.texts.said import records

CORRECTIONS = list(
    csv.DictReader((settings.BASE_DIR / "docs/corrections/tensions.csv").read_text(encoding="utf-8").splitlines())
)
APPLIED = [correction for correction in CORRECTIONS if correction["verdict"] == "toegepast"]


def names(correction: dict[str, Any]) -> str:
    return f"{correction['number']} {correction['field']}"


def test_every_correction_has_a_verdict_and_one_that_was_not_applied_a_reason() -> None:
    assert CORRECTIONS
    assert {correction["verdict"] for correction in CORRECTIONS} <= {"toegepast", "beter", "geweigerd"}
    assert [one for one in CORRECTIONS if one["verdict"] != "toegepast" and not one["reason"]] == []


@pytest.mark.parametrize("correction", APPLIED, ids=names)
def test_an_applied_correction_stands_in_the_content(correction: dict[str, Any]) -> None:
    (tension,) = [tension for tension in records("tensions") if str(tension["number"]) == correction["number"]]
    assert str(tension[correction["field"]]) == correction["new"]


@pytest.mark.parametrize("correction", APPLIED, ids=names)
def test_the_text_before_it_stands_nowhere(correction: dict[str, Any]) -> None:
    assert correction["old"] not in [str(tension[correction["field"]]) for tension in records("tensions")]
