"""Small limits, and a clock that a test may turn."""

import datetime
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from checklist import limits
from tests.limits.asking import NOW, RIGHT


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime.datetime]:
    """The time by which uses are counted; a test may turn it."""
    hands = [NOW]
    monkeypatch.setattr(limits, "timezone", SimpleNamespace(now=lambda: hands[0]))
    return hands


@pytest.fixture
def _small_limits(settings: Settings) -> None:
    """Two for an address, five in all."""
    settings.NEW_DOSSIERS_PER_ADDRESS, settings.NEW_DOSSIERS_IN_ALL = 2, 5
    settings.FILES_PER_ADDRESS = 2
    settings.CHECKS_PER_ADDRESS, settings.CHECKS_IN_ALL = 2, 5
    settings.RENDERINGS_PER_ADDRESS, settings.RENDERINGS_IN_ALL = 2, 5


@pytest.fixture
def beheerder() -> User:
    """Somebody who may sign in."""
    return User.objects.create_superuser("beheerder", password=RIGHT)
