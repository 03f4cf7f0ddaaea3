"""A year later: what is found is saved, and settled as a document of its own."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from checklist import selectors, services
from checklist.domain.evaluatie.value import Finding, Verdict, indicator_key
from checklist.domain.settled.canonical import canonical
from checklist.domain.settled.value import ActKind, NewAct, SettledKind
from checklist.domain.state import Outcome
from checklist.models import ChainRecord, Dossier, Evaluation
from checklist.services import (
    EvaluatieSettledError,
    FindingConflictError,
    FindingSave,
    NoRightError,
    Settling,
    SettlingRefusedError,
    TextChangedError,
)
from tests.dossiers import opened
from tests.evaluaties import add, decide, decided, save, settle_evaluatie, settled_dossier, stored_version
from tests.services.values import SETTLED_ON

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def dossier() -> Dossier:
    """A dossier with besluiten, settled and not yet decided on."""
    return settled_dossier()


@pytest.mark.parametrize("outcome", [Outcome.UNCHANGED, Outcome.CHANGED])
def test_what_was_decided_can_be_looked_back_on(dossier: Dossier, outcome: Outcome) -> None:
    assert selectors.decided_now(opened(dossier)) is None
    version = decide(dossier, outcome)
    found = decided(dossier)
    assert (found.code, found.version, found.outcome) == (version.facts.code, 1, outcome)
    assert found.points[0].number == "2.1"
    assert all(point.organ.asked for point in found.points)
    assert not any(point.text.startswith("kennis te nemen") for point in found.points)
    assert found.questions


def test_a_voorstel_that_was_rejected_has_nothing_to_look_back_on(dossier: Dossier) -> None:
    decide(dossier, Outcome.REJECTED)
    assert selectors.decided_now(opened(dossier)) is None


def test_a_finding_is_saved_once(dossier: Dossier) -> None:
    decide(dossier)
    finding = Finding(Verdict.OTHERWISE, "De staf begon later.")
    assert save(dossier, "2.1", finding)
    assert not save(dossier, "2.1", finding)
    assert selectors.findings_of(dossier.pk, decided(dossier).code)["2.1"].finding == finding


def test_who_comes_second_overwrites_nothing(dossier: Dossier) -> None:
    decide(dossier)
    save(dossier, "2.1", Finding(Verdict.AS_DECIDED))
    with pytest.raises(FindingConflictError) as conflict:
        save(dossier, "2.1", Finding(Verdict.NOT))
    assert conflict.value.theirs["2.1"].finding == Finding(Verdict.AS_DECIDED)
    with pytest.raises(FindingConflictError):
        save(dossier, "2.1", Finding(Verdict.NOT), based_on=stored_version(dossier, "2.1") + 1)
    assert save(dossier, "2.1", Finding(Verdict.NOT), based_on=stored_version(dossier, "2.1"))


def test_of_several_findings_all_are_saved_or_none(dossier: Dossier) -> None:
    decide(dossier)
    save(dossier, "2.2", Finding(Verdict.AS_DECIDED))
    both = [FindingSave(key, Finding(Verdict.NOT), 0) for key in ("2.1", "2.2")]
    with pytest.raises(FindingConflictError):
        services.save_findings(opened(dossier), decided(dossier).code, both)
    assert Evaluation.objects.count() == 1


def test_the_leeslink_finds_nothing(dossier: Dossier) -> None:
    decide(dossier)
    reading = selectors.dossier_with_key(dossier.read_key)
    assert reading is not None
    with pytest.raises(NoRightError):
        services.save_findings(reading, "", [])
    with pytest.raises(NoRightError):
        services.settle_evaluatie(reading, Settling(SETTLED_ON, None, False, ""))


def test_an_evaluatie_is_settled_with_its_findings_and_what_it_is_about(dossier: Dossier) -> None:
    about = decide(dossier)
    save(dossier, "2.1", Finding(Verdict.NOT, "Geen tijd."))
    save(dossier, indicator_key(1), Finding(text="Vaker overleg."))
    version = settle_evaluatie(dossier)
    assert (version.facts.kind, version.facts.version) == (SettledKind.EVALUATIE, 1)
    assert version.facts.about == about.facts.code != version.facts.code
    raw = selectors.snapshot_bytes(version)
    told = json.loads(raw)
    assert canonical(told) == raw
    assert (told["format"], told["about"]) == ("regiostaf-evaluatie/1", about.facts.code)
    assert {"key": "2.1", "verdict": "niet", "text": "Geen tijd."} in told["findings"]
    html = selectors.html_bytes(version).decode()
    assert "Geen tijd." in html
    assert "Vaker overleg." in html
    assert ChainRecord.objects.order_by("sequence").last().event == "vastgesteld"  # type: ignore[union-attr]


def test_what_changed_since_it_was_shown_is_not_settled(dossier: Dossier) -> None:
    decide(dossier)
    today = timezone.localdate()
    shown = selectors.frozen_evaluatie_of(opened(dossier), decided(dossier), today).html_sha256
    save(dossier, "2.1", Finding(Verdict.NOT))
    with pytest.raises(TextChangedError):
        services.settle_evaluatie(opened(dossier), Settling(today, None, False, shown))
    assert not selectors.versions_of(dossier.pk, SettledKind.EVALUATIE)


def test_the_kring_looks_back_after_the_decision(dossier: Dossier) -> None:
    decide(dossier)
    day = SETTLED_ON - timedelta(days=1)
    shown = selectors.frozen_evaluatie_of(opened(dossier), decided(dossier), day).html_sha256
    with pytest.raises(SettlingRefusedError, match="Het bestuur besloot op 24 november 2026"):
        services.settle_evaluatie(opened(dossier), Settling(day, None, False, shown))
    assert not selectors.versions_of(dossier.pk, SettledKind.EVALUATIE)


def test_what_was_not_decided_on_is_not_evaluated(dossier: Dossier) -> None:
    with pytest.raises(SettlingRefusedError):
        services.settle_evaluatie(opened(dossier), Settling(SETTLED_ON, None, False, ""))


def test_a_settled_evaluatie_changes_only_after_it_is_opened_again(dossier: Dossier) -> None:
    decide(dossier)
    settle_evaluatie(dossier)
    with pytest.raises(EvaluatieSettledError):
        save(dossier, "2.1", Finding(Verdict.NOT))
    with pytest.raises(EvaluatieSettledError):
        settle_evaluatie(dossier)
    add(dossier, NewAct(ActKind.REOPENED, text="Er ontbrak een bevinding."), SettledKind.EVALUATIE)
    assert save(dossier, "2.1", Finding(Verdict.NOT))
    assert settle_evaluatie(dossier).facts.version == 2
