"""A new dossier: twelve choices and two keys, made whole or not at all (rule 1)."""

import datetime

import pytest

from checklist import selectors, services
from checklist.domain.dossier import Action, Answer, DetailAnswer, DossierValue, Kept
from checklist.models import Choice, Dossier
from tests.dossiers import CLASHING, make_dossier, opened
from tests.services.values import ODD

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_a_new_dossier_has_twelve_choices_at_version_zero(dossier: Dossier) -> None:
    rows = Choice.objects.filter(dossier=dossier)
    assert sorted(rows.values_list("question__number", flat=True)) == list(range(1, 13))
    assert {(row.version, tuple(row.options), row.motivation, row.saved_at) for row in rows} == {(0, (), "", None)}


def test_a_new_dossier_has_two_different_unguessable_keys(dossier: Dossier) -> None:
    other = make_dossier()
    keys = {dossier.edit_key, dossier.read_key, other.edit_key, other.read_key}
    assert len(keys) == 4
    assert {len(key) for key in keys} == {32}


def test_a_dossier_made_from_a_value_reads_back_as_that_value() -> None:
    value = DossierValue(
        title=f"Titel {ODD}".replace("\n", " "),
        veiligheidsregio="VR25",
        date=datetime.date(1, 1, 1),
        present=("Ć. Łukasz 𠮷, Oss", "B"),
        answers=CLASHING
        | {
            1: Answer(("1a", "1d"), ODD, ODD, (DetailAnswer("1d", "vastlegging", "beide"),)),
            4: Answer((), ODD),
            7: Answer(("7c",), details=(DetailAnswer("7c", "gemeente", "GM0034"),)),
        },
        kept=(Kept("2a", "5a", ODD),),
        until=datetime.time(12),
        actions=(
            Action("vraag:4", ODD, "Ć. Łukasz", "1 maart 2027"),
            Action("2a+2b", "", "B", done=True),
            Action("", "A"),
        ),
    )
    made = services.create_dossier(value)
    assert selectors.dossier_value(opened(made)) == value


def test_a_dossier_that_cannot_be_made_whole_is_not_made_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Choice.objects, "bulk_create", fail)
    before = Dossier.objects.count()
    with pytest.raises(RuntimeError):
        make_dossier()
    assert Dossier.objects.count() == before
