"""The checklist to read: every question and option, and the way to the worksheet."""

import pytest
from django.test import Client

from checklist.models import Option, Question
from tests.views.reading import page_at

pytestmark = pytest.mark.django_db


def test_the_checklist_shows_every_question_and_option_with_what_it_means(client: Client) -> None:
    text = page_at(client, "/checklist/").text
    for question in Question.objects.all():
        assert f"{question.number}. {question.label} {question.decides}" in text
    for option in Option.objects.all():
        assert f"{option.code} {option.label} {option.practice}" in text


def test_the_checklist_leads_to_the_worksheet(client: Client) -> None:
    assert page_at(client, "/checklist/").find("a", href="/checklist/werkblad.pdf")
