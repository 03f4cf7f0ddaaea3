"""The page that settles, as a browser uses it."""

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from checklist import selectors, services
from checklist.domain.settled.value import NewFile, SettledFileKind
from checklist.models import Dossier
from checklist.selectors import StoredVersion
from checklist.services import Settling
from tests.dossiers import opened
from tests.pages import Body, Page

SURE = {"sure": "on"}


def address(dossier: Dossier, query: str = "") -> str:
    """Where the page is, with what it is asked to show."""
    return reverse("settling", args=[dossier.edit_key]) + query


def form_of(client: Client, dossier: Dossier, query: str = "") -> tuple[str, Body]:
    """Where the form goes that settles, and what it sends before anything is filled in."""
    form = next(form for form in Page(client.get(address(dossier, query))).forms if "based_on" in form.values)
    return form.action, form.values


def settle(client: Client, dossier: Dossier, query: str = "", **changed: str) -> Any:
    """Look at the page, tick the box and press the button."""
    action, body = form_of(client, dossier, query)
    return client.post(action, body | SURE | changed)


def quick_files(version: StoredVersion, act: int) -> tuple[NewFile, ...]:
    """Files of an act that cost nothing."""
    name = f"voorstel-{version.facts.code}-{act}.pdf"
    return (NewFile(SettledFileKind.PDF, name, "application/pdf", b"%PDF- " + name.encode()),)


def settled_by_the_kring(dossier: Dossier) -> None:
    """Settle a dossier as it is, without names, on its own day; no document is made."""
    found = opened(dossier)
    text = selectors.frozen_of(found, found.date, names=False)
    services.settle(found, Settling(found.date, date(2060, 1, 1), names=False, based_on=text.html_sha256))
