"""A dossier on which the bestuur decided, and what is found a year later."""

from django.utils import timezone

from checklist import selectors, services
from checklist.domain.decision_content import Organ
from checklist.domain.evaluatie.value import Decided, Finding
from checklist.domain.settled.value import ActKind, NewAct, SettledKind
from checklist.domain.state import Outcome
from checklist.models import Dossier
from checklist.selectors import StoredVersion
from checklist.services import FindingSave, Settling
from tests.dossiers import opened
from tests.frozen import sample
from tests.services.values import SETTLED_ON, settle

CHANGED = "Eerst een proef van een jaar."


def settled_dossier() -> Dossier:
    """A dossier with besluiten, settled and not yet decided on."""
    made = services.create_dossier(sample())
    settle(made)
    return made


def decide(dossier: Dossier, outcome: Outcome = Outcome.CHANGED) -> StoredVersion:
    """The algemeen bestuur decides on its newest version."""
    add(dossier, NewAct(ActKind.OFFERED, Organ.AB, SETTLED_ON))
    text = CHANGED if outcome == Outcome.CHANGED else ""
    add(dossier, NewAct(ActKind.DECIDED, Organ.AB, SETTLED_ON, outcome, text))
    newest = opened(dossier).newest
    assert newest is not None
    return newest


def add(dossier: Dossier, act: NewAct, kind: SettledKind = SettledKind.VOORSTEL) -> None:
    """An act on the newest version of this kind."""
    newest = selectors.versions_of(dossier.pk, kind)[0]
    services.add_act(opened(dossier), newest, act, newest.acts[-1].number)


def decided(dossier: Dossier) -> Decided:
    """What was decided."""
    found = selectors.decided_now(opened(dossier))
    assert found is not None
    return found


def save(dossier: Dossier, key: str, finding: Finding, based_on: int = 0) -> bool:
    """Save one finding."""
    return services.save_findings(opened(dossier), decided(dossier).code, [FindingSave(key, finding, based_on)])


def stored_version(dossier: Dossier, key: str) -> int:
    """The version of a finding."""
    return selectors.findings_of(dossier.pk, decided(dossier).code)[key].version


def settle_evaluatie(dossier: Dossier) -> StoredVersion:
    """Settle the evaluatie as it is now."""
    today = timezone.localdate()
    frozen = selectors.frozen_evaluatie_of(opened(dossier), decided(dossier), today)
    code = services.settle_evaluatie(opened(dossier), Settling(today, None, False, frozen.html_sha256))
    version = selectors.version_with_code(code)
    assert version is not None
    return version
