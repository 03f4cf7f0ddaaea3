"""Dossiers side by side: which may be chosen, what the page shows of them, from a file too, and the copy to vary in."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer
from checklist.domain.variants.value import VariantTable
from checklist.export.pdf import RenderBusy
from checklist.models import Choice, Dossier
from checklist.views import variants
from tests.content import EXAMPLES
from tests.dossiers import CLASHING, make_dossier
from tests.pages import Page
from tests.site.test_get_leaves_no_trace import changed, dump

pytestmark = pytest.mark.django_db

LINKS = ["edit_key", "read_key"]


def address(dossier: Dossier, name: str = "variants", link: str = "edit_key") -> str:
    return reverse(name, args=[getattr(dossier, link)])


def other_dossier(title: str = "Met een bureau") -> Dossier:
    other = make_dossier({2: Answer(("2b",), "Liever de gemeenten."), 5: Answer(("5b",))})
    Dossier.objects.filter(pk=other.pk).update(title=title)
    return Dossier.objects.get(pk=other.pk)


def open_in(client: Client, *dossiers: Dossier, link: str = "edit_key") -> None:
    for dossier in dossiers:
        client.get(reverse("dossier", args=[getattr(dossier, link)]))


def links(page: Page) -> dict[str, str]:
    """Where the links lead that put a dossier beside this one or take it away, by their words."""
    found = {" ".join(link.text.split()): link.attributes.get("href", "") for link in page.find("a")}
    return {text: href for text, href in found.items() if text.endswith(("erbij zetten", "weghalen"))}


def beside(client: Client, dossier: Dossier, *others: Dossier, link: str = "edit_key") -> str:
    """The address of the page that shows these beside a dossier."""
    open_in(client, *others)
    asked = address(dossier, link=link)
    for other in others:
        found = links(Page(client.get(asked)))
        (asked,) = [href for text, href in found.items() if text.startswith(other.title) and "erbij" in text]
    return asked


@pytest.mark.parametrize("link", LINKS)
def test_two_dossiers_tell_what_differs_and_what_that_does(client: Client, dossier: Dossier, link: str) -> None:
    page = Page(client.get(beside(client, dossier, other_dossier(), link=link)))
    for said in (
        "2. Wat gaat de regiostaf doen? A Advies aan het bestuur B Advies aan de gemeenten",
        "Motivering in B Liever de gemeenten.",
        "Botst Niet meer in B: ‘advies aan het bestuur’ (vraag 2) en ‘geen directe relatie’ (vraag 5",
        "Tabel 1. Wat elke variant kiest",
        "1. Wie richt de regiostaf op? In beide varianten gelijk nog niet bepaald zoals A",
        "(vraag 5, Veiligheidsregio) Botst niet aan de orde",
    ):
        assert said in page.text


def test_turned_round_the_other_is_the_first(client: Client, dossier: Dossier) -> None:
    asked = beside(client, dossier, other_dossier())
    (turn,) = [link for link in Page(client.get(asked)).find("a") if link.text == "Omdraaien: van B naar A"]
    page = Page(client.get(address(dossier) + turn.attributes["href"]))
    assert "A Advies aan de gemeenten B Advies aan het bestuur" in page.text
    (back,) = [link for link in page.find("a") if link.text == "Omdraaien: van B naar A"]
    assert back.attributes["href"] == f"?{asked.partition('?')[2]}"


def test_two_that_are_the_same_say_so(client: Client, dossier: Dossier) -> None:
    same = make_dossier(CLASHING)
    Dossier.objects.filter(pk=same.pk).update(title="Precies zo")
    same.refresh_from_db()
    assert "A en B zijn gelijk" in Page(client.get(beside(client, dossier, same))).text


def test_four_dossiers_stand_in_one_table(client: Client, dossier: Dossier) -> None:
    others = [other_dossier(title) for title in ("Twee", "Drie", "Vier")]
    page = Page(client.get(beside(client, dossier, *others)))
    heads = [head.text for head in page.find("th", scope="col")]
    assert heads[1:5] == [f"A. {dossier.title}", "B. Twee", "C. Drie", "D. Vier"]
    assert "Wat er verschilt" not in page.text
    assert all(text.endswith("weghalen") for text in links(page))


def test_no_more_than_four_fit(client: Client, dossier: Dossier) -> None:
    others = [other_dossier(title) for title in ("Twee", "Drie", "Vier", "Vijf")]
    four = beside(client, dossier, *others[:3])
    one = beside(client, dossier, others[3])
    page = Page(client.get(f"{four}&{one.partition('?')[2]}"))
    assert "Naast dit dossier passen er hoogstens drie. De eerste drie staan er." in page.text
    assert "D. Vier" in page.text
    assert "E. " not in page.text


def test_no_address_has_the_key_of_another_dossier(client: Client, dossier: Dossier) -> None:
    other = other_dossier()
    asked = beside(client, dossier, other)
    assert re.search(r"\?met=[0-9a-f]{16}$", asked)
    body = client.get(asked).content.decode()
    assert other.edit_key not in body
    assert other.read_key not in body


def test_a_dossier_that_this_browser_never_opened_is_not_shown(dossier: Dossier) -> None:
    asked = beside(Client(), dossier, other_dossier("Van een ander"))
    page = Page(Client().get(asked))
    assert "is niet in deze browser geopend of is verwijderd" in page.text
    assert "Van een ander" not in page.text


@pytest.mark.parametrize("key", LINKS)
def test_a_key_in_the_address_opens_nothing(client: Client, dossier: Dossier, key: str) -> None:
    other = other_dossier("Van een ander")
    page = Page(client.get(address(dossier) + f"?met={getattr(other, key)}"))
    assert "is niet in deze browser geopend" in page.text
    assert "Van een ander" not in page.text


def test_a_dossier_that_was_deleted_is_left_out(client: Client, dossier: Dossier) -> None:
    other = other_dossier()
    asked = beside(client, dossier, other)
    other.delete()
    assert "is niet in deze browser geopend of is verwijderd" in Page(client.get(asked)).text


@pytest.mark.parametrize("query", ["met=", "met=%00", "met=a&met=a", "andersom=1", "met[]=x&%FF", "met=" + "a" * 5000])
def test_an_odd_address_is_no_error(client: Client, dossier: Dossier, query: str) -> None:
    assert client.get(f"{address(dossier)}?{query}").status_code == 200


@pytest.mark.parametrize("link", LINKS)
def test_with_one_dossier_the_page_says_what_to_do(client: Client, dossier: Dossier, link: str) -> None:
    page = Page(client.get(address(dossier, link=link)))
    assert "In deze browser is alleen dit dossier geopend." in page.text
    assert ("Maak een variant van dit dossier" in page.text) == (link == "edit_key")


def test_the_list_that_the_page_shows_is_of_this_browser_alone(client: Client, dossier: Dossier) -> None:
    other_dossier("Van een ander")
    assert "Van een ander" not in Page(client.get(address(dossier))).text


def test_a_dossier_that_was_opened_to_read_can_stand_beside(client: Client, dossier: Dossier) -> None:
    other = other_dossier()
    open_in(client, other, link="read_key")
    (asked,) = links(Page(client.get(address(dossier)))).values()
    assert "B. Met een bureau" in Page(client.get(asked)).text


def test_to_compare_changes_nothing(client: Client, dossier: Dossier) -> None:
    asked = beside(client, dossier, other_dossier())
    before = dump()
    client.get(asked)
    assert changed(before, dump()) == set()


def test_what_was_typed_is_text(client: Client, dossier: Dossier) -> None:
    other = other_dossier("<b>Vet</b>")
    Choice.objects.filter(dossier=other, question__number=2).update(motivation="<script>1</script>")
    body = client.get(beside(client, dossier, other)).content.decode()
    assert "<b>Vet" not in body
    assert "<script>1" not in body


# A file


def send(client: Client, dossier: Dossier, content: bytes, link: str = "edit_key") -> Any:
    target = address(dossier, "variants-file").replace(dossier.edit_key, getattr(dossier, link))
    return client.post(target, {"file": SimpleUploadedFile("d.json", content)})


def test_a_file_stands_beside_the_dossier_and_nothing_is_kept(client: Client, dossier: Dossier) -> None:
    before = dump()
    page = Page(send(client, dossier, (EXAMPLES / "half.json").read_bytes()))
    assert (
        "Voorbeeld: regiostaf Kennemerland (Veiligheidsregio Kennemerland, 24 november 2026, uit het bestand)"
        in page.text
    )
    assert "Wat er verschilt" in page.text
    assert "Van het bestand wordt niets bewaard." in page.text
    assert changed(before, dump()) <= {"checklist_usecount"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{}", "Dit dossierbestand is niet ingelezen."),
        (b"%PDF-1.7", "Kies het dossierbestand: dat eindigt op .json."),
        (b"x" * 3_100_000, "Dit bestand is groter dan 3 MB"),
        (b"", "Dit dossierbestand is niet ingelezen."),
    ],
    ids=["no dossier", "another kind", "too large", "empty"],
)
def test_a_file_that_is_refused_says_why(client: Client, dossier: Dossier, content: bytes, said: str) -> None:
    response = send(client, dossier, content)
    page = Page(response)
    assert response.status_code == 200
    assert said in page.text
    assert "Tabel 1" not in page.text


def test_without_a_file_the_page_asks_for_one(client: Client, dossier: Dossier) -> None:
    page = Page(client.post(address(dossier, "variants-file")))
    assert "Kies eerst een dossierbestand." in page.text


def test_a_reader_sends_no_file(client: Client, dossier: Dossier) -> None:
    assert send(client, dossier, b"{}", link="read_key").status_code == 403
    assert not Page(client.get(address(dossier, link="read_key"))).find("form")


# The appendix


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[VariantTable]:
    """The tables of which a PDF was asked; none is made."""
    asked: list[VariantTable] = []

    def make(table: VariantTable) -> tuple[str, bytes]:
        asked.append(table)
        return "regiostaf-varianten.pdf", b"%PDF-"

    monkeypatch.setattr(variants, "variants_pdf", make)
    return asked


@pytest.mark.parametrize("link", LINKS)
def test_the_page_gives_its_table_as_pdf(
    client: Client, dossier: Dossier, rendered: list[VariantTable], link: str
) -> None:
    page = Page(client.get(beside(client, dossier, other_dossier(), link=link)))
    response = client.post(page.form(page.find("form", id="pdf")[0].attributes["action"]).action)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"] == 'attachment; filename="regiostaf-varianten.pdf"'
    assert [heading.title for heading in rendered[0].headings] == [dossier.title, "Met een bureau"]


def test_a_pdf_of_one_dossier_leads_to_the_page(client: Client, dossier: Dossier, rendered: list[VariantTable]) -> None:
    for response in (client.get(address(dossier, "variants-pdf")), client.post(address(dossier, "variants-pdf"))):
        assert (response.status_code, response["Location"]) == (302, address(dossier))
    assert rendered == []


def test_a_pdf_that_is_not_made_can_be_asked_once_more(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: VariantTable) -> tuple[str, bytes]:
        raise RenderBusy

    monkeypatch.setattr(variants, "variants_pdf", fail)
    query = beside(client, dossier, other_dossier()).partition("?")[2]
    asked = f"{address(dossier, 'variants-pdf')}?{query}"
    response = client.post(asked)
    assert response.status_code == 503
    assert Page(response).form(query).action == asked


# A variant


def test_a_variant_is_a_new_dossier_that_opens_and_is_remembered(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(address(dossier, "variant-new")))
    assert page.form("/variant/").values["title"] == ["Variant van Regiostaf Brabant-Noord"]
    response = client.post(address(dossier, "variant-new"), {"title": "Met een bureau"}, follow=True)
    made = Dossier.objects.get(title="Met een bureau")
    assert response.redirect_chain == [(address(made, "dossier-links"), 302)]
    assert "De variant is gemaakt, met nieuwe links. Het eerste dossier is niet veranderd." in Page(response).text
    assert "Met een bureau" in Page(client.get("/")).text


@pytest.mark.parametrize(
    ("title", "said"), [("", "Geef de variant een titel."), ("x" * 201, "Deze tekst telt 201 tekens.")]
)
def test_a_title_that_is_refused_makes_nothing(client: Client, dossier: Dossier, title: str, said: str) -> None:
    page = Page(client.post(address(dossier, "variant-new"), {"title": title}))
    assert said in page.text
    assert page.form("/variant/").values["title"] == [title]
    assert Dossier.objects.count() == 1


def test_the_title_of_a_variant_of_a_long_one_fits(client: Client, dossier: Dossier) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(title="x" * 200)
    title = Page(client.get(address(dossier, "variant-new"))).form("/variant/").values["title"][0]
    assert title.startswith("Variant van xxx")
    assert len(title) <= 200


def test_a_reader_makes_no_variant(client: Client, dossier: Dossier) -> None:
    asked = address(dossier, "variant-new")
    for target in (asked.replace(dossier.edit_key, dossier.read_key), f"/lezen/{dossier.read_key}/variant/"):
        assert client.post(target, {"title": "Mijn"}).status_code in {403, 404}
    assert Dossier.objects.count() == 1
