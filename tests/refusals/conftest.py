"""A refusal is only proven where the triggers are."""

import pytest
from django.db import connection

from checklist import settled_triggers


@pytest.fixture(autouse=True)
def _all_triggers(request: pytest.FixtureRequest) -> None:
    """All twelve are there when a test starts, whatever the one before it did."""
    request.getfixturevalue("transactional_db" if "transactional_db" in request.fixturenames else "_django_db_helper")
    assert settled_triggers.look(connection).in_place == 12
