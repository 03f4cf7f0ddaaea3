"""A spanning is switched off in the beheer: what a kring wrote when it kept it stays, is read and is shown, and no
longer counts; switched on again it counts as before."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from checklist import selectors, services
from checklist.domain.advies.compose import compose_advies
from checklist.domain.dossier import Answer, Kept
from checklist.models import Dossier, KeptTension, Tension
from tests.dossiers import CLASHING, TENSION, make_dossier, opened, question_url
from tests.export.verslag import verslag_html
from tests.pages import Page
from tests.views.agenda import form_of, keep, let_go, point, send, values_of, words

pytestmark = pytest.mark.django_db

MOTIVATION = "Wij doen het\nmet opzet."
POINT = "punt-2a-5a"
NO_TENSION = "De makers van deze wijzer noemen dit geen spanning meer, dus het telt niet meer mee."


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier(CLASHING, (Kept("2a", "5a", MOTIVATION),))


def switch(*, on: bool) -> None:
    """What a redacteur does on the page of the spanning."""
    Tension.objects.filter(number=TENSION).update(active=on)


@pytest.fixture
def off(dossier: Dossier) -> Dossier:
    """A dossier that keeps a spanning which was switched off after that."""
    switch(on=False)
    return dossier


def page(client: Client, dossier: Dossier, name: str = "check", key: str = "edit_key") -> Page:
    return Page(client.get(reverse(name, args=[getattr(dossier, key)])))


def downloaded(client: Client, dossier: Dossier) -> Any:
    return json.loads(client.get(reverse("dossier-json", args=[dossier.edit_key])).content)


# Kept and read


@pytest.mark.both_databases
def test_what_the_kring_wrote_is_still_of_its_dossier(off: Dossier) -> None:
    assert selectors.dossier_value(opened(off)).kept == (Kept("2a", "5a", MOTIVATION),)
    content = selectors.content_all()
    assert TENSION not in [tension.number for tension in content.tensions]
    assert [tension.number for tension in content.switched_off] == [TENSION]


def test_the_file_holds_it_and_is_taken_back(client: Client, off: Dossier) -> None:
    file = downloaded(client, off)
    assert file["kept"] == [{"a": "2a", "b": "5a", "motivation": MOTIVATION}]
    raw = SimpleUploadedFile("dossier.json", json.dumps(file).encode())
    response = client.post(reverse("dossier-upload"), {"file": raw})
    assert response.status_code == 302
    assert downloaded(client, Dossier.objects.latest("pk")) == file


def test_a_file_from_before_is_taken_after(client: Client, dossier: Dossier) -> None:
    raw = SimpleUploadedFile("dossier.json", json.dumps(downloaded(client, dossier)).encode())
    switch(on=False)
    assert client.post(reverse("dossier-upload"), {"file": raw}).status_code == 302
    assert KeptTension.objects.filter(motivation=MOTIVATION).count() == 2


def test_the_commands_take_the_file_and_count_no_tension(client: Client, off: Dossier, tmp_path: Path) -> None:
    path, out = tmp_path / "dossier.json", StringIO()
    path.write_text(json.dumps(downloaded(client, off)), encoding="utf-8")
    call_command("show_outcome", str(path), "--json", stdout=out)
    assert json.loads(out.getvalue())["tensions"] == []
    call_command("show_outcome", str(path), stdout=out)
    assert "2a met 5a" not in out.getvalue()


# Shown


@pytest.mark.parametrize("key", ["edit_key", "read_key"])
def test_the_check_page_shows_it_apart_and_says_that_it_does_not_count(client: Client, off: Dossier, key: str) -> None:
    shown = page(client, off, key=key)
    assert NO_TENSION in shown.text
    card = words(point(shown, POINT))
    assert " ".join(MOTIVATION.split()) in card
    assert "afgesproken" not in card.lower()
    assert not shown.find("li", **{"class": "item item--botst"})
    assert len(shown.forms) == (key == "edit_key")


def test_one_that_was_kept_without_a_motivation_can_be_let_go_too(client: Client) -> None:
    dossier = make_dossier(CLASHING, (Kept("2a", "5a", ""),))
    switch(on=False)
    assert "Zonder reden erbij." in words(point(page(client, dossier), POINT))
    send(client, dossier, let_go(form_of(client, dossier)))
    assert not KeptTension.objects.exists()


@pytest.mark.parametrize(
    "make",
    [lambda: make_dossier(CLASHING), lambda: make_dossier({2: Answer(("2a",))}, (Kept("2a", "5a", MOTIVATION),))],
    ids=["never kept", "no longer both chosen"],
)
def test_without_a_kept_pair_of_chosen_options_nothing_is_said_of_it(client: Client, make: Any) -> None:
    dossier = make()
    switch(on=False)
    for name in ("check", "verslag"):
        assert "geen spanning meer" not in page(client, dossier, name).text


def test_the_advies_says_what_the_kring_wrote_and_that_it_does_not_count(client: Client, off: Dossier) -> None:
    shown = page(client, off, "verslag").text
    assert f"2a met 5a: {NO_TENSION[0].lower()}{NO_TENSION[1:]}" in shown
    assert "met opzet." in shown
    assert "Bewuste keuze" not in shown
    assert "houdt de kring bewust beide keuzes" not in shown


def test_the_pdf_has_the_same(off: Dossier) -> None:
    advies = compose_advies(selectors.dossier_value(opened(off)), selectors.content_all(), "Brabant-Noord")
    told = verslag_html(advies).partition('id="vraag-5"')[2].partition("</section>")[0]
    assert "geen spanning meer, dus het telt niet meer mee." in told
    assert "<p>Wij doen het<br>met opzet.</p>" in told
    assert "Spanningen" not in told


# Not counted


def test_no_question_outcome_or_list_calls_it_a_tension(client: Client, off: Dossier) -> None:
    tension = Tension.objects.get(number=TENSION)
    explanation, asked = " ".join(tension.explanation.split()), tension.question
    pages = [Page(client.get(question_url(off, 5))), page(client, off, "dossier"), page(client, off, "outcome")]
    for shown in pages:
        assert explanation not in shown.text
        assert asked not in shown.text
    switch(on=True)
    assert explanation in Page(client.get(question_url(off, 5))).text
    assert asked in page(client, off, "outcome").text


# Let go, changed, and switched on again


def test_the_kring_can_let_it_go(client: Client, off: Dossier) -> None:
    assert send(client, off, let_go(form_of(client, off))).status_code == 302
    assert "geen spanning meer" not in page(client, off).text
    assert not KeptTension.objects.exists()


def test_the_kring_can_change_what_it_wrote(client: Client, off: Dossier) -> None:
    assert send(client, off, keep(form_of(client, off), "Anders.")).status_code == 302
    assert KeptTension.objects.get().motivation == "Anders."


def test_what_was_typed_before_it_was_switched_off_is_not_lost(client: Client) -> None:
    dossier = make_dossier(CLASHING)
    values = keep(form_of(client, dossier), MOTIVATION)
    switch(on=False)
    assert send(client, dossier, values).status_code == 302
    assert form_of(client, dossier)[f"spanning-{TENSION}-motivation"] == [MOTIVATION.replace("\n", "\r\n")]


def test_a_text_over_the_cap_stays_on_the_page(client: Client, off: Dossier) -> None:
    shown = Page(send(client, off, keep(form_of(client, off), "m" * 10_001)))
    assert shown.title.startswith("Fout: ")
    assert values_of(shown)[f"spanning-{TENSION}-motivation"] == ["m" * 10_001]


@pytest.mark.both_databases
def test_letting_go_what_another_changed_is_a_conflict_as_ever(off: Dossier) -> None:
    old = KeptTension.objects.get().version
    services.keep_tension(opened(off), TENSION, "Hun reden", based_on=old)
    with pytest.raises(services.KeptConflictError):
        services.let_tension_go(opened(off), TENSION, based_on=old)
    services.let_tension_go(opened(off), TENSION, based_on=KeptTension.objects.get().version)
    assert not KeptTension.objects.exists()


def test_switched_on_again_it_counts_with_the_same_motivation(client: Client, dossier: Dossier) -> None:
    before = [page(client, dossier, name).text for name in ("check", "verslag", "dossier", "outcome")]
    switch(on=False)
    assert page(client, dossier).text != before[0]
    switch(on=True)
    assert [page(client, dossier, name).text for name in ("check", "verslag", "dossier", "outcome")] == before
