"""An upgrade from the version with 57 tensions without questions, agreements or repairs: nothing that somebody wrote is
lost."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from checklist import selectors
from checklist.domain.dossier import Answer, Kept
from checklist.models import Dossier, Option, Repair, Tension
from tests.beheer.browsing import edit, redacteurs_browser
from tests.content import real_content
from tests.dossiers import make_dossier
from tests.migrating import migrate, newest

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

BEFORE = [("checklist", "0015_terms")]
EDITED = "Van de redactie."
NEW_TEXTS = {"agreement", "question"}
NEW = {"58": ("5a", "12a"), "59": ("1a", "1b"), "60": ("1a", "1c"), "61": ("1b", "1c")}


def migrate_to_newest() -> None:
    migrate(newest())


def add(number: int, a: str, b: str) -> None:
    """A tension as a redacteur added it: nothing of it was ever loaded."""
    options = Option.objects.in_bulk(field_name="code")
    Tension.objects.create(
        number=number, option_a=options[a], option_b=options[b], severity="aandachtspunt", readers=1, explanation=EDITED
    )


@pytest.fixture
def editor(transactional_db: None) -> Client:
    return redacteurs_browser()


@pytest.fixture
def dossier(transactional_db: None) -> Dossier:
    """A dossier that keeps a tension of the content."""
    return make_dossier({2: Answer(("2a",)), 5: Answer(("5a",))}, (Kept("2a", "5a", "Met opzet."),))


@pytest.fixture
def upgraded(editor: Client, dossier: Dossier) -> Iterator[str]:
    """What loading says in a database of the version before, in which a redacteur added tensions under the numbers that
    the content needs now, one of them between the same two options, and changed a text and a severity."""
    edit(editor, Tension.objects.get(number=12), explanation=EDITED)
    Tension.objects.filter(number__gte=58).delete()
    add(58, "1a", "1b")
    add(59, "2a", "11a")
    add(60, "5a", "12a")
    add(61, "2a", "11b")
    Repair.objects.all().delete()
    for tension in Tension.objects.all():
        hashes = {name: value for name, value in tension.loaded_hashes.items() if name not in NEW_TEXTS}
        Tension.objects.filter(pk=tension.pk).update(loaded_hashes=hashes)
    Tension.objects.filter(number=41).update(severity="tegenstrijdig")
    migrate(BEFORE)
    try:
        migrate_to_newest()
        said = StringIO()
        call_command("load_content", stdout=said)
        yield said.getvalue()
    finally:
        migrate_to_newest()


def pair_of(number: int) -> tuple[str, str]:
    tension = Tension.objects.get(number=number)
    return tension.option_a.code, tension.option_b.code


def test_the_new_tensions_have_their_numbers(upgraded: str) -> None:
    assert {number: pair_of(int(number)) for number in NEW} == NEW


def test_a_tension_of_the_redactie_between_the_same_options_stays_and_is_named(upgraded: str) -> None:
    assert {Tension.objects.get(number=number).explanation for number in (58, 59)} == {EDITED}
    assert "tensions.json, record 59 (59), field explanation: left alone, an editor changed it" in upgraded


def test_another_tension_of_the_redactie_gets_a_number_of_its_own(upgraded: str) -> None:
    assert [pair_of(number) for number in (1001, 1002)] == [("2a", "11a"), ("2a", "11b")]
    assert set(Tension.objects.filter(number__gt=61).values_list("explanation", flat=True)) == {EDITED}


def test_every_tension_of_the_content_gets_its_repairs(upgraded: str) -> None:
    loaded = {tension.number: tension.repairs for tension in selectors.content_all().tensions if tension.number < 62}
    assert loaded == {tension.number: tension.repairs for tension in real_content().tensions}


def test_every_tension_of_the_content_gets_its_agreement(upgraded: str) -> None:
    loaded = dict(Tension.objects.filter(number__lt=62).values_list("number", "agreement"))
    assert loaded == {tension.number: tension.agreement for tension in real_content().tensions}


def test_every_tension_of_the_content_gets_its_question(upgraded: str) -> None:
    loaded = dict(Tension.objects.filter(number__lt=62).values_list("number", "question"))
    assert loaded == {tension.number: tension.question for tension in real_content().tensions}


def test_a_tension_of_the_redactie_has_no_question_until_it_is_edited(upgraded: str) -> None:
    assert set(Tension.objects.filter(number__gt=61).values_list("question", flat=True)) == {""}


def test_what_a_redacteur_changed_stays_and_is_named(upgraded: str) -> None:
    assert Tension.objects.get(number=12).explanation == EDITED
    assert Tension.objects.get(number=41).severity == "tegenstrijdig"
    assert "tensions.json, record 12 (12), field explanation: left alone, an editor changed it" in upgraded
    assert "tensions.json, record 41 (41), field severity: left alone, an editor changed it" in upgraded


def test_a_kept_tension_stays(upgraded: str, dossier: Dossier) -> None:
    assert selectors.kept_tensions(dossier.pk)["2a", "5a"].motivation == "Met opzet."
