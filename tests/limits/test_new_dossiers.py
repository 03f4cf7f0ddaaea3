"""The limit on making dossiers: for an address, for a network and for all together."""

import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from checklist import limits
from checklist.domain.dossier import Answer
from checklist.limits import LimitReached
from checklist.models import Dossier, UseCount
from tests.content import EXAMPLES
from tests.dossiers import make_dossier
from tests.limits.asking import ADDRESS, DETAILS, NOW, OTHER, assert_limited, create, upload
from tests.pages import Page

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_databases,
    pytest.mark.usefixtures("clock", "_small_limits", "_quick_pdf"),
]


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


def test_a_variant_counts_as_a_new_dossier() -> None:
    copied = reverse("variant-new", args=[make_dossier().edit_key])
    responses = [Client(REMOTE_ADDR=ADDRESS).post(copied, {"title": "Variant"}) for _ in range(3)]
    assert [response.status_code for response in responses] == [302, 302, 429]
    assert Dossier.objects.count() == 3


def test_a_variant_counts_for_as_much_as_it_takes(settings: Settings) -> None:
    settings.NEW_DOSSIERS_PER_ADDRESS = 10
    long = make_dossier({number: Answer((), "x" * 10_000) for number in range(1, 13)})
    copied = reverse("variant-new", args=[long.edit_key])
    responses = [Client(REMOTE_ADDR=ADDRESS).post(copied, {"title": "Variant"}) for _ in range(3)]
    assert [response.status_code for response in responses] == [302, 429, 429]
