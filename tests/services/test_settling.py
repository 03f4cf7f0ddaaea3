"""A dossier is settled: the text that was shown, and what is stored of it."""

import json
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from checklist import selectors, services
from checklist.domain.dossier import Answer
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import moment
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.value import ActKind, NewAct
from checklist.models import AdviesAct, ChainRecord, Dossier, Option, SettledAdvies, Tension
from checklist.selectors import OpenDossier, StoredVersion
from checklist.selectors.freezing import frozen_of
from checklist.services import (
    DossierSettledError,
    NoRightError,
    Settling,
    SettlingRefusedError,
    TextChangedError,
    settling,
)
from tests.dossiers import TENSION, full_dossier, opened
from tests.services.values import SETTLED_ON, asked_for, reopen, settle, version_of

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def full() -> Dossier:
    """A dossier with answers and a kept tension."""
    return full_dossier()


def test_what_is_stored_is_what_was_shown(full: Dossier) -> None:
    shown = frozen_of(opened(full), SETTLED_ON, names=False)
    version = settle(full)
    row = SettledAdvies.objects.get()
    assert (bytes(row.html), row.html_sha256) == (shown.html, shown.html_sha256)
    assert row.snapshot_sha256 == sha256_of(bytes(row.snapshot))
    snapshot = json.loads(bytes(row.snapshot))
    assert (snapshot["code"], snapshot["version"], snapshot["follows"]) == (version.facts.code, 1, "")
    assert snapshot["dossier"]["title"] == full.title
    assert snapshot["html"]["sha256"] == shown.html_sha256


def test_the_first_act_and_the_first_record_come_with_it(full: Dossier) -> None:
    version = settle(full)
    act = AdviesAct.objects.get()
    assert (act.number, act.kind, act.date, act.keep_until) == (1, "vastgesteld", SETTLED_ON, version.facts.keep_until)
    record = ChainRecord.objects.get()
    body = json.loads(bytes(record.body))
    assert (record.code, record.event, record.sha256) == (
        *(version.facts.code, "vastgesteld", sha256_of(bytes(record.body))),
    )
    assert (body["dossier"], body["version"]) == (str(Dossier.objects.get(pk=full.pk).uuid), 1)
    assert (body["snapshot"], body["html"]) == (version.facts.snapshot_sha256, version.facts.html_sha256)
    assert body["app_version"] == settings.APP_VERSION
    assert body["at"] == moment(version.facts.settled_at)


@pytest.mark.parametrize("names", [True, False])
def test_people_are_named_when_the_kring_says_so(full: Dossier, names: bool) -> None:
    asked = asked_for(full, names=names)
    services.settle(opened(full), asked)
    row = SettledAdvies.objects.get()
    assert row.names is names
    assert (b"A. Jansen" in bytes(row.snapshot)) is names


def test_what_was_changed_since_it_was_shown_is_not_settled(full: Dossier) -> None:
    asked = asked_for(full)
    services.save_choice(opened(full), 1, Answer(("1b",)), based_on=1)
    with pytest.raises(TextChangedError):
        services.settle(opened(full), asked)
    assert not SettledAdvies.objects.exists()


def test_another_day_than_was_shown_is_another_text(full: Dossier) -> None:
    asked = asked_for(full)
    other = Settling(SETTLED_ON - timedelta(days=1), asked.keep_until, asked.names, asked.based_on)
    with pytest.raises(TextChangedError):
        services.settle(opened(full), other)


@pytest.mark.parametrize(
    ("settled_on", "keep_until", "words"),
    [
        (timezone.localdate() + timedelta(days=1), None, "nog niet geweest"),
        (timezone.localdate(), timezone.localdate(), "een dag die nog komt"),
        (date(2020, 1, 1), date(2020, 1, 2), "een dag die nog komt"),
    ],
)
def test_a_day_that_can_not_be_is_refused(full: Dossier, settled_on: date, keep_until: date | None, words: str) -> None:
    with pytest.raises(SettlingRefusedError, match=words):
        services.settle(opened(full), Settling(settled_on, keep_until, names=False, based_on="x"))


def test_a_version_may_be_kept_for_ever(full: Dossier) -> None:
    asked = asked_for(full)
    services.settle(opened(full), Settling(asked.settled_on, None, asked.names, asked.based_on))
    assert SettledAdvies.objects.get().keep_until is None
    assert AdviesAct.objects.get().keep_until is None


def test_a_dossier_is_settled_once(full: Dossier) -> None:
    asked, before = asked_for(full), opened(full)
    version = settle(full)
    for dossier in (before, opened(full)):
        with pytest.raises(DossierSettledError) as refused:
            services.settle(dossier, asked)
        assert refused.value.newest.facts.code == version.facts.code
    assert SettledAdvies.objects.count() == 1


