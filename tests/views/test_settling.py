"""Settling on screen: what is shown is what is settled, once."""

from datetime import date, timedelta

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from checklist import services, settled_making
from checklist.domain.dossier import Action, Answer
from checklist.domain.proposal import Proposal, Risk
from checklist.domain.settled.frozen import Frozen
from checklist.export.pdf import RenderBusy
from checklist.models import AdviesFile, Dossier, SettledAdvies
from checklist.views import settling as settling_view
from tests.dossiers import CLASHING, make_dossier, opened, question_body, question_url
from tests.pages import Page
from tests.views.settling import SURE, address, form_of, quick_files, settle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled_making, "make_files", quick_files)


@pytest.fixture
def dossier() -> Dossier:
    """With a contradiction, open questions, an empty afronding, and names in every field for names."""
    named = Proposal(submitter="I. Indiener", risks=(Risk("Geen tijd", owner="E. Eigenaar"),))
    return make_dossier(CLASHING, actions=(Action("", "Bellen", "A. Actie"),), proposal=named)


def page_of(client: Client, dossier: Dossier, query: str = "") -> Page:
    return Page(client.get(address(dossier, query)))


def text_on_screen(page: Page) -> str:
    return " ".join(page.find("article")[0].text.split())


def test_the_page_names_what_is_open_and_leads_there(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier)
    for heading in ("Open vragen", "Tegenspraken waarover niets is afgesproken", "Lege velden van de afronding"):
        assert heading in [one.text for one in page.find("h3")]
    assert page.find("a", href=question_url(dossier, 4))
    assert page.find("a", href=reverse("check", args=[dossier.edit_key]) + "#punt-2a-5a")
    assert page.find("a", href=reverse("closing", args=[dossier.edit_key]) + "#veld-vergaderdatum")


def test_a_contradiction_that_the_kring_keeps_is_no_gap(client: Client, dossier: Dossier) -> None:
    services.keep_tension(opened(dossier), 1, "Met opzet.", based_on=0)
    assert "Tegenspraken waarover niets is afgesproken" not in page_of(client, dossier).text


def test_a_pair_without_the_agreement_that_it_needs_is_a_gap(client: Client) -> None:
    dossier = make_dossier({1: Answer(("1a",)), 10: Answer(("10b",))})
    heading = "Keuzes waarbij nog een afspraak ontbreekt"
    page = page_of(client, dossier)
    assert heading in [one.text for one in page.find("h3")]
    (gap,) = page.find("a", href=reverse("check", args=[dossier.edit_key]) + "#punt-1a-10b")
    assert gap.text == "Wanneer vragen wij het bestuur om geld voor de regiostaf?"
    assert Page(client.get(reverse("check", args=[dossier.edit_key]))).find("li", id="punt-1a-10b")
    services.keep_tension(opened(dossier), 10, "Na de begroting.", based_on=0)
    assert heading not in page_of(client, dossier).text


