"""Dossiers for tests, and the bodies with which their pages are posted."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from checklist import selectors, services
from checklist.domain.dossier import Action, Answer, DossierValue, Kept
from checklist.domain.proposal import NO_PROPOSAL, Proposal
from checklist.models import Choice, Dossier
from checklist.selectors import OpenDossier

# Two answers with the first tension of the fixtures between them.
TENSION = 1
CLASHING = {2: Answer(("2a",)), 5: Answer(("5a",))}


def make_dossier(
    answers: Mapping[int, Answer] | None = None,
    kept: tuple[Kept, ...] = (),
    actions: tuple[Action, ...] = (),
    proposal: Proposal = NO_PROPOSAL,
) -> Dossier:
    """A new dossier with these answers."""
    return services.create_dossier(
        DossierValue(
            title="Regiostaf Brabant-Noord",
            veiligheidsregio="VR21",
            date=datetime.date(2026, 11, 24),
            present=("A. Jansen, Oss",),
            answers=answers or {},
            kept=kept,
            actions=actions,
            proposal=proposal,
        )
    )


def full_dossier() -> Dossier:
    """Answered, open and never looked at, with a kept tension."""
    answers = {1: Answer(("1a", "1d"), "Regel één.\n\nRegel drie.", "Oss niet."), 4: Answer((), "Wij wachten.")}
    return make_dossier(CLASHING | answers, (Kept("2a", "5a", "Met opzet."),))


def question_url(dossier: Dossier, number: int, name: str = "question") -> str:
    """The address of a question's page, or of its conflict page."""
    return reverse(name, args=[dossier.edit_key, number])


def question_body(number: int, *options: str, version: object = 0, **others: Any) -> dict[str, Any]:
    """What a question's form sends; `motivation`, `minority` and buttons by name."""
    body: dict[str, Any] = {
        "question_wizard-current_step": str(number),
        f"{number}-options": list(options),
        f"{number}-motivation": others.pop("motivation", ""),
        f"{number}-minority": others.pop("minority", ""),
        f"{number}-version": version,
    }
    return body | others


def keep_body(motivation: str = "", version: object = 0) -> dict[str, Any]:
    """What the controle's form sends that keeps the tension and has no other row."""
    start = f"spanning-{TENSION}"
    return {
        "spanning": str(TENSION),
        f"{start}-version": version,
        f"{start}-shown": "anders",
        f"{start}-keep": "on",
        f"{start}-motivation": motivation,
    }


def action_body(what: str) -> dict[str, Any]:
    """What the controle's form sends that has one new action, about nothing in particular."""
    return {"actie": "0", "actie-0-version": 0, "actie-0-shown": "anders", "actie-0-what": what}


def choice(dossier: Dossier, number: int) -> Choice:
    """The stored answer to a question."""
    return Choice.objects.get(dossier=dossier, question__number=number)


def opened(dossier: Dossier) -> OpenDossier:
    """The dossier as its werklink opens it now."""
    found = selectors.dossier_with_key(dossier.edit_key)
    assert found is not None
    return found
