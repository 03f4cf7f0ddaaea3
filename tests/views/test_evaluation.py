"""The pages of the evaluatie: to fill in, to settle, and what followed it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist import selectors, settled_making
from checklist.domain.decision_content import Organ
from checklist.domain.dutch import capital
from checklist.domain.evaluatie.value import Finding, Verdict
from checklist.domain.settled.snapshot import cover_of
from checklist.domain.settled.value import ActKind, NewAct, SettledKind
from checklist.domain.state import Outcome
from checklist.export.settled import filled_html
from checklist.models import Dossier, Evaluation
from tests.evaluaties import add, decide, decided, save, settle_evaluatie, settled_dossier
from tests.pages import Page
from tests.views.settling import SURE, quick_files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled_making, "make_files", quick_files)


@pytest.fixture
def dossier() -> Dossier:
    """A dossier on which the bestuur decided otherwise."""
    made = settled_dossier()
    decide(made)
    return made


def page(dossier: Dossier, key: str = "edit_key") -> str:
    return reverse("evaluation", args=[getattr(dossier, key)])


def send(client: Client, dossier: Dossier, **changed: str) -> Any:
    """Look at the page, fill these in and press the button."""
    form = next(form for form in Page(client.get(page(dossier))).forms if "versie-0" in form.values)
    return client.post(page(dossier), form.values | changed)


def test_while_nothing_was_decided_the_page_says_what_it_waits_for(client: Client) -> None:
    waiting = settled_dossier()
    assert "nog niet besloten" in Page(client.get(page(waiting))).text
    assert client.post(page(waiting)).status_code == 409
    assert client.get(reverse("evaluation-settling", args=[waiting.edit_key])).status_code == 302


def test_of_a_rejected_voorstel_the_page_says_that_there_is_nothing_to_look_back_on(client: Client) -> None:
    rejected = settled_dossier()
    decide(rejected, Outcome.REJECTED)
    text = Page(client.get(page(rejected))).text
    assert "Het bestuur nam dit voorstel niet aan." in text
    assert "nog niet besloten" not in text


def test_the_besluiten_stand_there_with_their_numbers_and_what_was_decided_otherwise(
    client: Client, dossier: Dossier
) -> None:
    shown = Page(client.get(page(dossier)))
    points = decided(dossier).points
    assert [legend.text for legend in shown.find("legend")][: len(points)] == [
        f"{point.number} {capital(point.organ.value)}: {point.text}" for point in points
    ]
    assert "Eerst een proef van een jaar." in shown.text


def test_what_is_filled_in_is_saved_and_shown_again(client: Client, dossier: Dossier) -> None:
    response = send(client, dossier, **{"bevinding-0": "anders", "tekst-0": "Later begonnen."})
    assert response.status_code == 302
    found = selectors.findings_of(dossier.pk, decided(dossier).code)["2.1"].finding
    assert found == Finding(Verdict.OTHERWISE, "Later begonnen.")
    values = Page(client.get(page(dossier))).forms[0].values
    assert (values["bevinding-0"], values["tekst-0"]) == (["anders"], ["Later begonnen."])


def test_an_untouched_page_saves_nothing(client: Client, dossier: Dossier) -> None:
    send(client, dossier)
    assert not Evaluation.objects.exists()


def test_a_text_over_its_cap_stays_on_the_page_with_a_reason(client: Client, dossier: Dossier) -> None:
    response = send(client, dossier, **{"tekst-0": "x" * 1001})
    assert "Deze tekst telt 1.001 tekens." in Page(response).text
    assert not Evaluation.objects.exists()


def test_who_comes_second_sees_both(client: Client, dossier: Dossier) -> None:
    form = next(form for form in Page(client.get(page(dossier))).forms if "versie-0" in form.values)
    save(dossier, "2.1", Finding(Verdict.NOT, "Van een ander."))
    response = client.post(page(dossier), form.values | {"bevinding-0": "anders", "tekst-0": "Van mij."})
    assert response.status_code == 409
    shown = Page(response)
    assert "Intussen opgeslagen door een ander: niet ‘Van een ander.’" in shown.text
    again = client.post(page(dossier), next(form for form in shown.forms if "versie-0" in form.values).values)
    assert again.status_code == 302
    found = selectors.findings_of(dossier.pk, decided(dossier).code)["2.1"].finding
    assert found == Finding(Verdict.OTHERWISE, "Van een ander.\n\nVan mij.")


@pytest.mark.parametrize(
    "changed",
    [
        *({"versie-0": "x"}, {"versie-0": ""}, {"getoond-0": "kort"}, {"bevinding-0": "misschien"}),
        {"bevinding-99": "niet", "versie-99": "0"},
    ],
)
def test_what_the_page_itself_put_in_its_form_is_not_to_be_changed(
    client: Client, dossier: Dossier, changed: dict[str, str]
) -> None:
    response = send(client, dossier, **changed)
    assert response.status_code == (302 if "versie-99" in changed else 400)
    assert not Evaluation.objects.exists()


def test_the_leeslink_reads_and_changes_nothing(client: Client, dossier: Dossier) -> None:
    save(dossier, "2.1", Finding(Verdict.NOT, "Geen tijd."))
    shown = Page(client.get(page(dossier, "read_key")))
    assert "Niet. Geen tijd." in shown.text
    assert not any("versie-0" in form.values for form in shown.forms)
    assert client.post(page(dossier, "read_key")).status_code == 403


def settle(client: Client, dossier: Dossier, **changed: str) -> Any:
    address = reverse("evaluation-settling", args=[dossier.edit_key])
    form = next(form for form in Page(client.get(address)).forms if "based_on" in form.values)
    return client.post(form.action, form.values | SURE | changed)


def test_it_is_settled_as_it_is_shown_and_stands_on_a_page_of_its_own(client: Client, dossier: Dossier) -> None:
    response = settle(client, dossier)
    assert response.url == reverse("evaluation-settled", args=[dossier.edit_key])
    (version,) = selectors.versions_of(dossier.pk, SettledKind.EVALUATIE)
    shown = Page(client.get(response.url))
    assert "Vastgestelde evaluatie" in shown.title
    assert version.state.code in shown.text
    assert not any("versie-0" in form.values for form in Page(client.get(page(dossier))).forms)


def test_as_a_proof_it_says_that_it_is_not_settled(client: Client, dossier: Dossier) -> None:
    article = Page(client.get(reverse("evaluation-settling", args=[dossier.edit_key]))).find("article")[0].text
    assert "Proefdruk, nog niet vastgesteld" in article
    assert "Vastgesteld door de kring" not in article


def test_without_the_box_nothing_is_settled(client: Client, dossier: Dossier) -> None:
    assert settle(client, dossier, sure="").status_code == 200
    assert not selectors.versions_of(dossier.pk, SettledKind.EVALUATIE)


def test_what_changed_meanwhile_is_not_settled(client: Client, dossier: Dossier) -> None:
    address = reverse("evaluation-settling", args=[dossier.edit_key])
    form = next(form for form in Page(client.get(address)).forms if "based_on" in form.values)
    save(dossier, "2.1", Finding(Verdict.NOT))
    response = client.post(form.action, form.values | SURE)
    assert response.status_code == 409
    assert "intussen gewijzigd" in Page(response).text


def test_it_is_settled_once(client: Client, dossier: Dossier) -> None:
    address = reverse("evaluation-settling", args=[dossier.edit_key])
    form = next(form for form in Page(client.get(address)).forms if "based_on" in form.values)
    settle_evaluatie(dossier)
    response: Any = client.post(form.action, form.values | SURE)
    assert response.url == reverse("evaluation-settled", args=[dossier.edit_key])
    assert len(selectors.versions_of(dossier.pk, SettledKind.EVALUATIE)) == 1


def test_what_is_typed_while_somebody_settles_is_given_back_and_not_shown_as_settled(
    client: Client, dossier: Dossier
) -> None:
    form = next(form for form in Page(client.get(page(dossier))).forms if "versie-0" in form.values)
    settle_evaluatie(dossier)
    response = client.post(page(dossier), form.values | {"bevinding-0": "anders", "tekst-0": "Van mij."})
    assert response.status_code == 409
    shown = Page(response)
    assert "Besluit 2.1: anders. Van mij." in shown.text
    assert shown.text.count("Van mij.") == 1
    assert not Evaluation.objects.exists()


def test_an_evaluatie_is_offered_to_the_organ_that_decided(client: Client, dossier: Dossier) -> None:
    settle_evaluatie(dossier)
    shown = Page(client.get(reverse("evaluation-settled", args=[dossier.edit_key])))
    form = next(form for form in shown.forms if form.values.get("handeling") == ["aangeboden"])
    response = client.post(form.action, form.values)
    assert response.status_code == 302
    (version,) = selectors.versions_of(dossier.pk, SettledKind.EVALUATIE)
    assert version.state.stand.value == "aangeboden"
    assert version.state.organ == decided(dossier).organ


def test_an_evaluatie_on_which_was_decided_is_not_said_to_be_one_that_can_be_opened_again(
    client: Client, dossier: Dossier
) -> None:
    code, today = settle_evaluatie(dossier).facts.code, timezone.localdate()
    assert "heropent haar eerst" in Page(client.get(page(dossier))).text
    add(dossier, NewAct(ActKind.OFFERED, Organ.AB, today), SettledKind.EVALUATIE)
    add(dossier, NewAct(ActKind.DECIDED, Organ.AB, today, Outcome.UNCHANGED), SettledKind.EVALUATIE)
    assert "heropent haar eerst" not in Page(client.get(page(dossier))).text
    sent = {"handeling": "heropend", "heropend-seen": "3", "heropend-code": code, "heropend-text": "Er ontbrak iets."}
    refused = Page(client.post(reverse("evaluation-act", args=[dossier.edit_key]), sent)).text
    assert "Over deze versie is al besloten. Heropenen kan nu niet." in refused


def test_a_change_to_an_evaluatie_is_where_its_cover_says(dossier: Dossier) -> None:
    settle_evaluatie(dossier)
    today = timezone.localdate()
    add(dossier, NewAct(ActKind.OFFERED, Organ.AB, today), SettledKind.EVALUATIE)
    add(dossier, NewAct(ActKind.DECIDED, Organ.AB, today, Outcome.CHANGED, "Ook de kosten."), SettledKind.EVALUATIE)
    (version,) = selectors.versions_of(dossier.pk, SettledKind.EVALUATIE)
    cover = cover_of(selectors.snapshot_bytes(version))
    html = filled_html(selectors.html_bytes(version), SettledKind.EVALUATIE, version.state, cover)
    assert 0 < html.index("de wijziging staat hieronder") < html.index("Ook de kosten.") < html.index("Waarover</h2>")


@pytest.mark.parametrize(("today", "told"), [("2028-03-31", False), ("2028-04-01", True)])
def test_from_the_day_that_was_planned_the_overview_says_so(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch, today: str, told: bool
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: date.fromisoformat(today))
    shown = Page(client.get(reverse("dossier", args=[dossier.edit_key]))).text
    assert ("De evaluatie stond gepland op 1 april 2028." in shown) is told


def test_the_overview_leads_to_it_once_something_was_decided(client: Client, dossier: Dossier) -> None:
    rejected = settled_dossier()
    decide(rejected, Outcome.REJECTED)
    for one, leads in ((dossier, True), (rejected, False)):
        overview = client.get(reverse("dossier", args=[one.edit_key])).content.decode()
        assert (page(one) in overview) is leads