def test_who_reads_settles_nothing(full: Dossier) -> None:
    found = selectors.dossier_with_key(full.read_key)
    assert found is not None
    with pytest.raises(NoRightError):
        services.settle(found, asked_for(full))


def test_a_dossier_that_was_opened_again_is_settled_as_the_next_version(full: Dossier) -> None:
    first = settle(full)
    reopen(full)
    services.save_choice(opened(full), 1, Answer(("1b",)), based_on=opened(full).answers[1].version)
    second = settle(full)
    assert (second.facts.version, second.facts.follows) == (2, first.facts.code)
    assert ChainRecord.objects.count() == 3
    assert SettledAdvies.objects.get(version=1).snapshot_sha256 == first.facts.snapshot_sha256


def test_a_version_is_not_settled_on_a_day_before_the_one_that_it_follows(full: Dossier) -> None:
    settle(full)
    reopen(full)
    day = SETTLED_ON - timedelta(days=1)
    shown = selectors.frozen_of(opened(full), day, names=False).html_sha256
    with pytest.raises(SettlingRefusedError, match="Versie 1 is van 24 november 2026"):
        services.settle(opened(full), Settling(day, None, names=False, based_on=shown))
    assert SettledAdvies.objects.count() == 1


def test_each_dossier_counts_its_own_versions(full: Dossier) -> None:
    settle(full)
    assert settle(full_dossier()).facts.version == 1


def test_settling_changes_nothing_of_what_was_answered(full: Dossier) -> None:
    before = opened(full)
    settle(full)
    after = opened(full)
    told = [{number: state.answer for number, state in found.answers.items()} for found in (before, after)]
    assert told[0] == told[1]
    never_looked_at = [{n for n, state in found.answers.items() if state.version == 0} for found in (before, after)]
    assert never_looked_at[0] == never_looked_at[1] != set()


def test_a_page_from_before_the_settling_meets_a_conflict_once_it_is_opened_again(full: Dossier) -> None:
    before = opened(full).answers[1].version
    settle(full)
    reopen(full)
    with pytest.raises(services.ChoiceConflictError):
        services.save_choice(opened(full), 1, Answer(("1b",)), based_on=before)


def test_a_concept_that_was_withdrawn_is_taken_up_before_it_is_settled(full: Dossier) -> None:
    asked = asked_for(full)
    services.withdraw_concept(opened(full), timezone.localdate(), "")
    with pytest.raises(SettlingRefusedError, match="ingetrokken"):
        services.settle(opened(full), asked)
    services.take_up_again(opened(full))
    services.settle(opened(full), asked)


def test_a_version_tells_how_far_it_is(full: Dossier) -> None:
    version: StoredVersion = settle(full)
    services.add_act(opened(full), version, NewAct(ActKind.WITHDRAWN, on=timezone.localdate()), 1)
    assert version_of(full).state.stand.value == "ingetrokken"


def change_text(*, told: bool) -> None:
    """Change a text of the content, one that the document of `full` tells or one that it doesn't."""
    if told:
        Tension.objects.filter(number=TENSION).update(explanation="Dat botst.")
    else:
        Option.objects.filter(code="9a").update(label="Anders.")


def test_a_text_of_the_content_that_was_changed_since_it_was_shown_is_not_settled(full: Dossier) -> None:
    asked = asked_for(full)
    change_text(told=True)
    with pytest.raises(TextChangedError):
        services.settle(opened(full), asked)


@pytest.mark.parametrize(("told", "settled"), [(True, False), (False, True)])
def test_what_a_redacteur_saves_while_it_is_composed_counts_when_the_document_tells_it(
    full: Dossier, told: bool, settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, composed = asked_for(full), list[Frozen]()

    def composing(dossier: OpenDossier, settled_on: date, *, names: bool) -> Frozen:
        frozen = frozen_of(dossier, settled_on, names=names)
        if not composed:
            change_text(told=told)
        composed.append(frozen)
        return frozen

    monkeypatch.setattr(settling, "frozen_of", composing)
    if settled:
        services.settle(opened(full), asked)
    else:
        with pytest.raises(TextChangedError):
            services.settle(opened(full), asked)
    assert (SettledAdvies.objects.exists(), len(composed)) == (settled, 2)


def test_who_keeps_changing_texts_while_it_is_composed_is_asked_to_look_again(
    full: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, frozen = asked_for(full), frozen_of(opened(full), SETTLED_ON, names=False)

    def composing(*_asked: object, **_named: object) -> Frozen:
        option = Option.objects.get(code="9a")
        Option.objects.filter(code="9a").update(label=f"{option.label}!")
        return frozen

    monkeypatch.setattr(settling, "frozen_of", composing)
    with pytest.raises(TextChangedError):
        services.settle(opened(full), asked)
    assert not SettledAdvies.objects.exists()
