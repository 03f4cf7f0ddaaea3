"""The beheer calls things as the site does: labels of fields are the headings below which their texts stand."""

import re
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils.text import capfirst

from checklist.content_loading.kinds import KINDS
from checklist.models import Consideration, Option, Question, Tension
from models_catalogue.models import GovernanceModel, Trait
from tests.beheer.browsing import address
from tests.dossiers import make_dossier
from tests.pages import Page
from tests.views.test_drawings import ANSWERS

pytestmark = pytest.mark.django_db

HEADINGS = ("h1", "h2", "h3", "h4", "summary", "th", "strong")


@pytest.fixture
def site(client: Client) -> dict[str, Page]:
    """The pages of the site on which texts of the redactie have a heading of their own."""
    key = make_dossier(ANSWERS).edit_key
    addresses = {
        "question": reverse("question", args=[key, 1]),
        "advies": reverse("verslag", args=[key]),
        "model": reverse("model", args=["managementraad"]),
        "method": reverse("method"),
    }
    return {name: Page(client.get(address)) for name, address in addresses.items()}


def headings(page: Page) -> set[str]:
    """What stands above texts, without the number of them in brackets or the full stop before one on the same line."""
    found = {" ".join(heading.text.split()).casefold() for tag in HEADINGS for heading in page.find(tag)}
    return {re.sub(r" \(\d+\)$|\.$", "", heading) for heading in found}


LABELS: list[tuple[type[Model], str, str]] = [
    (Question, "why", "question"),
    (Question, "opener", "question"),
    (Option, "decision", "advies"),
    (Option, "decided_by", "advies"),
    (GovernanceModel, "what", "model"),
    (GovernanceModel, "how", "model"),
    (GovernanceModel, "good_for", "model"),
    (GovernanceModel, "mind", "model"),
    (Trait, "stance", "method"),
    (Trait, "ground", "method"),
    (Trait, "readers", "method"),
    (Tension, "severity", "method"),
    (Tension, "readers", "method"),
]


@pytest.mark.parametrize(("model", "field", "page"), LABELS)
def test_a_field_is_called_as_the_heading_of_its_text(
    site: dict[str, Page], model: type[Model], field: str, page: str
) -> None:
    label: Any = model._meta.get_field(field)
    assert str(label.verbose_name).casefold() in headings(site[page])


def test_what_a_model_says_of_an_option_is_a_judgement_as_on_the_site(site: dict[str, Page]) -> None:
    assert Trait._meta.verbose_name == "oordeel"
    assert f"alle {Trait._meta.verbose_name_plural} per model" in headings(site["method"])


def test_a_heading_that_a_help_text_names_stands_on_the_site(site: dict[str, Page]) -> None:
    everywhere = set().union(*map(headings, site.values()))
    named = {
        heading.casefold()
        for kind in KINDS
        for field in kind.fields.values()
        for found in re.findall(r"onder (‘[^’]+’(?: of ‘[^’]+’)*)", str(field.help_text))
        for heading in re.findall(r"‘([^’]+)’", found)
    }
    assert "om af te wegen" in named
    assert named - everywhere == set()


@pytest.mark.parametrize("model", [Consideration, Question, Trait])
def test_a_list_is_headed_by_what_it_lists(editor: Client, model: type[Model]) -> None:
    page = Page(editor.get(address(model, "changelist")))
    name = capfirst(str(model._meta.verbose_name_plural))
    assert [heading.text for heading in page.find("h1")] == [name]
    assert page.title.startswith(f"{name} |")


def test_a_form_has_a_heading_and_a_title_that_begin_with_a_capital(editor: Client) -> None:
    page = Page(editor.get(address(Trait, "add")))
    assert [heading.text for heading in page.find("h1")] == ["Oordeel toevoegen"]
    assert page.title.startswith("Oordeel toevoegen |")