def test_a_detail_that_is_not_chosen_is_a_gap(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7a",))})
    assert "Deelkeuzes die nog niet zijn gemaakt" in page_of(client, dossier).text


def test_the_page_names_the_people_in_the_fields_and_says_that_free_texts_stay(
    client: Client, dossier: Dossier
) -> None:
    text = page_of(client, dossier).text
    for where, name in {
        "Aanwezig bij de vergadering": "A. Jansen, Oss",
        "Indiener": "I. Indiener",
        "Eigenaar van een risico": "E. Eigenaar",
        "Wie een actie doet": "A. Actie",
    }.items():
        assert f"{where} {name}" in text
    assert "De opsteller, motiveringen en andere vrije teksten blijven zoals ze zijn" in text


@pytest.mark.parametrize(("query", "named"), [("", False), ("?namen=zonder", False), ("?namen=met", True)])
def test_the_text_on_screen_has_names_when_asked(client: Client, dossier: Dossier, query: str, named: bool) -> None:
    text = text_on_screen(page_of(client, dossier, query))
    assert ("I. Indiener" in text) == named


def test_the_day_of_the_kring_is_that_of_the_dossier(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier)
    assert page.find("input", name="datum")[0].attributes["value"] == "2026-11-24"
    assert "met 24 november 2026 als datum" in page.text


def test_another_day_gives_another_text(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier, "?datum=2026-11-20&namen=zonder")
    assert "met 20 november 2026 als datum" in page.text
    _, of_its_own_day = form_of(client, dossier)
    assert page.find("input", name="based_on")[0].attributes["value"] != of_its_own_day["based_on"][0]


def test_the_text_on_screen_says_that_it_is_a_proof(client: Client, dossier: Dossier) -> None:
    text = text_on_screen(page_of(client, dossier))
    assert "PROEFDRUK" in text
    assert "nog niet vastgesteld" in text


def test_the_voorstel_of_a_concept_that_was_withdrawn_says_so(client: Client, dossier: Dossier) -> None:
    withdraw = reverse("withdraw", args=[dossier.edit_key])
    client.post(withdraw, {"on": "2026-11-25", "because": "De raad van Oss wacht."})
    page = Page(client.get(reverse("advies", args=[dossier.read_key])))
    assert "Ingetrokken op 25 november 2026" in text_on_screen(page)
    assert "De raad van Oss wacht." in text_on_screen(page)


@pytest.mark.parametrize("day", ["2026-02-30", "morgen", ""])
def test_a_day_that_is_none_gives_no_text_to_settle(client: Client, dossier: Dossier, day: str) -> None:
    page = page_of(client, dossier, f"?datum={day}&namen=zonder")
    assert page.title.startswith("Fout: ")
    assert not page.find("article")
    assert not page.find("input", name="based_on")


def test_a_day_to_come_gives_no_text_to_settle(client: Client, dossier: Dossier) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = page_of(client, dossier, f"?datum={tomorrow.isoformat()}&namen=zonder")
    assert "Deze datum is nog niet geweest." in page.text
    assert not page.find("input", name="based_on")


def test_a_dossier_of_a_day_to_come_starts_with_today(client: Client, dossier: Dossier) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(date=timezone.localdate() + timedelta(days=9))
    value = page_of(client, dossier).find("input", name="datum")[0].attributes["value"]
    assert value == timezone.localdate().isoformat()


@pytest.mark.parametrize(("day", "years", "until"), [("2026-11-24", 20, "2046-11-24"), ("2024-02-29", 3, "2027-02-28")])
def test_until_when_it_is_kept_is_proposed_from_the_setting(
    client: Client, dossier: Dossier, day: str, years: int, until: str
) -> None:
    with override_settings(ADVIES_KEEP_YEARS=years):
        page = page_of(client, dossier, f"?datum={day}&namen=zonder")
    assert page.find("input", name="keep_until")[0].attributes["value"] == until


def test_the_page_says_that_this_is_no_archive_and_that_only_a_version_corrects(
    client: Client, dossier: Dossier
) -> None:
    text = page_of(client, dossier).text
    assert "Zet het document ook in het zaaksysteem van uw organisatie." in text
    assert "verbeteren kan alleen met een nieuwe versie" in text


def test_settling_makes_a_version_with_its_document_and_shows_it(client: Client, dossier: Dossier) -> None:
    response = settle(client, dossier)
    assert response["Location"] == reverse("settled", args=[dossier.edit_key])
    (version,) = SettledAdvies.objects.filter(dossier=dossier)
    assert (version.settled_on, version.keep_until, version.names) == (date(2026, 11, 24), date(2046, 11, 24), False)
    assert AdviesFile.objects.filter(act__advies=version).count() == 1


def test_what_was_asked_in_the_address_is_settled(client: Client, dossier: Dossier) -> None:
    settle(client, dossier, "?datum=2026-11-20&namen=met", keep="blijvend")
    version = SettledAdvies.objects.get(dossier=dossier)
    assert (version.settled_on, version.keep_until, version.names) == (date(2026, 11, 20), None, True)


def test_who_keeps_it_for_ever_needs_no_date(client: Client, dossier: Dossier) -> None:
    settle(client, dossier, keep="blijvend", keep_until="ooit")
    assert SettledAdvies.objects.get(dossier=dossier).keep_until is None


def test_without_the_confirmation_nothing_is_settled(client: Client, dossier: Dossier) -> None:
    action, body = form_of(client, dossier)
    page = Page(client.post(action, body))
    assert "Zet eerst een vinkje. Er is nog niets vastgesteld." in page.text
    assert not SettledAdvies.objects.exists()


def test_it_can_be_kept_longer_and_not_shorter_than_is_proposed(client: Client, dossier: Dossier) -> None:
    page = Page(settle(client, dossier, keep_until="2046-11-23"))
    assert "Kies 24 november 2046 of een latere datum." in page.text
    settle(client, dossier, keep_until="2060-01-01")
    assert SettledAdvies.objects.get().keep_until == date(2060, 1, 1)


def test_a_text_that_changed_meanwhile_is_not_settled_and_shown_anew(client: Client, dossier: Dossier) -> None:
    action, body = form_of(client, dossier)
    client.post(question_url(dossier, 4), question_body(4, "4c", motivation="Nieuw."))
    response = client.post(action, body | SURE)
    page = Page(response)
    assert response.status_code == 409
    assert "Het voorstel is intussen gewijzigd. Bekijk het opnieuw." in page.text
    assert page.find("input", name="based_on")[0].attributes["value"] != body["based_on"][0]
    assert not SettledAdvies.objects.exists()


def test_a_form_without_the_hash_of_its_text_settles_nothing(client: Client, dossier: Dossier) -> None:
    assert client.post(address(dossier), SURE).status_code == 409
    assert not SettledAdvies.objects.exists()


def test_who_settles_second_is_told_so_with_a_link(client: Client, dossier: Dossier) -> None:
    action, body = form_of(client, dossier)
    client.post(action, body | SURE)
    response = client.post(action, body | SURE)
    assert response.status_code == 409
    assert Page(response).find("a", href=reverse("settled", args=[dossier.edit_key]))
    assert SettledAdvies.objects.count() == 1


def test_the_page_of_what_is_settled_already_leads_there(client: Client, dossier: Dossier) -> None:
    settle(client, dossier)
    assert client.get(address(dossier))["Location"] == reverse("settled", args=[dossier.edit_key])


def test_settled_is_settled_when_the_document_cannot_be_made(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise RenderBusy

    monkeypatch.setattr(settled_making, "make_files", busy)
    page = Page(client.get(settle(client, dossier)["Location"]))
    assert "Het voorstel is vastgesteld. Het document wordt gemaakt." in page.text
    assert "De vorige keer lukte het niet: Er werden al andere documenten gemaakt." in page.text
    monkeypatch.setattr(settled_making, "make_files", quick_files)
    make = page.form("/vastgesteld/document/")
    made = Page(client.post(make.action, make.values, follow=True))
    assert "Het document is gemaakt." in made.text
    assert "Het document wordt gemaakt." not in made.find("main")[0].text


def test_a_proof_is_of_the_text_that_is_shown_and_is_asked_with_a_post(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    proofs: list[Frozen] = []

    def proof(frozen: Frozen) -> bytes:
        proofs.append(frozen)
        return b"%PDF-"

    monkeypatch.setattr(settling_view, "proof_pdf", proof)
    form = page_of(client, dossier, "?datum=2026-11-20&namen=met").form("/proefdruk.pdf?datum=2026-11-20&namen=met")
    response = client.post(form.action)
    assert response["Content-Disposition"] == 'attachment; filename="proefdruk.pdf"'
    assert [(frozen.settled_on, frozen.names) for frozen in proofs] == [(date(2026, 11, 20), True)]


def test_a_proof_that_cannot_be_made_can_be_asked_again(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: object) -> None:
        raise RenderBusy

    monkeypatch.setattr(settling_view, "proof_pdf", busy)
    response = client.post(reverse("settling-proof", args=[dossier.edit_key]) + "?datum=2026-11-20&namen=met")
    assert response.status_code == 503
    assert Page(response).form("/proefdruk.pdf?datum=2026-11-20&namen=met")


def test_a_concept_is_withdrawn_and_taken_up_again(client: Client, dossier: Dossier) -> None:
    withdraw = reverse("withdraw", args=[dossier.edit_key])
    client.post(withdraw, {"on": "2026-11-25", "because": "De raad van Oss wacht."})
    overview = reverse("dossier", args=[dossier.read_key])
    assert (
        "De kring heeft dit concept ingetrokken op 25 november 2026. De raad van Oss wacht."
        in Page(client.get(overview)).text
    )
    assert not page_of(client, dossier).find("input", name="sure")
    client.post(withdraw, {"opnemen": "1"})
    assert "ingetrokken" not in Page(client.get(overview)).text
    assert page_of(client, dossier).find("input", name="sure")


def test_the_overview_the_afronding_and_the_voorstel_lead_to_settling(client: Client, dossier: Dossier) -> None:
    for name in ("dossier", "advies"):
        assert Page(client.get(reverse(name, args=[dossier.edit_key]))).find("a", href=address(dossier)), name
        assert not Page(client.get(reverse(name, args=[dossier.read_key]))).find("a", href=address(dossier)), name
    closing = reverse("closing", args=[dossier.edit_key])
    form = Page(client.get(closing)).forms[0]
    assert client.post(closing, form.values | {"naar": "vaststellen"})["Location"] == address(dossier)
