"""What is settled in the beheer: to look at and to download, without the bytes on a page; nothing can be changed."""

from typing import Any

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import Permission, User
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist.domain.settled.code import shown_code
from checklist.models import AdviesFile, ChainRecord, Dossier, SettledAdvies
from tests.beheer.browsing import address
from tests.beheer.tables import SETTLED
from tests.refusals.attacks import stored
from tests.settled import HTML, offered_with_files

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

DOWNLOADS = {SettledAdvies: ("snapshot", "html"), AdviesFile: ("content",), ChainRecord: ("body",)}
OF_EACH = [(model, column) for model, columns in DOWNLOADS.items() for column in columns]


@pytest.fixture
def advies() -> SettledAdvies:
    return offered_with_files()


def first_of(model: type[Model]) -> Model:
    return model._default_manager.order_by("pk")[0]


def download_address(model: type[Model], column: str) -> str:
    return address(model, column, first_of(model).pk)


@pytest.mark.usefixtures("advies")
@pytest.mark.parametrize("model", SETTLED)
def test_a_list_and_a_page_show_a_row_without_its_bytes(admin_client: Client, model: type[Model]) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert admin_client.get(address(model, "changelist")).status_code == 200
        assert admin_client.get(address(model, "change", first_of(model).pk)).status_code == 200
    columns = [f'"{each._meta.db_table}"."{column}"' for each, column in OF_EACH if each is not ChainRecord]
    assert [query["sql"] for query in queries if any(column in query["sql"] for column in columns)] == []


@pytest.mark.usefixtures("advies")
@pytest.mark.parametrize("model", SETTLED)
def test_a_list_costs_no_query_per_row(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, model: type[Model]
) -> None:
    with django_assert_max_num_queries(11):
        admin_client.get(address(model, "changelist"))


@pytest.mark.usefixtures("advies")
@pytest.mark.parametrize(("model", "column"), OF_EACH)
def test_the_bytes_are_downloaded_as_they_are_stored(admin_client: Client, model: type[Model], column: str) -> None:
    page = admin_client.get(address(model, "change", first_of(model).pk)).content.decode()
    assert f'href="{download_address(model, column)}"' in page
    got = admin_client.get(download_address(model, column))
    assert got.status_code == 200
    assert got.content == bytes(getattr(first_of(model), column))
    assert got["Content-Disposition"].startswith("attachment; ")


def test_a_stored_text_is_a_file_and_no_page(admin_client: Client, advies: SettledAdvies) -> None:
    got = admin_client.get(download_address(SettledAdvies, "html"))
    assert got.content == HTML
    assert got["Content-Disposition"] == f'attachment; filename="voorstel-{shown_code(advies.code)}-v1-tekst.html"'


@pytest.mark.usefixtures("advies")
@pytest.mark.parametrize(("model", "column"), OF_EACH)
def test_a_redacteur_has_no_page_and_no_download(editor: Client, model: type[Model], column: str) -> None:
    assert editor.get(address(model, "changelist")).status_code == 403
    assert editor.get(download_address(model, column)).status_code == 403


def test_who_may_only_see_files_sees_no_versions(client: Client, advies: SettledAdvies) -> None:
    user = User.objects.create_user("archivaris", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_adviesfile"))
    client.force_login(user)
    assert client.get(download_address(AdviesFile, "content")).status_code == 200
    assert client.get(download_address(SettledAdvies, "snapshot")).status_code == 403


@pytest.mark.usefixtures("advies")
@pytest.mark.parametrize("pk", [0, 10**25])
def test_a_row_that_is_not_there_is_no_download(admin_client: Client, pk: int) -> None:
    assert admin_client.get(address(AdviesFile, "content", pk)).status_code == 404


@pytest.mark.parametrize("model", [SettledAdvies, ChainRecord])
def test_a_code_as_it_is_printed_finds_its_rows(
    admin_client: Client, advies: SettledAdvies, model: type[Model]
) -> None:
    offered_with_files()
    found = admin_client.get(address(model, "changelist"), {"q": shown_code(advies.code).lower()})
    assert found.context["cl"].result_count == model._default_manager.filter(code=advies.code).count() > 0


@pytest.mark.usefixtures("advies")
@pytest.mark.parametrize("model", SETTLED)
def test_nobody_adds_changes_or_deletes(admin_client: Client, model: type[Model]) -> None:
    before = stored()
    row = first_of(model)
    assert admin_client.get(address(model, "add")).status_code == 403
    assert admin_client.post(address(model, "add"), {"code": "000000000000"}).status_code == 403
    assert admin_client.post(address(model, "change", row.pk), {"kind": "evaluatie"}).status_code == 403
    assert admin_client.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    action = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    admin_client.post(address(model, "changelist"), action)
    assert stored() == before


@pytest.mark.usefixtures("advies")
@pytest.mark.parametrize("model", SETTLED)
def test_what_the_pages_would_do_the_database_refuses(admin_user: User, model: type[Model]) -> None:
    """As if the rights were given after all."""
    before = stored()
    request = RequestFactory().post("/")
    request.user = admin_user
    model_admin: Any = site.get_model_admin(model)
    row = first_of(model)
    with pytest.raises(IntegrityError), transaction.atomic():
        model_admin.save_model(request, row, None, change=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        model_admin.delete_model(request, row)
    with pytest.raises(IntegrityError), transaction.atomic():
        model_admin.delete_queryset(request, model._default_manager.all())
    assert stored() == before


@pytest.mark.usefixtures("advies")
def test_a_dossier_with_a_version_goes_by_no_page(admin_client: Client) -> None:
    dossier = Dossier.objects.get()
    assert admin_client.post(address(Dossier, "delete", dossier.pk), {"post": "yes"}).status_code == 403
    assert reverse("admin:checklist_settledadvies_changelist") in admin_client.get("/beheer/").content.decode()
