"""Making a dossier and its title page: what is asked, cleaned, kept and refused."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist.domain.dossier import Answer, DetailAnswer
from checklist.models import Choice, Dossier
from models_catalogue.models import Veiligheidsregio
from tests.dossiers import make_dossier
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

BODY = {
    "title": "Regiostaf Twente",
    "veiligheidsregio": "VR05",
    "date": "2026-11-24",
    "present": "A. Jansen, Almelo\r\nB. Bakker, Borne",
}


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


def make(client: Client, **changes: str) -> Any:
    return client.post(reverse("dossier-new"), BODY | changes)


def test_a_new_dossier_is_made_and_shows_its_links_first(client: Client) -> None:
    response = make(client)
    made = Dossier.objects.get()
    assert (made.title, made.veiligheidsregio.code, made.date) == (
        "Regiostaf Twente",
        "VR05",
        datetime.date(2026, 11, 24),
    )
    assert made.present == ["A. Jansen, Almelo", "B. Bakker, Borne"]
    assert Choice.objects.filter(dossier=made, version=0).count() == 12
    assert response["Location"] == reverse("dossier-links", args=[made.edit_key])
    assert "Bewaar deze links" in Page(client.get(response["Location"])).text


def test_the_form_offers_all_regions_by_name_and_todays_date(client: Client) -> None:
    page = Page(client.get(reverse("dossier-new")))
    names = [option.text for option in page.find("option")][1:]
    assert sorted(names) == sorted(Veiligheidsregio.objects.values_list("name", flat=True))
    assert names == sorted(names, key=str.casefold)
    assert page.form().values["date"] == [timezone.localdate().isoformat()]


ODD = "Staf \x00\x07👩‍🏫 𠮷\u202e ć “x” <b>{{ 7|add:7 }}</b> e\u0301\t!"
CLEAN = "Staf 👩‍🏫 𠮷 ć “x” <b>{{ 7|add:7 }}</b> é !"


def test_odd_characters_are_cleaned_stored_and_shown_as_text(client: Client) -> None:
    make(client, title=ODD, present=f"{ODD}\r\n\x00\r\n  {ODD}  ")
    made = Dossier.objects.get()
    assert made.title == CLEAN
    assert made.present == [CLEAN, CLEAN]
    for name in ("dossier", "dossier-title-page", "check", "advies"):
        page = Page(client.get(reverse(name, args=[made.edit_key])))
        assert not page.find("b")
        assert "Staf" in page.title + page.text
    values = Page(client.get(reverse("dossier-title-page", args=[made.edit_key]))).form("gegevens/").values
    assert values["title"] == [CLEAN]


@pytest.mark.parametrize("name", ["dossier-new", "dossier-title-page"])
@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"title": ""}, "title", "Geef het dossier een titel."),
        ({"title": " \u200b\t "}, "title", "Geef het dossier een titel."),
        ({"title": "t" * 201}, "title", "Deze tekst telt 201 tekens. Maak die korter: er passen er 200."),
        ({"title": "é" * 801}, "title", "Deze tekst telt 801 tekens. Maak die korter: er passen er 200."),
        ({"veiligheidsregio": ""}, "veiligheidsregio", "Kies uw veiligheidsregio."),
        ({"veiligheidsregio": "VR99"}, "veiligheidsregio", "Kies een veiligheidsregio uit de lijst."),
        ({"veiligheidsregio": "VR05\x00"}, "veiligheidsregio", "Kies een veiligheidsregio uit de lijst."),
        ({"date": ""}, "date", "Vul de datum van de vergadering in."),
        ({"date": "2026-02-30"}, "date", "Vul een bestaande datum in"),
        ({"date": "morgen"}, "date", "Vul een bestaande datum in"),
        ({"date": "9" * 5000}, "date", "Vul een bestaande datum in"),
        ({"date": "2026-11-24\x00"}, "date", "Vul een bestaande datum in"),
        ({"present": "\r\n".join(["x"] * 61)}, "present", "Dit zijn 61 regels. Er passen er 60."),
        ({"present": "A\r\n" + "x" * 201}, "present", "Regel 2 is te lang"),
        ({"present": "\r\n" * 24_121}, "present", "Deze tekst telt 48.242 tekens."),
        *[
            ({"until": typed}, "until", "Vul een tijd in van 00:00 tot en met 23:59, bijvoorbeeld 12:00.")
            for typed in ("24:00", "12:60", "12", "12:00:30", "twaalf uur", "12:00\x00")
        ],
    ],
)
def test_what_does_not_fit_is_explained_at_its_field_and_all_typed_text_stays(
    client: Client, name: str, changes: dict[str, str], field: str, message: str
) -> None:
    address = reverse(name, args=[make_dossier().edit_key] if name == "dossier-title-page" else [])
    body = BODY | changes
    response = client.post(address, body | {"version": "1"})
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    (link,) = page.find("a", href=f"#id_{field}")
    assert message in link.text
    assert page.by_id(f"id_{field}").attributes["aria-invalid"] == "true"
    values = page.forms[0].values
    for typed in ("title", "date", "present"):
        assert values[typed] == [body[typed]], typed
    if field != "veiligheidsregio":
        assert values["veiligheidsregio"] == ["VR05"]
    assert not Dossier.objects.filter(title=body["title"]).exists()


@pytest.mark.parametrize("date", ["2026-11-24", "24-11-2026", " 2026-11-24 "])
def test_a_date_is_read_as_browsers_and_as_people_write_it(client: Client, date: str) -> None:
    make(client, date=date)
    assert Dossier.objects.get().date == datetime.date(2026, 11, 24)


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_date_are_shown_everywhere(client: Client, date: str) -> None:
    make(client, date=date)
    made = Dossier.objects.get()
    for name in ("dossier", "dossier-title-page", "check", "advies", "dossier-json"):
        assert client.get(reverse(name, args=[made.edit_key])).status_code == 200


def test_texts_at_their_cap_fit_after_cleaning(client: Client) -> None:
    make(client, title=f" {'t' * 200}\u200b ", present="\r\n\r\n".join(["é" * 200] * 60))
    made = Dossier.objects.get()
    assert (len(made.title), len(made.present)) == (200, 60)


UNTIL = datetime.time(12)


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("12:00", UNTIL),
        ("12.00", UNTIL),
        (" 12:00 ", UNTIL),
        ("00:00", datetime.time(0)),
        ("23:59", datetime.time(23, 59)),
        ("", None),
    ],
)
def test_until_when_the_meeting_lasts_is_asked_and_may_be_left_out(
    client: Client, dossier: Dossier, typed: str, until: datetime.time | None
) -> None:
    make(client, until=typed, title="Nieuw")
    assert Dossier.objects.get(title="Nieuw").until == until
    client.post(reverse("dossier-title-page", args=[dossier.edit_key]), BODY | {"version": "1", "until": typed})
    assert Dossier.objects.get(pk=dossier.pk).until == until


def test_until_when_is_shown_again_as_it_was_saved(client: Client, dossier: Dossier) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(until=datetime.time(9, 5))
    page = Page(client.get(reverse("dossier-title-page", args=[dossier.edit_key])))
    assert page.form("gegevens/").values["until"] == ["09:05"]


def test_another_time_alone_is_a_save_and_the_same_time_is_none(client: Client, dossier: Dossier) -> None:
    address = reverse("dossier-title-page", args=[dossier.edit_key])
    for _ in range(2):
        values = Page(client.get(address)).form("gegevens/").values | {"until": "12:00"}
        assert client.post(address, values).status_code == 302
    assert (Dossier.objects.get(pk=dossier.pk).until, Dossier.objects.get(pk=dossier.pk).version) == (UNTIL, 2)


IN_OSS = Answer(("7c",), details=(DetailAnswer("7c", "gemeente", "GM0828"),))
IN_VUGHT = Answer(("9b",), details=(DetailAnswer("9b", "gemeente", "GM0865"),))
SAVED = "De gegevens van het dossier zijn opgeslagen."


@pytest.mark.parametrize(
    ("answers", "region", "said"),
    [
        ({}, "VR05", SAVED),
        ({7: IN_OSS}, "VR21", SAVED),
        (
            {7: IN_OSS},
            "VR05",
            f"{SAVED} De gemeente bij vraag 7 ligt in de vorige veiligheidsregio. Die keuze staat weer open.",
        ),
        (
            {7: IN_OSS, 9: IN_VUGHT},
            "VR05",
            f"{SAVED} De gemeenten bij de vragen 7 en 9 liggen in de vorige veiligheidsregio. "
            "Die keuzes staan weer open.",
        ),
    ],
    ids=["no gemeente", "the same region", "one gemeente", "two gemeenten"],
)
def test_another_region_says_which_gemeenten_are_open_again(
    client: Client, answers: dict[int, Answer], region: str, said: str
) -> None:
    dossier = make_dossier(answers)
    body = BODY | {"version": "1", "veiligheidsregio": region}
    page = Page(client.post(reverse("dossier-title-page", args=[dossier.edit_key]), body, follow=True))
    (message,) = [notice.text for notice in page.find("span", **{"class": "top__saved"})]
    assert message.strip() == said


def test_the_title_page_can_be_changed(client: Client, dossier: Dossier) -> None:
    response = client.post(reverse("dossier-title-page", args=[dossier.edit_key]), BODY | {"version": "1"})
    assert response["Location"] == reverse("dossier", args=[dossier.edit_key])
    dossier.refresh_from_db()
    assert (dossier.title, dossier.veiligheidsregio.code, dossier.version) == ("Regiostaf Twente", "VR05", 2)
    assert "zijn opgeslagen" in Page(client.get(response["Location"])).text


def test_an_unchanged_title_page_is_not_a_save(client: Client, dossier: Dossier) -> None:
    address = reverse("dossier-title-page", args=[dossier.edit_key])
    values = Page(client.get(address)).form("gegevens/").values
    assert client.post(address, values).status_code == 302
    dossier.refresh_from_db()
    assert dossier.version == 1


@pytest.mark.parametrize("version", [None, "", "x", "-1", "9" * 5000])
def test_a_title_page_without_a_version_is_a_bad_request(client: Client, dossier: Dossier, version: str | None) -> None:
    body = BODY | ({} if version is None else {"version": version})
    assert client.post(reverse("dossier-title-page", args=[dossier.edit_key]), body).status_code == 400


def test_an_empty_body_is_not_taken_for_a_visit(client: Client, dossier: Dossier) -> None:
    assert client.post(reverse("dossier-title-page", args=[dossier.edit_key]), {}).status_code == 400
    assert Page(client.post(reverse("dossier-new"), {})).title.startswith("Fout: ")
