"""A chain of two dossiers, in a database that refuses nothing."""

import pytest

from checklist.models import SettledAdvies
from tests.refusals.triggers import drop
from tests.settled import offered_with_files, settle


@pytest.fixture
def advies(db: None) -> SettledAdvies:
    """A version that is offered, with two files for each act: records 1 to 4. Record 5 is of another dossier."""
    drop()
    made = offered_with_files(code="7K2M9QXR4TBD")
    settle(code="0123456789AB")
    return made
