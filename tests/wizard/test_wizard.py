"""One question per page: what is saved, when, where it leads, and what is refused (rules 1 and 2)."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer
from checklist.models import Choice, Dossier
from tests.dossiers import choice, make_dossier, question_body, question_url
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


def post(client: Client, dossier: Dossier, number: int, *options: str, **others: Any) -> Any:
    return client.post(question_url(dossier, number), question_body(number, *options, **others))


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


def test_a_status_message_says_what_was_saved_once(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 3, "3b")
    assert "Vraag 3 is opgeslagen." in Page(client.get(question_url(dossier, 4))).text
    assert "is opgeslagen." not in Page(client.get(question_url(dossier, 4))).text


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


@pytest.mark.parametrize("number", [1, 7, 12])
def test_who_came_from_the_check_page_returns_there(client: Client, dossier: Dossier, number: int) -> None:
    page = Page(client.get(question_url(dossier, number) + "?naar=controle"))
    response = client.post(question_url(dossier, number), page.form().values)
    assert response["Location"] == reverse("check", args=[dossier.edit_key])


def test_the_way_back_to_the_check_page_survives_an_error(client: Client, dossier: Dossier) -> None:
    page = Page(post(client, dossier, 7, "7a", "7b", naar="controle"))
    assert page.form().values["naar"] == ["controle"]


def test_an_unchanged_page_is_not_a_save(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 2, "2a", motivation="Regel 1\r\n\r\nRegel 2", minority="Niemand")
    before = choice(dossier, 2)
    for more in ({}, {"vorige": ["1"]}):
        values = Page(client.get(question_url(dossier, 2))).form().values
        response = client.post(question_url(dossier, 2), values | more)
        assert response.status_code == 302
        after = choice(dossier, 2)
        assert (after.version, after.saved_at, after.motivation) == (1, before.saved_at, before.motivation)


def test_an_unchanged_page_does_not_claim_that_it_was_saved(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 2, "2a")
    client.get(question_url(dossier, 3))
    values = Page(client.get(question_url(dossier, 2))).form().values
    response = client.post(question_url(dossier, 2), values, follow=True)
    assert "is opgeslagen" not in Page(response).text


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
            "controle/",
        ),
    ],
    ids=["nothing", "first never looked at", "the last one", "first open one", "all answered"],
)
def test_resume_leads_to(client: Client, looked_at: dict[int, Answer], leads_to: str) -> None:
    dossier = make_dossier(looked_at)
    (button,) = overview(client, dossier).find("a", **{"class": "utrecht-button utrecht-button--primary-action"})
    assert button.attributes["href"] == reverse("dossier", args=[dossier.edit_key]) + leads_to


@pytest.mark.parametrize("number", [6, 7, 8, 11, 12])
def test_a_one_option_question_starts_at_not_yet_decided(client: Client, dossier: Dossier, number: int) -> None:
    page = Page(client.get(question_url(dossier, number)))
    radios = page.find("input", type="radio", name=f"{number}-options")
    assert [radio.attributes["value"] for radio in radios][:2] == ["", f"{number}a"]
    assert [radio.attributes["value"] for radio in radios if "checked" in radio.attributes] == [""]
    assert "Nog niet bepaald" in page.text
    assert not page.find("input", type="checkbox")


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 9, 10])
def test_a_many_option_question_says_to_leave_all_empty(client: Client, dossier: Dossier, number: int) -> None:
    page = Page(client.get(question_url(dossier, number)))
    assert page.find("input", type="checkbox", name=f"{number}-options")
    assert not page.find("input", type="radio")
    assert "Nog niet bepaald? Laat alles leeg." in page.text


def test_the_stored_option_is_chosen_and_not_yet_decided_is_not(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 7, "7c")
    assert Page(client.get(question_url(dossier, 7))).form().values["7-options"] == ["7c"]


TEXTS = {"motivation": "Wij kozen\r\nsamen.", "minority": "Oss en Boekel niet."}


def assert_asks_again(response: Any, dossier: Dossier, number: int, chosen: list[str]) -> Page:
    """The same page, with what is wrong and with all that was typed; nothing was saved."""
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    values = page.form().values
    assert values[f"{number}-options"] == chosen
    for name, text in TEXTS.items():
        assert values[f"{number}-{name}"] == [text]
    (summary,) = page.find("section", **{"data-error-summary": ""})
    links = [link.attributes["href"] for link in page.find("a") if link.text and link.text in summary.text]
    assert links
    for link in links:
        assert page.by_id(link.removeprefix("#"))
    assert choice(dossier, number).version == 0
    return page


@pytest.mark.parametrize("number", [3, 4, 5, 10])
def test_an_exclusive_option_with_another_asks_to_choose(client: Client, dossier: Dossier, number: int) -> None:
    response = post(client, dossier, number, f"{number}a", f"{number}b", **TEXTS)
    page = assert_asks_again(response, dossier, number, [f"{number}a", f"{number}b"])
    alone = f"{number}a"
    assert f"Optie {alone} sluit de andere opties uit. Kies {alone}, of kies de andere." in page.text


@pytest.mark.parametrize("number", [6, 7, 8, 11, 12])
def test_two_options_where_one_fits_asks_to_choose(client: Client, dossier: Dossier, number: int) -> None:
    response = post(client, dossier, number, f"{number}a", f"{number}b", **TEXTS)
    page = assert_asks_again(response, dossier, number, [f"{number}a", f"{number}b"])
    assert f"Kies bij deze vraag één optie, niet {number}a en {number}b samen." in page.text


@pytest.mark.parametrize("option", ["2a", "13a", "1e", "1a\x00", "'; drop table", "1A"])
def test_an_option_that_is_not_this_questions_is_not_saved(client: Client, dossier: Dossier, option: str) -> None:
    response = post(client, dossier, 1, option, **TEXTS)
    page = assert_asks_again(response, dossier, 1, [])
    assert "Kies alleen opties die bij deze vraag horen." in page.text


@pytest.mark.parametrize(("count", "told"), [(10_001, "10.001"), (40_001, "40.001"), (400_000, "400.000")])
@pytest.mark.parametrize("name", ["motivation", "minority"])
def test_a_text_over_the_cap_stays_on_the_page_with_all_else(
    client: Client, dossier: Dossier, name: str, count: int, told: str
) -> None:
    texts = TEXTS | {name: "é" * count}
    response = post(client, dossier, 1, "1a", **texts)
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: Vraag 1 van 12")
    values = page.form().values
    assert values["1-options"] == ["1a"]
    assert {field: values[f"1-{field}"][0] for field in texts} == texts
    (link,) = page.find("a", href=f"#id_1-{name}")
    assert f"Deze tekst telt {told} tekens" in link.text
    assert page.by_id(f"id_1-{name}").attributes["aria-invalid"] == "true"
    assert choice(dossier, 1).version == 0


def test_both_texts_at_four_times_their_cap_come_in_as_a_browser_sends_them(client: Client, dossier: Dossier) -> None:
    text = "😀" * 4 * 10_000
    body = urlencode(question_body(1, "1a", motivation=text, minority=text), doseq=True)
    response = client.generic("POST", question_url(dossier, 1), body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200
    assert Page(response).form().values["1-minority"] == [text]


@pytest.mark.parametrize(
    "text",
    ["a\r\n" * 4999 + "bc", "  \t" + "a" * 10_000 + "\r\n", "e\u0301" * 10_000, "a\u200b" * 10_000],
    ids=["line ends count as one", "white space at the ends", "composed", "invisible characters"],
)
def test_a_text_is_counted_after_it_is_cleaned(client: Client, dossier: Dossier, text: str) -> None:
    assert post(client, dossier, 1, motivation=text).status_code == 302
    assert len(choice(dossier, 1).motivation) == 10_000


ODD = "NUL \x00 bel \x07 emoji 👩‍🏫🇳🇱 kanji 𠮷 rtl \u202eabc\u202c streep \u2028 \ufffe{{ 7|add:7 }} <b>&amp;</b>\u200b"
CLEAN = "NUL  bel  emoji 👩‍🏫🇳🇱 kanji 𠮷 rtl abc streep \n {{ 7|add:7 }} <b>&amp;</b>"


def test_odd_characters_are_cleaned_stored_and_shown_as_text(client: Client, dossier: Dossier) -> None:
    assert post(client, dossier, 1, motivation=ODD).status_code == 302
    assert choice(dossier, 1).motivation == CLEAN
    values = Page(client.get(question_url(dossier, 1))).form().values
    assert values["1-motivation"] == [CLEAN.replace("\n", "\r\n")]
    assert not Page(client.get(reverse("check", args=[dossier.edit_key]))).find("b")


@pytest.mark.parametrize(
    "body",
    [
        b"1-motivation=%ED%A0%80%FF%FE&1-version=0",
        b"1-motivation=%00&1-version=0",
        b"1-motivation=\xff\xfe&1-version=0",
    ],
)
def test_bytes_that_are_no_text_never_break_the_page(client: Client, dossier: Dossier, body: bytes) -> None:
    response = client.post(
        question_url(dossier, 1),
        b"question_wizard-current_step=1&" + body,
        content_type="application/x-www-form-urlencoded",
    )
    assert response.status_code == 302


@pytest.mark.parametrize("step", ["0", "13", "01", "1.0", "-1", "99999999999999999999", "done", "١", "1a", " 1", "%00"])
@pytest.mark.parametrize("ending", ["", "botsing/"])
def test_a_step_that_is_no_question_is_not_found(client: Client, dossier: Dossier, step: str, ending: str) -> None:
    address = f"/dossier/{dossier.edit_key}/vraag/{step}/{ending}"
    assert client.get(address).status_code == 404
    assert client.post(address, question_body(1)).status_code == 404


@pytest.mark.parametrize(
    "changes",
    [
        {"question_wizard-current_step": "5"},
        {"question_wizard-current_step": ["4", "5"]},
        {"question_wizard-current_step": "999"},
        {"question_wizard-current_step": " 4"},
        {"question_wizard-current_step": ""},
        {"question_wizard-current_step": None},
        {"wizard_goto_step": "5"},
        {"wizard_goto_step": ""},
        {"4-version": None},
        {"4-version": ""},
        {"4-version": "-1"},
        {"4-version": "eerste"},
        {"4-version": "1.5"},
        {"4-version": "9" * 30},
        {"4-version": "9" * 5000},
        {"4-version": "1\x00"},
    ],
    ids=str,
)
def test_a_body_that_is_not_this_pages_form_is_a_bad_request(
    client: Client, dossier: Dossier, changes: dict[str, Any]
) -> None:
    body = {name: value for name, value in (question_body(4, "4b") | changes).items() if value is not None}
    response = client.post(question_url(dossier, 4), body)
    assert response.status_code == 400
    assert "Dit verzoek klopt niet" in Page(response).text
    assert set(Choice.objects.filter(dossier=dossier).values_list("version", flat=True)) == {0}


@pytest.mark.parametrize("number", range(1, 13))
def test_a_question_page_shows_an_unbound_form_with_the_stored_answer(client: Client, number: int) -> None:
    code = f"{number}b" if number in (3, 4, 5, 10) else f"{number}a"
    dossier = make_dossier({number: Answer((code,), "Daarom.", "Daarom niet.")})
    response = client.get(question_url(dossier, number))
    assert not response.context["form"].is_bound
    page = Page(response)
    assert page.title == f"Vraag {number} van 12: {page.title.split(': ')[1]}"
    assert page.form().values == {
        "csrfmiddlewaretoken": page.form().values["csrfmiddlewaretoken"],
        "question_wizard-current_step": [str(number)],
        f"{number}-options": [code],
        f"{number}-motivation": ["Daarom."],
        f"{number}-minority": ["Daarom niet."],
        f"{number}-version": ["1"],
    }


def test_the_primary_button_comes_first_and_back_is_the_one_named_button(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(question_url(dossier, 5)))
    assert [button.text for button in page.find("button")] == ["Opslaan en verder", "Vorige"]
    assert page.form().buttons == {"vorige": "1"}


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
    assert "Alle twaalf vragen zijn beantwoord" in overview(client, dossier).text
