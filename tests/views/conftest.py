"""A dossier with something to say on its pages."""

import pytest

from checklist.models import Dossier
from tests.dossiers import CLASHING, make_dossier


@pytest.fixture
def dossier() -> Dossier:
    """A dossier with one tension between its answers."""
    return make_dossier(CLASHING)
