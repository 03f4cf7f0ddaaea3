"""A note's date is a free text, but what looks like a date in it exists: in the beheer, its history and in files."""

import datetime
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.test import Client

from checklist.admin.versions import versions_of
from checklist.models import QuestionNote
from models_catalogue.dates import check_dates, dates_in
from models_catalogue.models import ModelNote
from models_catalogue.notes import Note
from tests.beheer.browsing import address, edit, form_values, history_of, put_back, words_of
from tests.content_loading.content_files import change, load, set_field

pytestmark = pytest.mark.django_db

# What stands in the fixtures, and words that only resemble a date.
ACCEPTED = [
    "ongedateerd",
    "ongedateerd; wet 2010",
    "2016",
    "ca. 2015-2016",
    "tekst 2015-2017",
    "2020-07",
    "2022-07-01",
    "2024-02-29",
    "2021-12-14 / 2022-07-01",
    "2020-07, voorstel; in werking 2022-07-01",
    "2022-07-01; nagekeken 2026-11-24",
    "Stb. 2010-145",
    "1 juli 2022",
]
# The text, and what in it doesn't exist.
REFUSED = [
    ("2026-13-45", "2026-13-45"),
    ("2026-02-29", "2026-02-29"),
    ("2026-00", "2026-00"),
    ("2026-13", "2026-13"),
    ("2026-11-00", "2026-11-00"),
    ("2026-11-1", "2026-11-1"),
    ("2026-11-245", "2026-11-245"),
    ("0000-01-01", "0000-01-01"),
    ("2022-07-01; nagekeken 2026-11-31", "2026-11-31"),
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_words_and_dates_that_exist_are_accepted(text: str) -> None:
    check_dates(text)


@pytest.mark.parametrize(("text", "wrong"), REFUSED)
def test_a_date_that_does_not_exist_is_refused_by_name(text: str, wrong: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_dates(text)
    assert refused.value.messages == [
        f"‘{wrong}’ is geen bestaande datum. Schrijf een datum als 2022-07-01 of als 2020-07."
    ]


def test_a_date_without_a_day_is_the_first_of_its_month() -> None:
    assert [(one.date, one.to_the_day) for one in dates_in("2020-07, in werking 2022-07-05, niet 2026-13")] == [
        (datetime.date(2020, 7, 1), False),
        (datetime.date(2022, 7, 5), True),
        (None, False),
    ]


def first_note(table: type[Note]) -> Note:
    note = table.objects.order_by("pk").first()
    assert note is not None
    return note


NOTES = [QuestionNote, ModelNote]
WRONG = "‘2026-13-45’ is geen bestaande datum."


@pytest.mark.parametrize("table", NOTES)
def test_the_beheer_refuses_it(editor: Client, table: type[Note]) -> None:
    note = first_note(table)
    response = edit(editor, note, date="2026-13-45")
    assert response.status_code == 200
    assert WRONG in words_of(response.content.decode())
    assert first_note(table).date == note.date


@pytest.mark.parametrize(("table", "owner"), [(QuestionNote, "question"), (ModelNote, "model")])
def test_the_beheer_refuses_it_in_a_new_note(editor: Client, table: type[Note], owner: str) -> None:
    values = {"text": "T.", "source": "B.", "date": "2026-13-45", "certainty": "hoog", "active": "on"}
    of = getattr(first_note(table), owner)
    response = editor.post(address(table, "add"), values | {owner: of.pk})
    assert WRONG in words_of(response.content.decode())


@pytest.mark.parametrize("table", NOTES)
def test_a_version_with_such_a_date_is_not_put_back(editor: Client, table: type[Note]) -> None:
    note = first_note(table)
    edit(editor, note, text="Anders.")
    oldest = versions_of(note)[-1].id
    table.history.filter(history_id=oldest).update(date="2026-13-45")  # type: ignore[attr-defined]
    response = editor.get(put_back(editor, history_of(editor, note), oldest)["Location"])
    assert f"Deze versie kan niet worden teruggezet. {WRONG}" in words_of(response.content.decode())
    assert first_note(table).text == "Anders."


@pytest.mark.parametrize("file", ["question_notes", "model_notes"])
def test_a_file_with_such_a_date_is_refused(files: Path, file: str) -> None:
    change(files, f"{file}.json", set_field(1, "date", "2026-13-45"))
    with pytest.raises(CommandError, match=rf"{file}.json, record 1 \(.*\), field date: {WRONG}"):
        load(files)


def test_a_date_from_before_there_was_this_rule_does_not_stop_a_load(files: Path) -> None:
    QuestionNote.objects.filter(key="vraag-1-1").update(date="2026-13-45")
    change(files, "question_notes.json", set_field(1, "text", "Een nieuwe tekst."))
    load(files)
    note = QuestionNote.objects.get(key="vraag-1-1")
    assert (note.text, note.date) == ("Een nieuwe tekst.", "2026-13-45")


def test_a_date_from_before_is_named_when_its_note_is_edited(editor: Client) -> None:
    note = first_note(QuestionNote)
    QuestionNote.objects.filter(pk=note.pk).update(date="2026-13-45")
    page = address(QuestionNote, "change", note.pk)
    response = editor.post(page, form_values(editor, page) | {"text": "Anders."})
    assert WRONG in words_of(response.content.decode())
