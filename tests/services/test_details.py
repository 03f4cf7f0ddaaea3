"""What the kring says of what options leave open: stored with the answer, told while the option is chosen."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from checklist import selectors, services
from checklist.domain.dossier import Answer, DetailAnswer, TitlePage
from checklist.models import Choice, Dossier
from checklist.services import ChoiceConflictError, LeftBehind, OtherRegionError, TitlePageConflictError
from tests.dossiers import choice, make_dossier, opened
from tests.migrating import migrate, newest

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

CARRIER = DetailAnswer("7a", "drager", "beide")
OSS = DetailAnswer("7c", "gemeente", "GM0828")
AMSTERDAM = DetailAnswer("7c", "gemeente", "GM0363")
IN_OSS = Answer(("7c",), details=(OSS,))


def title_page_of(dossier: Dossier, **changes: Any) -> TitlePage:
    now = opened(dossier)
    return replace(TitlePage(now.title, now.region_code, now.date, now.present, now.until), **changes)


def move(dossier: Dossier, region_code: str = "VR13") -> tuple[int, ...]:
    """Give the dossier another region; return the questions with a detail that is open again."""
    now = opened(dossier)
    left = services.save_title_page(now, title_page_of(dossier, region_code=region_code), based_on=now.version)
    return left.questions


def test_details_are_stored_with_the_answer(dossier: Dossier) -> None:
    answer = Answer(("7a",), "Daarom.", details=(CARRIER,))
    assert services.save_choice(opened(dossier), 7, answer, based_on=0)
    assert choice(dossier, 7).details == {"7a": {"drager": "beide"}}
    assert opened(dossier).answers[7].answer == selectors.choice(dossier.pk, 7).answer == answer


def test_two_details_of_one_question_come_back_in_order(dossier: Dossier) -> None:
    details = (DetailAnswer("10b", "begroting", "binnen"), DetailAnswer("10c", "verdeelsleutel", "gelijk"))
    services.save_choice(opened(dossier), 10, Answer(("10b", "10c"), details=details), based_on=0)
    assert opened(dossier).answers[10].answer.details == details


def test_a_detail_of_an_option_that_is_not_chosen_is_kept_and_not_told(dossier: Dossier) -> None:
    services.save_choice(opened(dossier), 7, Answer(("7b",), details=(CARRIER,)), based_on=0)
    assert opened(dossier).answers[7].answer.details == (CARRIER,)
    assert selectors.dossier_value(opened(dossier)).answer(7) == Answer(("7b",))


def test_another_detail_alone_is_another_answer(dossier: Dossier) -> None:
    services.save_choice(opened(dossier), 7, Answer(("7a",)), based_on=0)
    assert services.save_choice(opened(dossier), 7, Answer(("7a",), details=(CARRIER,)), based_on=1)
    with pytest.raises(ChoiceConflictError) as conflict:
        services.save_choice(opened(dossier), 7, Answer(("7a",)), based_on=1)
    assert conflict.value.theirs.answer.details == (CARRIER,)


@pytest.mark.parametrize("based_on", [0, 1, 9])
def test_an_equal_save_is_a_success_whatever_version_it_was_based_on(dossier: Dossier, based_on: int) -> None:
    answer = Answer(("7a",), details=(CARRIER,))
    services.save_choice(opened(dossier), 7, answer, based_on=0)
    assert not services.save_choice(opened(dossier), 7, answer, based_on=based_on)
    assert choice(dossier, 7).version == 1


@pytest.mark.django_db(transaction=True)
def test_a_gemeente_of_another_region_is_refused_and_nothing_is_written(dossier: Dossier) -> None:
    with pytest.raises(OtherRegionError):
        services.save_choice(opened(dossier), 7, Answer(("7c",), details=(AMSTERDAM,)), based_on=0)
    assert (choice(dossier, 7).version, choice(dossier, 7).details) == (0, {})


def test_only_a_gemeente_that_is_new_costs_a_query(
    dossier: Dossier, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    found = opened(dossier)
    services.save_choice(found, 7, Answer(("7c",)), based_on=0)
    found = opened(dossier)
    with django_assert_num_queries(2):
        services.save_choice(found, 7, IN_OSS, based_on=1)
    found = opened(dossier)
    with django_assert_num_queries(1):
        services.save_choice(found, 7, replace(IN_OSS, motivation="Daarom."), based_on=2)


def test_a_new_region_opens_the_gemeenten_of_the_one_before() -> None:
    answers = {
        7: replace(IN_OSS, motivation="Daarom."),
        8: Answer(("8a",), details=(DetailAnswer("8a", "leiding", "namens"),)),
    }
    hidden = Answer(("9c",), details=(DetailAnswer("9b", "gemeente", "GM0796"),))
    dossier = make_dossier(answers | {9: hidden})
    assert move(dossier) == (7, 9)
    after = opened(dossier).answers
    assert (after[7].answer, after[7].version) == (Answer(("7c",), "Daarom."), 2)
    assert (after[8].answer, after[8].version) == (answers[8], 1)
    assert after[9].answer == Answer(("9c",))


def test_when_an_answer_was_saved_stays_when_its_gemeente_opens() -> None:
    dossier = make_dossier({7: IN_OSS})
    before = choice(dossier, 7).saved_at
    move(dossier)
    assert choice(dossier, 7).saved_at == before


def test_a_page_that_was_open_when_the_region_changed_conflicts() -> None:
    dossier = make_dossier({7: IN_OSS})
    found = opened(dossier)
    move(dossier)
    with pytest.raises(ChoiceConflictError):
        services.save_choice(found, 7, replace(IN_OSS, motivation="Mijn."), based_on=1)


def test_the_same_region_opens_nothing() -> None:
    dossier = make_dossier({7: IN_OSS})
    now = opened(dossier)
    assert services.save_title_page(now, title_page_of(dossier, title="Anders"), based_on=now.version) == LeftBehind()
    assert opened(dossier).answers[7].answer == IN_OSS


def test_a_new_region_that_comes_second_opens_nothing() -> None:
    dossier = make_dossier({7: IN_OSS})
    found = opened(dossier)
    services.save_title_page(found, title_page_of(dossier, title="Hun titel"), based_on=1)
    with pytest.raises(TitlePageConflictError):
        services.save_title_page(found, title_page_of(dossier, region_code="VR13"), based_on=1)
    assert opened(dossier).answers[7].answer == IN_OSS


def test_a_gemeente_that_left_its_region_is_not_told() -> None:
    dossier = make_dossier({7: Answer(("7c",), details=(AMSTERDAM,))})
    assert selectors.dossier_value(opened(dossier)).answer(7) == Answer(("7c",))


def test_a_row_has_no_room_for_more_than_details_take(dossier: Dossier) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Choice.objects.filter(dossier=dossier).update(details={"7a": {"drager": "x" * 500}})


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_answers_of_the_version_before_have_no_details_and_stay_as_they_are() -> None:
    dossier = make_dossier({7: Answer(("7a",), "Daarom.", "Niet.")})
    migrate([("checklist", "0013_details")])
    migrate(newest())
    assert opened(dossier).answers[7].answer == Answer(("7a",), "Daarom.", "Niet.")
    assert opened(dossier).until is None
    assert set(Choice.objects.filter(dossier=dossier).values_list("version", flat=True)) == {0, 1}
