"""The page of a code: what anybody may know of a settled version, and the check of a file."""

import re
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from checklist.domain.decision_content import Organ
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import told_destruction
from checklist.domain.settled.code import shown_code
from checklist.domain.settled.found import ANOTHER_FILE, TOO_LARGE, UNKNOWN_CODE
from checklist.domain.settled.states import public_address
from checklist.domain.settled.value import ActKind, SettledFileKind
from checklist.domain.state import Outcome
from checklist.models import AdviesFile, SettledAdvies
from checklist.selectors.settled import version_facts
from tests.domain.settled.test_embedded import a_pdf, embedded
from tests.pages import Page
from tests.settled import SETTLED_AT, add_act, append, offered_with_files, settle

pytestmark = pytest.mark.django_db

CODE = "7K2M9QXR4TBD"
SAME = "Dit is het vastgestelde document: versie 1, aangeboden op 21 januari 2027."


@pytest.fixture
def advies() -> SettledAdvies:
    return offered_with_files(code=CODE)


def visit(client: Client, code: str = CODE) -> Any:
    return client.get(reverse("public", args=[code]))


def check(client: Client, content: bytes, code: str = CODE, **headers: Any) -> Any:
    sent = {"bestand": SimpleUploadedFile("document.pdf", content)}
    return client.post(reverse("public", args=[code]), sent, **headers)


def pdf_of(advies: SettledAdvies, act: int = 2) -> bytes:
    return bytes(AdviesFile.objects.get(act__number=act, kind=SettledFileKind.PDF.value).content)


@pytest.mark.parametrize(
    "typed", ["7k2m9qxr4tbd", "7K2M-9QXR-4TBD", "7k2m 9qxr 4tbd", "7K2M-9QXR-4TBD ", "7K2M–9QXR‑4TBD"]
)
def test_any_spelling_of_a_code_leads_to_its_page(client: Client, advies: SettledAdvies, typed: str) -> None:
    assert visit(client, typed)["Location"] == f"/advies/{CODE}/"
    assert client.get(reverse("public-ask"), {"code": typed})["Location"] == f"/advies/{CODE}/"


def test_the_address_is_the_one_on_the_last_page(advies: SettledAdvies) -> None:
    assert public_address(site_settings.SITE_URL, CODE) == site_settings.SITE_URL + reverse("public", args=[CODE])


def test_the_page_tells_the_state_the_dates_and_the_hashes(client: Client, advies: SettledAdvies) -> None:
    response = visit(client)
    page = Page(response)
    assert page.title == "7K2M-9QXR-4TBD – Regiostaf"
    for said in (
        "Voorstel van een kring van gemeentesecretarissen, versie 1: aangeboden op 21 januari 2027.",
        "14 januari 2027",
        "Aangeboden aan het algemeen bestuur",
        *AdviesFile.objects.values_list("sha256", flat=True),
        " ".join(re.findall(".{8}", advies.snapshot_sha256)),
        "sha256sum voorstel-",
        "Get-FileHash voorstel-",
    ):
        assert said in page.text, said
    assert response["X-Robots-Tag"] == "noindex"


def test_the_page_tells_nothing_of_the_dossier(client: Client) -> None:
    advies = offered_with_files(code=CODE)
    add_act(advies, ActKind.WITHDRAWN, on=date(2027, 2, 1), text="Wegens ziekte van Jansen.")
    said = visit(client).content.decode()
    dossier = advies.dossier
    secrets = (
        dossier.title,
        "Brabant",
        "VR21",
        "Jansen",
        dossier.edit_key,
        dossier.read_key,
        str(dossier.uuid),
        "ziekte",
    )
    assert [secret for secret in secrets if secret in said] == []
    assert "/vastgesteld/" not in said


