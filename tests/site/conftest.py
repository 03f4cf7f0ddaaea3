"""A dossier for the pages of the whole site."""

import pytest

from checklist.models import Dossier
from tests.dossiers import full_dossier


@pytest.fixture
def dossier() -> Dossier:
    """A dossier with something of everything."""
    return full_dossier()
