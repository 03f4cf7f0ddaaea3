"""The form for the house style: who may use it, what it refuses, and that a refusal changes nothing."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from checklist.house_logo import logo_of
from checklist.models import HouseStyle
from tests.beheer.browsing import address, form_values, posted_values
from tests.house_style.logos import in_format, png, with_texts
from tests.house_style.styles import COLOUR, NAME, save_style
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

FORM = "/beheer/checklist/housestyle/"
BAD_COLOUR = "Deze kleur haalt 2,9 : 1 op wit; nodig is 4,5 : 1."
NO_NAME = "Vul de naam in of haal het logo weg."


def upload(content: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content, "image/png")


def send(client: Client, **values: object) -> Any:
    """Fill in the form and press its button."""
    return client.post(FORM, form_values(client, FORM) | values)


def test_a_beheerder_sets_the_first_style_and_changes_it(admin_client: Client) -> None:
    assert send(admin_client, organisation=f"  {NAME} ", colour=COLOUR.upper(), upload=upload(png())).status_code == 302
    style = HouseStyle.objects.get()
    assert (style.organisation, style.colour, bytes(style.logo)) == (NAME, COLOUR, logo_of(png())[0])
    assert (style.logo_width, style.logo_height) == (400, 120)
    assert style.version == style.value.version
    assert send(admin_client, colour="#154273").status_code == 302
    changed = HouseStyle.objects.get()
    assert (changed.organisation, changed.colour, bytes(changed.logo)) == (NAME, "#154273", bytes(style.logo))
    assert changed.version != style.version


def test_without_a_colour_it_is_our_own(admin_client: Client) -> None:
    send(admin_client, organisation=NAME, colour="")
    assert HouseStyle.objects.get().colour == "#0a4f57"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"colour": "#ff6600"}, BAD_COLOUR),
        ({"colour": "paars"}, "Schrijf de kleur als # met zes cijfers"),
        ({"colour": "#5b2d82;}body{"}, "Schrijf de kleur als # met zes cijfers"),
        ({"organisation": ""}, NO_NAME),
        ({"organisation": " \u200b "}, NO_NAME),
        ({"organisation": "a" * 81}, "Deze tekst telt 81 tekens. Er passen er 80."),
        ({"upload": upload(in_format("JPEG"))}, "Dit is geen PNG-bestand."),
        ({"upload": upload(b"")}, "Dit is geen PNG-bestand."),
        ({"upload": upload(png()[:-200])}, "Dit bestand is beschadigd of onvolledig."),
        ({"upload": upload(png((2001, 100)))}, "Het mag hooguit 2000 bij 1000 zijn."),
        ({"upload": upload(png() + b"\0" * 500_000)}, "Dit bestand is groter dan 500 kB."),
        ({"colour": "#ff6600", "upload": upload(png((80, 40)))}, BAD_COLOUR),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(
    admin_client: Client, house: HouseStyle, values: dict[str, object], reason: str
) -> None:
    before = HouseStyle.objects.values().get()
    answer = send(admin_client, **values)
    assert answer.status_code == 200
    assert reason in Page(answer).text
    assert HouseStyle.objects.values().get() == before


def test_a_logo_is_taken_by_its_bytes_not_its_name(admin_client: Client) -> None:
    assert send(admin_client, organisation=NAME, upload=upload(with_texts(), "foto.exe")).status_code == 302
    assert b"GEHEIME" not in bytes(HouseStyle.objects.get().logo)


def test_a_logo_can_be_taken_away_with_its_name(admin_client: Client, house: HouseStyle) -> None:
    assert send(admin_client, organisation="", remove="on").status_code == 302
    style = HouseStyle.objects.get()
    assert (style.organisation, bytes(style.logo), style.logo_width) == ("", b"", 0)


def test_the_database_refuses_a_second_style_and_a_logo_without_a_name(house: HouseStyle) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        HouseStyle.objects.create(pk=2, organisation="Nog een")
    with pytest.raises(IntegrityError), transaction.atomic():
        HouseStyle.objects.update(organisation="")


def test_who_comes_second_overwrites_nothing_unseen(admin_client: Client, house: HouseStyle) -> None:
    values = form_values(admin_client, FORM)
    save_style(colour="#154273")
    answer = admin_client.post(FORM, values | {"organisation": "Andere naam"})
    assert "Iemand anders heeft de huisstijl gewijzigd" in Page(answer).text
    assert "kleur #154273" in Page(answer).text
    assert HouseStyle.objects.get().organisation == NAME
    assert admin_client.post(FORM, posted_values(answer)).status_code == 302
    assert HouseStyle.objects.get().organisation == "Andere naam"


def test_the_history_says_who_changed_what(admin_client: Client) -> None:
    send(admin_client, organisation=NAME, upload=upload(png()))
    send(admin_client, colour="#154273")
    send(admin_client, organisation="", remove="on")
    send(admin_client)
    told = [str(entry.get_change_message()) for entry in LogEntry.objects.order_by("pk")]
    assert told == [
        f"Naam: {NAME}. Nieuw logo.",
        "Kleur: #154273.",
        "Naam: leeg. Logo weggehaald.",
        "Niets gewijzigd.",
    ]
    assert "Kleur: #154273." in Page(admin_client.get(address(HouseStyle, "history", 1))).text


def test_a_redacteur_has_no_right_to_it(editor: Client, house: HouseStyle) -> None:
    for page in (FORM, address(HouseStyle, "add"), address(HouseStyle, "change", 1), address(HouseStyle, "history", 1)):
        assert editor.get(page).status_code == 403
    assert editor.post(FORM, {"organisation": "Van een ander"}).status_code == 403
    assert "uisstijl" not in Page(editor.get("/beheer/")).text
    assert HouseStyle.objects.get().organisation == NAME


def test_nobody_deletes_it_or_adds_another(admin_client: Client, house: HouseStyle) -> None:
    assert admin_client.post(address(HouseStyle, "delete", 1), {"post": "yes"}).status_code == 403
    assert admin_client.get(address(HouseStyle, "add")).status_code == 403
    assert HouseStyle.objects.count() == 1
