"""One question per page: what is saved, when, and where it leads (rules 1 and 2)."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist.domain.dossier import Answer
from checklist.models import Choice, Dossier
from tests.dossiers import choice, make_dossier, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def overview(client: Client, dossier: Dossier) -> Page:
    return Page(client.get(reverse("dossier", args=[dossier.edit_key])))


def test_save_and_go_on_stores_the_answer_and_leads_to_the_next_question(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 1, "1d", "1a", motivation="Omdat het werkt.", minority="Oss niet.")
    assert (response.status_code, response["Location"]) == (302, question_url(dossier, 2))
    stored = choice(dossier, 1)
    assert (stored.options, stored.motivation, stored.minority) == (["1a", "1d"], "Omdat het werkt.", "Oss niet.")
    assert stored.version == 1
    assert stored.saved_at is not None


def test_a_save_leaves_the_other_eleven_answers_alone(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 3, "3b")
    others = Choice.objects.filter(dossier=dossier).exclude(question__number=3)
    assert set(others.values_list("version", "motivation", "saved_at")) == {(0, "", None)}
    assert others.count() == 11


def test_the_bar_says_when_something_was_saved(client: Client, dossier: Dossier) -> None:
    (status,) = Page(client.get(question_url(dossier, 4))).find("span", role="status")
    assert "Opgeslagen" not in status.text
    post(client, dossier, 3, "3b")
    saved_at = timezone.localtime(choice(dossier, 3).saved_at)
    (status,) = Page(client.get(question_url(dossier, 4))).find("span", role="status")
    assert f"Opgeslagen om {saved_at.hour}.{saved_at.minute:02}" in status.text


def test_back_saves_too_and_leads_to_the_previous_question(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 4, "4b", vorige="1")
    assert response["Location"] == question_url(dossier, 3)
    assert choice(dossier, 4).options == ["4b"]


def test_back_from_the_first_question_leads_to_the_list(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 1, "1b", vorige="1")
    assert response["Location"] == reverse("dossier", args=[dossier.edit_key])
    assert choice(dossier, 1).options == ["1b"]


def test_the_last_question_leads_to_the_check_page(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 12, "12b")
    assert response["Location"] == reverse("check", args=[dossier.edit_key])
    assert choice(dossier, 12).options == ["12b"]


def test_an_unchanged_page_is_not_a_save(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 2, "2a", motivation="Regel 1\r\n\r\nRegel 2", minority="Niemand")
    before = choice(dossier, 2)
    for more in ({}, {"vorige": ["1"]}):
        values = Page(client.get(question_url(dossier, 2))).form().values
        response = client.post(question_url(dossier, 2), values | more)
        assert response.status_code == 302
        after = choice(dossier, 2)
        assert (after.version, after.saved_at, after.motivation) == (1, before.saved_at, before.motivation)


def test_a_text_that_starts_with_a_line_break_in_the_form_comes_back_unchanged(
    client: Client, dossier: Dossier
) -> None:
    Choice.objects.filter(dossier=dossier, question__number=2).update(motivation="a\n\nb", version=1)
    page = Page(client.get(question_url(dossier, 2)))
    assert page.form().values["2-motivation"] == ["a\r\n\r\nb"]


def test_going_on_without_an_answer_means_looked_at_and_left_open(client: Client, dossier: Dossier) -> None:
    assert choice(dossier, 1).version == 0
    post(client, dossier, 1)
    stored = choice(dossier, 1)
    assert (stored.version, stored.options) == (1, [])


def test_going_back_from_an_untouched_page_is_not_looking_at_it(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 2, vorige="1")
    assert choice(dossier, 2).version == 0


def test_going_back_from_an_untouched_page_never_conflicts(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 2, "2a")
    assert post(client, dossier, 2, version=0, vorige="1").status_code == 302
    assert choice(dossier, 2).options == ["2a"]


def test_an_answer_can_be_taken_back(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 7, "7a", motivation="Eerst wel.")
    post(client, dossier, 7, "", version=1)
    stored = choice(dossier, 7)
    assert (stored.options, stored.motivation, stored.version) == ([], "", 2)


@pytest.mark.parametrize(
    ("looked_at", "leads_to"),
    [
        ({}, "vraag/1/"),
        ({1: Answer(("1a",)), 2: Answer(), 3: Answer(("3b",))}, "vraag/4/"),
        ({number: Answer() for number in range(1, 12)}, "vraag/12/"),
        (dict.fromkeys(range(1, 13), Answer()) | {1: Answer(("1a",))}, "vraag/2/"),
        (
            {n: Answer((f"{n}{'b' if n in (3, 4, 5, 10) else 'a'}",)) for n in range(1, 13)},
            "",
        ),
    ],
    ids=["nothing", "first never looked at", "the last one", "first open one", "all answered"],
)
def test_resume_leads_to(client: Client, looked_at: dict[int, Answer], leads_to: str) -> None:
    dossier = make_dossier(looked_at)
    page = overview(client, dossier)
    buttons = [one for one in page.find("a") if "btn" in one.attributes.get("class", "") and " met vraag " in one.text]
    address = reverse("dossier", args=[dossier.edit_key])
    assert [one.attributes["href"].removeprefix(address) for one in buttons] == [leads_to] * bool(leads_to)


def test_a_whole_walk_in_the_browsers_own_bodies_saves_all_twelve(client: Client, dossier: Dossier) -> None:
    address = question_url(dossier, 1)
    for number in range(1, 13):
        code = f"{number}b"
        values = Page(client.get(address)).form().values
        values |= {f"{number}-options": [code], f"{number}-motivation": [f"Reden\r\nbij {number}"]}
        address = client.post(address, values)["Location"]
    assert address == reverse("check", args=[dossier.edit_key])
    stored = Choice.objects.filter(dossier=dossier).order_by("question__number")
    assert [tuple(row.options) for row in stored] == [(f"{number}b",) for number in range(1, 13)]
    assert [row.motivation for row in stored] == [f"Reden\nbij {number}" for number in range(1, 13)]
    assert "Alle twaalf vragen beantwoord." in overview(client, dossier).text
