"""A help text that says where a text stands is true and complete: what is typed stands on each page that it names."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.domain.dossier import Answer
from checklist.export.worksheet import worksheet_html
from checklist.models import Option, Question, Repair, Tension
from models_catalogue.models import GovernanceModel
from tests.dossiers import make_dossier

pytestmark = pytest.mark.django_db

TYPED = "Getypt"
# What the managementraad is about, without a motivation, with a contradiction and an aandachtspunt.
ANSWERS = {2: Answer(("2a",)), 5: Answer(("5a",)), 6: Answer(("6a",)), 7: Answer(("7a",))}
ROWS: dict[type[Model], dict[str, object]] = {
    Question: {"number": 2},
    Option: {"code": "2a"},
    Tension: {"number": 21},
    Repair: {"tension__number": 21, "number": 1},
    GovernanceModel: {"slug": "managementraad"},
}
# The field, the page, and how the help text calls it.
PLACES: list[tuple[type[Model], str, str, str]] = [
    (Question, "label", "question", "op de site"),
    (Question, "label", "worksheet", "op het werkblad"),
    (Question, "label", "advies", "in het advies"),
    (Question, "short_name", "question", "in de lijst van vragen"),
    (Question, "short_name", "outcome", "in de uitkomst"),
    (Question, "short_name", "method", "bij ‘methode’"),
    (Question, "short_name", "drawings", "in de keuzekaart"),
    (Question, "short_name", "advies", "in de inhoudsopgave van het advies"),
    (Question, "decides", "question", "onder de vraag"),
    (Question, "decides", "checklist", "op de pagina checklist"),
    (Question, "decides", "worksheet", "op het werkblad"),
    (Option, "label", "question", "op de site"),
    (Option, "label", "worksheet", "op het werkblad"),
    (Option, "label", "advies", "in het advies"),
    (Option, "brief", "drawings", "op het scherm"),
    (Option, "brief", "advies", "in het advies"),
    (Option, "practice", "question", "bij de optie"),
    (Option, "practice", "checklist", "op de pagina checklist"),
    (Option, "decision", "advies", "in het advies"),
    (Option, "in_the_summary", "advies", "in het advies"),
    (Option, "decided_by", "advies", "in het advies"),
    (Option, "prompt", "question", "bij de vraag"),
    (Option, "prompt", "advies", "in het advies"),
    (Tension, "question", "check", "in de controle"),
    (Tension, "question", "outcome", "in de uitkomst"),
    (Tension, "explanation", "question", "bij beide opties"),
    (Tension, "explanation", "check", "in de controle"),
    (Tension, "explanation", "outcome", "in de uitkomst"),
    (Tension, "explanation", "method", "bij ‘methode’"),
    (Tension, "explanation", "advies", "in het advies"),
    (Tension, "agreement", "check", "in de controle"),
    (Tension, "agreement", "advies", "in het advies"),
    (Repair, "text", "check", "in de controle"),
    (Repair, "text", "outcome", "in de uitkomst"),
    (GovernanceModel, "name", "model", "de pagina van het model"),
    (GovernanceModel, "name", "models", "in de lijst van modellen"),
    (GovernanceModel, "name", "outcome", "in de uitkomst"),
    (GovernanceModel, "short_name", "question", "bij de opties"),
    (GovernanceModel, "short_name", "models", "in lijsten"),
    (GovernanceModel, "short_name", "outcome", "tabellen op de site"),
    (GovernanceModel, "short_name", "advies", "in het advies"),
    (GovernanceModel, "in_a_sentence", "outcome", "in de uitkomst"),
    (GovernanceModel, "in_a_sentence", "advies", "in het advies"),
    (GovernanceModel, "region", "model", "op de pagina van het model"),
    (GovernanceModel, "region", "models", "in de lijst van modellen"),
    (GovernanceModel, "region", "advies", "in het advies"),
    (GovernanceModel, "passage", "model", "op de pagina van het model"),
    (GovernanceModel, "passage", "method", "bij ‘methode’"),
    (GovernanceModel, "passage", "advies", "in het advies"),
    (GovernanceModel, "in_a_line", "model", "de pagina van het model"),
    (GovernanceModel, "in_a_line", "models", "in de lijst van modellen"),
    (GovernanceModel, "in_a_line", "advies", "in het advies"),
]
CHECKED = sorted({(model, name) for model, name, _, _ in PLACES}, key=lambda field: (field[0].__name__, field[1]))


@pytest.fixture
def page(client: Client) -> Callable[[str], str]:
    """A page by its name, with the dossier of these answers where it is about one."""
    key = make_dossier(ANSWERS).edit_key
    addresses = {
        "question": reverse("question", args=[key, 2]),
        "check": reverse("check", args=[key]),
        "outcome": reverse("outcome", args=[key]),
        "drawings": reverse("dossier-drawings", args=[key]),
        "advies": reverse("verslag", args=[key]),
        "checklist": reverse("checklist"),
        "method": reverse("method"),
        "models": reverse("models"),
        "model": reverse("model", args=["managementraad"]),
    }

    def shown(name: str) -> str:
        if name == "worksheet":
            return worksheet_html(selectors.content_all().questions)
        return client.get(addresses[name], {"vraag": 2} if name == "method" else {}).content.decode()

    return shown


def type_text(model: type[Model], name: str) -> None:
    model._default_manager.filter(**ROWS[model]).update(**{name: TYPED})


@pytest.mark.parametrize(("model", "name", "place", "words"), PLACES)
def test_a_text_stands_where_its_help_text_says(
    page: Callable[[str], str], model: type[Model], name: str, place: str, words: str
) -> None:
    type_text(model, name)
    field: Any = model._meta.get_field(name)
    assert TYPED.casefold() in page(place).casefold()
    assert words in str(field.help_text).casefold()


# Pages where a text stands that the words for another cover: 'op de site', 'lijsten en tabellen op de site'.
ON_THE_SITE = {
    (Question, "label"),
    (Option, "label"),
    (Option, "brief"),
    (GovernanceModel, "short_name"),
}
EVERYWHERE = (
    "question",
    "check",
    "outcome",
    "drawings",
    "advies",
    "checklist",
    "method",
    "models",
    "model",
    "worksheet",
)


@pytest.mark.parametrize(("model", "name"), [field for field in CHECKED if field not in ON_THE_SITE])
def test_a_help_text_leaves_out_no_page(page: Callable[[str], str], model: type[Model], name: str) -> None:
    type_text(model, name)
    told = {place for of, field, place, _ in PLACES if (of, field) == (model, name)}
    assert {place for place in EVERYWHERE if TYPED.casefold() in page(place).casefold()} == told
