"""The content's stamp is a new one after every change of the content, whoever makes it, and only then."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from checklist import selectors
from checklist.models import Option
from models_catalogue import stamp
from models_catalogue.fixture_rows import FixtureRow
from tests.beheer.browsing import address, edit, form_values, history_of, put_back
from tests.content_loading.content_files import change, load, set_field
from tests.dossiers import make_dossier, question_body, question_url

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

CONTENT = sorted(
    (model for model in apps.get_models() if issubclass(model, FixtureRow)), key=lambda model: model._meta.label
)


@pytest.fixture(params=CONTENT, ids=lambda model: model.__name__)
def row(request: pytest.FixtureRequest) -> FixtureRow:
    """A row of each table with content."""
    row: FixtureRow = request.param.objects.earliest("pk")
    return row


def new_after(write: Callable[[], object]) -> bool:
    """Whether the stamp is a new one after this."""
    before = selectors.stamp_now()
    write()
    return selectors.stamp_now() != before


def test_a_change_by_a_bare_statement_gives_a_new_one(row: FixtureRow) -> None:
    rows = type(row).objects.filter(pk=row.pk)
    assert new_after(lambda: rows.update(loaded_hashes={}))


def test_a_row_that_goes_or_comes_by_a_bare_statement_gives_a_new_one(row: FixtureRow) -> None:
    rows = type(row).objects.filter(pk=row.pk)
    assert new_after(lambda: rows._raw_delete("default"))
    assert new_after(lambda: type(row).objects.bulk_create([row]))


def test_every_table_that_is_read_once_per_stamp_gives_new_ones() -> None:
    Option.objects.update(prompt="Anders.")
    with CaptureQueriesContext(connection) as captured:
        stamp_of_now = selectors.content_all().stamp
        selectors.backgrounds(stamp_of_now)
        selectors.content_date(stamp_of_now)
        selectors.gemeenten_of("VR21", stamp_of_now)
    read = {table for query in captured for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])}
    assert {"checklist_option", "checklist_background", "models_catalogue_gemeente"} <= read
    # The house style is nobody's content; its version is asked for in the same query.
    assert read - {"models_catalogue_contentstamp", "checklist_housestyle"} <= set(stamp.tables())


def test_what_a_kring_writes_leaves_it_as_it_is(client: Client) -> None:
    dossier = make_dossier({})
    assert not new_after(lambda: client.post(question_url(dossier, 4), question_body(4, "4b", version=0)))


@pytest.fixture
def option() -> Option:
    return Option.objects.get(code="4b")


def test_an_edit_in_the_beheer_gives_a_new_one_and_so_does_a_put_back(editor: Client, option: Option) -> None:
    assert new_after(lambda: edit(editor, option, practice="Anders."))
    history = history_of(editor, option)
    loaded = history.context["versions"][-1].id
    assert new_after(lambda: put_back(editor, history, loaded))
    assert Option.objects.get(code="4b").practice == option.practice


def test_a_load_that_changes_a_text_gives_a_new_one_and_one_that_does_not_leaves_it(files: Path) -> None:
    change(files, "options.json", set_field(1, "practice", "Anders."))
    assert new_after(lambda: load(files))
    assert not new_after(lambda: load(files))


def test_a_preview_leaves_it_as_it_is_and_nothing_of_it_is_remembered(editor: Client, option: Option) -> None:
    page = address(Option, "change", option.pk)
    typed = form_values(editor, page) | {"practice": "Nog niet opgeslagen."}
    shown: list[str] = []

    def preview() -> None:
        shown.append(editor.post(f"{page.removesuffix('change/')}voorbeeld/", typed).content.decode())

    assert not new_after(preview)
    assert "Nog niet opgeslagen." in shown[0]
    dossier = make_dossier({})
    assert "Nog niet opgeslagen." not in editor.get(question_url(dossier, 4)).content.decode()


def test_a_rolled_back_change_and_the_next_one_have_not_the_same() -> None:
    stamps = []
    for text in ("Eén.", "Twee."):
        with transaction.atomic():
            Option.objects.filter(code="4b").update(practice=text)
            stamps.append(selectors.stamp_now())
            assert selectors.content_all().option_of["4b"].practice == text
            transaction.set_rollback(True)
    assert len({*stamps, selectors.stamp_now()}) == 3
    assert selectors.content_all().option_of["4b"].practice not in {"Eén.", "Twee."}


def test_what_changes_while_it_is_read_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    old, made = selectors.stamp_now(), selectors.content._models

    def meanwhile() -> object:
        monkeypatch.setattr("checklist.selectors.content._models", made)
        models = made()
        Option.objects.filter(code="4b").update(practice="Nieuw.")
        return models

    Option.objects.filter(code="4b").update(practice="Oud.")
    monkeypatch.setattr("checklist.selectors.content._models", meanwhile)
    content = selectors.content_all()
    assert content.option_of["4b"].practice == "Nieuw."
    assert content.stamp == selectors.stamp_now() != old


@pytest.mark.django_db(transaction=True)
def test_a_migration_leaves_it_working() -> None:
    call_command("migrate", verbosity=0)
    assert new_after(lambda: Option.objects.filter(code="4b").update(prompt="Anders."))
