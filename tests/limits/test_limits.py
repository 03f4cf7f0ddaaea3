"""Limits on making dossiers, rendering documents and signing in: counted in the database, over all processes."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from checklist import limits
from checklist.limits import LimitReached, address_of, network_of
from checklist.models import Dossier, Presence, UseCount
from tests.content import EXAMPLES
from tests.dossiers import make_dossier
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.usefixtures("clock", "_small_limits", "_quick_pdf")]

DETAILS = {"title": "Nieuw", "veiligheidsregio": "VR21", "date": "2026-11-24"}
ADDRESS, OTHER = "192.0.2.1", "192.0.2.2"
RIGHT, WRONG = "goed", "fout"
# In the middle of a stretch of ten minutes, of a quarter and of an hour.
NOW = datetime.datetime(2026, 11, 24, 10, 5, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime.datetime]:
    """The time by which uses are counted; a test may turn it."""
    hands = [NOW]
    monkeypatch.setattr(limits, "timezone", SimpleNamespace(now=lambda: hands[0]))
    return hands


@pytest.fixture(autouse=True)
def _small_limits(settings: Settings) -> None:
    settings.NEW_DOSSIERS_PER_ADDRESS, settings.NEW_DOSSIERS_IN_ALL = 2, 5
    settings.RENDERINGS_PER_ADDRESS, settings.RENDERINGS_IN_ALL = 2, 5


def create(address: str = ADDRESS) -> Any:
    return Client(REMOTE_ADDR=address).post(reverse("dossier-new"), DETAILS)


def upload(address: str = ADDRESS) -> Any:
    file = SimpleUploadedFile("d.json", (EXAMPLES / "half.json").read_bytes())
    return Client(REMOTE_ADDR=address).post(reverse("dossier-upload"), {"file": file})


def sign_in(name: str, password: str, address: str = ADDRESS) -> Any:
    body = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address).post(reverse("admin:login"), body)


def assert_limited(response: Any, said: str, minutes: int, when: str = "") -> None:
    """The clear page: Dutch, in our frame, with when to try again."""
    page = Page(response)
    assert response.status_code == 429
    assert response["Retry-After"] == str(minutes * 60)
    assert page.title == "Even wachten – Regiostaf"
    assert said in page.text
    assert f"Probeer het over {when or f'{minutes} minuten'} opnieuw." in page.text


@pytest.mark.parametrize("make", [create, upload])
def test_over_the_limit_no_dossier_is_made(make: Any) -> None:
    assert [make().status_code for _ in range(2)] == [302, 302]
    assert_limited(make(), "Er zijn in korte tijd veel dossiers gemaakt.", 5)
    assert Dossier.objects.count() == 2


def test_other_addresses_and_existing_dossiers_are_unharmed() -> None:
    responses = [create() for _ in range(3)]
    assert [response.status_code for response in responses] == [302, 302, 429]
    assert create(OTHER).status_code == 302
    assert Client(REMOTE_ADDR=ADDRESS).get(responses[0]["Location"]).status_code == 200
    assert Client(REMOTE_ADDR=ADDRESS).get("/").status_code == 200


def test_all_addresses_together_have_a_limit_too() -> None:
    assert [create(f"192.0.2.{number}").status_code for number in range(6)] == [302] * 5 + [429]


def test_a_network_has_a_limit_for_the_day_that_others_do_not_feel(settings: Settings) -> None:
    settings.NEW_DOSSIERS_PER_NETWORK = 3
    assert [create(f"192.0.2.{number}").status_code for number in range(3)] == [302] * 3
    assert_limited(create("192.0.2.99"), "Er zijn vandaag veel dossiers gemaakt.", 14 * 60 - 5, "14 uur")
    assert create("198.51.100.1").status_code == 302


def test_a_file_counts_for_more_dossiers_the_larger_it_is(settings: Settings) -> None:
    settings.NEW_DOSSIERS_PER_NETWORK, settings.NEW_DOSSIERS_IN_ALL = 50, 1000
    limits.count_new_dossier(ADDRESS, 49_999)
    assert UseCount.objects.get(kind="dossier/network").count == 1
    limits.count_new_dossier(ADDRESS, 2_000_000)
    assert {row.kind: row.count for row in UseCount.objects.all()} == {
        "dossier/address": 2,
        "dossier/network": 42,
        "dossier/all": 42,
    }
    with pytest.raises(LimitReached):
        limits.count_new_dossier(OTHER, 400_000)
    limits.count_new_dossier(OTHER, 350_000)


def test_an_upload_is_counted_by_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BYTES_OF_ONE_DOSSIER", (EXAMPLES / "half.json").stat().st_size)
    upload()
    assert UseCount.objects.get(kind="dossier/network").count == 2


def test_a_file_larger_than_the_whole_limit_is_let_in_when_nothing_was_counted(settings: Settings) -> None:
    settings.NEW_DOSSIERS_PER_NETWORK = 3
    limits.count_new_dossier(ADDRESS, 2_000_000)
    with pytest.raises(LimitReached):
        limits.count_new_dossier(OTHER)


def test_the_log_says_once_that_half_of_what_all_may_make_is_used(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.NEW_DOSSIERS_IN_ALL = 4
    said = []
    for number in range(4):
        create(f"192.0.2.{number}")
        said.append(len(caplog.messages))
    assert said == [0, 1, 1, 1]
    assert caplog.messages == [
        "Half of the limit is used: dossier/all of 4 until 2026-11-25 00:00:00+00:00 (docs/limits.md)"
    ]


def test_what_was_refused_is_not_counted() -> None:
    for _ in range(4):
        create()
    assert UseCount.objects.get(kind="dossier/address").count == 2
    assert UseCount.objects.get(kind="dossier/all").count == 2


def test_who_is_refused_because_of_all_others_keeps_his_own_uses(settings: Settings) -> None:
    settings.NEW_DOSSIERS_IN_ALL = 1
    assert create().status_code == 302
    assert create(OTHER).status_code == 429
    assert [row.count for row in UseCount.objects.filter(kind="dossier/address")] == [1]


def test_a_form_with_an_error_is_not_counted() -> None:
    client = Client(REMOTE_ADDR=ADDRESS)
    for _ in range(5):
        assert client.post(reverse("dossier-new"), DETAILS | {"title": ""}).status_code == 200
        file = SimpleUploadedFile("d.json", b"{}")
        assert client.post(reverse("dossier-upload"), {"file": file}).status_code == 200
    assert not UseCount.objects.exists()


def test_the_next_stretch_of_time_is_open_again(clock: list[datetime.datetime]) -> None:
    assert [create().status_code for _ in range(3)] == [302, 302, 429]
    clock[0] = NOW + datetime.timedelta(minutes=4, seconds=59)
    response = create()
    assert response["Retry-After"] == "1"
    assert "Probeer het over een minuut opnieuw." in Page(response).text
    clock[0] = NOW + datetime.timedelta(minutes=5)
    assert create().status_code == 302


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
        "Opgeruimd: 1 tellingen, 1 keer aanwezig, 0 dossiers waarin nooit iets is opgeslagen, en de verlopen sessies.\n"
    )
    assert {row.kind for row in UseCount.objects.all()} == {"dossier/network", "dossier/all"}
    assert [row.visitor for row in Presence.objects.all()] == ["b"]


def render(dossier: Dossier, address: str = ADDRESS) -> Any:
    return Client(REMOTE_ADDR=address).post(reverse("advies-pdf", args=[dossier.read_key]))


def test_over_the_limit_no_document_is_made() -> None:
    dossier = make_dossier()
    assert [render(dossier).status_code for _ in range(2)] == [200, 200]
    assert_limited(render(dossier), "Er zijn in korte tijd veel documenten gemaakt.", 5)
    assert render(dossier)["Cache-Control"] == "private, no-store"
    assert render(dossier, OTHER).status_code == 200
    assert Client(REMOTE_ADDR=ADDRESS).get(reverse("advies", args=[dossier.read_key])).status_code == 200


def test_all_documents_together_have_a_limit_too() -> None:
    dossier = make_dossier()
    assert [render(dossier, f"192.0.2.{number}").status_code for number in range(6)] == [200] * 5 + [429]


def test_opening_the_address_of_the_document_leads_to_the_button_and_counts_nothing() -> None:
    dossier = make_dossier()
    for key in (dossier.edit_key, dossier.read_key):
        response = Client().get(reverse("advies-pdf", args=[key]))
        assert response["Location"] == reverse("advies", args=[key])
        page = Page(Client().get(response["Location"]))
        assert page.form(reverse("advies-pdf", args=[key]))
        assert [button.text for button in page.find("button", form="pdf")] == ["Advies downloaden als PDF"]
    assert not UseCount.objects.exists()


@pytest.fixture
def beheerder() -> User:
    return User.objects.create_superuser("beheerder", password=RIGHT)


TOO_OFTEN = "Er is te vaak een verkeerde naam of een verkeerd wachtwoord ingevuld."


@pytest.mark.usefixtures("beheerder")
def test_after_ten_wrong_tries_with_a_name_the_door_stays_shut_for_a_while(clock: list[datetime.datetime]) -> None:
    assert [sign_in("beheerder", WRONG).status_code for _ in range(10)] == [200] * 10
    assert_limited(sign_in("beheerder", WRONG), TOO_OFTEN, 10)
    assert_limited(sign_in("beheerder", RIGHT), TOO_OFTEN, 10)
    assert_limited(sign_in(" Beheerder ", RIGHT), TOO_OFTEN, 10)
    clock[0] = NOW + datetime.timedelta(minutes=10)
    assert sign_in("beheerder", RIGHT).status_code == 302


@pytest.mark.usefixtures("beheerder")
def test_the_beheerder_elsewhere_is_unharmed_and_so_is_the_site() -> None:
    for _ in range(12):
        sign_in("beheerder", WRONG)
    assert sign_in("beheerder", RIGHT, OTHER).status_code == 302
    assert Client(REMOTE_ADDR=ADDRESS).get("/").status_code == 200


@pytest.mark.usefixtures("beheerder")
def test_after_twenty_wrong_tries_an_address_waits_whatever_the_name() -> None:
    assert [sign_in(f"naam{number}", WRONG).status_code for number in range(20)] == [200] * 20
    assert_limited(sign_in("beheerder", RIGHT), TOO_OFTEN, 10)


@pytest.mark.usefixtures("beheerder")
def test_a_name_that_does_not_exist_gets_the_same_pages() -> None:
    def answers(name: str, address: str) -> list[tuple[int, str]]:
        responses = [sign_in(name, WRONG, address) for _ in range(11)]
        return [(response.status_code, Page(response).text) for response in responses]

    assert answers("beheerder", ADDRESS) == answers("niemand", OTHER)


@pytest.mark.usefixtures("beheerder")
def test_signing_in_forgets_the_wrong_tries() -> None:
    for _ in range(9):
        sign_in("beheerder", WRONG)
    assert sign_in("beheerder", RIGHT).status_code == 302
    assert not UseCount.objects.filter(kind="sign-in/name").exists()
    assert UseCount.objects.get(kind="sign-in/address").count == 9
    assert sign_in("beheerder", WRONG).status_code == 200


@pytest.mark.usefixtures("beheerder")
def test_signing_in_rightly_is_never_limited() -> None:
    assert [sign_in("beheerder", RIGHT).status_code for _ in range(30)] == [302] * 30


@pytest.mark.usefixtures("beheerder")
def test_a_program_that_checks_a_password_is_no_try_at_the_door() -> None:
    assert not Client().login(username="beheerder", password=WRONG)
    assert not UseCount.objects.exists()


@pytest.mark.parametrize(
    ("remote", "forwarded", "behind_proxy", "address"),
    [
        ("192.0.2.1", None, False, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", False, "192.0.2.1"),
        ("127.0.0.1", "198.51.100.7", True, "198.51.100.7"),
        ("127.0.0.1", "10.9.9.9, 198.51.100.7", True, "198.51.100.7"),
        ("127.0.0.1", None, True, "127.0.0.1"),
        ("127.0.0.1", "onzin", True, "unknown"),
        ("", None, False, "unknown"),
        ("127.0.0.1", "198.51.100.7:49152", True, "198.51.100.7"),
        ("127.0.0.1", "10.9.9.9, 198.51.100.7:443", True, "198.51.100.7"),
        ("127.0.0.1", "[2001:db8:1:2::9]:49152", True, "2001:db8:1::/48"),
        ("127.0.0.1", "[2001:db8:1:2::9]", True, "2001:db8:1::/48"),
        ("127.0.0.1", "2001:db8:1:2::9", True, "2001:db8:1::/48"),
        ("127.0.0.1", "198.51.100.7:poort", True, "unknown"),
        ("2001:db8:1:2:3:4:5:6", None, False, "2001:db8:1::/48"),
        ("2001:db8:1:ffff::9", None, False, "2001:db8:1::/48"),
        ("2001:db8:2:2::9", None, False, "2001:db8:2::/48"),
        ("::ffff:192.0.2.1", None, False, "192.0.2.1"),
    ],
)
def test_who_asks_is_read_from_the_proxy_only_when_there_is_one(
    settings: Settings, remote: str, forwarded: str | None, behind_proxy: bool, address: str
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": remote} | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {})
    assert address_of(request) == address


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.0/24"),
        ("192.0.2.255", "192.0.2.0/24"),
        ("192.0.3.1", "192.0.3.0/24"),
        ("2001:db8:1::/48", "2001:db8:1::/48"),
        ("unknown", "unknown"),
    ],
)
def test_the_network_of_an_address(address: str, network: str) -> None:
    assert network_of(address) == network


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
