"""A GET never writes (rule 1): after a visit to every address, every row of every table is as it was."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer, Kept
from checklist.models import Dossier
from checklist.views import downloads
from tests.dossiers import CLASHING, make_dossier
from tests.urls_to_visit import all_visits, named_visits, names_of_all_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.usefixtures("_quick_pdf")]

Dump = dict[str, list[str]]


@pytest.fixture
def dossier() -> Dossier:
    """Answered, left open and never looked at, with a kept tension."""
    return make_dossier(CLASHING | {1: Answer()}, (Kept("2a", "5a", "Met opzet."),))


def dump() -> Dump:
    """All rows of all tables, as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = {}
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - the database's own names
            rows[table] = sorted(repr(row) for row in cursor.fetchall())
    return rows


def changed(before: Dump, after: Dump) -> set[str]:
    return {table for table in before.keys() | after.keys() if before.get(table) != after.get(table)}


def test_the_list_has_every_address(dossier: Dossier) -> None:
    assert named_visits(dossier).keys() == names_of_all_addresses()


def test_the_dump_sees_every_table_and_a_changed_row(dossier: Dossier) -> None:
    before = dump()
    assert {"checklist_choice", "checklist_dossier", "django_session", "auth_user"} <= before.keys()
    Dossier.objects.filter(pk=dossier.pk).update(version=2)
    assert changed(before, dump()) == {"checklist_dossier"}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_address_leaves_every_table_as_it_was(client: Client, dossier: Dossier, method: str) -> None:
    before = dump()
    for visit in all_visits(dossier):
        response = client.generic(method, visit.address)
        assert response.status_code == visit.status, visit.address
        assert method == "GET" or response.content == b""
    assert changed(before, dump()) == set()


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_error_pages_leave_every_table_as_they_were(
    client: Client, dossier: Dossier, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr(downloads, "write_dossier", fail)
    client.raise_request_exception = False
    before = dump()
    assert client.generic(method, reverse("dossier-json", args=[dossier.edit_key])).status_code == 500
    assert client.generic(method, reverse("start"), HTTP_HOST="elders.example").status_code == 400
    assert client.generic(method, reverse("start"), b" " * 5_000_000).status_code == 413
    assert changed(before, dump()) == set()


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_pages_of_the_beheer_leave_every_table_as_it_was(client: Client, dossier: Dossier, method: str) -> None:
    client.force_login(User.objects.create_superuser("beheerder"))
    addresses = [reverse("admin:index")]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        addresses.append(reverse(f"{name}_changelist"))
        first = model._default_manager.first()
        addresses += [reverse(f"{name}_change", args=[first.pk])] if first else []
    before = dump()
    for address in addresses:
        assert client.generic(method, address).status_code in (200, 403), address
    assert changed(before, dump()) == set()
