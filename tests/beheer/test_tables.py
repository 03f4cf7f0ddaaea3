"""The pages at /beheer/: which there are, for whom, without deleting and without the keys of dossiers."""

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist.editors import EDITOR_RIGHTS
from checklist.models import Dossier
from tests.beheer.browsing import address
from tests.beheer.tables import ADDABLE, OURS

pytestmark = pytest.mark.django_db


def test_the_tables_of_content_and_dossiers_have_pages() -> None:
    assert {model._meta.label_lower for model in OURS} == {*EDITOR_RIGHTS, "checklist.dossier"}


@pytest.mark.parametrize("model", [model for model in OURS if model is not Dossier])
def test_a_redacteur_opens_list_search_and_page(editor: Client, model: type[Model]) -> None:
    assert editor.get(address(model, "changelist")).status_code == 200
    assert editor.get(address(model, "changelist"), {"q": "regio"}).status_code == 200
    first = model._default_manager.order_by("pk")[0]
    assert editor.get(address(model, "change", first.pk)).status_code == 200
    assert editor.get(address(model, "history", first.pk)).status_code == 200


@pytest.mark.parametrize("model", OURS)
def test_only_what_may_be_added_has_a_page_for_that(admin_client: Client, editor: Client, model: type[Model]) -> None:
    status = 200 if model in ADDABLE else 403
    assert editor.get(address(model, "add")).status_code == status
    assert admin_client.get(address(model, "add")).status_code == status


@pytest.mark.parametrize("model", OURS)
def test_nobody_deletes(admin_client: Client, dossier: Dossier, model: type[Model]) -> None:
    first = model._default_manager.order_by("pk")[0]
    assert admin_client.post(address(model, "delete", first.pk), {"post": "yes"}).status_code == 403
    assert b"delete_selected" not in admin_client.get(address(model, "changelist")).content
    assert model._default_manager.filter(pk=first.pk).exists()


def test_a_beheerder_sees_that_a_dossier_exists_and_no_key(admin_client: Client, dossier: Dossier) -> None:
    for page in (address(Dossier, "changelist"), address(Dossier, "change", dossier.pk)):
        shown = admin_client.get(page).content.decode()
        assert "Regiostaf Brabant-Noord" in shown
        assert dossier.edit_key not in shown
        assert dossier.read_key not in shown
        assert "A. Jansen" not in shown


def test_a_key_finds_no_dossier(admin_client: Client, dossier: Dossier) -> None:
    found = admin_client.get(address(Dossier, "changelist"), {"q": dossier.edit_key})
    assert found.context["cl"].result_count == 0


def test_a_redacteur_sees_no_dossiers_and_no_users(editor: Client, dossier: Dossier) -> None:
    assert editor.get(address(Dossier, "changelist")).status_code == 403
    assert editor.get(address(User, "changelist")).status_code == 403
    assert address(Dossier, "changelist") not in editor.get(reverse("admin:index")).content.decode()


def test_a_visitor_is_asked_to_log_in(client: Client) -> None:
    response = client.get("/beheer/")
    assert response.status_code == 302
    assert response["Location"].startswith("/beheer/login/")


@pytest.mark.parametrize("model", OURS)
def test_a_list_costs_no_query_per_row(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, model: type[Model]
) -> None:
    # Session, user, rights (2), count twice, rows, what the filters offer (at most 3).
    with django_assert_max_num_queries(11):
        admin_client.get(address(model, "changelist"))
