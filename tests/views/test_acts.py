"""What is recorded after settling, on screen."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from checklist import selectors, services, settled_making
from checklist.domain.decision_content import Organ
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.settled.value import ActKind, NewAct
from checklist.models import Action, AdviesAct, AdviesFile, Dossier, Option, Question
from tests.dossiers import CLASHING, action_body, make_dossier, opened
from tests.pages import Form, Page
from tests.views.settling import quick_files, settle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled_making, "make_files", quick_files)


@pytest.fixture
def dossier(client: Client) -> Dossier:
    """Settled, with a contradiction that stops its decision."""
    dossier = make_dossier(CLASHING)
    settle(client, dossier)
    return dossier


def page_of(client: Client, dossier: Dossier) -> Page:
    return Page(client.get(reverse("settled", args=[dossier.edit_key])))


def forms_of(page: Page) -> dict[str, Form]:
    return {form.values["handeling"][0]: form for form in page.forms if "handeling" in form.values}


def send(client: Client, dossier: Dossier, kind: str, page: Page | None = None, **typed: str) -> Any:
    form = forms_of(page or page_of(client, dossier))[kind]
    return client.post(form.action, form.values | {f"{kind}-{name}": value for name, value in typed.items()})


def kinds_of(dossier: Dossier) -> list[str]:
    acts = AdviesAct.objects.filter(advies__dossier=dossier).order_by("number")
    return list(acts.values_list("kind", flat=True))


def test_it_is_offered_to_the_organ_on_its_cover_with_files_of_its_own(client: Client, dossier: Dossier) -> None:
    response = send(client, dossier, "aangeboden", on="2026-11-25")
    assert response["Location"] == reverse("settled", args=[dossier.edit_key])
    act = AdviesAct.objects.get(number=2)
    assert (act.organ, act.date) == (Organ.AB.value, date(2026, 11, 25))
    assert AdviesFile.objects.filter(act=act).count() == 1


def test_offering_with_a_stop_says_what_comes_on_page_2(client: Client, dossier: Dossier) -> None:
    text = page_of(client, dossier).text
    assert "Dit voorstel kan zo niet worden besloten. Biedt u het toch aan, dan staat dat op bladzijde 2." in text


def test_offering_without_a_stop_says_nothing_of_it(client: Client) -> None:
    file = (settings.BASE_DIR / "fixtures" / "dossiers" / "vol-voorstel.json").read_bytes()
    value = parse_dossier(file, selectors.content_all(), selectors.gemeenten_by_region())
    dossier = services.create_dossier(replace(value, date=date(2026, 11, 24)))
    settle(client, dossier)
    assert "Biedt u het toch aan" not in page_of(client, dossier).text


def test_offering_names_the_empty_fields(client: Client, dossier: Dossier) -> None:
    text = page_of(client, dossier).text
    assert "Dit staat niet in het document:" in text


@pytest.mark.parametrize(
    ("acts", "offered"),
    [
        ((), ["aangeboden", "besluit", "ingetrokken", "heropend", "verbeterd"]),
        (("aangeboden",), ["besluit", "verplaatst", "ingetrokken", "heropend", "verbeterd"]),
        (("aangeboden", "besluit"), ["besluit", "verbeterd"]),
        (("ingetrokken",), ["verbeterd"]),
    ],
)
def test_only_what_may_follow_is_offered(
    client: Client, dossier: Dossier, acts: tuple[str, ...], offered: list[str]
) -> None:
    for kind in acts:
        outcome = "ongewijzigd" if kind == "besluit" else ""
        assert send(client, dossier, kind, on="2026-11-25", outcome=outcome).status_code == 302
    assert [*forms_of(page_of(client, dossier))] == offered


def test_a_decision_with_a_change_has_its_text(client: Client, dossier: Dossier) -> None:
    send(client, dossier, "aangeboden", on="2026-11-25")
    refused = Page(send(client, dossier, "besluit", on="2026-11-26", outcome="gewijzigd"))
    assert "Schrijf op wat er anders is besloten." in refused.text
    assert refused.title.startswith("Fout: ")
    send(client, dossier, "besluit", on="2026-11-26", outcome="gewijzigd", text="Vanaf 1 mei.")
    text = page_of(client, dossier).text
    assert "Besluit van het algemeen bestuur: aangenomen met een wijziging" in text
    assert "Vanaf 1 mei." in text


def test_a_form_that_is_refused_stays_open_with_what_was_typed(client: Client, dossier: Dossier) -> None:
    page = Page(send(client, dossier, "heropend", text=""))
    assert "Schrijf in één zin waarom u deze versie heropent." in page.text
    opened_forms = [one for one in page.find("details") if "open" in one.attributes and "Heropenen" in one.text]
    assert len(opened_forms) == 1
    assert kinds_of(dossier) == ["vastgesteld"]


def test_opening_again_makes_the_dossier_one_that_can_be_changed(client: Client, dossier: Dossier) -> None:
    send(client, dossier, "heropend", text="De raad van Oss wacht.")
    assert opened(dossier).can_edit
    assert "Heropend op" in page_of(client, dossier).text


def test_a_concept_that_was_withdrawn_after_opening_again_is_nowhere_worked_on(
    client: Client, dossier: Dossier
) -> None:
    send(client, dossier, "heropend", text="De raad van Oss wacht.")
    services.withdraw_concept(opened(dossier), date(2026, 11, 26), "Geen geld.")
    for name, says in {
        "dossier": "De kring heeft dit concept ingetrokken op 26 november 2026. Geen geld.",
        "settled": "De kring heeft het concept van versie 2 ingetrokken op 26 november 2026. Dit is de laatste versie.",
        "downloads": "De kring heeft het heropend; het concept van versie 2 is ingetrokken.",
        "check": "(concept van versie 2, ingetrokken op 26 november 2026)",
    }.items():
        text = Page(client.get(reverse(name, args=[dossier.edit_key]))).text
        assert says in text, name
        assert "werkt aan versie 2" not in text, name


def test_a_correction_leaves_both_on_the_time_line(client: Client, dossier: Dossier) -> None:
    send(client, dossier, "aangeboden", on="2026-11-26")
    send(client, dossier, "verbeterd", corrects="2", on="2026-11-25")
    text = page_of(client, dossier).text
    assert "26 november 2026 Aangeboden aan het algemeen bestuur (daarna verbeterd)" in text
    assert "De datum is 25 november 2026" in text


def test_the_day_of_the_kring_is_everywhere_the_one_that_was_put_right(client: Client, dossier: Dossier) -> None:
    send(client, dossier, "verbeterd", corrects="1", on="2026-11-20")
    text = page_of(client, dossier).text
    assert "Verbetering bij: Vastgesteld door de kring, 24 november 2026. De datum is 20 november 2026" in text
    assert "20 november 2026 Verbetering" not in text
    assert "Versie 1: vastgesteld op 20 november 2026 Vastgesteld 20 november 2026 Code" in text
    for name in ("advies", "verslag", "dossier"):
        shown = Page(client.get(reverse(name, args=[dossier.edit_key]))).text
        assert "vastgesteld op 20 november 2026" in shown, name
        assert "vastgesteld op 24 november 2026" not in shown, name


def test_who_records_second_is_told_so_with_the_time_line_and_can_record_it_after_all(
    client: Client, dossier: Dossier
) -> None:
    before = page_of(client, dossier)
    send(client, dossier, "aangeboden", on="2026-11-25")
    response = send(client, dossier, "ingetrokken", before, on="2026-11-26", text="Te laat.")
    page = Page(response)
    assert response.status_code == 409
    assert "Iemand anders was u voor" in page.text
    assert "Aangeboden aan het algemeen bestuur" in page.text
    assert kinds_of(dossier) == ["vastgesteld", "aangeboden"]
    again = forms_of(page)["ingetrokken"]
    assert again.values["ingetrokken-text"] == ["Te laat."]
    assert client.post(again.action, again.values).status_code == 302
    assert kinds_of(dossier) == ["vastgesteld", "aangeboden", "ingetrokken"]


@pytest.mark.parametrize("again", ["ongewijzigd", "afgewezen"])
def test_who_decides_second_is_told_so_though_that_organ_can_not_decide_any_more(
    client: Client, dossier: Dossier, again: str
) -> None:
    send(client, dossier, "aangeboden", on="2026-11-25")
    page = page_of(client, dossier)
    decision = {"organ": Organ.AB.value, "on": "2026-11-26"}
    send(client, dossier, "besluit", page, outcome="gewijzigd", text="Eerst een proef.", **decision)
    response = send(client, dossier, "besluit", page, outcome=again, **decision)
    assert response.status_code == 409
    text = Page(response).text
    assert "Iemand anders was u voor" in text
    assert "Dat orgaan kan nu niet besluiten. Kies een ander orgaan." in text
    assert kinds_of(dossier) == ["vastgesteld", "aangeboden", "besluit"]


def test_a_text_for_which_there_is_no_form_any_more_can_be_copied(client: Client, dossier: Dossier) -> None:
    before = page_of(client, dossier)
    send(client, dossier, "ingetrokken", on="2026-11-25")
    page = Page(send(client, dossier, "heropend", before, text="De raad van Oss wacht."))
    assert "Wat u typte, kan nu niet meer worden vastgelegd." in page.text
    assert "De raad van Oss wacht." in page.text
    assert "heropend" not in forms_of(page)


def test_an_act_on_a_version_that_was_replaced_is_told_so(client: Client, dossier: Dossier) -> None:
    before = page_of(client, dossier)
    send(client, dossier, "heropend", text="De raad van Oss wacht.")
    settle(client, dossier)
    assert send(client, dossier, "aangeboden", before, on="2026-11-25").status_code == 409
    assert kinds_of(dossier).count("aangeboden") == 0


@pytest.mark.parametrize("kind", ["", "vastgesteld", "vernietigd"])
def test_a_kind_of_act_that_has_no_form_leads_to_the_page(client: Client, dossier: Dossier, kind: str) -> None:
    response = client.post(reverse("settled-act", args=[dossier.edit_key]), {"handeling": kind})
    assert response.status_code == 302
    assert kinds_of(dossier) == ["vastgesteld"]


def test_who_reads_sees_all_and_has_nothing_to_fill_in(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(reverse("settled", args=[dossier.read_key])))
    assert "Vastgesteld door de kring" in page.text
    assert not page.forms


def test_no_act_comes_with_the_leeslink(client: Client, dossier: Dossier) -> None:
    for name in ("settled-act", "settled-make", "settled-clear", "settling", "settling-proof", "withdraw"):
        old = reverse(name, args=[dossier.edit_key]).replace(dossier.edit_key, dossier.read_key)
        assert client.post(old, {"handeling": "ingetrokken"}).status_code == 403, name
        assert client.post(old.replace("/dossier/", "/lezen/")).status_code == 404, name
    assert kinds_of(dossier) == ["vastgesteld"]


def test_a_document_is_made_of_a_version_of_this_dossier_alone(client: Client, dossier: Dossier) -> None:
    other = make_dossier()
    settle(client, other)
    code = AdviesAct.objects.get(advies__dossier=other).advies.code
    assert client.post(reverse("settled-make", args=[dossier.edit_key]), {"code": code}).status_code == 404


def test_clearing_out_asks_twice_and_leaves_what_is_settled(client: Client) -> None:
    dossier = make_dossier(CLASHING)
    client.post(reverse("check", args=[dossier.edit_key]), action_body("Bellen") | {"naar": "controle"})
    settle(client, dossier)
    address = reverse("settled-clear", args=[dossier.edit_key])
    assert "Er is nog niets gebeurd." in Page(client.post(address)).text
    assert Action.objects.filter(dossier=dossier).count() == 1
    page = Page(client.post(address, {"sure": "on"}, follow=True))
    assert "Het dossier is opgeruimd." in page.text
    assert not Action.objects.filter(dossier=dossier).exists()
    assert kinds_of(dossier) == ["vastgesteld"]


def test_a_dossier_that_was_opened_again_is_not_cleared_out(client: Client, dossier: Dossier) -> None:
    version = opened(dossier).newest
    assert version is not None
    services.add_act(opened(dossier), version, NewAct(ActKind.REOPENED, text="Oss wacht."), seen=1)
    address = reverse("settled-clear", args=[dossier.edit_key])
    assert client.post(address, {"sure": "on"})["Location"] == reverse("settled", args=[dossier.edit_key])
    assert Dossier.objects.get(pk=dossier.pk).present


def test_the_settled_text_on_screen_stays_when_the_content_changes(client: Client, dossier: Dossier) -> None:
    address = reverse("advies", args=[dossier.read_key])
    before = Page(client.get(address)).find("article")[0].text
    Option.objects.update(brief="Heel anders")
    Question.objects.update(short_name="Iets anders")
    after = Page(client.get(address)).find("article")[0].text
    assert "Vastgesteld door de kring op" in " ".join(after.split())
    assert after == before


def test_the_settled_text_on_screen_has_its_state_of_now(client: Client, dossier: Dossier) -> None:
    send(client, dossier, "ingetrokken", on="2026-11-25", text="De raad van Oss wacht.")
    text = " ".join(Page(client.get(reverse("advies", args=[dossier.edit_key]))).find("article")[0].text.split())
    assert "Ingetrokken op 25 november 2026" in text
    assert "De raad van Oss wacht." in text
