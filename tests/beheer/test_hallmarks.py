"""A model never says of its own hallmark that it doesn't fit: not by the beheer, not by its history, not by a load."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError
from django.test import Client

from checklist.admin.versions import versions_of
from checklist.models import Option, Question
from models_catalogue.models import GovernanceModel, Trait
from tests.beheer.browsing import address, edit, form_values, history_of, put_back, words_of
from tests.content_loading.content_files import Records, change, load, set_field

pytestmark = pytest.mark.django_db

# Both hallmarks of one model, and one that two models share.
HALLMARKS = [("managementraad", "7a"), ("managementraad", "2a"), ("concernfunctie-gemeente", "7c")]


def trait_of(slug: str, code: str) -> Trait:
    return Trait.objects.get(model__slug=slug, option__code=code)


def why_not(slug: str, code: str) -> str:
    """What the beheer says, with model and option in words."""
    option, model = Option.objects.get(code=code), GovernanceModel.objects.get(slug=slug)
    return f"‘{option}’ is een hoofdkenmerk van ‘{model}’. Een hoofdkenmerk kan niet ‘past niet’ zijn"


@pytest.mark.parametrize(("slug", "code"), HALLMARKS)
def test_a_hallmark_cannot_be_changed_into_what_does_not_fit(editor: Client, slug: str, code: str) -> None:
    trait = trait_of(slug, code)
    response = edit(editor, trait, stance="past-niet")
    assert response.status_code == 200
    assert why_not(slug, code) in words_of(response.content.decode())
    trait.refresh_from_db()
    assert trait.stance == "kenmerkend"


def test_a_hallmark_that_does_not_fit_cannot_be_previewed(editor: Client) -> None:
    page = address(Trait, "change", trait_of("managementraad", "7a").pk)
    preview = page.replace("/change/", "/voorbeeld/")
    response = editor.post(preview, form_values(editor, page) | {"stance": "past-niet"})
    assert why_not("managementraad", "7a") in words_of(response.content.decode())


def test_a_hallmark_that_does_not_fit_cannot_be_added(editor: Client) -> None:
    trait = trait_of("managementraad", "7a")
    trait.delete()
    values = {"model": trait.model_id, "option": trait.option_id, "stance": "past-niet", "ground": "G.", "readers": 1}
    response = editor.post(address(Trait, "add"), values | {"active": "on"})
    assert why_not("managementraad", "7a") in words_of(response.content.decode())
    assert not Trait.objects.filter(model=trait.model, option=trait.option).exists()


def test_a_hallmark_that_does_not_fit_cannot_be_switched_on(editor: Client) -> None:
    trait = trait_of("managementraad", "7a")
    Trait.objects.filter(pk=trait.pk).update(stance="past-niet", active=False)
    response = edit(editor, Trait.objects.get(pk=trait.pk), active="on")
    assert why_not("managementraad", "7a") in words_of(response.content.decode())
    trait.refresh_from_db()
    assert not trait.active


def test_a_judgement_that_is_off_may_say_so(editor: Client) -> None:
    trait = trait_of("managementraad", "7a")
    page = address(Trait, "change", trait.pk)
    values = form_values(editor, page) | {"stance": "past-niet"}
    del values["active"]
    assert editor.post(page, values).status_code == 302
    trait.refresh_from_db()
    assert (trait.stance, trait.active) == ("past-niet", False)


def test_an_option_that_is_no_hallmark_of_the_model_may_be_past_niet(editor: Client) -> None:
    # A hallmark of the managementraad.
    trait = trait_of("adoptieregeling", "7a")
    assert edit(editor, trait, stance="past-niet").status_code == 302
    trait.refresh_from_db()
    assert trait.stance == "past-niet"


def test_a_version_in_which_a_hallmark_does_not_fit_is_not_put_back(editor: Client) -> None:
    trait = trait_of("managementraad", "7a")
    edit(editor, trait, ground="Een andere grond.")
    oldest = versions_of(trait)[-1].id
    Trait.history.filter(history_id=oldest).update(stance="past-niet")
    response = editor.get(put_back(editor, history_of(editor, trait), oldest)["Location"])
    shown = words_of(response.content.decode())
    assert "Deze versie kan niet worden teruggezet." in shown
    assert why_not("managementraad", "7a") in shown
    trait.refresh_from_db()
    assert (trait.stance, trait.ground) == ("kenmerkend", "Een andere grond.")


def in_trait(slug: str, code: str, **values: object) -> Any:
    """A change of the record of one trait."""

    def how(records: Records) -> None:
        (fields,) = [
            record["fields"]
            for record in records
            if (record["fields"]["model"], record["fields"]["option"]) == ([slug], [code])
        ]
        fields.update(values)

    return how


def test_a_file_in_which_a_hallmark_does_not_fit_is_refused(files: Path) -> None:
    change(files, "traits.json", in_trait("managementraad", "7a", stance="past-niet"))
    with pytest.raises(CommandError) as refused:
        load(files)
    assert "(managementraad 7a), field stance: " in str(refused.value)
    assert why_not("managementraad", "7a") in str(refused.value)
    assert trait_of("managementraad", "7a").stance == "kenmerkend"


# The ninth model, the managementraad, gets a hallmark that it calls 'past niet'.
MOVED = set_field(9, "hallmark_1", ["5a"])


def test_a_file_that_makes_a_hallmark_of_what_does_not_fit_is_refused(files: Path) -> None:
    change(files, "governance_models.json", MOVED)
    with pytest.raises(
        CommandError,
        match=r"governance_models.json, record 9 \(managementraad\), field hallmark_1: "
        r"its trait on option 5a is in use and says 'past-niet'",
    ):
        load(files)
    assert GovernanceModel.objects.get(slug="managementraad").hallmark_1.code == "7a"


def test_a_hallmark_may_move_together_with_what_is_said_of_it(files: Path) -> None:
    change(files, "governance_models.json", MOVED)
    change(files, "traits.json", in_trait("managementraad", "5a", stance="kenmerkend"))
    load(files)
    assert GovernanceModel.objects.get(slug="managementraad").hallmark_1.code == "5a"


def test_what_stood_there_before_there_was_this_rule_does_not_stop_a_load(files: Path) -> None:
    Trait.objects.filter(pk=trait_of("managementraad", "7a").pk).update(stance="past-niet")
    change(files, "questions.json", set_field(12, "label", "Bepaal iets anders"))
    change(files, "governance_models.json", set_field(9, "what", "Een andere tekst."))
    load(files)
    assert Question.objects.get(number=12).label == "Bepaal iets anders"
    assert trait_of("managementraad", "7a").stance == "past-niet"
