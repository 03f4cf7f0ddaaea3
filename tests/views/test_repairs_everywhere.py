"""Dozens of made-up designs: each way out that a page offers is taken, never refused, and turned back exactly."""

from random import Random

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.dossier import Answer
from checklist.models import Dossier
from tests.content import real_content
from tests.dossiers import make_dossier
from tests.pages import Element, Form, Page
from tests.views.agenda import page_of, send, values_of
from tests.views.outcome import repairs_in

pytestmark = pytest.mark.django_db

SEEDS = range(5)


def random_dossier(seed: int) -> Dossier:
    """A dossier with an allowed answer to most questions."""
    random = Random(seed)
    answers = {
        question.number: Answer(random.choice(allowed_answers(question)), f"Reden {question.number}.")
        for question in real_content().questions
        if random.random() < 0.95
    }
    return make_dossier(answers)


def stored(dossier: Dossier) -> list[tuple[list[str], str]]:
    return [(row.options, row.motivation) for row in dossier.choices.all()]


def press(client: Client, form: Form) -> Page:
    """Press the button of a form, and return the page that it leads to."""
    answer = client.post(form.action, {n: value for n, value in form.values.items() if n != "csrfmiddlewaretoken"})
    assert answer.status_code == 302
    return Page(client.get(answer["Location"]))


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_each_way_out_of_the_outcome_is_taken_and_turned_back(client: Client, seed: int) -> None:
    dossier = random_dossier(seed)
    address, before = reverse("outcome", args=[dossier.edit_key]), stored(dossier)
    offered = len(repairs_in(Page(client.get(address))))
    assert offered > 5
    for place in range(offered):
        # Fetched anew: turning back raised the versions.
        taken = press(client, repairs_in(Page(client.get(address)))[place])
        assert stored(dossier) != before
        press(client, repairs_in(taken)[0])
        assert stored(dossier) == before


def press_on_the_controle(client: Client, dossier: Dossier, page: Page, button: Element) -> Page:
    """Press a button of the controle's form, and return the page that it leads to."""
    name, value = button.attributes["name"], button.attributes["value"]
    answer = send(client, dossier, values_of(page), button.attributes["formaction"], **{name: value})
    assert answer.status_code == 302
    return Page(client.get(answer["Location"]))


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_each_way_out_of_the_controle_is_taken_and_turned_back(client: Client, seed: int) -> None:
    dossier = random_dossier(seed)
    before = stored(dossier)
    offered = len(page_of(client, dossier).find("button", name="herstel"))
    assert offered > 5
    for place in range(offered):
        page = page_of(client, dossier)
        taken = press_on_the_controle(client, dossier, page, page.find("button", name="herstel")[place])
        assert stored(dossier) != before
        press_on_the_controle(client, dossier, taken, taken.find("button", name="terugzetten")[0])
        assert stored(dossier) == before
