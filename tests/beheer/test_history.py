"""The history of a text: who changed what, what was loaded, and an earlier version put back."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from checklist.admin.versions import LOADED, Version, save_change, versions_of
from checklist.models import Consideration, Option, Question, QuestionNote, Tension
from models_catalogue.models import GovernanceModel, Trait
from tests.beheer.browsing import address, edit, form_values, history_of, put_back, words_of

pytestmark = pytest.mark.django_db


NEW = "De kring stelt de regiostaf in."


@pytest.fixture
def option() -> Option:
    return Option.objects.get(code="1a")


def restore(client: Client, row: Model, version: Version) -> object:
    return put_back(client, history_of(client, row), version.id)


def test_the_first_change_keeps_what_was_loaded_and_what_came(editor: Client, option: Option) -> None:
    edit(editor, option, decision=NEW)
    option.refresh_from_db()
    new, loaded = versions_of(option)
    assert (new.who, new.current, [field.label for field in new.differences]) == (
        "Rie Vermeer",
        True,
        ["besluit"],
    )
    assert (loaded.who, loaded.reason, loaded.current, loaded.differences) == ("", LOADED, False, ())


def test_a_change_shows_the_old_and_the_new_text(editor: Client, option: Option) -> None:
    edit(editor, option, decided_by="de voltallige kring")
    page = editor.get(address(Option, "history", option.pk)).content.decode()
    words = words_of(page)
    assert "Rie Vermeer (zo staat het er nu)" in words
    assert "Wie besluit (nieuw: de voltallige ) kring" in words
    assert "<ins>" in page


def test_a_text_in_a_language_of_markup_is_escaped(editor: Client, option: Option) -> None:
    edit(editor, option, decision="<script>alert(1)</script>")
    assert "<script>alert" not in editor.get(address(Option, "history", option.pk)).content.decode()


def test_an_unchanged_page_is_no_change(editor: Client, option: Option) -> None:
    before = Option.objects.filter(pk=option.pk).values().get()
    edit(editor, option)
    assert Option.objects.filter(pk=option.pk).values().get() == before
    assert versions_of(option) == []


def test_an_unchanged_text_of_more_lines_is_no_change(editor: Client) -> None:
    note = QuestionNote.objects.get(key="vraag-1-1")
    edit(editor, note, text="Eerste regel\nTweede regel")
    edit(editor, note, text="Eerste regel\r\nTweede regel")
    assert len(versions_of(note)) == 2


def test_an_earlier_text_is_put_back_as_a_new_version(editor: Client, option: Option) -> None:
    loaded_text = option.decision
    edit(editor, option, decision=NEW)
    restore(editor, option, versions_of(option)[-1])
    option.refresh_from_db()
    assert option.decision == loaded_text
    newest = versions_of(option)[0]
    assert newest.who == "Rie Vermeer"
    assert newest.reason.startswith("Teruggezet: de versie van ")
    assert len(versions_of(option)) == 3


def test_putting_back_what_is_there_is_no_change(editor: Client, option: Option) -> None:
    edit(editor, option, decision=NEW)
    history = history_of(editor, option)
    loaded = versions_of(option)[-1].id
    for _ in range(2):
        assert put_back(editor, history, loaded).status_code == 302
    assert len(versions_of(option)) == 3


def test_what_identifies_a_row_is_not_put_back(editor: Client) -> None:
    tension = Tension.objects.get(number=1)
    edit(editor, tension, explanation="Anders.")
    oldest = versions_of(tension)[-1]
    Tension.history.filter(history_id=oldest.id).update(number=99)
    restore(editor, tension, oldest)
    tension.refresh_from_db()
    assert tension.number == 1
    assert tension.explanation != "Anders."


def test_an_unknown_version_and_a_version_of_another_row_are_not_found(editor: Client, option: Option) -> None:
    other = Option.objects.get(code="1b")
    edit(editor, other, decision=NEW)
    history = address(Option, "history", option.pk)
    assert editor.post(f"{history}{versions_of(other)[0].id}/").status_code == 404
    assert editor.post(f"{history}999999/").status_code == 404
    assert editor.get(f"{history}{versions_of(other)[0].id}/").status_code == 405


def test_somebody_who_may_only_look_puts_nothing_back(client: Client, editor: Client, option: Option) -> None:
    edit(editor, option, decision=NEW)
    client.force_login(User.objects.create_user("kijker", is_staff=True))
    assert client.get(address(Option, "history", option.pk)).status_code == 403
    version = versions_of(option)[-1]
    assert client.post(f"{address(Option, 'history', option.pk)}{version.id}/").status_code == 403
    option.refresh_from_db()
    assert option.decision == NEW


def test_what_loading_changed_in_between_is_not_the_editors(editor: Client, option: Option) -> None:
    edit(editor, option, decision=NEW)
    Option.objects.filter(pk=option.pk).update(practice="Geladen.", changed_at=timezone.now())
    edit(editor, option, asks="Van de redactie.")
    newest, loaded, _, _ = versions_of(option)
    assert [field.label for field in newest.differences] == ["wat het vraagt"]
    assert (loaded.who, [field.label for field in loaded.differences]) == ("", ["in de praktijk"])


def test_a_point_to_weigh_is_edited_below_its_question_with_its_own_history(editor: Client) -> None:
    question = Question.objects.get(number=1)
    point = question.considerations.get(number=2)
    page = address(Question, "change", question.pk)
    values = form_values(editor, page) | {"considerations-1-text": "Weeg dit af."}
    assert editor.post(page, values).status_code == 302
    point.refresh_from_db()
    assert point.text == "Weeg dit af."
    assert [version.who for version in versions_of(point)] == ["Rie Vermeer", ""]
    assert versions_of(question) == []


def test_points_to_weigh_are_not_added_below_a_question(editor: Client) -> None:
    question = Question.objects.get(number=1)
    page = address(Question, "change", question.pk)
    count = question.considerations.count()
    new = {
        "considerations-TOTAL_FORMS": count + 1,
        f"considerations-{count}-text": "Nieuw.",
        f"considerations-{count}-passage": "Nieuw.",
    }
    editor.post(page, form_values(editor, page) | new)
    assert Consideration.objects.filter(question=question).count() == count


def test_a_new_row_has_its_own_first_version(editor: Client) -> None:
    values = {"text": "Nieuw.", "source": "Bron", "date": "2026-11-24", "certainty": "hoog", "active": "on"}
    values |= {"source_kind": "bericht"}
    editor.post(address(QuestionNote, "add"), values | {"question": Question.objects.get(number=1).pk, "key": "nieuw"})
    (only,) = versions_of(QuestionNote.objects.get(key="nieuw"))
    assert (only.who, only.added, only.current) == ("Rie Vermeer", True, True)


@pytest.mark.parametrize("name", ["active", "stance"])
def test_a_switch_and_a_choice_are_shown_in_words(editor: Client, name: str) -> None:
    trait = Trait.objects.filter(stance="past").order_by("pk")[0]
    page = address(Trait, "change", trait.pk)
    values = form_values(editor, page) | {"stance": "past-niet"}
    del values["active"]
    editor.post(page, values)
    words = words_of(editor.get(address(Trait, "history", trait.pk)).content.decode())
    assert {"active": "In gebruik (weg: ja ) (nieuw: nee )", "stance": "Oordeel past (nieuw: niet )"}[name] in words


def test_loading_writes_no_history() -> None:
    Option.objects.filter(code="1a").update(decision="Anders")
    call_command("load_content", overwrite=True, verbosity=0)
    assert Option.objects.get(code="1a").decision != "Anders"
    assert not Option.history.exists()


def test_loading_leaves_an_editors_text_alone_and_takes_a_restored_one_back(editor: Client, option: Option) -> None:
    edit(editor, option, decision=NEW)
    call_command("load_content", verbosity=0)
    option.refresh_from_db()
    assert option.decision == NEW
    restore(editor, option, versions_of(option)[-1])
    call_command("load_content", verbosity=0)
    option.refresh_from_db()
    assert option.decision != NEW


def test_a_note_for_the_redactie_alone_does_not_count_as_a_change_on_the_site(editor: Client) -> None:
    note = QuestionNote.objects.get(key="vraag-1-1")
    before = note.changed_at
    edit(editor, note, attention="Nagekeken.")
    note.refresh_from_db()
    assert (note.attention, note.changed_at) == ("Nagekeken.", before)
    edit(editor, note, text="Anders.")
    note.refresh_from_db()
    assert note.changed_at > before


def test_the_page_of_a_row_that_was_never_changed_says_so(editor: Client) -> None:
    page = editor.get(address(GovernanceModel, "history", GovernanceModel.objects.get(number=1).pk))
    assert "Hier is nog niets gewijzigd" in words_of(page.content.decode())


def test_a_change_costs_few_queries(option: Option, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = User.objects.create_user("iemand")
    option.decision = NEW
    # The row, its last version, what was loaded, the update, the new version; a savepoint and its release around them.
    with django_assert_num_queries(7):
        save_change(option, user)
