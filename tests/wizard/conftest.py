"""A dossier whose questions are asked."""

import pytest

from checklist.models import Dossier
from tests.dossiers import make_dossier


@pytest.fixture
def dossier() -> Dossier:
    """A dossier in which nothing was answered yet."""
    return make_dossier()
