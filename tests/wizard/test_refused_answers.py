"""An answer that can't be saved as it is: asked again with all that was typed, or refused; odd text is made clean."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Choice, Dossier
from tests.content import real_content
from tests.dossiers import choice, question_body, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


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
    (summary,) = page.find("div", **{"data-error-summary": ""})
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
    alone = real_content().option_of[f"{number}a"].brief
    assert f"Het antwoord ‘{alone}’ sluit de andere antwoorden uit. Kies dat, of kies de andere." in page.text


@pytest.mark.parametrize("number", [6, 7, 8, 11, 12])
def test_two_options_where_one_fits_asks_to_choose(client: Client, dossier: Dossier, number: int) -> None:
    response = post(client, dossier, number, f"{number}a", f"{number}b", **TEXTS)
    page = assert_asks_again(response, dossier, number, [f"{number}a", f"{number}b"])
    first, second = (real_content().option_of[f"{number}{letter}"].brief for letter in "ab")
    assert f"Kies bij deze vraag één antwoord, niet ‘{first}’ en ‘{second}’ samen." in page.text


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
