"""The controle as a browser sees it: its points, its one form, and sending that."""

from typing import Any

from django.test import Client
from django.urls import reverse

from checklist.models import Action, Dossier, KeptTension
from tests.dossiers import TENSION
from tests.pages import Body, Element, Page


def address(dossier: Dossier, key: str = "") -> str:
    """Where the controle stands."""
    return reverse("check", args=[key or dossier.edit_key])


def page_of(client: Client, dossier: Dossier, key: str = "", query: str = "") -> Page:
    """The controle of a dossier."""
    answer = client.get(address(dossier, key) + query)
    assert answer.status_code == 200
    return Page(answer)


def values_of(page: Page) -> Body:
    """What its form would send, without a button."""
    (form,) = page.forms
    return {name: list(value) for name, value in form.values.items() if name != "csrfmiddlewaretoken"}


def form_of(client: Client, dossier: Dossier) -> Body:
    """What the form of a fresh page would send."""
    return values_of(page_of(client, dossier))


def send(client: Client, dossier: Dossier, values: Body, query: str = "", **buttons: str) -> Any:
    """Press a button of the form; without one, Enter in a field."""
    return client.post(address(dossier) + query, values | {name: [value] for name, value in buttons.items()})


def row(values: Body, about: str = "") -> str:
    """The name of the last row of fields for an action about this: `actie-3`."""
    names = [f"actie-{at}" for at in values["actie"]]
    return [name for name in names if values[f"{name}-about"] == [about]][-1]


def plan(values: Body, about: str = "", what: str = "", who: str = "", when: str = "") -> Body:
    """The form with this typed in the row of an action."""
    name = row(values, about)
    return values | {f"{name}-what": [what], f"{name}-who": [who], f"{name}-when": [when]}


def keep(values: Body, motivation: str = "", number: int = TENSION) -> Body:
    """The form with the box of a tension ticked, and why."""
    return values | {f"spanning-{number}-keep": ["on"], f"spanning-{number}-motivation": [motivation]}


def let_go(values: Body, number: int = TENSION) -> Body:
    """The form with the box of a tension cleared."""
    return {name: value for name, value in values.items() if name != f"spanning-{number}-keep"}


def kept(dossier: Dossier) -> str | None:
    """Why the dossier keeps its tension; None when it doesn't."""
    return KeptTension.objects.filter(dossier=dossier).values_list("motivation", flat=True).first()


def actions(dossier: Dossier) -> list[tuple[str, str, str, str]]:
    """The stored actions: about, what, who and when."""
    return list(Action.objects.filter(dossier=dossier).order_by("pk").values_list("about", "what", "who", "when"))


def point(page: Page, anchor: str) -> Element:
    """A point of the agenda."""
    return page.by_id(anchor)


def words(element: Element) -> str:
    """Its words, white space as single spaces."""
    return " ".join(element.text.split())
