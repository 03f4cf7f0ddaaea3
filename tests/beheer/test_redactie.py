"""The overview for redacteuren: notes to look at again, and texts that aren't what was loaded."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from checklist.admin.redactie import (
    NOTES_A_PAGE,
    edited_rows,
    looked_up,
    newest_date,
    notes_to_check,
    reasons_to_check,
)
from checklist.models import Option, QuestionNote
from models_catalogue.models import GovernanceModel, ModelNote, RegionNote
from tests.beheer.browsing import address, edit, words_of

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 24)
UNSURE, OLD, UNDATED = "niet nagekeken bij een tweede bron", "ouder dan een half jaar", "zonder precieze datum"


@pytest.mark.parametrize(
    ("date", "certainty", "reasons"),
    [
        ("2026-11-01", "hoog", ()),
        ("2026-05-26", "hoog", ()),
        ("2026-05-24", "hoog", (OLD,)),
        ("2022-07-01; nagekeken 2026-11-24", "hoog", ()),
        ("2021-12-14 / 2022-07-01", "hoog", (OLD,)),
        ("ongedateerd", "hoog", (UNDATED,)),
        ("2016", "middel", (UNSURE, UNDATED)),
        ("2026-13-45", "hoog", (UNDATED,)),
        ("2026-11-01", "middel", (UNSURE,)),
    ],
)
def test_why_a_note_has_to_be_looked_at_again(date: str, certainty: str, reasons: tuple[str, ...]) -> None:
    assert reasons_to_check(QuestionNote(date=date, certainty=certainty), TODAY) == reasons


def test_a_law_was_not_looked_up_in_the_text_in_force() -> None:
    note = QuestionNote(date="2026-11-01", certainty="middel", source_kind="wet")
    assert reasons_to_check(note, TODAY) == ("niet nagekeken in de geldende wettekst",)


def test_the_newest_of_more_dates_counts() -> None:
    assert newest_date("2020-01-31, in werking 2022-07-01") == datetime.date(2022, 7, 1)
    assert newest_date("ongedateerd") is None


@pytest.mark.parametrize(
    ("date", "age"),
    [
        ("2021-12-14 / 2022-07-01", datetime.date(2022, 7, 1)),
        ("tekst 2015-2017", datetime.date(2017, 1, 1)),
        ("begin 2017", datetime.date(2017, 1, 1)),
        ("2020-07", datetime.date(2020, 1, 1)),
        ("ongedateerd", datetime.date.min),
    ],
)
def test_how_old_a_note_is(date: str, age: datetime.date) -> None:
    assert looked_up(date) == age


def test_the_oldest_notes_stand_first_and_those_without_a_year_before_them() -> None:
    ages = [note.looked_up for note in notes_to_check(TODAY)]
    assert ages == sorted(ages)
    assert (ages[0], len(set(ages)) > 5) == (datetime.date.min, True)


def test_notes_of_the_same_age_stand_in_the_order_of_their_numbers() -> None:
    found = [note.about for note in notes_to_check(TODAY) if note.date == "2010-10-01"]
    assert found == ["vraag 2", "vraag 4", "vraag 8", "vraag 11"]


def test_the_page_shows_the_oldest_note_its_reason_and_what_to_mind(editor: Client) -> None:
    words = words_of(editor.get(reverse("redactie")).content.decode())
    oldest = notes_to_check(timezone.localdate())[0]
    assert oldest.text in words
    assert f"Let op: {oldest.attention}" in words
    assert "Niet nagekeken bij een tweede bron; zonder precieze datum" in words


def test_the_notes_are_shown_a_page_at_a_time_and_all_of_them_can_be_reached(editor: Client) -> None:
    notes = notes_to_check(timezone.localdate())
    seen: list[str] = []
    page, address = 0, ""
    while page == 0 or address:
        page += 1
        response = editor.get(reverse("redactie") + address)
        shown = [note.text for note in response.context["notes"]]
        assert 0 < len(shown) <= NOTES_A_PAGE
        seen += shown
        address = f"?feiten={page + 1}" if f'href="?feiten={page + 1}"' in response.content.decode() else ""
    assert seen == [note.text for note in notes]
    assert page > 1


@pytest.mark.parametrize("asked", ["0", "99", "x"])
def test_a_page_of_notes_that_is_not_there_is_the_nearest(editor: Client, asked: str) -> None:
    assert editor.get(reverse("redactie"), {"feiten": asked}).status_code == 200


def test_the_tenth_note_of_a_question_stands_below_the_second(editor: Client) -> None:
    question = QuestionNote.objects.get(key="vraag-1-1").question
    for number in range(3, 11):
        QuestionNote.objects.create(
            key=f"vraag-1-{number}", question=question, text=f"Feit {number}.", certainty="hoog"
        )
    tenth = [f"Feit {number}." for number in range(3, 11)]
    assert [note.text for note in notes_to_check(TODAY) if note.text in tenth] == tenth
    page = editor.get(address(QuestionNote, "changelist"), {"question__id__exact": question.pk})
    assert [note.key for note in page.context["cl"].result_list] == [f"vraag-1-{number}" for number in range(1, 11)]


def test_the_lists_of_notes_follow_the_numbers_of_questions_and_models(editor: Client) -> None:
    questions = editor.get(address(QuestionNote, "changelist")).context["cl"].result_list
    models = editor.get(address(ModelNote, "changelist")).context["cl"].result_list
    assert [note.question.number for note in questions] == sorted(note.question.number for note in questions)
    assert [note.model.number for note in models] == sorted(note.model.number for note in models)


def test_a_note_that_is_switched_off_needs_no_look() -> None:
    count = len(notes_to_check(TODAY))
    QuestionNote.objects.filter(key="vraag-1-2").update(active=False)
    assert len(notes_to_check(TODAY)) == count - 1


def test_a_note_that_was_looked_at_today_leaves_the_list(editor: Client) -> None:
    note = QuestionNote.objects.get(key="vraag-1-1")
    assert note.text in [found.text for found in notes_to_check(timezone.localdate())]
    edit(editor, note, date=f"2022-07-01; nagekeken {timezone.localdate().isoformat()}", certainty="hoog")
    assert note.text not in [found.text for found in notes_to_check(timezone.localdate())]


def test_without_notes_the_page_says_so(editor: Client) -> None:
    QuestionNote.objects.update(active=False)
    ModelNote.objects.update(active=False)
    RegionNote.objects.update(active=False)
    words = words_of(editor.get(reverse("redactie")).content.decode())
    assert "Er zijn geen feiten om opnieuw na te kijken." in words


def test_without_edited_texts_the_page_says_so(editor: Client) -> None:
    words = words_of(editor.get(reverse("redactie")).content.decode())
    assert "De redactie heeft geen teksten gewijzigd." in words


def test_an_edited_text_is_shown_against_the_file(editor: Client) -> None:
    option = Option.objects.get(code="1a")
    loaded = option.decided_by
    edit(editor, option, decided_by="de voorzitter")
    (row,) = edited_rows()
    assert (row.name, row.kind, [field.label for field in row.fields]) == (str(option), "optie", ["wie besluit"])
    assert [part.text for part in row.fields[0].parts if part.removed] == [loaded]
    assert "(nieuw: de voorzitter )" in words_of(editor.get(reverse("redactie")).content.decode())


def test_a_text_that_was_put_back_is_no_longer_shown(editor: Client) -> None:
    model = GovernanceModel.objects.get(number=1)
    loaded = model.mind
    edit(editor, model, mind="Anders.")
    assert len(edited_rows()) == 1
    edit(editor, model, mind=loaded)
    assert edited_rows() == []


def test_what_the_redactie_added_is_shown() -> None:
    QuestionNote.objects.create(
        key="nieuw", question=QuestionNote.objects.get(key="vraag-1-1").question, text="Nieuw.", certainty="hoog"
    )
    (row,) = edited_rows()
    assert (row.name, row.fields) == ("nieuw", ())


def test_the_front_page_leads_there(editor: Client) -> None:
    assert f'href="{reverse("redactie")}"' in editor.get(reverse("admin:index")).content.decode()


def test_it_is_for_who_may_change_texts(client: Client) -> None:
    assert client.get(reverse("redactie")).status_code == 302
    client.force_login(User.objects.create_user("kijker", is_staff=True))
    assert client.get(reverse("redactie")).status_code == 403
    assert reverse("redactie") not in client.get(reverse("admin:index")).content.decode()


def test_queries(editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    # Session, user, rights (2); notes (3); twenty-nine tables: of texts, and the regions that notes point at.
    with django_assert_max_num_queries(35):
        editor.get(reverse("redactie"))
