"""Deleting a dossier: with the werklink only, asked twice, and really gone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.models import Q
from django.test import Client
from django.urls import reverse

from checklist import selectors, services
from checklist.domain.dossier import Action, Answer, Kept
from checklist.domain.meeting_record.words import Mode
from checklist.domain.proposal import Proposal
from checklist.keys import Key
from checklist.models import (
    Answered,
    Dossier,
    Evaluation,
    Meeting,
    Participant,
    Preference,
    Round,
    SecretBallot,
)
from checklist.selectors import OpenDossier
from checklist.services import Visit
from tests.dossiers import CLASHING, action_body, keep_body, make_dossier, opened, question_body, question_url
from tests.meetings import give, join, make_meeting, make_round
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

SURE = {"sure": "on"}


@pytest.fixture
def dossier() -> Dossier:
    """With a row in every table that hangs on a dossier."""
    filled = Proposal(submitter="de portefeuillehouder")
    dossier = make_dossier(
        CLASHING | {1: Answer()}, (Kept("2a", "5a", "Met opzet."),), (Action("", "Beginnen"),), filled
    )
    services.record_visit(opened(dossier), Visit("somebody", 3))
    Evaluation.objects.create(dossier=dossier, about="7K2M9QXR4TBD", key="2.1", verdict="niet")
    meeting = make_meeting(dossier)
    join(meeting, "GM0828")
    give(make_round(meeting, 2), "GM0828", {"2a": "voor"})
    return dossier


def delete_address(dossier: Dossier) -> str:
    return reverse("dossier-delete", args=[dossier.edit_key])


def goes_along(field: Any) -> bool:
    return bool(field.concrete and field.remote_field.on_delete is not models.PROTECT)


def rows_of(pk: int) -> dict[str, int]:
    """How many rows of each table belong to this dossier, by any relation but those that keep it from being deleted."""
    found = {}
    for model in apps.get_models():
        to_dossier = [field.name for field in model._meta.get_fields() if field.related_model is Dossier]
        own = [name for name in to_dossier if goes_along(model._meta.get_field(name))]
        query = Q(*((name, pk) for name in own), _connector=Q.OR) if own else None
        if query or model is Dossier:
            found[model.__name__] = model._default_manager.filter(query or Q(pk=pk)).count()
    return found


def test_the_page_says_what_will_be_gone_and_offers_the_file_first(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(delete_address(dossier)))
    for text in (
        "‘Regiostaf Brabant-Noord’",
        "de antwoorden op twee vragen",
        "wat over één paar keuzes is afgesproken",
        "één actie, met wie die doet en wanneer",
        "wat in de afronding is ingevuld",
        "de vergadering over dit dossier",
        "de namen van wie aanwezig was",
        "de werklink en de leeslink",
        "U kunt dat niet ongedaan maken.",
    ):
        assert text in page.text
    assert page.find("a", href=reverse("dossier-json", args=[dossier.edit_key]))
    assert page.find("input", type="checkbox", name="sure")
    assert "sure" not in page.form().values
    assert Dossier.objects.filter(pk=dossier.pk).exists()


def test_an_empty_dossier_says_that_all_is_open(client: Client) -> None:
    page = Page(client.get(delete_address(make_dossier())))
    assert "alles staat nog open" in page.text
    assert "afgesproken" not in page.text
    assert "actie" not in page.text
    assert "afronding" not in page.find("main")[0].text
    assert "antwoordden" not in page.text


def test_the_page_says_how_many_actions_will_be_gone(client: Client) -> None:
    dossier = make_dossier(actions=(Action("", "Beginnen"), Action("vraag:4", "", "Oss"), Action("", "", "", "Morgen")))
    assert "drie acties, met wie ze doet en wanneer" in Page(client.get(delete_address(dossier))).text


def test_the_overview_leads_there_with_the_werklink_only(client: Client, dossier: Dossier) -> None:
    def links(key: str) -> list[str]:
        page = Page(client.get(reverse("dossier", args=[key])))
        return [link.text for link in page.find("a") if link.attributes["href"].endswith("/verwijderen/")]

    assert links(dossier.edit_key) == ["Dossier verwijderen"]
    assert links(dossier.read_key) == []


def test_without_the_second_yes_nothing_is_deleted(client: Client, dossier: Dossier) -> None:
    page = Page(client.post(delete_address(dossier), {}))
    assert page.title.startswith("Fout: ")
    assert "Zet eerst een vinkje bij ‘Ik weet het zeker’. Er is nog niets verwijderd." in page.text
    assert page.find("a", href="#id_sure")
    assert rows_of(dossier.pk)["Dossier"] == 1


def test_the_leeslink_deletes_nothing(client: Client, dossier: Dossier) -> None:
    for before, status in (("dossier", 403), ("lezen", 404)):
        address = f"/{before}/{dossier.read_key}/verwijderen/"
        assert client.get(address).status_code == status
        assert client.post(address, SURE).status_code == status
    assert rows_of(dossier.pk)["Dossier"] == 1


def test_it_is_really_gone_from_every_table_and_others_are_not(client: Client, dossier: Dossier) -> None:
    other = make_dossier(CLASHING)
    before, of_other = rows_of(dossier.pk), rows_of(other.pk)
    assert {"Dossier", "Choice", "KeptTension", "Action", "Presence"} <= before.keys()
    assert all(before.values())
    client.post(delete_address(dossier), SURE)
    assert set(rows_of(dossier.pk).values()) == {0}
    assert rows_of(other.pk) == of_other


@pytest.mark.parametrize("mode", Mode)
def test_all_of_its_meeting_goes_along(mode: Mode) -> None:
    dossier = make_dossier()
    meeting = make_meeting(dossier, mode)
    give(make_round(meeting, 2), "GM0828", {"2a": "voor"}, join(meeting, "GM0828"))
    services.delete_dossier(opened(dossier))
    tables: list[Any] = [Meeting, Participant, Round, Preference, Answered, SecretBallot]
    assert not any(table.objects.exists() for table in tables)


def test_afterwards_the_start_page_says_so_and_no_longer_lists_it(client: Client, dossier: Dossier) -> None:
    other = make_dossier()
    for key in (other.edit_key, dossier.read_key, dossier.edit_key):
        client.get(reverse("dossier", args=[key]))
    response = client.post(delete_address(dossier), SURE)
    assert (response.status_code, response["Location"]) == (302, "/")
    cookie = client.cookies["dossiers"].value
    assert dossier.edit_key not in cookie
    assert dossier.read_key not in cookie
    assert other.edit_key in cookie
    page = Page(client.get("/"))
    assert "Het dossier ‘Regiostaf Brabant-Noord’ is verwijderd." in page.text
    assert len([link for link in page.find("a") if link.attributes["href"].startswith("/dossier/")]) == 2  # new; other


def test_both_links_open_nothing_any_more(client: Client, dossier: Dossier) -> None:
    client.post(delete_address(dossier), SURE)
    for key in (dossier.edit_key, dossier.read_key):
        assert client.get(reverse("dossier", args=[key])).status_code == 404
    assert client.post(delete_address(dossier), SURE).status_code == 404
    assert client.post(question_url(dossier, 1), question_body(1, "1a")).status_code == 404


def test_deleting_what_is_gone_already_is_a_success(dossier: Dossier) -> None:
    there = opened(dossier)
    services.delete_dossier(there)
    services.delete_dossier(there)


@pytest.mark.django_db(transaction=True)
def test_a_row_that_is_added_while_the_dossier_is_being_deleted_goes_too(dossier: Dossier) -> None:
    visitors, there = iter(["late"]), opened(dossier)

    def visit_just_before(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith('DELETE FROM "checklist_dossier"') and (visitor := next(visitors, None)):
            services.record_visit(there, Visit(visitor, 4))
        return execute(sql, *rest)

    with connection.execute_wrapper(visit_just_before):
        services.delete_dossier(there)
    assert next(visitors, None) is None, "nobody came in between"
    assert set(rows_of(dossier.pk).values()) == {0}


def check_address(dossier: Dossier) -> str:
    return reverse("check", args=[dossier.edit_key])


# The title page as it is stored.
DETAILS = {
    "title": "Regiostaf Brabant-Noord",
    "veiligheidsregio": "VR21",
    "date": "2026-11-24",
    "present": "A. Jansen, Oss",
    "version": 1,
}


def deleted_while(monkeypatch: pytest.MonkeyPatch, dossier: Dossier) -> None:
    """Somebody else deletes the dossier after a page opened it and before it writes."""
    read = selectors.dossier_with_key
    lost = opened(dossier)

    def open_and_lose(key: Key) -> OpenDossier | None:
        found = read(key)
        services.delete_dossier(lost)
        return found

    monkeypatch.setattr(selectors, "dossier_with_key", open_and_lose)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("address", "body"),
    [
        (lambda d: question_url(d, 1), question_body(1, "1a", version=1)),
        (lambda d: question_url(d, 1, "question-conflict"), {"options": "1a", "mine": "1a", "version": 1}),
        (lambda d: reverse("presence", args=[d.edit_key]), {"vraag": "1"}),
        (lambda d: reverse("repair", args=[d.edit_key]), {"vraag": "1", "1-options": "1a", "1-version": 1}),
        (check_address, keep_body("Anders.")),
        (check_address, keep_body() | {"spanning-1-keep": ""}),
        (check_address, action_body("Bellen")),
        (lambda d: reverse("dossier-title-page", args=[d.edit_key]), DETAILS),
        (lambda d: reverse("dossier-title-page", args=[d.edit_key]), DETAILS | {"title": "Anders"}),
        (delete_address, SURE),
    ],
)
def test_what_comes_just_after_the_deletion_finds_nothing(
    client: Client,
    dossier: Dossier,
    address: Callable[[Dossier], str],
    body: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deleted_while(monkeypatch, dossier)
    response = client.post(address(dossier), body, follow=True)
    assert response.status_code == (200 if body is SURE else 404)
    assert set(rows_of(dossier.pk).values()) == {0}
