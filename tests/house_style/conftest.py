"""A house style for one test: what this process knows of it goes back to what it was."""

import pytest

from checklist.models import Dossier, HouseStyle
from checklist.selectors.house_style import _Seen
from tests.dossiers import CLASHING, make_dossier
from tests.house_style.styles import save_style


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Seen, "version", _Seen.version)
    monkeypatch.setattr(_Seen, "styles", _Seen.styles)


@pytest.fixture
def house(db: None) -> HouseStyle:
    """A house style with a name, a colour and a logo."""
    return save_style()


@pytest.fixture
def dossier(db: None) -> Dossier:
    """A dossier with one tension between its answers."""
    return make_dossier(CLASHING)
