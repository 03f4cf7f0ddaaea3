"""What was loaded on purpose from another folder stays at a plain load, which script/server and systemd run."""

import hashlib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from checklist.admin.redactie import edited_rows
from checklist.content_loading.kinds import CONTENT_DIR
from checklist.models import Option, Tension
from tests.content_loading.content_files import add_like, change, copied_fixtures, dump, load, remove, set_field

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LOADED = "Het overleg van gemeentesecretarissen uit de regio stelt de regiostaf in"
OTHER = "Het overleg stelt de regiostaf in"
NEXT = "Het overleg van alle gemeentesecretarissen stelt de regiostaf in"
LEFT = "left alone, because loaded from another folder"


def label() -> str:
    return Option.objects.get(code="1a").label


def load_from(folder: Path, **options: bool) -> str:
    """Run `load_content --from`; return what it says."""
    out = StringIO()
    call_command("load_content", directory=folder, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another folder of content: option 1a has another label."""
    folder = copied_fixtures(tmp_path / "other")
    change(folder, "options.json", set_field(1, "label", OTHER))
    return folder


@pytest.fixture
def next_version(tmp_path: Path) -> Path:
    """The fixtures of a next version of the product: option 1a has another label and other words in practice."""
    folder = copied_fixtures(tmp_path / "next")
    change(folder, "options.json", set_field(1, "label", NEXT))
    change(folder, "options.json", set_field(1, "practice", "Anders."))
    return folder


def test_a_plain_load_leaves_it_alone_and_says_so_in_a_line(other: Path) -> None:
    load_from(other)
    assert [load(), load()] == [f"options.json: {LEFT}: 1a label.\nNothing changed.\n"] * 2
    assert label() == OTHER


def test_a_plain_load_of_a_next_version_updates_the_other_fields(other: Path, next_version: Path) -> None:
    load_from(other)
    said = load(next_version)
    assert f"options.json: {LEFT}: 1a label.\n" in said
    assert "options.json, record 1 (1a), field practice: updated" in said
    assert (label(), Option.objects.get(code="1a").practice) == (OTHER, "Anders.")


def test_the_first_load_of_a_database_may_be_on_purpose(other: Path, next_version: Path) -> None:
    Tension.objects.filter(number=57).delete()
    change(other, "tensions.json", set_field(57, "explanation", "Van elders."))
    change(next_version, "tensions.json", set_field(57, "ground", "Een nieuwe grond."))
    load_from(other)
    assert f"tensions.json: {LEFT}: 57 explanation.\n" in load()
    load(next_version)
    tension = Tension.objects.get(number=57)
    assert (tension.explanation, tension.ground) == ("Van elders.", "Een nieuwe grond.")


def test_the_same_folder_updates_its_own_text_again(other: Path) -> None:
    load_from(other)
    load()
    change(other, "options.json", set_field(1, "label", NEXT))
    assert "options.json, record 1 (1a), field label: updated" in load_from(other)
    load()
    assert label() == NEXT


def test_another_folder_that_has_the_products_text_hands_it_back(other: Path, next_version: Path) -> None:
    load_from(other)
    change(other, "options.json", set_field(1, "label", LOADED))
    load_from(other)
    load()
    load(next_version)
    assert label() == NEXT


def test_an_older_text_of_the_product_that_was_loaded_on_purpose_stays(other: Path, next_version: Path) -> None:
    load_from(other)
    change(other, "options.json", set_field(1, "label", LOADED))
    load_from(other)
    load(next_version)
    assert label() == LOADED


def test_a_text_that_a_next_version_has_too_becomes_the_products(other: Path, next_version: Path) -> None:
    load_from(other)
    change(next_version, "options.json", set_field(1, "label", OTHER))
    load(next_version)
    change(next_version, "options.json", set_field(1, "label", NEXT))
    load(next_version)
    assert label() == NEXT


def test_overwrite_takes_it_back(other: Path) -> None:
    load_from(other)
    said = load(overwrite=True)
    assert "options.json, record 1 (1a), field label: replaces what was loaded from another folder" in said
    assert f"in the database: {OTHER!r}" in said
    assert label() == LOADED
    assert load() == "Nothing changed.\n"


def test_a_dry_run_shows_old_and_new(other: Path) -> None:
    load_from(other)
    said = load(dry_run=True)
    assert f"options.json, record 1 (1a), field label: {LEFT}\n    in the database: {OTHER!r}" in said
    assert f"in the file:     {LOADED!r}" in said


def test_a_dry_run_from_another_folder_leaves_nothing_behind(other: Path) -> None:
    load_from(other, dry_run=True)
    assert load() == "Nothing changed.\n"
    assert label() == LOADED


def test_a_long_list_is_cut_short(other: Path) -> None:
    for number in range(1, 13):
        change(other, "questions.json", set_field(number, "opener", "En?"))
    load_from(other)
    named = ", ".join(f"{number} opener" for number in range(1, 11))
    assert load().startswith(f"questions.json: {LEFT}: {named} and 2 more (--dry-run shows all).\n")


def test_an_editors_text_stays_the_editors(other: Path) -> None:
    Option.objects.filter(code="1a").update(label="Tekst van de redactie")
    assert "left alone, an editor changed it" in load_from(other)
    assert "left alone, an editor changed it" in load()
    assert label() == "Tekst van de redactie"


def test_a_text_that_an_editor_changed_after_it_is_the_editors(other: Path) -> None:
    load_from(other)
    Option.objects.filter(code="1a").update(label="Tekst van de redactie")
    assert "left alone, an editor changed it" in load()
    change(other, "options.json", set_field(1, "label", NEXT))
    assert "left alone, an editor changed it" in load_from(other)
    assert label() == "Tekst van de redactie"


def test_it_is_no_text_of_the_redactie(other: Path) -> None:
    load_from(other)
    assert edited_rows() == []


def test_the_products_own_folder_is_no_other_folder(next_version: Path) -> None:
    Option.objects.filter(code="1a").update(label="Tekst van de redactie")
    load_from(CONTENT_DIR / ".." / CONTENT_DIR.name, overwrite=True)
    load(next_version)
    assert label() == NEXT


def add_tension(folder: Path) -> None:
    """Add a tension that the product doesn't have, with a repair."""
    change(folder, "tensions.json", add_like(57, number=62, option_a=["2a"], option_b=["11a"]))
    change(folder, "repairs.json", add_like(1, tension=[62], number=1, adds="", drops="2a"))


def test_a_row_of_another_folder_stays_and_is_no_vanished_one(other: Path) -> None:
    add_tension(other)
    load_from(other)
    added = f"tensions.json: {LEFT}: 62.\nrepairs.json: {LEFT}: 62 1.\n"
    assert load() == f"options.json: {LEFT}: 1a label.\n{added}Nothing changed.\n"
    assert Tension.objects.filter(number=62).exists()


def test_overwrite_names_a_row_of_another_folder_that_the_product_does_not_have(other: Path) -> None:
    add_tension(other)
    load_from(other)
    assert "tensions.json: on the site but not in the file: 62." in load(overwrite=True)


def test_what_an_earlier_version_remembered_of_a_text_makes_it_the_products(next_version: Path) -> None:
    option = Option.objects.get(code="1a")
    remembered = hashlib.sha256(f'"{LOADED}"'.encode()).hexdigest()
    Option.objects.filter(code="1a").update(loaded_hashes=option.loaded_hashes | {"label": remembered})
    load(next_version)
    assert label() == NEXT


def test_a_row_that_vanished_from_another_folder_is_named_when_that_is_loaded(other: Path, tmp_path: Path) -> None:
    add_tension(other)
    load_from(other)
    change(other, "tensions.json", remove(62))
    before = dump(tmp_path / "before")
    assert "tensions.json: on the site but not in the file: 62." in load_from(other)
    assert dump(tmp_path / "after") == before
