"""The bediening as a chair uses it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.models import Dossier
from checklist.selectors import LiveMeeting
from tests.pages import Page


def address(dossier: Dossier, query: str = "", name: str = "meeting", *args: object) -> str:
    """Where a page of the meeting is."""
    return reverse(name, args=[dossier.edit_key, *args]) + (f"?{query}" if query else "")


def page_of(client: Client, dossier: Dossier, query: str = "", name: str = "meeting", *args: object) -> Page:
    """The page."""
    return Page(client.get(address(dossier, query, name, *args), follow=True))


def press(client: Client, dossier: Dossier, query: str = "", **changed: Any) -> Any:
    """Look at the bediening and press a button of its form: `actie` or `naar` says which; other fields as they stand
    unless they are changed. None takes a field out."""
    form = page_of(client, dossier, query).form("/vergadering/doe/")
    body = {name: value for name, value in (form.values | changed).items() if value is not None}
    return client.post(form.action, body)


def now_of(dossier: Dossier) -> LiveMeeting:
    """The meeting as it stands now."""
    found = selectors.meeting_of(dossier.pk)
    assert found
    return found


def bar(page: Page) -> list[str]:
    """The words of the buttons that send the form of the bediening, without the key beside them."""
    buttons = page.find("button", form="bediening", type="submit")
    return [button.text.replace(" Enter", "").strip() for button in buttons if "tabindex" not in button.attributes]
