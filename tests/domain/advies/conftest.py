"""The advies of the small dossier."""

import pytest

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.value import Advies
from tests.domain.advies.dossiers import CONTENT, DOSSIER


@pytest.fixture(scope="module")
def advies() -> Advies:
    """What is composed of the small dossier."""
    return compose_advies(DOSSIER, CONTENT, "Brabant-Noord")
