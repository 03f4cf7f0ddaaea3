"""An upgrade of a database with the texts from before they were corrected loses nothing, and leaves an editor's."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from checklist import selectors
from checklist.admin.versions import versions_of
from checklist.content_loading.kinds import CONTENT_DIR, KINDS, Kind, Value
from checklist.content_loading.origin import Origin, mark_of
from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.models import Dossier, Question, QuestionNote, Tension
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import Trait
from tests.beheer.browsing import edit, redacteurs_browser
from tests.content_loading.test_upgrade import forget_what_was_not_there, migrate, migrate_to_newest
from tests.dossiers import make_dossier, opened

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

BEFORE = [("checklist", "0012_switched_off_tension_help_text"), ("models_catalogue", "0008_existing_dates")]
TABLES = settings.BASE_DIR / "docs" / "corrections"
EDITED = "Van de redactie."
ANSWERS = {1: Answer(("1a", "1d"), "Wij gaan erover.", "Oss niet."), 2: Answer(("2a",)), 4: Answer((), "Wij wachten.")}
KEPT = (Kept("1a", "2a", "Met opzet."),)
KIND_OF = {kind.file: kind for kind in KINDS}


def corrections() -> Iterator[tuple[Kind, str, str, str]]:
    """Of each corrected field the table, the record's key, the field and the old value; of a new record no field."""
    for name in ("questions", "models"):
        with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                yield KIND_OF[row["file"]], row["key"], row["field"].replace("(nieuw)", ""), row["old"]
    with (TABLES / "tensions.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield KIND_OF["tensions.json"], row["number"], row["field"], row["old"]


def row_of(kind: Kind, key: str) -> FixtureRow:
    joined = "." if kind.file == "considerations.json" else " "
    return next(row for row in kind.model.objects.all() if joined.join(map(str, row.natural_key())) == key)


def put_old_texts_back() -> None:
    """Make the tables hold what the version before loaded."""
    for kind, key, name, old in corrections():
        row = row_of(kind, key)
        if not name:
            row.delete()
            continue
        value: Value = json.loads(old) if name == "active" else old
        marks = row.loaded_hashes | {name: mark_of(value, Origin.PRODUCT)}
        type(row).objects.filter(pk=row.pk).update(**{name: value, "loaded_hashes": marks})
    for tension in Tension.objects.filter(number__gt=57):
        tension.repairs.all().delete()
        tension.delete()


@pytest.fixture
def editor(transactional_db: None) -> Client:
    return redacteurs_browser()


@pytest.fixture
def dossier(transactional_db: None) -> Dossier:
    return make_dossier(ANSWERS, KEPT)


def value_of(dossier: Dossier) -> DossierValue:
    return selectors.dossier_value(opened(dossier))


@pytest.fixture
def before(editor: Client, dossier: Dossier) -> Iterator[DossierValue]:
    """A database of the version before, used by a kring and by a redacteur: she wrote a text that is corrected since,
    one that isn't, put a judgement out of use, and added a note. What the kring's dossier said."""
    put_old_texts_back()
    said = value_of(dossier)
    edit(editor, Question.objects.get(number=2), why=EDITED)
    edit(editor, Question.objects.get(number=9), opener=EDITED)
    edit(editor, Trait.objects.get(model__slug="managementraad", option__code="2d"), active="")
    note = QuestionNote(key="vraag-1-3", question=Question.objects.get(number=1), text=EDITED, certainty="hoog")
    note.save()
    forget_what_was_not_there(BEFORE)
    migrate(BEFORE)
    try:
        yield said
    finally:
        migrate_to_newest()


@pytest.fixture
def told(before: DossierValue) -> str:
    """What the load of the new version says."""
    migrate_to_newest()
    out = StringIO()
    call_command("load_content", stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("told")
def test_the_kring_finds_its_answers_and_what_it_kept(before: DossierValue, dossier: Dossier) -> None:
    assert value_of(dossier) == before


def test_the_editors_texts_stay_and_are_named(told: str) -> None:
    assert Question.objects.get(number=2).why == EDITED
    assert Question.objects.get(number=9).opener == EDITED
    assert not Trait.objects.get(model__slug="managementraad", option__code="2d").active
    assert QuestionNote.objects.get(key="vraag-1-3").text == EDITED
    for named in ("questions.json, record 2 (2), field why", "questions.json, record 9 (9), field opener"):
        assert f"{named}: left alone, an editor changed it" in told
    assert "traits.json, record" in told.partition("field active: left alone, an editor changed it")[0]
    assert told.count("left alone, an editor changed it") == 3
    newest = versions_of(Question.objects.get(number=2))[0]
    assert (newest.who, newest.current) == ("Rie Vermeer", True)


@pytest.mark.usefixtures("told")
def test_all_other_texts_are_those_of_the_new_version_and_a_second_load_leaves_it_so(tmp_path: Path) -> None:
    out = StringIO()
    call_command("load_content", stdout=out)
    assert out.getvalue().endswith("Nothing changed.\n")
    call_command("dump_content", output=tmp_path)
    differing: dict[tuple[str | int, ...], set[str]] = {}
    for kind in KINDS:
        ours, theirs = (
            {kind.key_of(record["fields"]): record["fields"] for record in json.loads(path.read_text(encoding="utf-8"))}
            for path in (tmp_path / kind.file, CONTENT_DIR / kind.file)
        )
        differing |= {
            (kind.file, *key): {name for name in ours.get(key, {}) if ours[key][name] != theirs.get(key, {}).get(name)}
            for key in ours.keys() | theirs.keys()
            if ours.get(key) != theirs.get(key)
        }
    assert differing.pop(("question_notes.json", "vraag-1-3"))
    assert differing == {
        ("questions.json", 2): {"why"},
        ("questions.json", 9): {"opener"},
        ("traits.json", "managementraad", "2d"): {"active"},
    }
