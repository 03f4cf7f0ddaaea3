"""The leeslink has addresses of its own under /lezen/: it can't be taken for the werklink, and old ones lead there."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from checklist.domain.advies.reading import Reading
from checklist.keys import EditKey, ReadKey
from checklist.models import Dossier
from checklist.urls import KeyConverter
from tests.dossiers import CLASHING, make_dossier
from tests.pages import Page
from tests.urls_to_visit import (
    BEHIND_A_KEY,
    OF_ALL,
    OF_QUESTIONS,
    UNKNOWN_CODE,
    old_addresses,
    pages_to_read,
    reading_visits,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_pdf")]

KEY = "k" * 32
SETTLED = ("settled-snapshot", "settled-html", "settled-zip")
WITH_A_DOCUMENT = ("advies", "verslag", "reglement", "downloads")
SLUGS = (
    "managementraad",
    "adoptieregeling",
    "veiligheidsmanager",
    "onafhankelijk-secretaris",
    "overkoepelend-directeur",
)


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier(CLASHING)


@pytest.mark.parametrize("name", [*pages_to_read(EditKey(KEY)), "question", "presence"])
def test_by_the_kind_of_its_key_a_page_has_its_address(name: str) -> None:
    more: dict[str, tuple[object, ...]] = dict.fromkeys(SETTLED, (UNKNOWN_CODE,))
    more |= {"question": ("4",), "settled-file": (UNKNOWN_CODE, 1, "pdf")}
    edit, read = (reverse(name, args=[key, *more.get(name, ())]) for key in (EditKey(KEY), ReadKey(KEY)))
    assert edit.startswith(f"/dossier/{KEY}/")
    assert read == edit.replace("/dossier/", "/lezen/", 1)


def test_text_that_is_no_key_of_either_kind_has_no_address() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("dossier", args=[KEY])


@pytest.mark.parametrize("name", ["dossier-links", "dossier-title-page", "dossier-delete", "repair"])
def test_what_changes_a_dossier_has_no_address_for_readers(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name, args=[ReadKey(KEY)])


def test_a_dossier_tells_its_keys_apart(dossier: Dossier) -> None:
    stored = Dossier.objects.get(pk=dossier.pk)
    for found in (dossier, stored):
        assert (type(found.edit_key), type(found.read_key)) == (EditKey, ReadKey)


def routes_with_a_key(
    patterns: list[URLPattern | URLResolver], before: str = "", *, keyed: bool = False
) -> Iterator[str]:
    """The route of every address that has a key in it, by what Django itself knows of them."""
    for pattern in patterns:
        route, converters = before + str(pattern.pattern), pattern.pattern.converters.values()
        has_key = keyed or any(isinstance(converter, KeyConverter) for converter in converters)
        if isinstance(pattern, URLResolver):
            yield from routes_with_a_key(pattern.url_patterns, route, keyed=has_key)
        elif has_key:
            yield route


def test_every_address_with_a_key_is_under_one_of_two_and_private(client: Client, dossier: Dossier) -> None:
    routes = list(routes_with_a_key(get_resolver().url_patterns))
    assert len(routes) > 20
    assert {route.partition("<")[0] for route in routes} == {"dossier/", "lezen/"}
    for route in routes:
        asked = route.replace("<edit_key:key>", dossier.edit_key).replace("<read_key:key>", dossier.read_key)
        asked = asked.replace("<str:gemeente>", "GM0828")
        settled = asked.replace("<code:code>", UNKNOWN_CODE).replace("<int:act>/<file_kind:kind>", "1/pdf")
        response = client.get("/" + settled.replace("<step:step>", "4"))
        # Nothing is settled here.
        assert response.status_code in ({404} if UNKNOWN_CODE in settled else {200, 302}), route
        assert response["Cache-Control"] == "private, no-store", route
        assert response["X-Robots-Tag"] == "noindex", route
        assert response["Referrer-Policy"] == "same-origin", route


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_old_leeslink_leads_for_ever_to_the_same_page_for_readers(
    client: Client, dossier: Dossier, method: str
) -> None:
    for old, new in old_addresses(dossier).items():
        response = client.generic(method, old)
        assert (response.status_code, response["Location"]) == (301, new), old
        assert response["Cache-Control"] == "private, no-store"
        path, _, query = new.partition("?")
        found = Client().generic(method, path, QUERY_STRING=query).status_code
        assert found in ({404} if UNKNOWN_CODE in new else {200, 302}), new


def test_an_old_address_keeps_its_query_as_it_is(client: Client, dossier: Dossier) -> None:
    query = "model=managementraad&x=%C3%A9%20%0D%0AX:%20y&m=a&m=b"
    response = client.get(f"/dossier/{dossier.read_key}/beeld/?{query}")
    assert response["Location"] == f"/lezen/{dossier.read_key}/beeld/?{query}"


def test_a_pdf_asked_from_a_page_that_was_open_still_comes(client: Client, dossier: Dossier) -> None:
    assert client.post(f"/dossier/{dossier.read_key}/voorstel.pdf").status_code == 200


def test_a_question_leads_to_the_overzicht(client: Client, dossier: Dossier) -> None:
    overview = reverse("dossier", args=[dossier.read_key])
    for name in OF_QUESTIONS:
        address = reverse(name, args=[dossier.read_key] if name in OF_ALL else [dossier.read_key, 4])
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (302, overview), name
        refused = client.post(address)
        assert refused.status_code == 403, name
        assert "Om te wijzigen hebt u de werklink nodig." in refused.content.decode()


def test_under_lezen_nobody_finds_out_that_a_key_is_a_werklinks(client: Client, dossier: Dossier) -> None:
    for visit in reading_visits(dossier):
        path = urlsplit(visit.address).path
        for method in ("GET", "HEAD", "POST", "PUT", "OPTIONS"):
            here, there = (
                client.generic(method, path.replace(dossier.read_key, key)) for key in (dossier.edit_key, KEY)
            )
            assert here.status_code in {404, 405}, (method, path)
            assert (here.status_code, here.content) == (there.status_code, there.content), (method, path)
    pasted = client.post(reverse("dossier-open"), {"link": f"http://testserver/lezen/{dossier.edit_key}/"})
    assert "Bij deze link hoort geen dossier." in pasted.content.decode()
    assert "dossiers" not in client.cookies


def test_no_page_for_readers_has_an_address_of_the_werklinks(client: Client, dossier: Dossier) -> None:
    for visit in reading_visits(dossier):
        response = client.get(visit.address)
        said = response.content.decode(errors="replace") + response.get("Location", "")
        assert "/dossier/" not in said.replace(reverse("dossier-new"), ""), visit.address
        assert dossier.edit_key not in said, visit.address


@pytest.mark.parametrize("before", BEHIND_A_KEY)
def test_a_pasted_leeslink_leads_to_lezen(client: Client, dossier: Dossier, before: str) -> None:
    pasted = f"https://elders.example{before}{dossier.read_key}/advies/"
    response = client.post(reverse("dossier-open"), {"link": pasted})
    assert response["Location"] == f"/lezen/{dossier.read_key}/"


def fields_of(page: Page) -> list[str]:
    """What of a page is filled in or sends something; a button of another type only shows something."""
    sending = [button for button in page.find("button") if button.attributes.get("type", "submit") != "button"]
    return [
        *(f"{tag} {one.attributes}" for tag in ("form", "input", "textarea", "select") for one in page.find(tag)),
        *(f"button {button.attributes}" for button in sending),
    ]


def test_no_page_for_readers_has_a_field(client: Client, dossier: Dossier) -> None:
    looked_at = set()
    for visit in reading_visits(dossier):
        if visit.html and visit.status == 200:
            page = Page(client.get(visit.address))
            looked_at.add(urlsplit(visit.address).path.split("/")[3])
            if visit.address in {reverse(name, args=[dossier.read_key]) for name in WITH_A_DOCUMENT}:
                continue  # these pages ask for a document: the test below
            assert fields_of(page) == [], visit.address
    assert looked_at >= {"", "controle", "uitkomst", "vergelijken", "beeld", *WITH_A_DOCUMENT}


def test_the_forms_for_readers_ask_for_a_document_and_have_nothing_to_fill_in(client: Client, dossier: Dossier) -> None:
    for where, documents in {
        "advies": ["voorstel-pdf"],
        "downloads": [f"{reading}-pdf" for reading in Reading],
    }.items():
        page = Page(client.get(reverse(where, args=[dossier.read_key])))
        assert [form.action for form in page.forms] == [reverse(name, args=[dossier.read_key]) for name in documents]
        fields = [(field.attributes["type"], field.attributes["name"]) for field in page.find("input")]
        assert fields == [("hidden", "csrfmiddlewaretoken")] * len(documents)
        assert not page.find("textarea")
        assert not page.find("select")


def test_readers_lay_a_model_over_the_keuzekaart_with_a_link(client: Client, dossier: Dossier) -> None:
    address = reverse("dossier-drawings", args=[dossier.read_key])
    page = Page(client.get(address))
    links = {link.attributes["href"]: link.text for link in page.find("a") if "model=" in link.attributes["href"]}
    assert len(links) == 9
    assert links["?model=managementraad#keuzekaart"] == "Managementraad"
    laid = Page(client.get(f"{address}?model=managementraad"))
    assert "Managementraad ligt over de kaart" in " ".join(laid.text.split())
    assert not laid.find("a", href="?model=managementraad#keuzekaart")
    assert [link.text for link in laid.find("a", href="?#keuzekaart")] == ["Geen model"]


def choosing(client: Client, dossier: Dossier, *slugs: str) -> dict[str, str]:
    """Where the links lead that put a model beside the kring or take it away, by their text."""
    query = "&".join(f"m={slug}" for slug in slugs)
    page = Page(client.get(f"{reverse('dossier-compare', args=[dossier.read_key])}?{query}"))
    return {link.text: link.attributes["href"] for link in page.find("a") if link.attributes["href"].startswith("?")}


def test_readers_choose_the_models_to_compare_with_links(client: Client, dossier: Dossier) -> None:
    none, one = choosing(client, dossier), choosing(client, dossier, "managementraad")
    assert len(none) == 9
    assert none["Managementraad erbij zetten"] == "?m=managementraad"
    assert one["Managementraad weghalen"] == "?"
    assert one["Adoptieregeling erbij zetten"] == "?m=adoptieregeling&m=managementraad"


def test_readers_compare_no_more_models_than_fit(client: Client, dossier: Dossier) -> None:
    four = choosing(client, dossier, *SLUGS[:4])
    assert len(four) == 4
    assert all(text.endswith(" weghalen") for text in four)
    five = choosing(client, dossier, *SLUGS[:5])
    assert len(five) == 5
    assert all(text.endswith(" weghalen") for text in five)