def test_the_page_costs_three_queries_however_many_versions(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    advies = offered_with_files(code=CODE)
    for _ in range(3):
        settle(advies.dossier, at=datetime(2027, 3, 3, 12, tzinfo=SETTLED_AT.tzinfo))
    with django_assert_num_queries(3):
        assert visit(client).status_code == 200


def test_a_newer_version_is_told_with_its_link(client: Client, advies: SettledAdvies) -> None:
    newer = settle(advies.dossier, at=datetime(2027, 3, 3, 12, tzinfo=SETTLED_AT.tzinfo))
    page = Page(visit(client))
    assert "Er is een nieuwere versie: 2, van 3 maart 2027." in page.text
    assert f"/advies/{newer.code}/" in {link.attributes["href"] for link in page.find("a")}
    assert "nieuwere versie" not in Page(visit(client, newer.code)).text


def test_a_day_that_was_put_right_is_told_as_it_stands(client: Client, advies: SettledAdvies) -> None:
    newer = settle(advies.dossier, at=datetime(2027, 3, 3, 12, tzinfo=SETTLED_AT.tzinfo))
    add_act(newer, ActKind.CORRECTED, on=date(2027, 3, 2), corrects=1)
    assert "Er is een nieuwere versie: 2, van 2 maart 2027." in Page(visit(client)).text
    text = Page(visit(client, newer.code)).text
    assert "Vastgesteld op 2 maart 2027" in text
    assert "Verbetering bij: Vastgesteld door de kring, 3 maart 2027. De datum is 2 maart 2027" in text


def test_another_dossier_has_no_newer_version_of_this_one(client: Client, advies: SettledAdvies) -> None:
    settle(at=datetime(2027, 3, 3, 12, tzinfo=SETTLED_AT.tzinfo))
    assert "nieuwere versie" not in Page(visit(client)).text


@pytest.mark.parametrize("typed", ["000000000000", "0000", "geen-code", "é" * 300])
def test_a_code_that_we_do_not_know_is_not_found(client: Client, typed: str) -> None:
    response = client.get(f"/advies/{typed}/")
    assert response.status_code == 404
    page = Page(response)
    assert UNKNOWN_CODE in page.text
    assert page.title.startswith("Fout: ")
    assert [form.action for form in page.forms if "code" in form.values] == ["/advies/"]


def test_the_ask_page_is_in_the_footer(client: Client) -> None:
    assert reverse("public-ask") in {link.attributes["href"] for link in Page(client.get("/")).find("a")}
    assert UNKNOWN_CODE not in Page(client.get(reverse("public-ask"))).text
    assert client.get(reverse("public-ask"), {"code": "kort"}).status_code == 404


def test_what_was_destroyed_is_told_by_the_chain(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    elsewhere = settle()
    facts = version_facts(elsewhere)
    destroyed_at = datetime(2047, 2, 1, 23, 30, tzinfo=SETTLED_AT.tzinfo)
    append(told_destruction(replace(facts, code=CODE), 8, "0" * 64), destroyed_at)
    with django_assert_num_queries(2):
        page = Page(visit(client))
    assert "Vernietigd op 2 februari 2047, na de bewaartermijn." in page.text
    assert "14 januari 2027" in page.text
    assert check(client, b"").status_code == 200


CHECKED = [
    ("the newest", pdf_of, SAME),
    ("an earlier one", lambda advies: pdf_of(advies, 1), "Dit is een vastgesteld document: versie 1, in de stand"),
    ("the snapshot", lambda advies: bytes(advies.snapshot), "Dit zijn de vastgelegde gegevens van versie 1."),
    ("other bytes", lambda advies: pdf_of(advies) + b"\n", ANOTHER_FILE),
    ("nothing in it", lambda _: b"", ANOTHER_FILE),
    (
        "our snapshot in other bytes",
        lambda advies: a_pdf(embedded(bytes(advies.snapshot))),
        "Niet hetzelfde bestand. De gegevens die in dit bestand zitten, zijn wel die van versie 1;",
    ),
]


@pytest.mark.parametrize(("content", "says"), [row[1:] for row in CHECKED], ids=[row[0] for row in CHECKED])
def test_a_file_is_checked(client: Client, advies: SettledAdvies, content: Any, says: str) -> None:
    response = check(client, content(advies))
    assert response.status_code == 200
    assert says in Page(response).text


def test_without_a_file_it_asks_for_one(client: Client, advies: SettledAdvies) -> None:
    page = Page(client.post(reverse("public", args=[CODE]), {}))
    assert "Kies eerst een bestand." in page.text
    assert page.title.startswith("Fout: ")


def test_a_check_costs_what_the_page_costs_and_the_count(
    client: Client, advies: SettledAdvies, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3 + 5 + 2):  # a savepoint and its release: the test has the transaction already
        check(client, b"x")


def test_a_form_of_another_site_is_refused(advies: SettledAdvies) -> None:
    client = Client(enforce_csrf_checks=True)
    assert check(client, pdf_of(advies)).status_code == 403
    token = Page(client.get(reverse("public", args=[CODE]))).forms[-1].values["csrfmiddlewaretoken"][0]
    sent = {"bestand": SimpleUploadedFile("document.pdf", pdf_of(advies)), "csrfmiddlewaretoken": token}
    assert SAME in Page(client.post(reverse("public", args=[CODE]), sent)).text


def test_a_file_is_nowhere_kept(
    client: Client, advies: SettledAdvies, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made: list[object] = []
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", lambda *args, **kwargs: made.append(args))
    response = check(client, bytes(3_900_000))
    assert ANOTHER_FILE in Page(response).text
    assert response.wsgi_request.FILES == {}
    assert (made, list(tmp_path.iterdir())) == ([], [])


def test_a_file_that_is_too_large_to_be_ours_is_told_so(client: Client, advies: SettledAdvies) -> None:
    response = check(client, bytes(4_000_001))
    assert response.status_code == 413
    page = Page(response)
    assert TOO_LARGE in page.text
    assert page.title == "Niet hetzelfde bestand – Regiostaf"


def test_checks_are_limited_by_address_and_in_all(settings: Settings, advies: SettledAdvies) -> None:
    settings.CHECKS_PER_ADDRESS, settings.CHECKS_IN_ALL = 2, 3
    one, other = (Client(REMOTE_ADDR=address) for address in ("192.0.2.1", "192.0.2.2"))
    asked = [check(client, b"x") for client in (one, one, one, other, other)]
    assert [response.status_code for response in asked] == [200, 200, 429, 200, 429]
    assert "veel bestanden nagekeken" in Page(asked[2]).text
    assert visit(one).status_code == 200


def test_an_act_of_another_organ_shows_and_changes_no_state(client: Client, advies: SettledAdvies) -> None:
    add_act(advies, ActKind.DECIDED, organ=Organ.COLLEGES, on=date(2027, 2, 3), outcome=Outcome.UNCHANGED)
    page = Page(visit(client))
    assert "versie 1: aangeboden op 21 januari 2027." in page.text
    assert "Besluit van de colleges" in page.text
    assert SAME in Page(check(client, pdf_of(advies))).text


def test_a_version_whose_files_are_still_made_can_be_looked_up(client: Client) -> None:
    settle(code=CODE)
    page = Page(visit(client))
    assert "De documenten worden nog gemaakt." in page.text
    assert ANOTHER_FILE in Page(check(client, b"x")).text


def test_the_page_that_checks_from_disk_can_be_kept(client: Client) -> None:
    response = client.get(reverse("control-file"))
    assert response["Content-Disposition"] == 'attachment; filename="regiostaf-controle.html"'
    said = response.content.decode()
    assert "connect-src 'none'" in said.replace("&#x27;", "'")
    assert not re.search(r"(?:src|href)=", said.partition("<style>")[0])


def test_codes_show_with_hyphens(client: Client, advies: SettledAdvies) -> None:
    assert shown_code(CODE) in Page(visit(client)).text
    assert sha256_of(pdf_of(advies)) in visit(client).content.decode()
