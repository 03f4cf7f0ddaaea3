"""Dossiers to write in."""

import pytest

from checklist.models import Dossier
from tests.dossiers import CLASHING, make_dossier


@pytest.fixture
def dossier() -> Dossier:
    """A dossier in which nothing was answered yet."""
    return make_dossier()


@pytest.fixture
def clashing() -> Dossier:
    """A dossier with the first tension between its answers."""
    return make_dossier(CLASHING)
