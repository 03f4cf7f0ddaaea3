"""A dossier that a beheerder sees listed."""

import datetime

import pytest

from checklist.models import Dossier
from models_catalogue.models import Veiligheidsregio


@pytest.fixture
def dossier() -> Dossier:
    """A dossier of a kring."""
    return Dossier.objects.create(
        title="Regiostaf Brabant-Noord",
        veiligheidsregio=Veiligheidsregio.objects.get(code="VR21"),
        date=datetime.date(2026, 11, 24),
        present=["A. Jansen, Oss"],
    )
