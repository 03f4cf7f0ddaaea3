"""A load is all or nothing: a record or file that is wrong is named, and nothing is changed."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from models_catalogue.models import Gemeente
from tests.content_loading.content_files import Change, add_like, change, dump, load, set_field

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def drop_field(number: int, name: str) -> Change:
    """Return a change that removes one field."""
    return lambda records: records[number - 1]["fields"].pop(name)


BROKEN = {
    "unknown model": (
        "options.json",
        lambda records: records[2].__setitem__("model", "checklist.choice"),
        "options.json, record 3, field model: unknown model 'checklist.choice'",
    ),
    "a primary key": (
        "options.json",
        lambda records: records[2].__setitem__("pk", 3),
        "options.json, record 3: must be an object with 'model' and 'fields'",
    ),
    "no record": ("options.json", lambda records: records.append("1a"), "options.json, record 40: must be an object"),
    "unknown field": ("options.json", set_field(3, "colour", "blue"), "options.json, record 3, field colour: unknown"),
    "loaded hashes": ("options.json", set_field(3, "loaded_hashes", {}), "field loaded_hashes: unknown field"),
    "missing field": ("options.json", drop_field(3, "label"), "options.json, record 3, field label: is missing"),
    "number for a text": ("options.json", set_field(3, "label", 7), "record 3, field label: must be a text, not 7"),
    "null for a text": ("options.json", set_field(3, "label", None), "field label: must be a text, not None"),
    "text for a number": ("questions.json", set_field(3, "number", "3"), "field number: must be a whole number"),
    "truth for a number": ("questions.json", set_field(1, "number", True), "field number: must be a whole number"),
    "text for a truth": ("options.json", set_field(3, "exclusive", "nee"), "field exclusive: must be true or false"),
    "text for a reference": ("options.json", set_field(3, "question", "1"), "field question: must be a list"),
    "list in a reference": ("options.json", set_field(3, "question", [[1]]), "field question: must be a list"),
    "doubled key": (
        "options.json",
        lambda records: records.append(records[0]),
        "options.json, record 40 (1a), field code: has the key of record 1",
    ),
    "unknown reference": (
        "traits.json",
        set_field(2, "option", ["13a"]),
        "traits.json, record 2 (adoptieregeling 13a), field option: unknown option 13a",
    ),
    "text over its cap": (
        "options.json",
        set_field(3, "label", "x" * 301),
        "options.json, record 3 (1c), field label: ",
    ),
    "empty text": ("options.json", set_field(3, "label", ""), "options.json, record 3 (1c), field label: "),
    "unknown choice": ("traits.json", set_field(1, "stance", "misschien"), "field stance: "),
    "number out of range": (
        "tensions.json",
        set_field(1, "readers", 3),
        "tensions.json, record 1 (1), field readers: ",
    ),
    "failing constraint": (
        "governance_models.json",
        set_field(1, "hallmark_2", ["7c"]),
        "governance_models.json, record 1 (veiligheidsbureau-centrumstad): ",
    ),
    "a pair that exists the other way round": (
        "tensions.json",
        lambda records: records[1]["fields"].update(option_a=["5a"], option_b=["2a"]),
        "tensions.json, record 2 (2), field option_a: Zet 2a voor 5a",
    ),
    "a pair that the form refuses": (
        "tensions.json",
        lambda records: records[1]["fields"].update(option_a=["5a"], option_b=["5b"]),
        "tensions.json, record 2 (2), field option_b: Het formulier van vraag 5",
    ),
    "a pair for the second time": (
        "tensions.json",
        lambda records: records[1]["fields"].update(option_a=["2a"], option_b=["5a"]),
        "tensions.json, record 2 (2): Deze twee opties vormen al een spanning.",
    ),
    "a tension without a question": (
        "tensions.json",
        set_field(7, "question", ""),
        "tensions.json, record 7 (7), field question: ",
    ),
    "a question over its cap": (
        "tensions.json",
        set_field(7, "question", "x" * 90 + "?"),
        "tensions.json, record 7 (7), field question: Deze tekst telt 91 tekens. Er passen er 90.",
    ),
    "an aandachtspunt without an agreement": (
        "tensions.json",
        set_field(7, "agreement", ""),
        "tensions.json, record 7 (7), field agreement: is missing",
    ),
    "a contradiction with an agreement": (
        "tensions.json",
        set_field(1, "agreement", "Wij spreken iets af."),
        "tensions.json, record 1 (1), field agreement: must be empty",
    ),
    "a tension without a repair in use": (
        "repairs.json",
        lambda records: [record["fields"].update(active=False) for record in records[:2]],
        "tensions.json, record 1 (1): has no repair in use in repairs.json",
    ),
    "a repair that doesn't solve its tension": (
        "repairs.json",
        lambda records: records[0]["fields"].update(adds="2b", drops=""),
        "repairs.json, record 1 (1 1): Hiermee zijn 2a en 5a nog allebei gekozen.",
    ),
    "a repair with an option that isn't there": (
        "repairs.json",
        set_field(1, "adds", "5e"),
        "repairs.json, record 1 (1 1): De code 5e is van geen enkele optie.",
    ),
    "a fourth repair": (
        "repairs.json",
        add_like(1, number=4),
        "repairs.json, record 128 (1 4): ",
    ),
    "a code of another question": (
        "options.json",
        lambda records: records[0]["fields"].update(question=[2]),
        "options.json, record 1 (1a), field question: must be [1], as in the booklet, not [2]",
    ),
}


@pytest.mark.parametrize(("name", "how", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_record_changes_nothing_and_is_named(
    files: Path, tmp_path: Path, name: str, how: Change, message: str
) -> None:
    change(files, "questions.json", set_field(12, "label", "Bepaal iets anders"))
    change(files, name, how)
    before = dump(tmp_path / "before")
    with pytest.raises(CommandError) as refused:
        load(files)
    assert message in str(refused.value)
    assert str(refused.value).endswith("Nothing was changed.")
    assert refused.value.returncode == 2
    assert dump(tmp_path / "after") == before


UNREADABLE = {
    "no JSON": b"[{]",
    "not UTF-8": b'["\xff"]',
    "nested too deep": b"[" * 200_000,
    "a number of 5,000 digits": b"1" * 5000,
    "a key twice in one object": b'[{"model": "checklist.question", "model": "checklist.question"}]',
    "not a list": b"{}",
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_unreadable_file_is_named(files: Path, content: bytes) -> None:
    (files / "model_notes.json").write_bytes(content)
    with pytest.raises(CommandError, match=r"^model_notes\.json: .*Nothing was changed\.$") as refused:
        load(files)
    assert refused.value.returncode == 2


def test_a_missing_file_is_named(files: Path) -> None:
    (files / "gemeenten.json").unlink()
    with pytest.raises(CommandError, match=r"^gemeenten\.json: can't be read"):
        load(files)
    assert Gemeente.objects.count() == 342


def test_a_broken_file_is_also_found_by_a_dry_run(files: Path) -> None:
    change(files, "tensions.json", set_field(1, "readers", 3))
    with pytest.raises(CommandError, match=r"field readers"):
        load(files, dry_run=True)
