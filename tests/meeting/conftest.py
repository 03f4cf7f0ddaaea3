"""A dossier to meet on."""

import pytest

from checklist.models import Dossier
from tests.dossiers import make_dossier


@pytest.fixture
def dossier() -> Dossier:
    """A dossier without answers, of Brabant-Noord."""
    return make_dossier()
