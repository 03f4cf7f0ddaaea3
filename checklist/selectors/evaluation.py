"""What a kring found a year later, the voorstel that it looks back on, and what would be settled of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from checklist.domain.evaluatie.decided import decided_of
from checklist.domain.evaluatie.frozen import FrozenEvaluatie
from checklist.domain.evaluatie.value import Decided, Evaluatie, Finding, Verdict
from checklist.domain.state import CONCEPT, Stand, State
from checklist.export.settled import frozen_evaluatie_html, parts_of_evaluatie
from checklist.models import Evaluation
from checklist.selectors.dossier import OpenDossier
from checklist.selectors.freezing import content_sha256
from checklist.selectors.house_style import house_style
from checklist.selectors.settled import snapshot_bytes


@dataclass(frozen=True)
class FindingState:
    """A stored finding with its version."""

    finding: Finding
    version: int


def decided_now(dossier: OpenDossier) -> Decided | None:
    """Return the voorstel of a dossier that can be looked back on, None while nothing was decided. One query when
    something was."""
    newest = dossier.newest
    if newest is None or newest.state.stand != Stand.DECIDED:
        return None
    return decided_of(newest.facts, newest.state, snapshot_bytes(newest))


def findings_of(dossier_id: int, about: str) -> Mapping[str, FindingState]:
    """Return what a dossier says of the voorstel with this code, by key. One query."""
    rows = Evaluation.objects.filter(dossier_id=dossier_id, about=about)
    return {row.key: FindingState(Finding(Verdict(row.verdict), row.text), row.version) for row in rows}


def evaluatie_of(dossier: OpenDossier, decided: Decided, settled_on: date | None = None) -> Evaluatie:
    """Return the evaluatie as it is stored now; as the kring settles it on that day, if one is given. One query."""
    findings = {key: state.finding for key, state in findings_of(dossier.id, decided.code).items()}
    state = State(Stand.SETTLED, settled_on=settled_on) if settled_on else CONCEPT
    return Evaluatie(decided, findings, state, settled_on or timezone.localdate())


def frozen_evaluatie_of(dossier: OpenDossier, decided: Decided, settled_on: date) -> FrozenEvaluatie:
    """Return what would be settled of an evaluatie. The same findings and house style give the same bytes. One
    query."""
    evaluatie, house = evaluatie_of(dossier, decided, settled_on), house_style()
    html = frozen_evaluatie_html(evaluatie, house)
    sha256 = content_sha256(dossier.stamp)
    return FrozenEvaluatie(evaluatie, house, settled_on, html, parts_of_evaluatie(html), sha256)
