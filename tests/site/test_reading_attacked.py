"""Whatever is asked under /lezen/, in whatever way: nothing changes, no werklink is told, and no error is ours."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from checklist.models import Dossier
from tests.dossiers import CLASHING, action_body, full_dossier, keep_body, make_dossier, question_body
from tests.site.test_get_leaves_no_trace import changed, dump
from tests.urls_to_visit import BEHIND_A_KEY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_pdf")]

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY")
# With everything in it that a page of the werklink takes.
BODY: dict[str, Any] = {
    **question_body(4, "4b", motivation="Anders"),
    **keep_body("Anders"),
    **action_body("Bellen"),
    "options": "4b",
    "mine": "4b",
    "version": 0,
    "vraag": "4",
    "4-options": "4b",
    "4-version": 0,
    "title": "Anders",
    "veiligheidsregio": "VR13",
    "date": "2026-12-01",
    "present": "",
    "sure": "on",
    "weg": "1",
}
PAGES = (
    *("", "links/", "gegevens/", "verwijderen/", "controle/", "uitkomst/", "uitkomst/herstel/", "vergelijken/"),
    *("beeld/", "advies/", "dossier.json", "aanwezig/", "bestaat-niet/"),
    *(f"vraag/{step}/{part}" for step in ("4", "04", "13", "٤") for part in ("", "botsing/", "vooruitblik/")),
)


@pytest.fixture
def dossier() -> Dossier:
    return full_dossier()


def ask(client: Client, method: str, address: str) -> Any:
    if method == "POST":
        return client.post(address, BODY)
    return client.generic(method, address, b"4-options=4b&4-version=0", "application/x-www-form-urlencoded")


def assert_tells_nothing(response: Any, dossier: Dossier, asked: str) -> None:
    said = response.content.decode(errors="replace") + str(response.headers)
    assert dossier.edit_key not in said, asked
    leads_to = response.get("Location", "/")
    assert leads_to.startswith("/"), asked
    assert not leads_to.startswith("//"), asked


@pytest.mark.parametrize("before_key", BEHIND_A_KEY)
@pytest.mark.parametrize("method", METHODS)
def test_a_leeslink_changes_nothing_by_any_method_at_any_address(
    dossier: Dossier, method: str, before_key: str
) -> None:
    before, client = dump(), Client()
    for page in PAGES:
        address = f"{before_key}{dossier.read_key}/{page}"
        response = ask(client, method, address)
        assert response.status_code < 500, address
        assert_tells_nothing(response, dossier, address)
        assert response["Cache-Control"] == "private, no-store", address
        if method not in {"GET", "HEAD"}:
            assert response.status_code in {403, 404, 405}, address
    assert changed(before, dump()) == set()


ODD: list[Callable[[str], str]] = [
    lambda key: f"/LEZEN/{key}/",
    lambda key: f"/Lezen/{key}/advies/",
    lambda key: f"/lezen/{key.swapcase()}/",
    lambda key: f"/lezen/{key}",
    lambda key: f"//lezen/{key}/",
    lambda key: f"//lezen/{key}",
    lambda key: f"/lezen//{key}/",
    lambda key: f"/lezen/{key}//",
    lambda key: f"/lezen/{key}//advies/",
    lambda key: f"/lezen/{key}/x",
    lambda key: f"/lezen/{key}x/",
    lambda key: f"/lezen/{key} /",
    lambda key: f"/lezen/{key}%20/",
    lambda key: f"/lezen/{key}%00/",
    lambda key: f"/lezen/{key}%0A/",
    lambda key: f"/lezen/{key}/%0A",
    lambda key: f"/lezen/{key}/controle/%0D%0AX: y/",
    lambda key: f"/lezen/{key}%2Fadvies/",
    lambda key: f"/lezen/{key}%C3%28/",
    lambda key: f"/lezen/%{ord(key[0]):02x}{key[1:]}/",
    lambda key: "/lezen/" + "".join(f"%{ord(letter):02X}" for letter in key) + "/",
    lambda key: f"/lezen/{key[:-1]}/",
    lambda key: f"/lezen/{key[:-1]}é/",
    lambda key: f"/lezen/{key};x=1/",
    lambda key: f"/lezen/{key}/voorstel.pdf/",
    lambda key: f"/lezen/{key}/voorstel.pdf%20",
    lambda key: f"/lezen/{key}/dossier.json/",
    lambda key: f"/lezen/{key}/../{key}/gegevens/",
    lambda key: f"/lezen/{key}/%2e%2e/{key}/verwijderen/",
    lambda key: f"/lezen/{key}/lezen/{key}/",
    lambda key: f"/lezen/{key}/vraag/4/vraag/4/",
    lambda key: f"/lezen/{key}/beeld/?model=%00&model[]=x&%FF",
    lambda key: f"/lezen/{key}/vergelijken/?m=%00&m=%FF&m={'x' * 4000}",
    lambda key: f"/lezen/{key}/uitkomst/?vraag=5&was=5b&versie=1&vraag=99&was=%00",
    lambda key: f"/lezen/{key}/controle/?van=controle&punt=//elders.example",
    lambda key: f"/dossier/{key}/beeld/?next=//elders.example&%0D%0AX:y",
    lambda key: f"/dossier/{key}/vraag/4/?naar=//elders.example",
    lambda key: f"/dossier/{key}//",
    lambda key: "/lezen/",
    lambda key: "/lezen",
]


@pytest.mark.parametrize("kind", ["read_key", "edit_key"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_an_odd_address_with_a_key_is_no_error_of_ours(dossier: Dossier, method: str, kind: str) -> None:
    before, client = dump(), Client()
    for odd in ODD:
        address = odd(getattr(dossier, kind))
        if kind == "edit_key" and address.startswith("/dossier/"):
            continue
        response = ask(client, method, address)
        assert response.status_code in {200, 301, 302, 403, 404, 405}, address
        if kind == "read_key":
            assert_tells_nothing(response, dossier, address)
        if address.startswith("/lezen/"):
            assert response["Cache-Control"] == "private, no-store", address
        if kind == "edit_key":
            assert response.status_code in {301, 404, 405}, address
            assert "Regiostaf Brabant-Noord" not in response.content.decode(errors="replace"), address
    assert changed(before, dump()) == set()


def test_whoever_reads_one_dossier_gets_nowhere_in_another(client: Client, dossier: Dossier) -> None:
    other = make_dossier(CLASHING)
    client.get(f"/dossier/{other.edit_key}/")
    before = dump()
    for page in PAGES:
        assert client.post(f"/lezen/{dossier.read_key}/{page}", BODY).status_code in {403, 404, 405}
    assert changed(before, dump()) == set()
