"""Content moves on, what is settled doesn't: after every kind of edit it shows and downloads the same bytes."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db.models import Model
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from checklist import services, settled_making
from checklist.admin.history import HistoryAdmin
from checklist.admin.versions import versions_of
from checklist.models import (
    Adoption,
    Article,
    Background,
    Clause,
    ClausePart,
    Consideration,
    Decision,
    Detail,
    DetailAlternative,
    Dossier,
    Gap,
    GeneralDecision,
    HouseStyle,
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
from checklist.selectors.house_style import _Seen
from models_catalogue.models import GovernanceModel, ModelNote, RegionNote, Trait, Veiligheidsregio
from tests.beheer.browsing import address, edit, form_values, history_of, put_back
from tests.beheer.settled_shown import settled_dossier, shown
from tests.beheer.test_adding import note_values, tension_values, term_values
from tests.content_loading.content_files import change
from tests.content_moves import change_every_text
from tests.frozen import sample
from tests.house_style.logos import png
from tests.house_style.styles import COLOUR, NAME, save_style
from tests.views.settling import quick_files

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]

Of = type[Model]
Values = dict[str, object]
Deed = Callable[[Client], Any]

# Of each table a row that the settled dossier stands on, as far as one is in it, and what somebody types there.
EDITED: dict[Of, tuple[Values, Values]] = {
    Question: ({"number": 2}, {"heading": "Wat doet de staf?", "considerations-0-text": "Weeg dit."}),
    Option: ({"code": "2a"}, {"label": "De staf adviseert", "decision": "De staf adviseert.", "brief": "advies"}),
    Consideration: ({"question__number": 2, "number": 1}, {"text": "Weeg dit anders."}),
    Background: ({"kind": "reden", "number": 1}, {"heading": "Nog een naam", "text": "Een andere tekst."}),
    Detail: ({"option__code": "7a"}, {"question": "Wie draagt de staf?", "while_open": "Dat is nog open."}),
    DetailAlternative: ({"detail__option__code": "7a", "number": 1}, {"label": "allen", "sentence": "Zij dragen."}),
    QuestionNote: ({"key": "vraag-1-1"}, {"text": "Dit is nieuw.", "source": "Een bericht"}),
    Tension: ({"number": 7}, {"explanation": "Dit botst anders.", "agreement": "Wij spreken iets af."}),
    Repair: ({"tension__number": 7, "number": 1}, {"text": "Doe het anders."}),
    Term: ({"name": "kring"}, {"explanation": "Een groep."}),
    Organ: ({"name": "algemeen bestuur"}, {"opening": "Het bestuur besluit"}),
    LegalSource: ({"key": "wgr-24"}, {"citation": "Wet art. 1", "says": "Wat er nu staat."}),
    Step: ({"key": "aanbieden"}, {"what": "Bied het aan.", "who": "de griffier"}),
    OptionDeciding: ({"option__code": "2a"}, {"remark": "Let op.", "money": "Niets."}),
    Decision: ({"deciding__option__code": "2a", "number": 2}, {"text": "de regiostaf een proefjaar te geven."}),
    GeneralDecision: ({"key": "evaluatie"}, {"text": "over twee jaar terug te kijken."}),
    ProposalField: ({"key": "draagvlak"}, {"label": "Steun", "empty": "Dit is nog niet bekend."}),
    Article: ({"number": 9}, {"heading": "Geld", "explanation": "Waarom dit er zo staat."}),
    Clause: ({"key": "2.3"}, {"text": "Een andere zin."}),
    ClausePart: ({"clause__key": "1.1", "number": 1}, {"text": "bestuur"}),
    Adoption: ({"key": "kring"}, {"heading": "Reglement", "closing": "Afgesproken."}),
    PreambleLine: ({"adoption__key": "kring", "number": 1}, {"text": "De kring;"}),
    Gap: ({"key": "zittingsduur"}, {"label": "duur", "empty": "[nog open]"}),
    GovernanceModel: ({"slug": "managementraad"}, {"name": "Managementraad nieuw", "in_a_line": "Een raad."}),
    Trait: ({"model__slug": "managementraad", "option__code": "5b"}, {"stance": "past-niet", "ground": "Om iets."}),
    ModelNote: ({"key": "model-managementraad-1"}, {"text": "Dit is nieuw."}),
    RegionNote: ({"key": "regio-VR14-1"}, {"text": "Dit is nieuw."}),
    HouseStyle: ({}, {"organisation": "Een ander huis", "colour": "#154273", "remove": "on"}),
}
SWITCHED_OFF = (QuestionNote, Tension, Repair, Term, Trait, ModelNote, RegionNote)


def _trait_values(editor: Client) -> Values:
    values = {"model": GovernanceModel.objects.get(slug="managementraad").pk, "stance": "past", "readers": 2}
    return values | {"option": Option.objects.get(code="9b").pk, "ground": "Om iets.", "active": "on"}


ADDED: dict[Of, Callable[[Client], dict[str, Any]]] = {
    QuestionNote: lambda _: note_values(question=Question.objects.get(number=2).pk),
    ModelNote: lambda _: note_values(model=GovernanceModel.objects.get(slug="managementraad").pk),
    RegionNote: lambda _: note_values(veiligheidsregio=Veiligheidsregio.objects.get(code="VR21").pk),
    Tension: lambda editor: tension_values(editor, "2a", "9a"),
    Trait: _trait_values,
    Term: lambda _: term_values(name="voorstel", explanation="Een stuk."),
    HouseStyle: lambda editor: form_values(editor, address(HouseStyle, "add")) | _house_values(),
}


def _house_values() -> Values:
    return {"organisation": NAME, "colour": COLOUR, "upload": SimpleUploadedFile("logo.png", png(), "image/png")}


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled_making, "make_files", quick_files)
    # What this process knows of a house style goes back to what it was.
    monkeypatch.setattr(_Seen, "version", _Seen.version)
    monkeypatch.setattr(_Seen, "styles", _Seen.styles)


@pytest.fixture
def dossier() -> Dossier:
    return settled_dossier()


def _row(model: Of) -> Any:
    return model._default_manager.get(**EDITED[model][0])


def _add(model: Of) -> Deed:
    return lambda editor: editor.post(address(model, "add"), ADDED[model](editor))


def _edit(model: Of) -> Deed:
    return lambda editor: edit(editor, _row(model), **EDITED[model][1])


def _switch_off(model: Of) -> Deed:
    def deed(editor: Client) -> Any:
        page = address(model, "change", _row(model).pk)
        values = form_values(editor, page)
        del values["active"]
        return editor.post(page, values)

    return deed


def _put_back(model: Of) -> Deed:
    def deed(editor: Client) -> Any:
        row = _row(model)
        return put_back(editor, history_of(editor, row), versions_of(row)[-1].id)

    return deed


# By kind and in this order: what is put back was edited before.
DEEDS: dict[str, dict[Of, Deed]] = {
    "added": {model: _add(model) for model in ADDED},
    "edited": {model: _edit(model) for model in EDITED},
    "switched off": {model: _switch_off(model) for model in SWITCHED_OFF},
    "put back": {model: _put_back(model) for model in EDITED if model is not HouseStyle},
}


def _offered(beheerder: User) -> Iterator[tuple[str, Of]]:
    """What a beheerder can do on the pages of the beheer, accounts aside: these say nothing of a dossier."""
    request = RequestFactory().get("/")
    request.user = beheerder
    for model, page in admin.site._registry.items():
        if model._meta.app_label == "auth":
            continue
        may_change = page.has_change_permission(request)
        offered = {
            "added": page.has_add_permission(request),
            "edited": may_change,
            "switched off": may_change and any(field.name == "active" for field in model._meta.fields),
            "put back": may_change and isinstance(page, HistoryAdmin),
            "deleted": page.has_delete_permission(request),
        }
        yield from ((kind, model) for kind, there in offered.items() if there)


def test_every_kind_of_edit_that_the_beheer_offers_is_tried_here(admin_user: User) -> None:
    assert set(_offered(admin_user)) == {(kind, model) for kind, deeds in DEEDS.items() for model in deeds}


def _all_rows(model: Of) -> list[dict[str, Any]]:
    return [*model._default_manager.order_by("pk").values()]


def _differing(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return [where for where in before.keys() | after.keys() if before.get(where) != after.get(where)]


def test_after_every_kind_of_edit_all_is_shown_and_downloaded_as_it_was(
    client: Client, admin_client: Client, dossier: Dossier
) -> None:
    before = shown(client, dossier)
    for kind, deeds in DEEDS.items():
        for model, deed in deeds.items():
            rows = _all_rows(model)
            assert deed(admin_client).status_code == 302, (kind, model)
            assert _all_rows(model) != rows, (kind, model)
        assert _differing(before, shown(client, dossier)) == [], kind


def test_after_another_folder_was_loaded_all_is_shown_and_downloaded_as_it_was(
    client: Client, dossier: Dossier, files: Path
) -> None:
    before = shown(client, dossier)
    change(files, "questions.json", partial(_set_all, "label", "Een andere vraag"))
    change(files, "veiligheidsregios.json", partial(_set_all, "name", "Het Zuiden"))
    change(files, "gemeenten.json", partial(_set_all, "display_name", "Een andere gemeente"))
    call_command("load_content", directory=files, verbosity=0)

    assert Veiligheidsregio.objects.get(code="VR21").name.startswith("Het Zuiden")
    assert Question.objects.get(number=2).label.startswith("Een andere vraag")
    assert _differing(before, shown(client, dossier)) == []


def _set_all(field: str, text: str, records: list[dict[str, Any]]) -> None:
    for number, record in enumerate(records):
        record["fields"][field] = f"{text} {number}"


def test_after_every_text_became_another_it_is_as_it_was_beside_a_concept_that_is_not(
    client: Client, dossier: Dossier
) -> None:
    concept = reverse("advies", args=[services.create_dossier(sample()).read_key])
    before, of_concept = shown(client, dossier), client.get(concept).content
    assert change_every_text() > 3000
    save_style()

    assert client.get(concept).content != of_concept
    assert _differing(before, shown(client, dossier)) == []


def test_a_year_later_it_is_as_it_was_apart_from_the_day_that_a_form_proposes(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shown(client, dossier)
    later = timezone.now() + timedelta(days=400)
    monkeypatch.setattr(timezone, "now", lambda: later)
    with_forms = [reverse(name, args=[dossier.edit_key]) for name in ("settled", "evaluation-settled")]
    assert sorted(_differing(before, shown(client, dossier))) == sorted(with_forms)
