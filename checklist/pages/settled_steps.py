"""What may be done next with a settled version: a form for each act that may follow, and what to know before it is
offered."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from checklist import selectors
from checklist.domain.decision_content import Organ
from checklist.domain.settled.snapshot import cover_of
from checklist.domain.settled.value import SettledKind
from checklist.domain.settled.words import organ_words
from checklist.pages.settling import empty_core_fields
from checklist.selectors import OpenDossier, StoredVersion
from checklist.settled_forms import ActForm, act_forms

# How page 2 of a voorstel starts on which nothing can be decided yet; our own words, which are in the snapshot.
_STOP = "Dit voorstel kan zo niet worden besloten"


@dataclass(frozen=True)
class NextSteps:
    """The forms; `organ` is the one on the cover, in words. `stopped`: page 2 says that nothing can be decided so;
    `empty`: fields that a bestuur asks for and that nobody filled in. `typed`: a text that no form has room for now."""

    forms: tuple[ActForm, ...]
    organ: str
    stopped: bool
    empty: tuple[str, ...]
    typed: str = ""


def next_steps(dossier: OpenDossier, version: StoredVersion, sent: ActForm | None = None) -> NextSteps:
    """Return what may follow on a version of a dossier. `sent` is a form that comes back: it takes the place of a new
    one of its kind, on what is recorded by now. One query, and those of the content."""
    snapshot = selectors.snapshot_bytes(version)
    organ = cover_of(snapshot).facts.organ
    forms = act_forms(version.facts.code, version.acts, organ, timezone.localdate())
    kinds = {form.kind for form in forms}
    told = json.loads(snapshot)
    return NextSteps(
        forms=tuple(sent if sent and sent.kind == form.kind else form for form in forms),
        organ=organ_words(organ),
        stopped=_is_stopped(told["advies"]["parts"]),
        empty=_empty(dossier, told["dossier"]) if version.facts.kind == SettledKind.VOORSTEL else (),
        typed=str(sent["text"].value() or "") if sent and sent.kind not in kinds and "text" in sent.fields else "",
    )


def organ_on_cover(version: StoredVersion) -> Organ:
    """Return the organ on the cover of a version; of an evaluatie that which decided on the voorstel. One query."""
    return cover_of(selectors.snapshot_bytes(version)).facts.organ


def _empty(dossier: OpenDossier, told: Mapping[str, Any]) -> tuple[str, ...]:
    return empty_core_fields(selectors.content_all(dossier.stamp), told.get("proposal", {}))


def _is_stopped(parts: list[dict[str, list[dict[str, str]]]]) -> bool:
    return any(
        block["origin"] == "vast" and block["text"].startswith(_STOP) for part in parts for block in part["blocks"]
    )
