"""Dozens of made-up designs: each way out that a page offers is taken, never refused, and turned back exactly."""

from random import Random

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.dossier import Answer
from checklist.models import Dossier
from tests.content import real_content
from tests.dossiers import choice, make_dossier, question_body, question_url
from tests.pages import Form, Page
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
@pytest.mark.parametrize("page", ["outcome", "check"])
def test_each_way_out_of_a_page_is_taken_and_turned_back(client: Client, page: str, seed: int) -> None:
    dossier = random_dossier(seed)
    address, before = reverse(page, args=[dossier.edit_key]), stored(dossier)
    offered = len(repairs_in(Page(client.get(address))))
    assert offered > 5
    for place in range(offered):
        # Fetched anew: turning back raised the versions.
        taken = press(client, repairs_in(Page(client.get(address)))[place])
        assert stored(dossier) != before
        press(client, repairs_in(taken)[0])
        assert stored(dossier) == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_each_way_out_of_a_question_is_taken_and_turned_back(client: Client, seed: int) -> None:
    dossier, taken = random_dossier(seed), 0
    for number in range(1, 13):
        row, before = choice(dossier, number), stored(dossier)
        address = question_url(dossier, number)
        for place in range(len(Page(client.get(address)).find("button", name="herstel"))):
            button = Page(client.get(address)).find("button", name="herstel")[place]
            body = question_body(
                number,
                *row.options,
                version=choice(dossier, number).version,
                motivation=row.motivation,
                herstel=button.attributes["value"],
            )
            answer = client.post(address, body)
            assert answer.status_code == 302
            assert stored(dossier) != before
            press(client, Page(client.get(answer["Location"])).form("/herstel/"))
            assert stored(dossier) == before
            taken += 1
    assert taken > 5
