"""Who decides what: its words can be edited in the beheer, which decisions and steps there are can't."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from checklist import selectors
from checklist.admin.versions import versions_of
from checklist.domain.decision_content import Organ as OrganName
from checklist.models import (
    Decision,
    GeneralDecision,
    LegalSource,
    OptionDeciding,
    Organ,
    ProposalField,
    Step,
)
from tests.beheer.browsing import address, edit, form_values, words_of
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

TYPED = "de regiostaf een proefjaar te geven."


def row(model: type[Model], **key: object) -> Any:
    return model._default_manager.get(**key)


def texts_on_the_form(editor: Client, of: Any) -> set[str]:
    page = Page(editor.get(address(type(of), "change", of.pk)))
    (form,) = [form for form in page.forms if "csrfmiddlewaretoken" in form.values and form.texts]
    return {name for name in form.texts if not name.endswith("_FORMS")}


def test_an_edited_decision_is_in_the_content_and_in_the_history(editor: Client) -> None:
    edit(editor, row(Decision, deciding__option__code="2a", number=2), text=TYPED)
    assert selectors.content_all().deciding.of("2a").decisions[1].text == TYPED
    assert versions_of(row(Decision, deciding__option__code="2a", number=2))[0].who


def test_a_decision_below_its_option_is_edited_too(editor: Client) -> None:
    edit(editor, row(OptionDeciding, option__code="2a"), **{"decisions-1-text": TYPED, "remark": "Let op."})
    deciding = selectors.content_all().deciding.of("2a")
    assert (deciding.decisions[1].text, deciding.remark) == (TYPED, "Let op.")


def test_a_jurist_takes_a_star_away(editor: Client) -> None:
    decision = row(Decision, deciding__option__code="2a", number=2)
    values = form_values(editor, address(Decision, "change", decision.pk))
    del values["to_check"]
    editor.post(address(Decision, "change", decision.pk), values)
    assert not selectors.content_all().deciding.of("2a").decisions[1].to_check


EDITED: list[tuple[type[Model], dict[str, object], str, str]] = [
    (Organ, {"name": "raden"}, "opening", "De raden besluiten samen"),
    (LegalSource, {"key": "wgr-24"}, "says", "Wat er nu staat."),
    (Step, {"key": "start"}, "what", "Begin."),
    (GeneralDecision, {"key": "evaluatie"}, "text", TYPED),
    (ProposalField, {"key": "draagvlak"}, "empty", "Dit is nog niet bekend."),
]


@pytest.mark.parametrize(("model", "key", "name", "typed"), EDITED)
def test_an_edited_text_is_in_the_content(
    editor: Client, model: type[Model], key: dict[str, object], name: str, typed: str
) -> None:
    edit(editor, row(model, **key), **{name: typed})
    deciding = selectors.content_all().deciding
    assert typed in {
        deciding.openings[OrganName.RADEN],
        deciding.sources["wgr-24"].says,
        deciding.steps["start"].what,
        deciding.general["evaluatie"].text,
        deciding.fields["draagvlak"].empty,
    }


REFUSED: list[tuple[type[Model], dict[str, object], str, str]] = [
    (Organ, {"name": "raden"}, "opening", "De raden besluiten:"),
    (LegalSource, {"key": "wgr-24"}, "url", "https://wetten.voorbeeld.nl/"),
    (Step, {"key": "zienswijze_regeling"}, "term", ""),
    (OptionDeciding, {"option__code": "2a"}, "staff", "Bepaal dit met {gemeente}."),
    (Decision, {"deciding__option__code": "2a", "number": 2}, "text", "De regiostaf te vragen."),
    (GeneralDecision, {"key": "evaluatie"}, "text", "de regiostaf van {gemeente} te laten evalueren."),
    (ProposalField, {"key": "draagvlak"}, "empty", "Nog niet bekend: {gevolgen}"),
]


@pytest.mark.parametrize(("model", "key", "name", "typed"), REFUSED)
def test_a_text_that_fits_nowhere_is_refused_with_the_reason(
    editor: Client, model: type[Model], key: dict[str, object], name: str, typed: str
) -> None:
    before = getattr(row(model, **key), name)
    answer = edit(editor, row(model, **key), **{name: typed})
    assert list(answer.context["adminform"].form.errors) == [name]
    assert getattr(row(model, **key), name) == before


FORMS: list[tuple[type[Model], dict[str, object], set[str]]] = [
    (Organ, {"name": "raden"}, {"opening"}),
    (LegalSource, {"key": "wgr-24"}, {"citation", "says", "url", "law", "read"}),
    (Step, {"key": "start"}, {"what", "who", "source", "attention"}),
    (
        Step,
        {"key": "zienswijze_regeling"},
        {"what", "who", "source", "term", "term_basis", "term_sooner", "attention"},
    ),
    (Decision, {"deciding__option__code": "2a", "number": 2}, {"text"}),
    (GeneralDecision, {"key": "evaluatie"}, {"text"}),
    (ProposalField, {"key": "draagvlak"}, {"label", "help", "empty"}),
    (
        OptionDeciding,
        {"option__code": "2a"},
        {
            *("money", "staff", "law", "information", "remark", "legal", "remark_source"),
            *("decisions-0-text", "decisions-1-text"),
        },
    ),
]


@pytest.mark.parametrize(("model", "key", "texts"), FORMS)
def test_the_form_has_the_words_alone(
    editor: Client, model: type[Model], key: dict[str, object], texts: set[str]
) -> None:
    assert texts_on_the_form(editor, row(model, **key)) == texts


def test_the_form_says_in_words_when_a_decision_is_asked_and_on_what_it_rests(editor: Client) -> None:
    decision = row(Decision, deciding__option__code="1b", number=2)
    words = words_of(editor.get(address(Decision, "change", decision.pk)).content.decode())
    assert "vorm: nog niet gekozen of overleg" in words
    always = row(Decision, deciding__option__code="1a", number=1)
    assert "altijd" in words_of(editor.get(address(Decision, "change", always.pk)).content.decode())
    option = row(OptionDeciding, option__code="1a")
    words = words_of(editor.get(address(OptionDeciding, "change", option.pk)).content.decode())
    assert "Wgr art. 24" in words
    assert "Stel het voorstel in de kring vast." in words


# A text whose help text says that it stands in the voorstel; that of 2a shows them, or of 10c, which costs money.
IN_THE_VOORSTEL: list[tuple[type[Model], dict[str, object], str]] = [
    (Organ, {"name": "algemeen bestuur"}, "opening"),
    (LegalSource, {"key": "wvr-12"}, "citation"),
    (LegalSource, {"key": "wvr-12"}, "says"),
    (Step, {"key": "ab_besluit"}, "what"),
    (Step, {"key": "ab_besluit"}, "who"),
    (OptionDeciding, {"option__code": "10c"}, "money"),
    (OptionDeciding, {"option__code": "2a"}, "staff"),
    (OptionDeciding, {"option__code": "2a"}, "law"),
    (OptionDeciding, {"option__code": "2a"}, "information"),
    (OptionDeciding, {"option__code": "2a"}, "remark"),
    (Decision, {"deciding__option__code": "2a", "number": 2}, "text"),
    (GeneralDecision, {"key": "kennisnemen_geheel"}, "text"),
    (ProposalField, {"key": "draagvlak"}, "empty"),
]


@pytest.mark.parametrize(("model", "key", "name"), IN_THE_VOORSTEL)
def test_a_text_stands_in_the_voorstel_where_its_help_text_says(
    editor: Client, model: type[Model], key: dict[str, object], name: str
) -> None:
    typed = "kennis te nemen van Getypt." if model is GeneralDecision else "Getypt"
    model._default_manager.filter(**key).update(**{name: typed})
    option = row(OptionDeciding, option__code="10c" if name == "money" else "2a")
    field: Any = model._meta.get_field(name)
    assert str(field.help_text).startswith("In het voorstel")
    assert "Getypt" in words_of(editor.get(address(OptionDeciding, "preview", option.pk)).content.decode())


@pytest.mark.parametrize("code", ["1b", "2a", "11c"])
def test_a_preview_is_the_voorstel_that_asks_the_typed_decision(editor: Client, code: str) -> None:
    decision = Decision.objects.filter(deciding__option__code=code, organ=OrganName.AB.value)[0]
    page = address(Decision, "change", decision.pk)
    shown = editor.post(address(Decision, "preview", decision.pk), form_values(editor, page) | {"text": TYPED})
    words = words_of(shown.content.decode())
    assert TYPED in words
    assert "Voorbeeld, niet opgeslagen" in words
    assert not Decision.objects.filter(text=TYPED).exists()
