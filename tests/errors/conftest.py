"""A dossier, and a browser that gets the page of an error instead of the error."""

import pytest
from django.test import Client

from checklist.models import Dossier
from tests.dossiers import CLASHING, make_dossier


@pytest.fixture
def dossier() -> Dossier:
    """A dossier with one tension between its answers."""
    return make_dossier(CLASHING)


@pytest.fixture
def client(client: Client) -> Client:
    """A browser that sees what a user sees, also when the server fails."""
    client.raise_request_exception = False
    return client
