"""The afronding as a browser sees it: its two pages, the form of each, and sending that."""

from typing import Any

from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.domain.proposal import Proposal
from checklist.models import Dossier
from tests.pages import Body, Page


def address(dossier: Dossier, *, more: bool = False) -> str:
    """Where a page stands."""
    return reverse("closing-more" if more else "closing", args=[dossier.edit_key])


def page_of(client: Client, dossier: Dossier, *, more: bool = False) -> Page:
    """A page of the afronding."""
    answer = client.get(address(dossier, more=more))
    assert answer.status_code == 200
    return Page(answer)


def values_of(page: Page) -> Body:
    """What its form would send, without a button."""
    (form,) = page.forms
    return {name: list(value) for name, value in form.values.items() if name != "csrfmiddlewaretoken"}


def form_of(client: Client, dossier: Dossier, *, more: bool = False, **typed: str) -> Body:
    """What the form of a fresh page would send with this typed in it; '__' in a name stands for '-'."""
    values = values_of(page_of(client, dossier, more=more))
    changed = {name.replace("__", "-"): [text] for name, text in typed.items()}
    assert {*changed} <= {*values}
    return values | changed


def send(client: Client, dossier: Dossier, values: Body, *, more: bool = False, **buttons: str) -> Any:
    """Press a button of the form; without one, Enter in a field."""
    return client.post(address(dossier, more=more), values | {name: [value] for name, value in buttons.items()})


def stored(dossier: Dossier) -> Proposal:
    """What is stored."""
    return selectors.proposal_state(dossier.pk).proposal
