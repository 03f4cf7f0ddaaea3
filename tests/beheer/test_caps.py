"""A help text that names a cap is true: a longer text is refused with its length, and nothing is saved."""

import re
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from checklist.content_loading.kinds import KINDS
from checklist.models import (
    Adoption,
    Article,
    Clause,
    ClausePart,
    Consideration,
    Decision,
    Detail,
    DetailAlternative,
    Gap,
    GeneralDecision,
    LegalSource,
    Option,
    OptionDeciding,
    Organ,
    PreambleLine,
    ProposalField,
    Question,
    QuestionNote,
    Repair,
    Step,
    Tension,
    Term,
)
from models_catalogue.models import GovernanceModel
from tests.beheer.browsing import address, edit, history_of, put_back

pytestmark = pytest.mark.django_db

# Every text whose help text says how long it may be, with that number.
CAPPED: list[tuple[type[Model], str, int]] = [
    (kind.model, name, int(found[1]))
    for kind in KINDS
    for name, field in kind.fields.items()
    if (found := re.search(r"Hoogstens (\d+) tekens", str(field.help_text)))
]
IDS = [f"{model._meta.model_name}.{name}" for model, name, _ in CAPPED]


def row_of(model: type[Model], name: str = "") -> Any:
    """A row whose form has every text: the option is one that the summary names, so is the answer's; the tension has an
    agreement, the step a term, the gap words for answers. Of clauses no row has them all: one with this text."""
    named: dict[type[Model], dict[str, object]] = {
        Option: {"code": "2a"},
        DetailAlternative: {"detail__key": "drager"},
        Tension: {"number": 7},
        Step: {"key": "zienswijze_regeling"},
        Gap: {"key": "vastlegging"},
        Clause: {"key": "2.1" if name == "text" else "2.2"},
    }
    return model._default_manager.filter(**named.get(model, {})).order_by("pk")[0]


# How a text begins and ends that has to fit after others, or to be an address of the government.
FORMS: dict[tuple[type[Model], str], tuple[str, str]] = {
    (Decision, "text"): ("te ", "."),
    (GeneralDecision, "text"): ("te ", "."),
    (Organ, "opening"): ("X", ""),
    (Clause, "text"): ("X", "."),
    (Clause, "opening"): ("X", ":"),
    (Clause, "single"): ("X", "{onderdeel}."),
    (PreambleLine, "text"): ("", ","),
    (Gap, "words"): ("regeling: a\nverordening: b\nbeide: ", ""),
    (LegalSource, "url"): ("https://wetten.overheid.nl/", ""),
}


def text_of(model: type[Model], name: str, count: int) -> str:
    """A text of so many characters that the field takes, whatever it is about."""
    start, end = FORMS.get((model, name), ("", ""))
    return f"{start}{'x' * (count - len(start) - len(end))}{end}"


def errors(response: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = response.context["adminform"].form.errors
    return found


def test_every_table_with_texts_of_ours_names_caps() -> None:
    of_questions = {Question, Option, Detail, DetailAlternative, Consideration}
    of_deciding = {Organ, LegalSource, Step, OptionDeciding, Decision, GeneralDecision, ProposalField}
    of_reglement = {Article, Clause, ClausePart, Adoption, PreambleLine, Gap}
    others = {Tension, Repair, GovernanceModel, Term}
    assert {model for model, _, _ in CAPPED} == of_questions | of_deciding | of_reglement | others


@pytest.mark.parametrize(("model", "name", "cap"), CAPPED, ids=IDS)
def test_a_text_over_its_cap_is_refused_with_its_length(
    editor: Client, model: type[Model], name: str, cap: int
) -> None:
    row = row_of(model, name)
    before = getattr(row, name)
    response = edit(editor, row, **{name: text_of(model, name, cap + 1)})
    assert errors(response) == {name: [f"Deze tekst telt {cap + 1} tekens. Er passen er {cap}."]}
    row.refresh_from_db()
    assert getattr(row, name) == before


@pytest.mark.parametrize(("model", "name", "cap"), CAPPED, ids=IDS)
def test_a_text_of_just_its_cap_is_saved(editor: Client, model: type[Model], name: str, cap: int) -> None:
    row = row_of(model, name)
    edit(editor, row, **{name: text_of(model, name, cap)})
    row.refresh_from_db()
    assert getattr(row, name) == text_of(model, name, cap)


def test_line_ends_count_once(editor: Client) -> None:
    option = row_of(Option)
    edit(editor, option, decision="x" * 109 + "\r\n" + "x" * 110)
    option.refresh_from_db()
    assert option.decision == "x" * 109 + "\n" + "x" * 110


def test_a_point_to_weigh_below_its_question_is_refused_too(editor: Client) -> None:
    question = row_of(Question)
    response = edit(editor, question, **{"considerations-0-text": "x" * 241})
    below = response.context["inline_admin_formsets"][0].formset
    assert below.errors[0] == {"text": ["Deze tekst telt 241 tekens. Er passen er 240."]}
    assert not Consideration.objects.filter(text="x" * 241).exists()


def test_a_text_longer_than_its_column_is_refused_in_the_same_words(editor: Client) -> None:
    response = edit(editor, row_of(Question), label="x" * 201)
    assert errors(response) == {"label": ["Deze tekst telt 201 tekens. Er passen er 200."]}


@pytest.mark.parametrize("count", [10_001, 40_001, 400_000])
def test_a_text_whose_help_text_names_no_cap_has_that_of_a_motivation(editor: Client, count: int) -> None:
    note = QuestionNote.objects.order_by("pk")[0]
    response = edit(editor, note, text="x" * count)
    assert errors(response) == {"text": [f"Deze tekst telt {count} tekens. Er passen er 10000."]}
    assert response.context["adminform"].form["text"].value() == "x" * count
    assert not QuestionNote.objects.filter(text__startswith="xx").exists()


def test_a_preview_of_a_text_over_its_cap_says_so(editor: Client) -> None:
    option = row_of(Option)
    values = {"decision": "x" * 302}
    page = editor.get(address(Option, "change", option.pk)).context["adminform"].form
    typed = {name: page[name].value() for name in page.fields if page[name].value() is not None}
    response = editor.post(address(Option, "preview", option.pk), typed | values)
    assert "Deze tekst telt 302 tekens. Er passen er 220." in response.content.decode()


def test_an_earlier_version_with_a_text_over_its_cap_is_not_put_back(editor: Client) -> None:
    option = row_of(Option)
    Option.objects.filter(pk=option.pk).update(decision="x" * 302)
    edit(editor, option, decision="Kort.")
    earlier = Option.history.filter(decision="x" * 302).get()
    put_back(editor, history_of(editor, option), earlier.history_id)
    option.refresh_from_db()
    assert option.decision == "Kort."
