"""Every write: with the version it was based on, and nothing lost silently (rules 1 and 3)."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries

from checklist import selectors, services
from checklist.domain.dossier import Answer, DossierValue, Kept, TitlePage
from checklist.models import Choice, Dossier, KeptTension
from checklist.selectors import OpenDossier
from checklist.services import (
    ChoiceConflictError,
    DossierGoneError,
    KeptConflictError,
    NoRightError,
    NotBothChosenError,
    TitlePageConflictError,
)
from tests.dossiers import CLASHING, TENSION, choice, make_dossier, opened

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

ODD = "👩‍🏫 𠮷 ‘citaat’ {{ x }} <b> \\ ' \" % ć Ł → ✓ \n\n regel"


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


@pytest.fixture
def clashing() -> Dossier:
    """A dossier with the first tension between its answers."""
    return make_dossier(CLASHING)


def kept(dossier: Dossier) -> selectors.KeptState:
    found = selectors.kept_tension(dossier.pk, TENSION)
    assert found is not None
    return found


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
        answers=CLASHING | {1: Answer(("1a", "1d"), ODD, ODD), 4: Answer((), ODD)},
        kept=(Kept("2a", "5a", ODD),),
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


def test_a_save_raises_the_version_by_one(dossier: Dossier) -> None:
    for version in range(3):
        assert services.save_choice(opened(dossier), 1, Answer(("1a",), f"{version}"), based_on=version)
        assert choice(dossier, 1).version == version + 1


def test_a_save_is_one_read_and_one_update(dossier: Dossier, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        services.save_choice(opened(dossier), 1, Answer(("1a",)), based_on=0)


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


@pytest.mark.parametrize("options", [[], ["5b"]])
def test_a_tension_whose_options_are_not_both_chosen_is_not_kept(clashing: Dossier, options: list[str]) -> None:
    Choice.objects.filter(dossier=clashing, question__number=5).update(options=options)
    with pytest.raises(NotBothChosenError) as refusal:
        services.keep_tension(opened(clashing), TENSION, "Reden", based_on=0)
    assert refusal.value.missing == ("5a",)
    assert not KeptTension.objects.filter(dossier=clashing).exists()


def test_a_kept_tension_is_stored_with_its_motivation(clashing: Dossier) -> None:
    services.keep_tension(opened(clashing), TENSION, ODD, based_on=0)
    assert kept(clashing).motivation == ODD


def test_a_kept_tensions_motivation_changes_with_its_version(clashing: Dossier) -> None:
    services.keep_tension(opened(clashing), TENSION, "Eerst", based_on=0)
    version = kept(clashing).version
    services.keep_tension(opened(clashing), TENSION, "Daarna", based_on=version)
    assert kept(clashing) == selectors.KeptState("Daarna", version + 1)


def test_keeping_what_somebody_else_kept_first_is_a_conflict(clashing: Dossier) -> None:
    services.keep_tension(opened(clashing), TENSION, "Hun", based_on=0)
    with pytest.raises(KeptConflictError) as conflict:
        services.keep_tension(opened(clashing), TENSION, "Mijn", based_on=0)
    assert conflict.value.theirs == kept(clashing)


def test_two_who_keep_at_the_same_moment_conflict_instead_of_crash(
    clashing: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.keep_tension(opened(clashing), TENSION, "Hun", based_on=0)
    answers = iter([None, kept(clashing)])
    monkeypatch.setattr(selectors, "kept_tension", lambda *_: next(answers))
    with pytest.raises(KeptConflictError):
        services.keep_tension(opened(clashing), TENSION, "Mijn", based_on=0)
    assert KeptTension.objects.get(dossier=clashing).motivation == "Hun"


def test_two_who_keep_the_same_at_the_same_moment_both_succeed(
    clashing: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.keep_tension(opened(clashing), TENSION, "Samen", based_on=0)
    answers = iter([None, kept(clashing)])
    monkeypatch.setattr(selectors, "kept_tension", lambda *_: next(answers))
    services.keep_tension(opened(clashing), TENSION, "Samen", based_on=0)


def test_two_who_change_a_kept_tension_at_the_same_moment_overwrite_nothing(
    clashing: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.keep_tension(opened(clashing), TENSION, "Eerst", based_on=0)
    before = kept(clashing)
    services.keep_tension(opened(clashing), TENSION, "Hun", based_on=before.version)
    answers = iter([before, kept(clashing)])
    monkeypatch.setattr(selectors, "kept_tension", lambda *_: next(answers))
    with pytest.raises(KeptConflictError):
        services.keep_tension(opened(clashing), TENSION, "Mijn", based_on=before.version)
    assert KeptTension.objects.get(dossier=clashing).motivation == "Hun"


def test_changing_what_somebody_else_let_go_is_a_conflict_without_theirs(clashing: Dossier) -> None:
    services.keep_tension(opened(clashing), TENSION, "Eerst", based_on=0)
    version = kept(clashing).version
    services.let_tension_go(opened(clashing), TENSION, based_on=version)
    with pytest.raises(KeptConflictError) as conflict:
        services.keep_tension(opened(clashing), TENSION, "Mijn", based_on=version)
    assert conflict.value.theirs is None


def test_a_tension_that_was_let_go_and_kept_again_never_fits_an_old_page(clashing: Dossier) -> None:
    services.keep_tension(opened(clashing), TENSION, "Eerst", based_on=0)
    old = kept(clashing).version
    services.let_tension_go(opened(clashing), TENSION, based_on=old)
    services.keep_tension(opened(clashing), TENSION, "Opnieuw", based_on=0)
    with pytest.raises(KeptConflictError):
        services.keep_tension(opened(clashing), TENSION, "Mijn", based_on=old)
    with pytest.raises(KeptConflictError):
        services.let_tension_go(opened(clashing), TENSION, based_on=old)
    assert kept(clashing).motivation == "Opnieuw"


def test_letting_go_what_somebody_else_changed_is_a_conflict(clashing: Dossier) -> None:
    services.keep_tension(opened(clashing), TENSION, "Eerst", based_on=0)
    version = kept(clashing).version
    services.keep_tension(opened(clashing), TENSION, "Daarna", based_on=version)
    with pytest.raises(KeptConflictError):
        services.let_tension_go(opened(clashing), TENSION, based_on=version)
    assert kept(clashing).motivation == "Daarna"


def test_letting_go_twice_is_a_success(clashing: Dossier) -> None:
    services.keep_tension(opened(clashing), TENSION, "Eerst", based_on=0)
    version = kept(clashing).version
    for _ in range(2):
        services.let_tension_go(opened(clashing), TENSION, based_on=version)
    assert not KeptTension.objects.filter(dossier=clashing).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("based_on", [0, 1])
def test_keeping_a_tension_while_the_dossier_is_deleted_finds_it_gone(
    clashing: Dossier, monkeypatch: pytest.MonkeyPatch, based_on: int
) -> None:
    read, found = selectors.kept_tension, opened(clashing)

    def read_and_lose(*_: int) -> selectors.KeptState | None:
        monkeypatch.setattr(selectors, "kept_tension", read)
        services.delete_dossier(found)
        return selectors.KeptState("Eerst", 1) if based_on else None

    monkeypatch.setattr(selectors, "kept_tension", read_and_lose)
    with pytest.raises(DossierGoneError):
        services.keep_tension(found, TENSION, "Mijn", based_on=based_on)


MINE = TitlePage("Mijn titel", "VR20", datetime.date(2027, 1, 2), ("B", "C"))
THEIRS = replace(MINE, title="Hun titel")


def test_details_are_saved_with_the_next_version(dossier: Dossier) -> None:
    services.save_title_page(opened(dossier), MINE, based_on=1)
    after = opened(dossier)
    assert TitlePage(after.title, after.region_code, after.date, after.present) == MINE
    assert after.version == 2


def test_unchanged_details_are_not_a_save(dossier: Dossier) -> None:
    before = opened(dossier)
    same = TitlePage(before.title, before.region_code, before.date, before.present)
    services.save_title_page(before, same, based_on=before.version)
    assert opened(dossier).version == before.version


def test_details_based_on_an_old_version_are_a_conflict(dossier: Dossier) -> None:
    services.save_title_page(opened(dossier), THEIRS, based_on=1)
    with pytest.raises(TitlePageConflictError):
        services.save_title_page(opened(dossier), MINE, based_on=1)
    assert opened(dossier).title == "Hun titel"


@pytest.mark.parametrize("read_before_the_other", [True, False])
def test_details_equal_to_what_is_stored_are_a_success(dossier: Dossier, read_before_the_other: bool) -> None:
    before = opened(dossier)
    services.save_title_page(opened(dossier), MINE, based_on=1)
    services.save_title_page(before if read_before_the_other else opened(dossier), MINE, based_on=1)
    assert opened(dossier).version == 2


WRITES: list[Callable[[OpenDossier], object]] = [
    lambda found: services.save_choice(found, 1, Answer(("1a",)), based_on=0),
    lambda found: services.keep_tension(found, TENSION, "Reden", based_on=0),
    lambda found: services.let_tension_go(found, TENSION, based_on=0),
    lambda found: services.save_title_page(found, MINE, based_on=1),
    lambda found: services.record_visit(found, services.Visit("somebody", 1)),
    lambda found: services.leave_question(found, "somebody", 1),
    services.delete_dossier,
]


@pytest.mark.parametrize("write", WRITES)
def test_nothing_is_written_to_a_dossier_that_may_only_be_read(
    clashing: Dossier, write: Callable[[OpenDossier], object]
) -> None:
    found = selectors.dossier_with_key(clashing.read_key)
    assert found is not None
    before = opened(clashing)
    with pytest.raises(NoRightError):
        write(found)
    assert opened(clashing) == before
