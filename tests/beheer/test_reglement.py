"""The concept-reglement: its words can be edited in the beheer, which clauses there are and when can't."""

import re
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from checklist import selectors
from checklist.admin.conditions import answers_with, in_words
from checklist.admin.versions import versions_of
from checklist.domain.decision.reglement.standing import standing_of
from checklist.domain.reglement_texts import when_of
from checklist.models import Adoption, Article, Clause, ClausePart, Gap, Option, PreambleLine
from tests.beheer.browsing import address, edit, form_values, words_of
from tests.beheer.test_deciding import texts_on_the_form
from tests.content import real_content

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Key = dict[str, object]


def row(model: type[Model], key: Key) -> Any:
    return model._default_manager.get(**key)


# Of each table a row, a text of it and what is typed; whether its preview shows it.
EDITED: list[tuple[type[Model], Key, str, str]] = [
    (Article, {"number": 9}, "heading", "Geld"),
    (Article, {"number": 9}, "explanation", "Waarom dit er zo staat."),
    (Clause, {"key": "2.3"}, "text", "Een andere zin."),
    (Clause, {"key": "3.1"}, "single", "De taak is {onderdeel}."),
    (ClausePart, {"clause__key": "9.3", "number": 2}, "text", "een andere bijdrage"),
    (ClausePart, {"clause__key": "1.1", "number": 2}, "term", "de grootste"),
    (Adoption, {"key": "kring-colleges"}, "subtitle", "Een andere ondertitel"),
    (Adoption, {"key": "daarna-vastgelegd"}, "subtitle", "; later vast te leggen"),
    (Adoption, {"key": "open"}, "signatures", "Wie tekent,"),
    (PreambleLine, {"adoption__key": "bestuur", "number": 4}, "text", "gezien de wet;"),
]


@pytest.mark.parametrize(("model", "key", "name", "typed"), EDITED)
def test_an_edited_text_is_in_the_content_and_in_the_history(
    editor: Client, model: type[Model], key: Key, name: str, typed: str
) -> None:
    edit(editor, row(model, key), **{name: typed})
    assert typed in repr(selectors.content_all().reglement)
    assert versions_of(row(model, key))[0].who


@pytest.mark.parametrize(("model", "key", "name", "typed"), EDITED)
def test_a_preview_is_a_reglement_that_has_the_typed_text(
    editor: Client, model: type[Model], key: Key, name: str, typed: str
) -> None:
    page = address(model, "change", row(model, key).pk)
    shown = editor.post(address(model, "preview", row(model, key).pk), form_values(editor, page) | {name: typed})
    words = words_of(shown.content.decode())
    assert typed.replace("{onderdeel}.", "") in words
    assert "Voorbeeld, niet opgeslagen" in words
    assert typed not in repr(selectors.content_all().reglement)


def test_what_a_gap_says_is_in_the_content(editor: Client) -> None:
    edit(editor, row(Gap, {"key": "vastlegging"}), empty="[nog open]", label="waarin")
    gap = selectors.content_all().reglement.gaps["vastlegging"]
    assert (gap.empty, gap.label) == ("[nog open]", "waarin")


def test_a_part_below_its_clause_is_edited_too(editor: Client) -> None:
    edit(editor, row(Clause, {"key": "2.2"}), **{"parts-0-text": "alle gemeentesecretarissen"})
    assert ClausePart.objects.get(clause__key="2.2", number=1).text == "alle gemeentesecretarissen"


