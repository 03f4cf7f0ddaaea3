"""Every address of the site, for tests that hold for all of them. A new address without an entry here fails a test."""

from dataclasses import dataclass

from django.urls import get_resolver, reverse

from checklist.models import QUESTION_COUNT, Dossier
from models_catalogue.models import GovernanceModel

UNKNOWN_KEY = "-" * 32
BEHIND_A_KEY = "/dossier/"


@dataclass(frozen=True)
class Visit:
    """An address and the status with which it answers a GET from somebody who isn't logged in."""

    address: str
    status: int = 200
    html: bool = True


def named_visits(dossier: Dossier) -> dict[str, list[Visit]]:
    """All addresses of the site by their name, opened with the werklink."""
    key = dossier.edit_key
    questions = range(1, QUESTION_COUNT + 1)
    return {
        "start": [Visit(reverse("start"))],
        "dossier-new": [Visit(reverse("dossier-new"))],
        "dossier-open": [Visit(reverse("dossier-open"), 302)],
        "dossier-upload": [Visit(reverse("dossier-upload"), 302)],
        "dossier": [Visit(reverse("dossier", args=[key]))],
        "dossier-links": [Visit(reverse("dossier-links", args=[key]))],
        "dossier-delete": [Visit(reverse("dossier-delete", args=[key]))],
        "dossier-title-page": [Visit(reverse("dossier-title-page", args=[key]))],
        "question": [Visit(reverse("question", args=[key, number])) for number in questions]
        + [Visit(reverse("question", args=[key, 4]) + "?naar=controle")],
        "question-conflict": [Visit(reverse("question-conflict", args=[key, number]), 302) for number in questions],
        "question-outlook": [
            Visit(reverse("question-outlook", args=[key, number]), html=False) for number in questions
        ],
        "presence": [Visit(reverse("presence", args=[key]), 302)],
        "check": [Visit(reverse("check", args=[key]))],
        "outcome": [Visit(reverse("outcome", args=[key]))],
        "repair": [Visit(reverse("repair", args=[key]), 302)],
        "dossier-drawings": [
            Visit(reverse("dossier-drawings", args=[key])),
            Visit(reverse("dossier-drawings", args=[key]) + "?model=managementraad"),
        ],
        "advies": [Visit(reverse("advies", args=[key]))],
        "advies-pdf": [Visit(reverse("advies-pdf", args=[key]), 302)],
        "dossier-json": [Visit(reverse("dossier-json", args=[key]), html=False)],
        "checklist": [Visit(reverse("checklist"))],
        "worksheet": [Visit(reverse("worksheet"), html=False)],
        "terms": [Visit(reverse("terms"))],
        "method": [Visit(reverse("method")), Visit(reverse("method") + "?vraag=7")],
        "about": [Visit(reverse("about"))],
        "models": [Visit(reverse("models")), Visit(reverse("models") + "?draagt=8a&waar=7d&diep=6b")],
        "models-compare": [
            Visit(reverse("models-compare")),
            Visit(reverse("models-compare") + "?m=managementraad&m=adoptieregeling"),
        ],
        "dossier-compare": [
            Visit(reverse("dossier-compare", args=[key])),
            Visit(reverse("dossier-compare", args=[key]) + "?m=managementraad"),
        ],
        "model": [Visit(reverse("model", args=[model.slug])) for model in GovernanceModel.objects.all()],
        "redactie": [Visit(reverse("redactie"), 302)],
    }


def reading_visits(dossier: Dossier) -> list[Visit]:
    """The pages behind a key, opened with the leeslink: what changes the dossier is refused."""
    may_read = {
        "dossier",
        "dossier-compare",
        "check",
        "outcome",
        "dossier-drawings",
        "advies",
        "advies-pdf",
        "dossier-json",
    }
    return [
        Visit(visit.address.replace(dossier.edit_key, dossier.read_key), 403)
        if name not in may_read
        else Visit(visit.address.replace(dossier.edit_key, dossier.read_key), visit.status, visit.html)
        for name, visits in named_visits(dossier).items()
        for visit in visits
        if visit.address.startswith(BEHIND_A_KEY + dossier.edit_key)
    ]


def other_visits(dossier: Dossier) -> list[Visit]:
    """What isn't there, what lacks its last slash, and the door of the beheer."""
    return [
        Visit("/bestaat-niet/", 404),
        Visit("/modellen/bestaat-niet/", 404),
        Visit(f"/dossier/{UNKNOWN_KEY}/", 404),
        Visit(f"/dossier/{UNKNOWN_KEY}/vraag/1/", 404),
        Visit(f"/dossier/{UNKNOWN_KEY}/advies.pdf", 404),
        Visit("/dossier/kort/", 404),
        Visit(f"/dossier/{dossier.edit_key}/vraag/13/", 404),
        Visit(f"/dossier/{dossier.edit_key}/spanning/1/", 404),
        Visit(f"/dossier/{dossier.edit_key}", 301),
        Visit(reverse("admin:index"), 302),
        Visit(reverse("admin:login")),
    ]


def all_visits(dossier: Dossier) -> list[Visit]:
    """Every address, with the werklink and the leeslink."""
    named = [visit for visits in named_visits(dossier).values() for visit in visits]
    return named + reading_visits(dossier) + other_visits(dossier)


def names_of_all_addresses() -> set[str]:
    """The names in the URL configuration, outside the beheer."""
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}
