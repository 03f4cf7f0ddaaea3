"""Two redacteuren on one form: whoever saves last is told what the other made of it, and overwrites nothing unseen."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from checklist.admin.versions import versions_of
from checklist.models import Consideration, Option, Question, QuestionNote, Tension
from tests.beheer.browsing import address, edit, form_values, history_of, posted_values, put_back, words_of
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

TOLD = "Intussen heeft een ander hier iets gewijzigd. Er is niets opgeslagen."


# What a page that was tampered with says it showed.
BROKEN = ["", "{", "[]", "1", '{"decided_by": 1}', "[" * 100_000, "9" * 5_000, None]


@pytest.fixture
def option() -> Option:
    return Option.objects.get(code="1a")


def stored(row: Model) -> dict[str, Any]:
    return type(row)._default_manager.filter(pk=row.pk).values().get()


def test_who_saves_second_overwrites_nothing_and_sees_old_and_new(editor: Client, option: Option) -> None:
    page = address(Option, "change", option.pk)
    mine = form_values(editor, page) | {"decided_by": "het bestuur"}
    edit(editor, option, decided_by="de voltallige kring")
    theirs = stored(option)
    response = editor.post(page, mine)
    assert response.status_code == 200
    assert stored(option) == theirs
    words = words_of(response.content.decode())
    assert TOLD in words
    assert "Wie besluit: (nieuw: de voltallige ) kring" in words
    assert posted_values(response)["decided_by"] == "het bestuur"


def test_what_i_left_alone_gets_their_text(editor: Client, option: Option) -> None:
    page = address(Option, "change", option.pk)
    mine = form_values(editor, page) | {"decided_by": "het bestuur"}
    edit(editor, option, decision="De kring stelt de regiostaf in.")
    response = editor.post(page, mine)
    assert TOLD in words_of(response.content.decode())
    values = posted_values(response)
    assert (values["decision"], values["decided_by"]) == ("De kring stelt de regiostaf in.", "het bestuur")


def test_saving_again_from_there_replaces_it_on_purpose(editor: Client, option: Option) -> None:
    page = address(Option, "change", option.pk)
    mine = form_values(editor, page) | {"decided_by": "het bestuur"}
    edit(editor, option, decided_by="de voltallige kring", decision="De kring stelt de regiostaf in.")
    again = posted_values(editor.post(page, mine))
    assert editor.post(page, again).status_code == 302
    now = stored(option)
    assert (now["decided_by"], now["decision"]) == ("het bestuur", "De kring stelt de regiostaf in.")


def test_a_third_change_is_told_again(editor: Client, option: Option) -> None:
    page = address(Option, "change", option.pk)
    mine = form_values(editor, page) | {"decided_by": "het bestuur"}
    edit(editor, option, decided_by="de voltallige kring")
    again = posted_values(editor.post(page, mine))
    edit(editor, option, decided_by="de colleges")
    assert TOLD in words_of(editor.post(page, again).content.decode())
    assert stored(option)["decided_by"] == "de colleges"


def test_the_same_text_as_theirs_is_no_conflict(editor: Client, option: Option) -> None:
    page = address(Option, "change", option.pk)
    mine = form_values(editor, page) | {"decided_by": "  de voltallige kring "}
    edit(editor, option, decided_by="de voltallige kring")
    theirs = stored(option)
    assert editor.post(page, mine).status_code == 302
    assert stored(option) == theirs


def test_a_switch_and_a_choice_are_shown_in_words(editor: Client) -> None:
    tension = Tension.objects.get(number=1)
    page = address(Tension, "change", tension.pk)
    mine = form_values(editor, page) | {"explanation": "Mijn uitleg."}
    theirs = form_values(editor, page) | {"severity": "aandachtspunt", "agreement": "Wij spreken iets af."}
    del theirs["active"]
    editor.post(page, theirs)
    response = editor.post(page, mine)
    words = words_of(response.content.decode())
    assert "In gebruik: (weg: ja ) (nieuw: nee )" in words
    assert "Ernst: (weg: tegenstrijdig ) (nieuw: aandachtspunt )" in words
    assert editor.post(page, posted_values(response)).status_code == 302
    tension.refresh_from_db()
    assert (tension.active, tension.severity, tension.explanation) == (False, "aandachtspunt", "Mijn uitleg.")


def test_what_only_the_redactie_sees_counts_too(editor: Client) -> None:
    note = QuestionNote.objects.get(key="vraag-1-1")
    page = address(QuestionNote, "change", note.pk)
    mine = form_values(editor, page) | {"attention": "Mijn herinnering."}
    edit(editor, note, attention="Hun herinnering.")
    assert TOLD in words_of(editor.post(page, mine).content.decode())
    assert stored(note)["attention"] == "Hun herinnering."


def test_a_point_below_its_question_is_guarded_as_well(editor: Client) -> None:
    question = Question.objects.get(number=1)
    point = question.considerations.all()[0]
    page = address(Question, "change", question.pk)
    mine = form_values(editor, page) | {"considerations-0-text": "Mijn punt.", "opener": "Mijn vraag?"}
    edit(editor, point, text="Hun punt.")
    response = editor.post(page, mine)
    assert TOLD in words_of(response.content.decode())
    assert stored(point)["text"] == "Hun punt."
    assert Question.objects.get(number=1).opener == question.opener
    assert editor.post(page, posted_values(response)).status_code == 302
    assert Consideration.objects.get(pk=point.pk).text == "Mijn punt."
    assert Question.objects.get(number=1).opener == "Mijn vraag?"


@pytest.mark.parametrize("shown", BROKEN)
def test_a_form_that_does_not_say_what_it_showed_overwrites_nothing(
    editor: Client, option: Option, shown: str | None
) -> None:
    page = address(Option, "change", option.pk)
    values = form_values(editor, page) | {"decided_by": "het bestuur"}
    del values["shown"]
    before = stored(option)
    response = editor.post(page, values if shown is None else values | {"shown": shown})
    assert response.status_code == 200
    assert TOLD in words_of(response.content.decode())
    assert stored(option) == before


def test_the_text_of_another_is_escaped(editor: Client, option: Option) -> None:
    page = address(Option, "change", option.pk)
    mine = form_values(editor, page) | {"decision": "Mijn besluit."}
    edit(editor, option, decision="<script>alert(1)</script>")
    shown = editor.post(page, mine).content.decode()
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def test_putting_back_overwrites_nothing_unseen_and_tells_what_changed(editor: Client, option: Option) -> None:
    edit(editor, option, decided_by="het bestuur")
    history = history_of(editor, option)
    oldest = versions_of(option)[-1].id
    edit(editor, option, decision="De kring stelt de regiostaf in.", decided_by="het hele bestuur")
    theirs, versions = stored(option), versions_of(option)
    response = put_back(editor, history, oldest)
    assert response.status_code == 409
    assert stored(option) == theirs
    assert versions_of(option) == versions
    words = words_of(response.content.decode())
    assert TOLD in words
    assert "Wie besluit: het (nieuw: hele ) bestuur" in words
    assert Page(response).title.startswith("Fout: ")


def test_putting_back_from_there_replaces_it_on_purpose(editor: Client, option: Option) -> None:
    loaded = option.decided_by
    edit(editor, option, decided_by="het bestuur")
    history = history_of(editor, option)
    oldest = versions_of(option)[-1].id
    edit(editor, option, decided_by="de voltallige kring")
    again = put_back(editor, history, oldest)
    assert put_back(editor, again, oldest).status_code == 302
    assert stored(option)["decided_by"] == loaded


def test_putting_back_what_another_put_back_is_no_conflict(editor: Client, option: Option) -> None:
    edit(editor, option, decided_by="het bestuur")
    history = history_of(editor, option)
    oldest = versions_of(option)[-1].id
    put_back(editor, history_of(editor, option), oldest)
    theirs = stored(option)
    assert put_back(editor, history, oldest).status_code == 302
    assert stored(option) == theirs


def test_what_changed_below_a_question_does_not_hinder_putting_the_question_back(editor: Client) -> None:
    question = Question.objects.get(number=1)
    edit(editor, question, opener="Wie begint?")
    history = history_of(editor, question)
    edit(editor, question.considerations.all()[0], text="Hun punt.")
    assert put_back(editor, history, versions_of(question)[-1].id).status_code == 302
    assert stored(question)["opener"] == question.opener


@pytest.mark.parametrize("shown", BROKEN)
def test_a_page_that_does_not_say_what_it_showed_puts_nothing_back(
    editor: Client, option: Option, shown: str | None
) -> None:
    edit(editor, option, decided_by="het bestuur")
    before = stored(option)
    page = address(Option, "restore", option.pk, versions_of(option)[-1].id)
    response = editor.post(page, {} if shown is None else {"shown": shown})
    assert response.status_code == 409
    assert TOLD in words_of(response.content.decode())
    assert stored(option) == before


def test_the_text_of_another_is_escaped_on_the_history_too(editor: Client, option: Option) -> None:
    edit(editor, option, decision="Mijn besluit.")
    history = history_of(editor, option)
    edit(editor, option, decision="<script>alert(1)</script>")
    page = put_back(editor, history, versions_of(option)[-1].id).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