REFUSED: list[tuple[type[Model], Key, str, str]] = [
    (Article, {"number": 9}, "heading", "Geld van {naam}"),
    (Clause, {"key": "2.3"}, "text", "de kring spreekt af."),
    (Clause, {"key": "2.3"}, "text", "De kring heet {naam}."),
    (Clause, {"key": "2.3"}, "text", ""),
    (Clause, {"key": "3.1"}, "single", "De taak is dit."),
    (Clause, {"key": "3.1"}, "opening", "De taken zijn"),
    (ClausePart, {"clause__key": "9.3", "number": 2}, "text", "een andere bijdrage;"),
    (ClausePart, {"clause__key": "1.1", "number": 2}, "term", ""),
    (Adoption, {"key": "kring"}, "closing", "Vastgesteld op [datum"),
    (Adoption, {"key": "kring"}, "signatures", ""),
    (PreambleLine, {"adoption__key": "kring", "number": 2}, "text", "overwegende dat"),
    (Gap, {"key": "vastlegging"}, "words", "regeling: de regeling"),
    (Gap, {"key": "vastlegging"}, "words", "de regeling"),
    (Gap, {"key": "vastlegging"}, "empty", "{regio}"),
]


@pytest.mark.parametrize(("model", "key", "name", "typed"), REFUSED)
def test_a_text_that_fits_nowhere_is_refused_with_the_reason(
    editor: Client, model: type[Model], key: Key, name: str, typed: str
) -> None:
    before = getattr(row(model, key), name)
    answer = edit(editor, row(model, key), **{name: typed})
    assert list(answer.context["adminform"].form.errors) == [name]
    assert getattr(row(model, key), name) == before


FORMS: list[tuple[type[Model], Key, set[str]]] = [
    (Article, {"number": 9}, {"heading", "explanation", "source"}),
    (Clause, {"key": "2.3"}, {"text"}),
    (Clause, {"key": "2.2"}, {"opening", "single", "parts-0-text", "parts-1-text", "parts-2-text"}),
    (ClausePart, {"clause__key": "2.2", "number": 1}, {"text"}),
    (ClausePart, {"clause__key": "1.1", "number": 1}, {"term", "text"}),
    (Adoption, {"key": "daarna-vastgelegd"}, {"subtitle", "source", "preamble-0-text"}),
    (PreambleLine, {"adoption__key": "kring", "number": 1}, {"text"}),
    (Gap, {"key": "vastlegging"}, {"label", "empty", "words"}),
    (Gap, {"key": "zittingsduur"}, {"label", "empty"}),
]


@pytest.mark.parametrize(("model", "key", "texts"), FORMS)
def test_the_form_has_the_words_alone(editor: Client, model: type[Model], key: Key, texts: set[str]) -> None:
    assert texts_on_the_form(editor, row(model, key)) == texts


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("", "altijd"),
        ("all=8a none=11c answered=11", "gekozen: {8a}; niet gekozen: {11c}; beantwoord: vraag 11"),
        ("any=1a|1b", "gekozen: {1a} of {1b}"),
        ("open=1", "open: vraag 1"),
        ("all=1b 1b.vorm=open|overleg", "gekozen: {1b}; vorm bij {1b}: nog niet gekozen of overleg"),
    ],
)
def test_a_condition_is_said_in_words(condition: str, words: str) -> None:
    named = {option.code: option.in_a_list for option in Option.objects.all()}
    assert in_words(condition) == re.sub(r"\{(\w+)\}", lambda found: named[found[1]], words)


def test_a_clause_says_when_it_stands_there(editor: Client) -> None:
    clause = row(Clause, {"key": "6.3"})
    words = words_of(editor.get(address(Clause, "change", clause.pk)).content.decode())
    assert "beantwoord: vraag 11" in words


def test_a_preview_has_answers_with_which_the_text_stands_there() -> None:
    conditions: list[tuple[str, ...]] = [(clause.condition,) for clause in Clause.objects.all()]
    conditions += [(part.clause.condition, part.condition) for part in ClausePart.objects.select_related("clause")]
    conditions += [(line.adoption.condition, line.condition) for line in PreambleLine.objects.all()]
    for each in conditions:
        standing = standing_of(real_content(), answers_with(*each))
        assert all(standing.holds(when_of(condition)) for condition in each), each
