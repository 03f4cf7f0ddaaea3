"""Pages to read: one that is there, as it is read."""

from django.test import Client

from tests.pages import Page

COMPARE = "/modellen/vergelijken/"


def page_at(client: Client, address: str) -> Page:
    """The page at an address, which answers that it is there."""
    response = client.get(address)
    assert response.status_code == 200
    return Page(response)
