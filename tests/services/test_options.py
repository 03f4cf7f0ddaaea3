"""Other options for one question or two: all of them or none, with all else as it is stored."""

import pytest

from checklist import services
from checklist.domain.dossier import Answer, DetailAnswer
from checklist.models import Dossier
from checklist.services import ChoiceConflictError, DossierGoneError
from tests.dossiers import choice, make_dossier, opened

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

DETAIL = DetailAnswer("10b", "begroting", "binnen")


@pytest.fixture
def dossier() -> Dossier:
    """Questions 2 and 10 are answered."""
    return make_dossier({2: Answer(("2a",), "Daarom.", "Niet."), 10: Answer(("10b",), details=(DETAIL,))})


def test_both_are_saved_and_named(dossier: Dossier) -> None:
    written = services.save_options(opened(dossier), {10: ("10c",), 2: ("2b",)}, based_on={2: 1, 10: 1})
    assert written == (2, 10)
    assert [(choice(dossier, n).options, choice(dossier, n).version) for n in (2, 10)] == [(["2b"], 2), (["10c"], 2)]


def test_texts_and_details_stay(dossier: Dossier) -> None:
    services.save_options(opened(dossier), {10: ("10c",), 2: ("2b",)}, based_on={2: 1, 10: 1})
    assert (choice(dossier, 2).motivation, choice(dossier, 2).minority) == ("Daarom.", "Niet.")
    assert choice(dossier, 10).details == {"10b": {"begroting": "binnen"}}


def test_the_time_of_the_save_is_kept(dossier: Dossier) -> None:
    before = choice(dossier, 2).saved_at
    services.save_options(opened(dossier), {2: ("2b",)}, based_on={2: 1})
    after = choice(dossier, 2).saved_at
    assert before is not None
    assert after is not None
    assert after > before


@pytest.mark.parametrize("number", [2, 10])
def test_when_somebody_else_changed_one_none_is_saved(dossier: Dossier, number: int) -> None:
    found = opened(dossier)
    services.save_choice(found, number, Answer((f"{number}c",), "Hun"), based_on=1)
    with pytest.raises(ChoiceConflictError) as conflict:
        services.save_options(found, {2: ("2b",), 10: ("10a",)}, based_on={2: 1, 10: 1})
    assert (conflict.value.number, conflict.value.theirs.answer.motivation) == (number, "Hun")
    assert choice(dossier, 12 - number).version == 1


@pytest.mark.parametrize("based_on", [0, 2, 7])
def test_another_version_is_a_conflict(dossier: Dossier, based_on: int) -> None:
    with pytest.raises(ChoiceConflictError):
        services.save_options(opened(dossier), {2: ("2b",)}, based_on={2: based_on})
    assert choice(dossier, 2).options == ["2a"]


def test_the_same_options_are_a_success_whatever_version_and_are_not_written(dossier: Dossier) -> None:
    found = opened(dossier)
    services.save_choice(found, 10, Answer(("10c",), "Hun"), based_on=1)
    assert services.save_options(found, {2: ("2b",), 10: ("10c",)}, based_on={2: 1, 10: 1}) == (2,)
    assert (choice(dossier, 10).version, choice(dossier, 10).motivation) == (2, "Hun")
    assert services.save_options(opened(dossier), {2: ("2b",), 10: ("10c",)}, based_on={2: 9, 10: 9}) == ()


def test_a_dossier_that_was_deleted_says_so(dossier: Dossier) -> None:
    found = opened(dossier)
    dossier.delete()
    with pytest.raises(DossierGoneError):
        services.save_options(found, {2: ("2b",), 10: ("10c",)}, based_on={2: 1, 10: 1})
