"""A row that was loaded once and whose record is no longer in the files is named at every load, and stays."""

from pathlib import Path

import pytest

from checklist.models import Option, Question, QuestionNote, Tension
from tests.content_loading.content_files import change, dump, load, remove

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

SWITCH_OFF = "Switch off in the beheer what no longer holds; until then it stays."
PUT_BACK = "They can't be switched off: put them back in the file, or take them away with a migration."
TAKE_AWAY = "Pages fail on them: put back a copy of the database from before, or take them away with a migration."

# The record that is taken away, the key by which it is named, and what to do about it.
VANISHED = [
    ("considerations.json", 1, "1 1", PUT_BACK),
    ("backgrounds.json", 1, "aanvulling 1", PUT_BACK),
    ("question_notes.json", 1, "vraag-1-1", SWITCH_OFF),
    ("tensions.json", 57, "57", SWITCH_OFF),
    ("terms.json", 1, "AOV", SWITCH_OFF),
    ("traits.json", 1, "adoptieregeling 1c", SWITCH_OFF),
    ("model_notes.json", 1, "model-adoptieregeling-1", SWITCH_OFF),
    ("veiligheidsregios.json", 1, "VR01", PUT_BACK),
    ("gemeenten.json", 1, "GM0014", PUT_BACK),
]


@pytest.mark.parametrize(("name", "number", "key", "advice"), VANISHED)
def test_it_is_named_with_what_to_do_about_it(files: Path, name: str, number: int, key: str, advice: str) -> None:
    change(files, name, remove(number))
    assert load(files) == f"{name}: on the site but not in the file: {key}. {advice}\nNothing changed.\n"


def test_every_load_names_all_of_them_in_a_line_per_file_and_changes_nothing(files: Path, tmp_path: Path) -> None:
    change(files, "tensions.json", remove(57))
    change(files, "tensions.json", remove(3))
    change(files, "traits.json", remove(1))
    before = dump(tmp_path / "before")
    said = [load(files), load(files, overwrite=True), load(files)]
    assert (
        said
        == [
            f"tensions.json: on the site but not in the file: 3, 57. {SWITCH_OFF}\n"
            f"traits.json: on the site but not in the file: adoptieregeling 1c. {SWITCH_OFF}\n"
            "Nothing changed.\n"
        ]
        * 3
    )
    assert dump(tmp_path / "after") == before


def test_a_dry_run_names_it_too(files: Path) -> None:
    change(files, "tensions.json", remove(57))
    assert "tensions.json: on the site but not in the file: 57." in load(files, dry_run=True)


def test_what_was_switched_off_is_no_longer_named(files: Path) -> None:
    change(files, "tensions.json", remove(57))
    Tension.objects.filter(number=57).update(active=False)
    assert load(files) == "Nothing changed.\n"


def test_what_an_editor_added_is_not_named() -> None:
    question = Question.objects.get(number=3)
    QuestionNote.objects.create(
        question=question, key="vraag-3-9", text="Nieuw", source="Bron", date="2026", certainty="hoog"
    )
    assert load() == "Nothing changed.\n"


def test_an_option_that_an_earlier_version_let_in_is_named() -> None:
    option = Option.objects.get(code="12c")
    option.pk, option.code, option.letter = None, "12d", "d"
    option.save()
    assert load() == f"options.json: on the site but not in the file: 12d. {TAKE_AWAY}\nNothing changed.\n"
