"""An upgrade of a database in use: a text that is new in this version comes in, and nothing else changes."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from checklist import selectors
from checklist.admin.versions import versions_of
from checklist.content_loading.kinds import KINDS
from checklist.domain.dossier import Answer
from checklist.models import Detail, DetailAlternative, Dossier, Option, Question
from models_catalogue import stamp
from models_catalogue.models import GovernanceModel
from tests.beheer.browsing import edit, history_of, put_back, redacteurs_browser, words_of
from tests.content import real_content
from tests.dossiers import make_dossier
from tests.migrating import migrate as migrate_without_signals
from tests.migrating import newest

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

BEFORE = [("checklist", "0006_words"), ("models_catalogue", "0004_words")]
EDITED = "Van de redactie."
# The texts that the version before didn't have, by table: every row has them, or the options of some questions.
NEW: dict[type[Any], tuple[str, ...]] = {
    Question: ("in_a_sentence",),
    Option: ("brief", "in_the_summary", "clause"),
    GovernanceModel: ("in_a_sentence",),
}


def migrate(targets: Sequence[tuple[str, str]]) -> None:
    """Migrate as `manage.py migrate` does: the triggers of the stamp are out of the way meanwhile."""
    stamp.take_triggers_away("default")
    migrate_without_signals(targets)
    stamp.put_triggers("default")


def migrate_to_newest() -> None:
    migrate(newest())


def forget_what_was_not_there(before: Sequence[tuple[str, str]]) -> None:
    """Leave no mark of a field that the version of these migrations did not have."""
    state = MigrationExecutor(connection).loader.project_state(before).apps
    for kind in KINDS:
        label = kind.model._meta.label_lower
        if label.partition(".")[2] not in state.all_models[label.partition(".")[0]]:
            continue
        names = {field.name for field in state.get_model(label)._meta.fields}
        for row in kind.model.objects.all():
            marks = {name: mark for name, mark in row.loaded_hashes.items() if name in names}
            kind.model.objects.filter(pk=row.pk).update(loaded_hashes=marks)


@pytest.fixture
def editor(transactional_db: None) -> Client:
    return redacteurs_browser()


@pytest.fixture
def dossier(transactional_db: None) -> Dossier:
    """A dossier with an answer to question 1."""
    return make_dossier({1: Answer(("1a",))})


@pytest.fixture
def upgraded(editor: Client, dossier: Dossier) -> Iterator[None]:
    """A database of the version before options had a few words and before any text had words for in a sentence, with
    edited texts and their history."""
    edit(editor, Option.objects.get(code="2b"), decision=EDITED)
    edit(editor, GovernanceModel.objects.get(slug="managementraad"), short_name=EDITED)
    edit(editor, Option.objects.get(code="1a"), decision=EDITED)
    dossier.choices.filter(question__number=1).update(saved_at=Option.objects.get(code="1a").changed_at)
    forget_what_was_not_there(BEFORE)
    migrate(BEFORE)
    try:
        yield
    finally:
        migrate_to_newest()


@pytest.fixture
def loaded(upgraded: None) -> None:
    """That database with the new content."""
    migrate_to_newest()
    for table, names in NEW.items():
        assert set(table.objects.values_list(*names)) == {("",) * len(names)}
    call_command("load_content", verbosity=0)
    # What options leave open are rows that the version before hadn't at all: like a new note they count as a change of
    # their question, which asks more than it did.
    for table in (Detail, DetailAlternative):
        assert table.objects.exists()
        table.objects.update(changed_at=Option.objects.get(code="1b").changed_at)


# An upgrade takes a while: what is only looked at afterwards is looked at in one go.
def test_the_new_texts_are_filled_in_and_change_nothing_that_was_there(loaded: None, dossier: Dossier) -> None:
    content = real_content()
    words = dict(Option.objects.values_list("code", "brief"))
    assert words == {code: option.brief for code, option in content.option_of.items()}
    assert "" not in words.values()
    questions = dict(Question.objects.values_list("number", "in_a_sentence"))
    assert questions == {question.number: question.in_a_sentence for question in content.questions}
    models = dict(GovernanceModel.objects.values_list("slug", "in_a_sentence"))
    assert models == {model.slug: model.in_a_sentence for model in content.models}
    summary = dict(Option.objects.values_list("code", "in_the_summary"))
    assert summary == {code: option.in_the_summary for code, option in content.option_of.items()}
    clauses = dict(Option.objects.values_list("code", "clause"))
    assert clauses == {code: option.clause for code, option in content.option_of.items()}
    edited = Option.objects.get(code="1a")
    assert edited.decision == EDITED
    assert [row for table in NEW for row in table.objects.filter(changed_at__gt=edited.changed_at)] == []
    assert selectors.changed_questions(dossier.pk) == ()


@pytest.mark.usefixtures("upgraded")
def test_before_the_content_is_loaded_a_question_and_a_model_have_their_short_names_in_a_sentence() -> None:
    migrate_to_newest()
    content = selectors.content_all()
    assert content.question_of[7].name_in_a_sentence == "Plaats"
    assert content.models[-1].name_in_a_sentence == EDITED


@pytest.mark.usefixtures("upgraded")
def test_before_the_content_is_loaded_the_map_has_the_words_of_the_booklet(client: Client, dossier: Dossier) -> None:
    migrate_to_newest()
    page = client.get(f"/dossier/{dossier.edit_key}/beeld/").content.decode()
    assert Option.objects.get(code="10b").label in words_of(page)


@pytest.mark.usefixtures("upgraded")
def test_few_words_that_a_redacteur_gave_before_the_content_was_loaded_stay(editor: Client) -> None:
    migrate_to_newest()
    edit(editor, Option.objects.get(code="1b"), brief="Woorden van de redactie")
    call_command("load_content", verbosity=0)
    assert Option.objects.get(code="1b").brief == "Woorden van de redactie"
    assert Option.objects.get(code="1c").brief == "de colleges"


EDITED_ROWS: list[tuple[type[Any], dict[str, str]]] = [
    (Option, {"code": "1a"}),
    (Option, {"code": "2b"}),
    (GovernanceModel, {"slug": "managementraad"}),
]


@pytest.mark.usefixtures("loaded")
def test_a_version_from_before_is_current_and_one_before_it_is_put_back_without_emptying_the_new_texts(
    editor: Client,
) -> None:
    for table, key in EDITED_ROWS:
        row = table.objects.get(**key)
        newest, earlier = versions_of(row)
        assert (newest.current, earlier.current) == (True, False), key
        new = [getattr(row, name) for name in NEW[table]]
        put_back(editor, history_of(editor, row), earlier.id)
        row.refresh_from_db()
        assert EDITED not in (row.decision if table is Option else row.short_name), key
        assert [getattr(row, name) for name in NEW[table]] == new, key


@pytest.mark.usefixtures("loaded")
def test_the_new_text_is_nobodys_change_in_the_history(editor: Client) -> None:
    option = Option.objects.get(code="1a")
    edit(editor, option, asks=EDITED)
    assert [field.label for version in versions_of(option) for field in version.differences if version.who] == [
        "wat het vraagt",
        "besluit",
    ]
