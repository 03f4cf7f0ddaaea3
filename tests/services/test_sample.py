"""The sample dossier: everybody may read it, nobody changes it, and `load_content` sees to it that it is there."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from checklist import access, selectors, services
from checklist.keys import SAMPLE, EditKey
from checklist.models import Dossier
from checklist.selectors import OpenDossier
from checklist.services import sample
from tests.pages import Page
from tests.settled import settle
from tests.urls_to_visit import pages_to_edit, pages_to_read

pytestmark = pytest.mark.django_db

MADE_UP = "met verzonnen keuzes"


def load() -> None:
    call_command("load_content", verbosity=0)


def opened() -> OpenDossier:
    found = selectors.dossier_with_key(SAMPLE)
    assert found
    return found


@pytest.fixture
def _sample() -> None:
    load()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample's file that a test may change."""
    copy = tmp_path / "voorbeeld.json"
    copy.write_bytes(sample.SAMPLE_FILE.read_bytes())
    monkeypatch.setattr(sample, "SAMPLE_FILE", copy)
    return copy


def change(file: Path) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    content["choices"]["6"]["options"] = ["6c"]
    file.write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.both_databases
def test_a_load_makes_it_and_a_second_one_leaves_it() -> None:
    load()
    first = opened()
    load()
    assert opened() == first
    assert Dossier.objects.count() == 1


@pytest.mark.both_databases
def test_a_load_renews_it_when_its_file_changed(file: Path) -> None:
    load()
    change(file)
    load()
    assert opened().answers[6].answer.options == ("6c",)
    assert Dossier.objects.count() == 1


@pytest.mark.both_databases
def test_a_load_makes_it_anew_when_it_was_deleted() -> None:
    load()
    Dossier.objects.all().delete()
    load()
    assert opened().title.startswith("Voorbeeld")


def test_a_dry_run_and_a_load_from_elsewhere_make_none(files: Path) -> None:
    call_command("load_content", dry_run=True, verbosity=0)
    call_command("load_content", directory=files, verbosity=0)
    assert not Dossier.objects.exists()


def test_what_the_kring_made_stays_as_it_is() -> None:
    load()
    made = services.create_dossier(selectors.dossier_value(opened()))
    load()
    assert set(Dossier.objects.values_list("read_key", flat=True)) == {SAMPLE, made.read_key}


@pytest.mark.usefixtures("_sample")
def test_it_has_nearly_all_that_a_dossier_can_have() -> None:
    value = selectors.dossier_value(opened())
    assert sum(not answer.open for answer in value.answers.values()) == 11
    assert all(answer.motivation for answer in value.answers.values())
    assert value.kept
    assert len(value.actions) == 3


@pytest.mark.both_databases
@pytest.mark.usefixtures("_sample")
def test_clean_up_leaves_it() -> None:
    Dossier.objects.update(created_at="2020-01-01T00:00Z", date="2020-01-01")
    call_command("clean_up")
    assert opened()


@pytest.mark.usefixtures("_sample", "_quick_pdf")
def test_each_of_its_pages_says_that_its_choices_are_made_up_and_none_has_its_werklink(client: Client) -> None:
    for visits in pages_to_read(opened().key).values():
        for visit in visits:
            response = client.get(visit.address)
            assert response.status_code == visit.status
            body = response.content.decode()
            assert opened().edit_key not in body
            if visit.status == 200:
                assert MADE_UP in body
            if visit.status == 200 and visit.html:
                status = Page(response).text
                assert "Voorbeeld met verzonnen keuzes" in status.replace(opened().title, ""), visit.address


@pytest.mark.usefixtures("_sample")
def test_nothing_of_it_can_be_changed_with_its_key(client: Client) -> None:
    before = selectors.dossier_value(opened())
    for visits in pages_to_edit(EditKey("-" * 32)).values():
        for visit in visits:
            for root in ("dossier", "lezen"):
                address = visit.address.replace("/dossier/" + "-" * 32, f"/{root}/{SAMPLE}")
                assert client.post(address, {"sure": "on"}).status_code in {302, 403, 404, 405}, address
    assert selectors.dossier_value(opened()) == before


@pytest.mark.usefixtures("_sample")
def test_a_browser_does_not_remember_it(client: Client) -> None:
    client.get(reverse("dossier", args=[SAMPLE]))
    assert access.COOKIE not in client.cookies


@pytest.mark.usefixtures("_sample")
def test_it_counts_for_no_limit(client: Client, settings: Settings) -> None:
    settings.NEW_DOSSIERS_PER_ADDRESS = 1
    Dossier.objects.all().delete()
    load()
    body = {"title": "Nieuw", "veiligheidsregio": "VR21", "date": "2026-11-24", "present": ""}
    assert client.post(reverse("dossier-new"), body).status_code == 302


@pytest.mark.usefixtures("_sample", "_quick_pdf")
def test_its_advies_can_be_had_as_a_document(client: Client) -> None:
    response = client.post(reverse("voorstel-pdf", args=[SAMPLE]))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"


@pytest.mark.both_databases
@pytest.mark.usefixtures("_sample")
def test_a_load_with_another_sample_leaves_one_that_is_settled(file: Path) -> None:
    settle(Dossier.objects.get(read_key=SAMPLE))
    before = opened()
    change(file)
    load()
    assert opened() == before


def test_its_key_fits_an_address() -> None:
    assert reverse("dossier", args=[SAMPLE]) == f"/lezen/{SAMPLE}/"
