"""How uses are counted: over all processes, without an address or a name, and cleared away when they have passed."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from checklist import limits
from checklist.limits import LimitReached
from checklist.models import Presence, UseCount
from tests.dossiers import make_dossier
from tests.limits.asking import NOW, OTHER, WRONG, create, sign_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_databases,
    pytest.mark.usefixtures("clock", "_small_limits", "_quick_pdf"),
]


def test_no_address_and_no_name_is_kept() -> None:
    create()
    sign_in("beheerder", WRONG)
    for row in UseCount.objects.all():
        assert len(row.whose) in {0, 64}
        assert "192.0.2" not in row.whose
        assert "beheerder" not in row.whose


def test_the_hash_needs_the_secret_key(settings: Settings) -> None:
    create()
    settings.SECRET_KEY = "another-" + "x" * 50
    create()
    assert UseCount.objects.filter(kind="dossier/address").count() == 2


def test_counting_clears_old_rows_away(clock: list[datetime.datetime]) -> None:
    create()
    clock[0] = NOW + datetime.timedelta(hours=1)
    create(OTHER)
    assert {row.kind for row in UseCount.objects.all()} == {"dossier/address", "dossier/network", "dossier/all"}
    assert UseCount.objects.filter(until__lt=clock[0]).count() == 0


def test_clean_up_removes_what_has_passed_and_nothing_else(clock: list[datetime.datetime]) -> None:
    dossier = make_dossier()
    create()
    for visitor, minutes in (("a", 20), ("b", 1)):
        seen_at = timezone.now() - datetime.timedelta(minutes=minutes)
        Presence.objects.create(dossier=dossier, visitor=visitor, question_number=1, seen_at=seen_at)
    clock[0] = NOW + datetime.timedelta(minutes=10)  # the day still runs
    out = StringIO()
    call_command("clean_up", stdout=out)
    assert out.getvalue() == (
        "Opgeruimd: 1 tellingen, 1 keer aanwezig, 0 dossiers waarin nooit iets is opgeslagen, 0 bewaarde documenten, "
        "en de verlopen sessies. 0 vergaderingen gesloten.\n"
    )
    assert {row.kind for row in UseCount.objects.all()} == {"dossier/network", "dossier/all"}
    assert [row.visitor for row in Presence.objects.all()] == ["b"]


def take_and_disconnect(address: str) -> bool:
    """Take one use in a thread, which has a database connection of its own."""
    try:
        limits.count_new_dossier(address)
    except LimitReached:
        return False
    else:
        return True
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("addresses", [1, 20])
def test_many_at_once_never_get_more_than_the_limit(settings: Settings, addresses: int) -> None:
    settings.NEW_DOSSIERS_PER_ADDRESS = 5
    with ThreadPoolExecutor(10) as pool:
        taken = list(pool.map(take_and_disconnect, [f"192.0.2.{number % addresses}" for number in range(40)]))
    assert sum(taken) == 5
    assert UseCount.objects.get(kind="dossier/all").count == 5
