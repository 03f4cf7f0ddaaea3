"""Settling at the same moment as others settle or save: once, whole, and no confirmed save silently beside it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from checklist import selectors, services
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Action, Answer, TitlePage
from checklist.domain.proposal import NO_PROPOSAL, Attendance, Presence, Proposal, mark_of
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import NOTHING_BEFORE
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.value import ActKind, NewAct, NewFile, SettledFileKind
from checklist.domain.state import Outcome
from checklist.models import Action as ActionRow
from checklist.models import AdviesAct, AdviesFile, ChainRecord, Dossier, KeptTension, SettledAdvies
from checklist.selectors import OpenDossier
from checklist.selectors.freezing import frozen_of
from checklist.services import (
    ActConflictError,
    ActionSave,
    ActRefusedError,
    DossierGoneError,
    DossierKeptError,
    DossierSettledError,
    KeptSave,
    TextChangedError,
    Visit,
    settling,
)
from tests.dossiers import CLASHING, TENSION, full_dossier, make_dossier, opened
from tests.racing import all_at_once, second_waits_for_first
from tests.services.values import SETTLED_ON, asked_for, reopen, settle, version_of

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

AT_ONCE, ROUNDS = 20, 10
TODAY = timezone.localdate()
# Composing takes a second and has no part in a race: what was composed of the same words is remembered.
_COMPOSED: dict[tuple[str, bool], Frozen] = {}


@pytest.fixture(autouse=True)
def _composed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "frozen_of", composed)
    monkeypatch.setattr("tests.services.values.frozen_of", composed)


def composed(dossier: OpenDossier, settled_on: object, *, names: bool) -> Frozen:
    """What would be settled, composed once of the same words."""
    told = selectors.dossier_value(dossier)
    key = (repr(told), names)
    if key not in _COMPOSED:
        _COMPOSED[key] = frozen_of(dossier, SETTLED_ON, names=names)
    return _COMPOSED[key]


def check_chain(records: int) -> None:
    """The chain has so many records, each with the hash of the one before, and one for each version."""
    previous, rows = NOTHING_BEFORE, list(ChainRecord.objects.order_by("sequence"))
    assert [row.sequence for row in rows] == list(range(1, records + 1))
    for row in rows:
        assert (row.previous, row.sha256) == (previous, sha256_of(bytes(row.body)))
        previous = row.sha256
    settled = sorted(row.code for row in rows if row.event == "vastgesteld")
    assert settled == sorted(SettledAdvies.objects.values_list("code", flat=True))


def kinds_of(results: list[object]) -> list[str]:
    """The names of what was returned or raised, sorted."""
    return sorted(type(result).__name__ for result in results)


def test_twenty_who_settle_one_dossier_at_once_make_one_version() -> None:
    for done in range(1, ROUNDS + 1):
        dossier = full_dossier()
        asked = asked_for(dossier)
        found = [opened(dossier) for _ in range(AT_ONCE)]
        results = all_at_once([partial(services.settle, one, asked) for one in found])
        assert kinds_of(results) == ["DossierSettledError"] * (AT_ONCE - 1) + ["str"]
        assert SettledAdvies.objects.get(dossier=dossier).code in results
        check_chain(done)


def test_who_settle_at_once_and_each_compose_make_one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "frozen_of", frozen_of)
    dossier = full_dossier()
    asked, found = asked_for(dossier), opened(dossier)
    results = all_at_once([lambda: services.settle(found, asked)] * 4)
    assert kinds_of(results) == ["DossierSettledError"] * 3 + ["str"]
    check_chain(1)


def test_twenty_dossiers_that_are_settled_at_once_are_all_settled() -> None:
    dossiers = [full_dossier() for _ in range(AT_ONCE)]
    asked = asked_for(dossiers[0])
    found = [opened(dossier) for dossier in dossiers]
    results = all_at_once([partial(services.settle, one, asked) for one in found])
    assert kinds_of(results) == ["str"] * AT_ONCE
    assert len(set(results)) == AT_ONCE
    assert all(version_of(dossier).facts.version == 1 for dossier in dossiers)
    check_chain(AT_ONCE)


def busy_dossier() -> Dossier:
    """A dossier with a kept tension, an action and a proposal."""
    there = Proposal(submitter="De eerste", attendance=(Attendance("GM0828", Presence.PRESENT),))
    dossier = make_dossier(CLASHING, actions=(Action("", "Bellen"),), proposal=there)
    services.keep_tension(opened(dossier), TENSION, "Met opzet.", based_on=0)
    return dossier


def bare_dossier() -> Dossier:
    """A dossier with two answers and nothing else."""
    return make_dossier(CLASHING)


def kept_version(found: OpenDossier) -> int:
    """The version of the tension that a dossier keeps."""
    return KeptTension.objects.get(dossier=found.id).version


def action_save(found: OpenDossier, what: str) -> ActionSave:
    """The stored action with another text."""
    row = ActionRow.objects.get(dossier=found.id)
    return ActionSave(row.pk, row.version, Action("", what))


def save_fields(found: OpenDossier, filled: Proposal, *keys: str, based_on: int) -> bool:
    """Save these fields as a page does that showed them empty."""
    shown = {key: mark_of(NO_PROPOSAL, key) for key in keys}
    return services.save_proposal(found, filled, shown=shown, based_on=based_on)


def title_page(found: OpenDossier, **other: object) -> TitlePage:
    """The title page of a dossier with something else on it."""
    page = TitlePage(found.title, found.region_code, found.date, found.present, found.until)
    return replace(page, **other)  # type: ignore[arg-type]  # as the test says


NEW_ACTION = ActionSave(None, 0, Action("", "Nieuw"))
STEP_DONE = ActionSave(None, 0, Action("stap:kring_vaststellen", "", who="Ann"))
# What is saved; each is given the dossier as it was opened before.
Save = Callable[[OpenDossier], object]
SAVES: dict[str, tuple[Callable[[], Dossier], Save]] = {
    "a first answer": (bare_dossier, lambda found: services.save_choice(found, 1, Answer(("1a",)), based_on=0)),
    "an answer": (
        bare_dossier,
        lambda found: services.save_choice(found, 2, Answer(("2b",)), based_on=1, visit=Visit("ann", 3)),
    ),
    "options": (bare_dossier, lambda found: services.save_options(found, {2: ("2b",)}, based_on={2: 1})),
    "first options": (bare_dossier, lambda found: services.save_options(found, {3: ("3b",)}, based_on={3: 0})),
    "options of two": (
        bare_dossier,
        lambda found: services.save_options(found, {2: ("2b",), 5: ("5b",)}, based_on={2: 1, 5: 1}),
    ),
    "a tension to keep": (bare_dossier, lambda found: services.keep_tension(found, TENSION, "Toch.", based_on=0)),
    "a kept tension": (
        busy_dossier,
        lambda found: services.keep_tension(found, TENSION, "Anders.", based_on=kept_version(found)),
    ),
    "a tension to let go": (
        busy_dossier,
        lambda found: services.let_tension_go(found, TENSION, based_on=kept_version(found)),
    ),
    "a new action": (bare_dossier, lambda found: services.save_agenda(found, actions=[NEW_ACTION], kept=[])),
    "an action": (
        busy_dossier,
        lambda found: services.save_agenda(found, actions=[action_save(found, "Mailen")], kept=[]),
    ),
    "an action to remove": (
        busy_dossier,
        lambda found: services.save_agenda(found, actions=[action_save(found, "")], kept=[]),
    ),
    "an agenda": (
        bare_dossier,
        lambda found: services.save_agenda(
            found, actions=[NEW_ACTION], kept=[KeptSave(TENSION, keep=True, motivation="Toch.", based_on=0)]
        ),
    ),
    "a first proposal": (
        bare_dossier,
        lambda found: save_fields(found, Proposal(support="Breed"), "draagvlak", based_on=0),
    ),
    "a proposal": (busy_dossier, lambda found: save_fields(found, Proposal(support="Breed"), "draagvlak", based_on=1)),
    "a closing": (
        busy_dossier,
        lambda found: services.save_closing(
            found,
            Proposal(support="Breed"),
            shown={"draagvlak": mark_of(NO_PROPOSAL, "draagvlak")},
            based_on=1,
            actions=[STEP_DONE],
        ),
    ),
    "a title": (
        busy_dossier,
        lambda found: services.save_title_page(found, title_page(found, title="Anders"), based_on=found.version),
    ),
    "another region": (
        busy_dossier,
        lambda found: services.save_title_page(found, title_page(found, region_code="VR13"), based_on=found.version),
    ),
}


@pytest.mark.parametrize("name", SAVES)
def test_a_save_that_waited_for_a_settling_is_refused(name: str) -> None:
    make, save = SAVES[name]
    dossier = make()
    asked, found = asked_for(dossier), opened(dossier)
    before = selectors.dossier_value(found)
    with pytest.raises(DossierSettledError):
        second_waits_for_first(lambda: services.settle(found, asked), lambda: save(found))
    assert selectors.dossier_value(opened(dossier)) == before
    assert SettledAdvies.objects.count() == 1


@pytest.mark.parametrize("name", SAVES)
def test_a_settling_that_waited_for_a_save_settles_nothing_without_it(name: str) -> None:
    make, save = SAVES[name]
    dossier = make()
    asked, found = asked_for(dossier), opened(dossier)
    before = selectors.dossier_value(found)
    with pytest.raises(TextChangedError):
        second_waits_for_first(lambda: save(found), lambda: services.settle(found, asked))
    assert selectors.dossier_value(opened(dossier)) != before
    assert not SettledAdvies.objects.exists()
    services.settle(opened(dossier), asked_for(dossier))
    snapshot = json.loads(bytes(SettledAdvies.objects.get().snapshot))
    assert snapshot["dossier"]["title"] == opened(dossier).title


@pytest.mark.parametrize("name", SAVES)
def test_of_a_save_and_a_settling_at_once_one_is_confirmed(name: str) -> None:
    make, save = SAVES[name]
    dossier = make()
    asked, found = asked_for(dossier), opened(dossier)
    before = selectors.dossier_value(found)
    settled, saved = all_at_once([lambda: services.settle(found, asked), lambda: save(found)])
    changed = selectors.dossier_value(opened(dossier)) != before
    if changed:
        assert isinstance(settled, TextChangedError)
        assert not isinstance(saved, Exception)
        assert not SettledAdvies.objects.exists()
    else:
        assert isinstance(saved, DossierSettledError)
        assert SettledAdvies.objects.get().code == settled


def test_many_who_save_while_somebody_settles_are_all_in_the_text_or_refused() -> None:
    dossier = bare_dossier()
    asked, found = asked_for(dossier), opened(dossier)
    saves = [
        partial(services.save_choice, found, number, Answer(motivation="Later."), based_on=0)
        for number in (1, 3, 4, 6, 7, 8, 9, 10)
    ]
    settled, *saved = all_at_once([lambda: services.settle(found, asked), *saves])
    confirmed = [result for result in saved if result is True]
    if isinstance(settled, str):
        assert kinds_of(saved) == ["DossierSettledError"] * len(saves)
    else:
        assert isinstance(settled, TextChangedError)
        assert len(confirmed) == len(saves)


def test_a_concept_that_is_being_withdrawn_is_not_settled() -> None:
    dossier = bare_dossier()
    asked, found = asked_for(dossier), opened(dossier)
    with pytest.raises(services.SettlingRefusedError):
        second_waits_for_first(
            lambda: services.withdraw_concept(found, TODAY, ""), lambda: services.settle(found, asked)
        )


def test_a_dossier_that_is_being_settled_is_not_withdrawn_or_deleted() -> None:
    for write, error in (
        (lambda found: services.withdraw_concept(found, TODAY, ""), DossierSettledError),
        (services.delete_dossier, DossierKeptError),
    ):
        dossier = bare_dossier()
        asked, found = asked_for(dossier), opened(dossier)
        with pytest.raises(error):
            second_waits_for_first(
                partial(services.settle, found, asked),
                partial(write, found),
            )
        assert (opened(dossier).withdrawn, dossier.choices.count()) == (None, 12)


def test_a_dossier_that_is_being_deleted_is_not_settled() -> None:
    dossier = bare_dossier()
    asked, found = asked_for(dossier), opened(dossier)
    with pytest.raises(DossierGoneError):
        second_waits_for_first(lambda: services.delete_dossier(found), lambda: services.settle(found, asked))
    assert not SettledAdvies.objects.exists()


def test_of_acts_at_once_that_saw_the_same_one_is_recorded() -> None:
    dossier = full_dossier()
    version, found = settle(dossier), opened(dossier)
    offered = NewAct(ActKind.OFFERED, Organ.AB, TODAY)
    withdrawn = NewAct(ActKind.WITHDRAWN, on=TODAY)
    calls = [partial(services.add_act, found, version, act, 1) for act in [offered, withdrawn] * 5]
    results = all_at_once(calls)
    assert kinds_of(results) == ["Act"] + ["ActConflictError"] * 9
    conflict = next(result for result in results if isinstance(result, ActConflictError))
    assert len(conflict.acts) == AdviesAct.objects.count() == 2
    check_chain(2)


def test_of_renderers_at_once_one_stores_its_files() -> None:
    dossier = full_dossier()
    version = settle(dossier)

    def files(number: int) -> list[NewFile]:
        kinds = (SettledFileKind.PDF, SettledFileKind.DOCX, SettledFileKind.MDTO)
        return [NewFile(kind, f"{kind}", "x/y", b"%d" % number) for kind in kinds]

    results = all_at_once([partial(services.store_files, version, 1, files(number)) for number in range(8)])
    assert sorted(map(str, results)) == ["False"] * 7 + ["True"]
    stored = {bytes(content) for content in AdviesFile.objects.values_list("content", flat=True)}
    assert (AdviesFile.objects.count(), len(stored)) == (3, 1)
    check_chain(2)


def test_a_dossier_that_is_being_opened_again_is_not_cleared_out() -> None:
    dossier = busy_dossier()
    settle(dossier)
    found = opened(dossier)
    with pytest.raises(ActRefusedError):
        second_waits_for_first(lambda: reopen(dossier), lambda: services.clear_out(found))
    assert dossier.actions.count() == 1


def test_acts_of_several_versions_at_once_make_one_chain() -> None:
    dossiers = [full_dossier() for _ in range(6)]
    versions = [settle(dossier) for dossier in dossiers]
    act = NewAct(ActKind.DECIDED, Organ.COLLEGES, TODAY - timedelta(days=1), Outcome.UNCHANGED)
    calls = [
        partial(services.add_act, opened(dossier), version, act, 1)
        for dossier, version in zip(dossiers, versions, strict=True)
    ]
    assert kinds_of(all_at_once(calls)) == ["Act"] * 6
    check_chain(12)
