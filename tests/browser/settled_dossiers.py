"""Dossiers of which something is settled, for pages to visit: made beside the server, with files that cost nothing."""

import json
import sys

from checklist import selectors, services
from checklist.domain.decision_content import Organ
from checklist.domain.evaluatie.value import Finding, Verdict
from checklist.domain.settled.value import ActKind, NewAct, SettledFileKind
from checklist.models import AdviesAct, Dossier
from checklist.selectors import StoredVersion
from tests.evaluaties import add, decide, save, settle_evaluatie, settled_dossier
from tests.frozen import sample
from tests.services.values import SETTLED_ON, reopen, settle, version_of
from tests.settled import add_files

OFFERED = NewAct(ActKind.OFFERED, Organ.AB, SETTLED_ON)


def make() -> None:
    """Make them and print the keys of their links, by their names in `Dossiers`."""
    replaced, decided, evaluated = _replaced(), _decided(), _evaluated()
    keys = {
        "concept": services.create_dossier(sample()).edit_key,
        "settled": replaced.edit_key,
        "settled_reading": replaced.read_key,
        "settled_code": selectors.versions_of(replaced.pk)[1].facts.code,
        "without_files": settled_dossier().edit_key,
        "reopened": _reopened().edit_key,
        "decided": decided.edit_key,
        "decided_reading": decided.read_key,
        "evaluated": evaluated.edit_key,
        "evaluated_reading": evaluated.read_key,
        "to_clear": settled_dossier().edit_key,
    }
    json.dump(keys, sys.stdout)


def _replaced() -> Dossier:
    """Offered, opened again, and offered again as version 2."""
    dossier = settled_dossier()
    add(dossier, OFFERED)
    reopen(dossier)
    settle(dossier)
    add(dossier, OFFERED)
    for version in selectors.versions_of(dossier.pk):
        _give_files(version, 1, 2)
    return dossier


def _reopened() -> Dossier:
    dossier = settled_dossier()
    reopen(dossier)
    _give_files(version_of(dossier), 1)
    return dossier


def _decided() -> Dossier:
    """The bestuur decided with a change; of one besluit it is said what became of it."""
    dossier = settled_dossier()
    _give_files(decide(dossier), 1, 2, 3)
    save(dossier, "2.1", Finding(Verdict.OTHERWISE, "Pas in het najaar begonnen."))
    return dossier


def _evaluated() -> Dossier:
    dossier = _decided()
    _give_files(settle_evaluatie(dossier), 1)
    return dossier


def _give_files(version: StoredVersion, *acts: int) -> None:
    for act in AdviesAct.objects.filter(advies__code=version.facts.code, number__in=acts):
        add_files(act, {kind: f"{kind} {act.number}".encode() for kind in SettledFileKind})
