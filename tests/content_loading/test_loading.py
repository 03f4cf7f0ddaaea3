"""`load_content` and `dump_content`: repeatable, and careful with editors' texts."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from checklist.content_loading.kinds import CONTENT_DIR, KINDS
from checklist.editors import EDITORS_GROUP, ensure_editors_group
from checklist.models import Option, Question, QuestionNote, Tension
from models_catalogue.models import GovernanceModel, Trait
from tests.content_loading.content_files import change, dump, load, set_field

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


NEW_LABEL = "Het overleg van alle gemeentesecretarissen stelt de regiostaf in"


def test_a_dump_of_a_fresh_database_equals_the_fixtures_byte_for_byte(tmp_path: Path) -> None:
    dumped = dump(tmp_path / "out")
    assert dumped == {kind.file: (CONTENT_DIR / kind.file).read_text(encoding="utf-8") for kind in KINDS}


def test_without_a_folder_the_dump_is_one_stream_per_table() -> None:
    out = StringIO()
    call_command("dump_content", stdout=out)
    assert out.getvalue() == "".join((CONTENT_DIR / kind.file).read_text(encoding="utf-8") for kind in KINDS)


def test_a_second_run_says_so_and_writes_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    load()  # makes the sample
    load()  # a process remembers the gemeenten of the stamp that it read last
    # Twenty-nine tables, a savepoint and its release; the group: itself, its rights, the permissions. The sample: the
    # stamp of the content, the gemeenten, its answers, what it keeps and its actions.
    with django_assert_num_queries(29 + 2 + 3 + 5) as queries:
        assert load() == "Nothing changed.\n"
    written = [query["sql"] for query in queries.captured_queries if query["sql"].startswith(("INSERT", "UPDATE"))]
    assert written == []


def test_a_missing_row_is_created(files: Path) -> None:
    Tension.objects.get(number=57).delete()
    assert load() == "tensions.json: 1 new\nrepairs.json: 2 new\n"
    assert Tension.objects.get(number=57).option_b.code == "12c"


def test_a_text_that_still_is_as_loaded_is_updated(files: Path) -> None:
    change(files, "options.json", set_field(1, "label", NEW_LABEL))
    said = load(files)
    assert Option.objects.get(code="1a").label == NEW_LABEL
    assert "options.json, record 1 (1a), field label: updated" in said
    assert load(files) == "Nothing changed.\n"


def test_a_reference_is_updated(files: Path) -> None:
    change(files, "governance_models.json", set_field(1, "hallmark_1", ["7a"]))
    load(files)
    assert GovernanceModel.objects.get(number=1).hallmark_1.code == "7a"


def test_an_editors_text_is_left_alone_and_named(files: Path) -> None:
    Option.objects.filter(code="1a").update(label="Tekst van de redactie")
    change(files, "options.json", set_field(1, "label", NEW_LABEL))
    said = load(files)
    assert Option.objects.get(code="1a").label == "Tekst van de redactie"
    assert "options.json, record 1 (1a), field label: left alone, an editor changed it" in said
    assert "Tekst van de redactie" in said
    assert NEW_LABEL in said
    assert said.endswith("Nothing changed.\n")


def test_an_editors_text_in_one_field_does_not_stop_another_field(files: Path) -> None:
    Question.objects.filter(number=1).update(short_name="Wie stelt in")
    change(files, "questions.json", set_field(1, "label", "Bepaal wie de staf instelt"))
    load(files)
    question = Question.objects.get(number=1)
    assert (question.short_name, question.label) == ("Wie stelt in", "Bepaal wie de staf instelt")


def test_an_editors_text_from_before_there_was_a_cap_does_not_stop_the_load(files: Path) -> None:
    Option.objects.filter(code="1b").update(decision="x" * 302)
    change(files, "options.json", set_field(2, "asks", "Een nieuwe tekst."))
    load(files)
    option = Option.objects.get(code="1b")
    assert (option.decision, option.asks) == ("x" * 302, "Een nieuwe tekst.")


def test_a_text_over_its_cap_in_a_file_is_refused(files: Path) -> None:
    change(files, "options.json", set_field(2, "decision", "x" * 221))
    with pytest.raises(
        CommandError, match=r"options.json, record 2 \(1b\), field decision: Deze tekst telt 221 tekens"
    ):
        load(files)


def test_an_editor_who_restores_the_loaded_text_hands_it_back(files: Path) -> None:
    loaded = Option.objects.get(code="1a").label
    Option.objects.filter(code="1a").update(label="Tekst van de redactie")
    change(files, "options.json", set_field(1, "label", NEW_LABEL))
    load(files)
    Option.objects.filter(code="1a").update(label=loaded)
    load(files)
    assert Option.objects.get(code="1a").label == NEW_LABEL


def test_an_editors_text_that_equals_the_file_becomes_ours_again(files: Path) -> None:
    Option.objects.filter(code="1a").update(label=NEW_LABEL)
    change(files, "options.json", set_field(1, "label", NEW_LABEL))
    load(files)
    load()
    assert Option.objects.get(code="1a").label != NEW_LABEL


def test_a_field_that_was_never_loaded_is_filled_unless_an_editor_filled_it() -> None:
    never_loaded = ("practice", "asks")
    for option in Option.objects.filter(code__in=("1a", "1b")):
        hashes = {name: value for name, value in option.loaded_hashes.items() if name not in never_loaded}
        Option.objects.filter(pk=option.pk).update(loaded_hashes=hashes, practice="", asks="")
    Option.objects.filter(code="1b").update(asks="Van de redactie.")

    load()

    assert Option.objects.get(code="1a").practice.startswith("De secretarissen spreken")
    assert Option.objects.get(code="1b").practice.startswith("Het bestuur van de veiligheidsregio")
    assert Option.objects.get(code="1b").asks == "Van de redactie."


def test_overwrite_replaces_an_editors_text_after_saying_what(files: Path) -> None:
    loaded = Option.objects.get(code="1a").label
    Option.objects.filter(code="1a").update(label="Tekst van de redactie")
    said = load(overwrite=True)
    assert Option.objects.get(code="1a").label == loaded
    assert "field label: replaces an editor's value" in said
    assert "in the database: 'Tekst van de redactie'" in said
    assert load() == "Nothing changed.\n"


def test_what_an_editor_added_or_switched_off_stays(files: Path) -> None:
    question = Question.objects.get(number=3)
    QuestionNote.objects.create(
        question=question, key="vraag-3-9", text="Nieuw", source="Bron", date="2026", certainty="hoog"
    )
    Trait.objects.filter(model__slug="managementraad", option__code="1a").update(active=False)
    load()
    assert QuestionNote.objects.get(key="vraag-3-9").text == "Nieuw"
    assert not Trait.objects.get(model__slug="managementraad", option__code="1a").active


def test_a_dry_run_shows_old_and_new_per_field_and_writes_nothing(files: Path, tmp_path: Path) -> None:
    old = Option.objects.get(code="1a").label
    change(files, "options.json", set_field(1, "label", NEW_LABEL))
    Tension.objects.get(number=57).delete()
    before = dump(tmp_path / "before")
    said = load(files, dry_run=True)
    assert f"in the database: {old!r}\n    in the file:     {NEW_LABEL!r}" in said
    assert "tensions.json, record 57 (57): new\n    number: 57\n    option_a: 11c" in said
    assert said.endswith("Dry run: nothing was written.\n")
    assert dump(tmp_path / "after") == before


def test_the_group_of_redacteuren_gets_its_rights_back_and_keeps_what_was_added() -> None:
    group = ensure_editors_group()
    assert group.name == EDITORS_GROUP
    group.permissions.remove(group.permissions.get(codename="change_trait"))
    load()
    held = set(group.permissions.values_list("codename", flat=True))
    assert "change_trait" in held
    assert not {codename for codename in held if codename.startswith("delete_") or "dossier" in codename}
