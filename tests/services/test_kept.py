"""Keeping a tension and letting it go: with the version it was based on, and nothing lost silently (rules 3 and 4)."""

import pytest

from checklist import selectors, services
from checklist.models import Choice, Dossier, KeptTension
from checklist.services import DossierGoneError, KeptConflictError, NotBothChosenError
from tests.dossiers import TENSION, opened
from tests.services.values import ODD

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def kept(dossier: Dossier) -> selectors.KeptState:
    found = selectors.kept_tension(dossier.pk, TENSION)
    assert found is not None
    return found


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
