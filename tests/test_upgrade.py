"""An upgrade of a database in use: a text that is new in this version comes in, and nothing else changes."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from checklist import selectors
from checklist.admin.versions import versions_of
from checklist.domain.dossier import Answer
from checklist.models import Dossier, Option
from tests.beheer import edit, history_of, put_back, redacteurs_browser, words_of
from tests.content import real_content
from tests.dossiers import make_dossier

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

BEFORE, AFTER = ("checklist", "0006_words"), ("checklist", "0007_option_brief")
EDITED = "Van de redactie."


def migrate(target: tuple[str, str]) -> None:
    MigrationExecutor(connection).migrate([target])


@pytest.fixture
def editor(transactional_db: None) -> Client:
    return redacteurs_browser()


@pytest.fixture
def dossier(transactional_db: None) -> Dossier:
    """A dossier with an answer to question 1."""
    return make_dossier({1: Answer(("1a",))})


@pytest.fixture
def upgraded(editor: Client, dossier: Dossier) -> Iterator[None]:
    """A database of the version before options had a few words, with an edited text and its history."""
    edit(editor, Option.objects.get(code="1a"), decision=EDITED)
    dossier.choices.filter(question__number=1).update(saved_at=Option.objects.get(code="1a").changed_at)
    # What the version before knew nothing of.
    for option in Option.objects.all():
        hashes = {name: value for name, value in option.loaded_hashes.items() if name != "brief"}
        Option.objects.filter(pk=option.pk).update(loaded_hashes=hashes)
    migrate(BEFORE)
    try:
        yield
    finally:
        migrate(AFTER)


@pytest.fixture
def loaded(upgraded: None) -> None:
    """That database with the new content."""
    migrate(AFTER)
    assert {option.brief for option in Option.objects.all()} == {""}
    call_command("load_content", verbosity=0)


@pytest.mark.usefixtures("loaded")
def test_the_few_words_of_every_option_are_filled_in() -> None:
    words = dict(Option.objects.values_list("code", "brief"))
    assert words == {code: option.brief for code, option in real_content().option_of.items()}
    assert "" not in words.values()


@pytest.mark.usefixtures("upgraded")
def test_before_the_content_is_loaded_the_map_has_the_words_of_the_booklet(client: Client, dossier: Dossier) -> None:
    migrate(AFTER)
    page = client.get(f"/dossier/{dossier.edit_key}/beeld/").content.decode()
    assert Option.objects.get(code="10b").label in words_of(page)


@pytest.mark.usefixtures("upgraded")
def test_few_words_that_a_redacteur_gave_before_the_content_was_loaded_stay(editor: Client) -> None:
    migrate(AFTER)
    edit(editor, Option.objects.get(code="1b"), brief="Woorden van de redactie")
    call_command("load_content", verbosity=0)
    assert Option.objects.get(code="1b").brief == "Woorden van de redactie"
    assert Option.objects.get(code="1c").brief == "De colleges stellen hem in"


@pytest.mark.usefixtures("loaded")
def test_the_text_of_the_redactie_stays() -> None:
    assert Option.objects.get(code="1a").decision == EDITED


@pytest.mark.usefixtures("loaded")
def test_no_question_counts_as_changed_for_a_text_that_was_not_there(dossier: Dossier) -> None:
    assert selectors.changed_questions(dossier.pk) == ()


@pytest.mark.usefixtures("loaded")
def test_the_history_says_that_nothing_changed_since() -> None:
    newest, loaded = versions_of(Option.objects.get(code="1a"))
    assert (newest.current, loaded.current) == (True, False)


@pytest.mark.usefixtures("loaded")
def test_a_version_from_before_is_put_back_without_emptying_the_new_text(editor: Client) -> None:
    option = Option.objects.get(code="1a")
    put_back(editor, history_of(editor, option), versions_of(option)[-1].id)
    option.refresh_from_db()
    assert option.decision != EDITED
    assert option.brief == "De kring stelt de regiostaf in"


@pytest.mark.usefixtures("loaded")
def test_the_new_text_is_nobodys_change_in_the_history(editor: Client) -> None:
    option = Option.objects.get(code="1a")
    edit(editor, option, asks=EDITED)
    assert [field.label for version in versions_of(option) for field in version.differences if version.who] == [
        "wat het vraagt",
        "besluit",
    ]
