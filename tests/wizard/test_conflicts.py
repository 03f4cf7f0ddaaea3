"""Somebody else was first: both texts are on the page, nothing is overwritten, and it ends in one answer (rule 3)."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.domain.dossier import Answer
from checklist.models import Choice, Dossier, KeptTension
from tests.dossiers import CLASHING, TENSION, choice, make_dossier, question_body, question_url
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier(CLASHING)


def save(client: Client, dossier: Dossier, number: int, *options: str, **others: Any) -> Any:
    return client.post(question_url(dossier, number), question_body(number, *options, **others))


def conflict_on(client: Client, dossier: Dossier, number: int = 1, **mine: Any) -> Page:
    """Theirs is saved first, then mine from the same page: the page that comes back."""
    save(client, dossier, number, f"{number}b", motivation="Hun\r\ntekst", minority="Hun minderheid")
    response = save(
        client, dossier, number, f"{number}c", **{"motivation": "Mijn\r\ntekst", "minority": "Mijn minderheid"} | mine
    )
    assert response.status_code == 409
    return Page(response)


def test_the_second_save_gets_a_page_with_both_answers_and_overwrites_nothing(client: Client, dossier: Dossier) -> None:
    page = conflict_on(client, dossier)
    labels = {option.code: option.label for option in selectors.question(1).options}
    assert page.title.startswith("Iemand anders was u voor bij vraag 1")
    for text in ("Hun tekst", "Mijn tekst", "Hun minderheid", "Mijn minderheid", labels["1b"], labels["1c"]):
        assert text in page.text
    stored = choice(dossier, 1)
    assert (stored.options, stored.motivation, stored.version) == (["1b"], "Hun\ntekst", 1)


def test_the_texts_start_with_mine_below_theirs_and_carry_the_new_version(client: Client, dossier: Dossier) -> None:
    values = conflict_on(client, dossier).form("botsing/").values
    assert values["motivation"] == ["Hun\r\ntekst\r\n\r\nMijn\r\ntekst"]
    assert values["minority"] == ["Hun minderheid\r\n\r\nMijn minderheid"]
    assert values["version"] == ["1"]


def test_equal_texts_stand_there_once(client: Client, dossier: Dossier) -> None:
    values = conflict_on(client, dossier, motivation="Hun\r\ntekst ").form("botsing/").values
    assert values["motivation"] == ["Hun\r\ntekst"]


def test_their_choice_and_ours_are_the_two_answers(client: Client, dossier: Dossier) -> None:
    page = conflict_on(client, dossier)
    radios = {radio.attributes["id"]: radio.attributes for radio in page.find("input", type="radio")}
    assert {name: radio["value"] for name, radio in radios.items()} == {"keuze-hun": "1b", "keuze-onze": "1c"}
    assert [name for name, radio in radios.items() if "checked" in radio] == ["keuze-onze"]
    assert {
        label.attributes["for"]: label.text for label in page.find("label") if "keuze-" in label.attributes["for"]
    } == {
        "keuze-hun": "Hun keuze",
        "keuze-onze": "Onze keuze",
    }


@pytest.mark.parametrize(("chosen", "stored_options"), [("1b", ["1b"]), ("1c", ["1c"])])
def test_the_merged_answer_is_saved_and_leads_on(
    client: Client, dossier: Dossier, chosen: str, stored_options: list[str]
) -> None:
    values = conflict_on(client, dossier).form("botsing/").values | {"options": [chosen]}
    response = client.post(question_url(dossier, 1, "question-conflict"), values)
    assert (response.status_code, response["Location"]) == (302, question_url(dossier, 2))
    stored = choice(dossier, 1)
    assert (stored.options, stored.motivation, stored.version) == (stored_options, "Hun\ntekst\n\nMijn\ntekst", 2)


def test_an_open_answer_is_a_choice_too(client: Client, dossier: Dossier) -> None:
    save(client, dossier, 7, "7a", motivation="Hun")
    page = Page(save(client, dossier, 7, "", motivation="Mijn"))
    assert "nog niet bepaald" in page.text
    values = page.form("botsing/").values
    assert values["options"] == [""]
    assert client.post(question_url(dossier, 7, "question-conflict"), values).status_code == 302
    assert choice(dossier, 7).options == []


def test_who_chose_the_same_is_not_asked_to_choose(client: Client, dossier: Dossier) -> None:
    save(client, dossier, 1, "1b", "1c", motivation="Hun")
    page = Page(save(client, dossier, 1, "1c", "1b", motivation="Mijn"))
    assert not page.find("input", type="radio")
    assert client.post(question_url(dossier, 1, "question-conflict"), page.form("botsing/").values).status_code == 302
    assert choice(dossier, 1).options == ["1b", "1c"]


def test_a_conflict_can_conflict_again_without_losing_a_text(client: Client, dossier: Dossier) -> None:
    values = conflict_on(client, dossier).form("botsing/").values
    save(client, dossier, 1, "1d", motivation="Derde tekst", version=1)
    response = client.post(question_url(dossier, 1, "question-conflict"), values)
    assert response.status_code == 409
    again = Page(response).form("botsing/").values
    assert again["version"] == ["2"]
    assert again["motivation"] == ["Derde tekst\r\n\r\nHun\r\ntekst\r\n\r\nMijn\r\ntekst"]
    assert choice(dossier, 1).motivation == "Derde tekst"
    assert client.post(question_url(dossier, 1, "question-conflict"), again).status_code == 302
    assert choice(dossier, 1).version == 3


@pytest.mark.parametrize("name", ["motivation", "minority"])
def test_a_merged_text_over_the_cap_stays_on_the_page_with_all_else(
    client: Client, dossier: Dossier, name: str
) -> None:
    save(client, dossier, 1, "1b", **{name: "h" * 6_000})
    values = Page(save(client, dossier, 1, "1c", **{name: "m" * 6_000})).form("botsing/").values
    response = client.post(question_url(dossier, 1, "question-conflict"), values)
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    assert page.form("botsing/").values == values | {
        "csrfmiddlewaretoken": page.form("botsing/").values["csrfmiddlewaretoken"]
    }
    (link,) = page.find("a", href=f"#id_{name}")
    assert "Deze tekst telt 12.002 tekens" in link.text
    assert choice(dossier, 1).version == 1


def test_an_equal_save_from_an_old_page_is_a_success(client: Client, dossier: Dossier) -> None:
    save(client, dossier, 1, "1b", "1a", motivation="Samen\r\nbedacht")
    response = save(client, dossier, 1, "1a", "1b", motivation=" Samen\nbedacht\r\n")
    assert response.status_code == 302
    assert choice(dossier, 1).version == 1


def test_going_back_conflicts_as_well(client: Client, dossier: Dossier) -> None:
    conflict_on(client, dossier, vorige="1")


def test_a_conflict_from_the_check_page_leads_back_there(client: Client, dossier: Dossier) -> None:
    values = conflict_on(client, dossier, naar="controle").form("botsing/").values
    response = client.post(question_url(dossier, 1, "question-conflict"), values)
    assert response["Location"] == reverse("check", args=[dossier.edit_key])


def test_the_conflict_page_has_no_address_of_its_own(client: Client, dossier: Dossier) -> None:
    response = client.get(question_url(dossier, 1, "question-conflict"))
    assert (response.status_code, response["Location"]) == (302, question_url(dossier, 1))


@pytest.mark.parametrize(
    "changes",
    [
        {"version": "x"},
        {"version": ""},
        {"version": "9" * 5000},
        {"version": "-1"},
        {"options": "2a"},
        {"options": "1a,1a"},
        {"options": "1a\x00"},
        {"options": "1" * 101},
        {"mine": "13z"},
    ],
    ids=str,
)
def test_a_conflict_form_that_was_tampered_with_is_a_bad_request(
    client: Client, dossier: Dossier, changes: dict[str, str]
) -> None:
    values = {name: value[0] for name, value in conflict_on(client, dossier).form("botsing/").values.items()}
    response = client.post(question_url(dossier, 1, "question-conflict"), values | changes)
    assert response.status_code == 400
    assert choice(dossier, 1).version == 1


def test_markup_in_a_text_stays_text_on_the_conflict_page(client: Client, dossier: Dossier) -> None:
    page = conflict_on(client, dossier, motivation="</textarea><script>alert(1)</script>{{ 7|add:7 }}")
    assert page.form("botsing/").values["motivation"][0].endswith("</textarea><script>alert(1)</script>{{ 7|add:7 }}")
    assert [script.attributes.get("src", "") for script in page.find("script")] != [""]


# Kept tensions: on the check page, one form each.


def keep_url(dossier: Dossier) -> str:
    return reverse("keep-tension", args=[dossier.edit_key, TENSION])


def keep_form(client: Client, dossier: Dossier) -> dict[str, list[str]]:
    page = Page(client.get(reverse("check", args=[dossier.edit_key])))
    return dict(page.form(f"spanning/{TENSION}/").values)


def kept(dossier: Dossier) -> str | None:
    return KeptTension.objects.filter(dossier=dossier).values_list("motivation", flat=True).first()


def keep(client: Client, dossier: Dossier, motivation: str) -> None:
    values = keep_form(client, dossier) | {"motivation": [motivation]}
    assert client.post(keep_url(dossier), values).status_code == 302


def test_a_tension_is_kept_with_its_motivation_and_can_be_let_go(client: Client, dossier: Dossier) -> None:
    keep(client, dossier, "Wij willen\r\nbeide.")
    assert kept(dossier) == "Wij willen\nbeide."
    page = Page(client.get(reverse("check", args=[dossier.edit_key])))
    form = page.form(f"spanning/{TENSION}/")
    assert form.values["motivation"] == ["Wij willen\r\nbeide."]
    assert client.post(keep_url(dossier), form.values | {"loslaten": ["1"]}).status_code == 302
    assert kept(dossier) is None


def test_keeping_leads_back_to_the_tension_on_the_check_page(client: Client, dossier: Dossier) -> None:
    address = client.post(keep_url(dossier), keep_form(client, dossier))["Location"]
    page, anchor = address.split("#")
    assert page == reverse("check", args=[dossier.edit_key])
    assert Page(client.get(page)).by_id(anchor)


def test_keeping_what_another_kept_gets_both_texts_and_the_new_version(client: Client, dossier: Dossier) -> None:
    values = keep_form(client, dossier)
    keep(client, dossier, "Hun reden")
    response = client.post(keep_url(dossier), values | {"motivation": ["Mijn reden"]})
    assert response.status_code == 409
    merged = Page(response).form(f"spanning/{TENSION}/").values
    assert merged["motivation"] == ["Hun reden\r\n\r\nMijn reden"]
    assert kept(dossier) == "Hun reden"
    assert client.post(keep_url(dossier), merged).status_code == 302
    assert kept(dossier) == "Hun reden\n\nMijn reden"


def test_a_kept_conflict_can_conflict_again(client: Client, dossier: Dossier) -> None:
    values = keep_form(client, dossier)
    keep(client, dossier, "Hun reden")
    merged = Page(client.post(keep_url(dossier), values | {"motivation": ["Mijn reden"]})).form("/").values
    keep(client, dossier, "Derde reden")
    response = client.post(keep_url(dossier), merged)
    assert response.status_code == 409
    assert Page(response).form("/").values["motivation"] == ["Derde reden\r\n\r\nHun reden\r\n\r\nMijn reden"]
    assert kept(dossier) == "Derde reden"


def test_keeping_what_another_let_go_keeps_my_text(client: Client, dossier: Dossier) -> None:
    keep(client, dossier, "Eerste reden")
    values = keep_form(client, dossier)
    client.post(keep_url(dossier), values | {"loslaten": ["1"]})
    response = client.post(keep_url(dossier), values | {"motivation": ["Mijn reden"]})
    assert response.status_code == 409
    mine = Page(response).form("/").values
    assert (mine["motivation"], mine["version"]) == (["Mijn reden"], ["0"])
    assert client.post(keep_url(dossier), mine).status_code == 302
    assert kept(dossier) == "Mijn reden"


def test_letting_go_what_another_changed_shows_the_change_and_can_still_be_done(
    client: Client, dossier: Dossier
) -> None:
    keep(client, dossier, "Eerste reden")
    values = keep_form(client, dossier)
    keep(client, dossier, "Hun nieuwe reden")
    response = client.post(keep_url(dossier), values | {"loslaten": ["1"]})
    assert response.status_code == 409
    form = Page(response).form(f"spanning/{TENSION}/")
    assert form.values["motivation"] == ["Hun nieuwe reden"]
    assert kept(dossier) == "Hun nieuwe reden"
    assert client.post(keep_url(dossier), form.values | {"loslaten": [form.buttons["loslaten"]]}).status_code == 302
    assert kept(dossier) is None


def test_an_equal_motivation_from_an_old_page_is_a_success(client: Client, dossier: Dossier) -> None:
    values = keep_form(client, dossier)
    keep(client, dossier, "Samen bedacht")
    assert client.post(keep_url(dossier), values | {"motivation": [" Samen bedacht\r\n"]}).status_code == 302


@pytest.mark.parametrize("tension_is_there", [True, False])
def test_a_kept_motivation_over_the_cap_stays_on_the_page(
    client: Client, dossier: Dossier, tension_is_there: bool
) -> None:
    values = keep_form(client, dossier) | {"motivation": ["m" * 10_001]}
    if not tension_is_there:
        Choice.objects.filter(dossier=dossier, question__number=5).update(options=["5b"])
    response = client.post(keep_url(dossier), values)
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    assert page.form(f"spanning/{TENSION}/").values["motivation"] == ["m" * 10_001]
    (link,) = page.find("a", href=f"#spanning-{TENSION}-motivation")
    assert page.by_id(link.attributes["href"].removeprefix("#")).tag == "textarea"
    assert kept(dossier) is None


@pytest.mark.parametrize("was_kept", [False, True])
def test_a_tension_that_went_away_meanwhile_is_not_kept_and_my_text_stays(
    client: Client, dossier: Dossier, was_kept: bool
) -> None:
    if was_kept:
        keep(client, dossier, "Eerste reden")
    values = keep_form(client, dossier) | {"motivation": ["Mijn reden"]}
    Choice.objects.filter(dossier=dossier, question__number=5).update(options=["5b"])
    response = client.post(keep_url(dossier), values)
    assert response.status_code == 409
    page = Page(response)
    assert page.title.startswith("Fout: ")
    assert (
        "Optie 5a is niet gekozen, dus er is geen spanning om aan vast te houden. Er is niets opgeslagen." in page.text
    )
    assert page.form(f"spanning/{TENSION}/").values["motivation"] == ["Mijn reden"]
    assert kept(dossier) == ("Eerste reden" if was_kept else None)


def test_a_kept_tension_that_went_away_can_be_let_go(client: Client, dossier: Dossier) -> None:
    keep(client, dossier, "Eerste reden")
    values = keep_form(client, dossier)
    Choice.objects.filter(dossier=dossier, question__number=5).update(options=["5b"])
    assert client.post(keep_url(dossier), values | {"loslaten": ["1"]}).status_code == 302
    assert kept(dossier) is None


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 5000, None])
@pytest.mark.parametrize("button", [{}, {"loslaten": "1"}])
def test_keeping_without_a_version_is_a_bad_request(
    client: Client, dossier: Dossier, version: str | None, button: dict[str, str]
) -> None:
    body = {"motivation": "Reden"} | button | ({} if version is None else {"version": version})
    assert client.post(keep_url(dossier), body).status_code == 400
    assert kept(dossier) is None


@pytest.mark.parametrize("number", ["0", "58", "999999999999999999999999", "9" * 5000])
def test_a_tension_that_does_not_exist_is_not_found(client: Client, dossier: Dossier, number: str) -> None:
    address = f"/dossier/{dossier.edit_key}/spanning/{number}/"
    assert client.post(address, {"motivation": "", "version": "0"}).status_code == 404
    assert client.get(address).status_code == 404


# The title page of the dossier.


def details_form(client: Client, dossier: Dossier) -> dict[str, list[str]]:
    return dict(Page(client.get(reverse("dossier-title-page", args=[dossier.edit_key]))).form("gegevens/").values)


def save_title_page(client: Client, dossier: Dossier, values: dict[str, list[str]]) -> Any:
    return client.post(reverse("dossier-title-page", args=[dossier.edit_key]), values)


THEIRS = {"title": ["Hun titel"], "date": ["2027-01-02"], "present": ["B. Bakker, Uden"]}


def test_details_that_another_changed_are_shown_beside_mine(client: Client, dossier: Dossier) -> None:
    values = details_form(client, dossier)
    save_title_page(client, dossier, values | THEIRS)
    mine = {"title": ["Mijn titel"], "veiligheidsregio": ["VR20"], "present": ["C. Cornelissen\r\nD. Dekker"]}
    response = save_title_page(client, dossier, values | mine)
    assert response.status_code == 409
    page = Page(response)
    for text in ("Hun titel", "2 januari 2027", "B. Bakker, Uden"):
        assert text in page.text
    form = page.form("gegevens/").values
    assert {name: form[name] for name in mine} == mine
    assert form["version"] == ["2"]
    assert Dossier.objects.get(pk=dossier.pk).title == "Hun titel"


def test_a_details_conflict_can_conflict_again_and_ends_in_a_save(client: Client, dossier: Dossier) -> None:
    values = details_form(client, dossier)
    save_title_page(client, dossier, values | THEIRS)
    mine = dict(Page(save_title_page(client, dossier, values | {"title": ["Mijn titel"]})).form("gegevens/").values)
    save_title_page(client, dossier, details_form(client, dossier) | {"title": ["Derde titel"]})
    response = save_title_page(client, dossier, mine)
    assert response.status_code == 409
    assert "Derde titel" in Page(response).text
    assert save_title_page(client, dossier, dict(Page(response).form("gegevens/").values)).status_code == 302
    stored = Dossier.objects.get(pk=dossier.pk)
    assert (stored.title, stored.date, stored.version) == ("Mijn titel", datetime.date(2026, 11, 24), 4)


def test_equal_details_from_an_old_page_are_a_success(client: Client, dossier: Dossier) -> None:
    values = details_form(client, dossier)
    save_title_page(client, dossier, values | THEIRS)
    assert save_title_page(client, dossier, values | THEIRS | {"date": ["02-01-2027"]}).status_code == 302
    assert Dossier.objects.get(pk=dossier.pk).version == 2


def test_answers_are_not_touched_by_a_conflict_on_another_question(client: Client, dossier: Dossier) -> None:
    conflict_on(client, dossier)
    assert selectors.choice(dossier.pk, 2).answer == Answer(("2a",))
