"""A tension is kept or let go on the check page, one form each; somebody else may be first (rules 3 and 4)."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Choice, Dossier, KeptTension
from tests.dossiers import TENSION
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


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
    assert "Optie 5a is niet gekozen, dus er valt niets af te spreken. Er is niets opgeslagen." in page.text
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


@pytest.mark.parametrize("number", ["0", "62", "999999999999999999999999", "9" * 5000])
def test_a_tension_that_does_not_exist_is_not_found(client: Client, dossier: Dossier, number: str) -> None:
    address = f"/dossier/{dossier.edit_key}/spanning/{number}/"
    assert client.post(address, {"motivation": "", "version": "0"}).status_code == 404
    assert client.get(address).status_code == 404
