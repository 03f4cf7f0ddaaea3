"""The corrections of fixed texts (docs/corrections/screens.csv): what was corrected stands on no screen any more."""

import csv

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
with (ROOT / "docs/corrections/screens.csv").open(encoding="utf-8", newline="") as table:
    CORRECTIONS = list(csv.DictReader(table))
# What was only added to still has its old words.
REPLACED = [row for row in CORRECTIONS if row["verdict"] != "vervallen" and row["old"] not in row["new"]]
APPLIED = [row for row in CORRECTIONS if row["verdict"] == "toegepast" and not row["new"].startswith("(")]


def sources() -> dict[str, str]:
    """Every template and all code that says something, by its path."""
    paths = [path for root in ("templates", "static/js") for path in (ROOT / root).rglob("*.*")]
    paths += [
        path
        for app in ("checklist", "models_catalogue", "regiostaf")
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
    ]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}


def name(row: dict[str, str]) -> str:
    return f"{row['section']} {row['place'].split(';')[0]} {row['old'][:30]}"


def test_every_place_of_the_list_has_a_verdict() -> None:
    assert len(CORRECTIONS) == 92
    assert {row["verdict"] for row in CORRECTIONS} == {"toegepast", "beter", "vervallen"}


def test_what_was_done_better_or_left_has_a_reason() -> None:
    assert [row for row in CORRECTIONS if row["verdict"] != "toegepast" and not row["reason"]] == []


def test_every_place_exists() -> None:
    assert [place for row in CORRECTIONS for place in row["place"].split("; ") if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("row", REPLACED, ids=name)
def test_the_old_words_stand_nowhere(row: dict[str, str]) -> None:
    assert [path for path, text in sources().items() if row["old"] in text] == []


# Section 8 of the list is about what is new, not about words.
IN_TEMPLATES = [row for row in APPLIED if row["place"].endswith(".html") and row["section"] != "8"]


@pytest.mark.parametrize("row", IN_TEMPLATES, ids=name)
def test_the_new_words_stand_in_their_place(row: dict[str, str]) -> None:
    assert any(row["new"] in (ROOT / place).read_text(encoding="utf-8") for place in row["place"].split("; "))
