"""Saving an answer: with the version it was based on, and nothing lost silently (rules 1 and 3)."""

import pytest
from pytest_django import DjangoAssertNumQueries

from checklist import selectors, services
from checklist.domain.dossier import Answer
from checklist.models import Dossier
from checklist.services import ChoiceConflictError
from tests.dossiers import choice, opened
from tests.services.values import ODD

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_a_save_raises_the_version_by_one(dossier: Dossier) -> None:
    for version in range(3):
        assert services.save_choice(opened(dossier), 1, Answer(("1a",), f"{version}"), based_on=version)
        assert choice(dossier, 1).version == version + 1


def test_a_save_is_one_read_and_one_update(dossier: Dossier, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(3):  # the first of a question looks once more whether the dossier is settled
        services.save_choice(opened(dossier), 1, Answer(("1a",)), based_on=0)
    with django_assert_num_queries(2):
        services.save_choice(opened(dossier), 1, Answer(("1b",)), based_on=1)


def test_odd_characters_are_stored_as_they_are(dossier: Dossier) -> None:
    services.save_choice(opened(dossier), 1, Answer(("1a",), ODD, ODD), based_on=0)
    assert selectors.choice(dossier.pk, 1).answer == Answer(("1a",), ODD, ODD)


@pytest.mark.parametrize("based_on", [0, 2, 7])
def test_a_save_based_on_another_version_is_a_conflict_that_carries_what_is_stored(
    dossier: Dossier, based_on: int
) -> None:
    services.save_choice(opened(dossier), 1, Answer(("1a",), "Hun"), based_on=0)
    with pytest.raises(ChoiceConflictError) as conflict:
        services.save_choice(opened(dossier), 1, Answer(("1b",), "Mijn"), based_on=based_on)
    assert conflict.value.theirs.answer == Answer(("1a",), "Hun")
    assert conflict.value.theirs.version == 1
    assert choice(dossier, 1).motivation == "Hun"


@pytest.mark.parametrize("based_on", [0, 1, 2, 7])
def test_an_equal_save_is_a_success_whatever_version_it_was_based_on(dossier: Dossier, based_on: int) -> None:
    services.save_choice(opened(dossier), 1, Answer(("1a",)), based_on=0)
    services.save_choice(opened(dossier), 1, Answer(("1b",), "Nu dit"), based_on=1)
    assert not services.save_choice(opened(dossier), 1, Answer(("1b",), "Nu dit"), based_on=based_on)
    assert choice(dossier, 1).version == 2


def test_a_save_that_came_after_the_dossier_was_opened_is_a_conflict(dossier: Dossier) -> None:
    mine = opened(dossier)
    services.save_choice(opened(dossier), 1, Answer(("1a",), "Hun"), based_on=0)
    with pytest.raises(ChoiceConflictError) as conflict:
        services.save_choice(mine, 1, Answer(("1b",), "Mijn"), based_on=0)
    assert conflict.value.theirs.answer.motivation == "Hun"


def test_an_equal_save_that_came_after_the_dossier_was_opened_is_a_success_for_both(dossier: Dossier) -> None:
    mine = opened(dossier)
    assert services.save_choice(opened(dossier), 1, Answer(("1a",), "Samen"), based_on=0)
    assert not services.save_choice(mine, 1, Answer(("1a",), "Samen"), based_on=0)
    assert choice(dossier, 1).version == 1


def test_an_open_question_is_looked_at_once(dossier: Dossier) -> None:
    assert services.save_choice(opened(dossier), 1, Answer(), based_on=0)
    assert not services.save_choice(opened(dossier), 1, Answer(), based_on=1)
    assert choice(dossier, 1).version == 1
