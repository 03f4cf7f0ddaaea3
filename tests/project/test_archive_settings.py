"""What an archivaris decides is read from the settings, and a setting that can't be understood stops the start."""

import runpy

import pytest
from django.conf import settings
from environs import EnvValidationError
from pytest_django import Settings

from checklist.domain.settled.archiving import Archiving, ListedTerm
from checklist.selectors.archive import archiving

SETTINGS = str(settings.BASE_DIR / "regiostaf" / "settings.py")
NAMES = ("ADVIES_ARCHIEFVORMER", "ADVIES_INFORMATIECATEGORIE", "ADVIES_OPENBAARHEID")


def test_without_settings_nothing_is_decided() -> None:
    assert archiving() == Archiving()


def test_the_settings_say_what_was_decided(settings: Settings) -> None:
    settings.ADVIES_ARCHIEFVORMER = "Gemeente Oss"
    settings.ADVIES_INFORMATIECATEGORIE = "Beleid; 2.1; Selectielijst"
    settings.ADVIES_OPENBAARHEID = "openbaar;; Lijst"
    assert archiving() == Archiving(
        creator=ListedTerm("Gemeente Oss", "", ""),
        category=ListedTerm("Beleid", "2.1", "Selectielijst"),
        publicity=ListedTerm("openbaar", "", "Lijst"),
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, value) for name in NAMES for value in ("", "  ", "Beleid; 2.1; Selectielijst")),
        ("ADVIES_ARCHIEFVORMER", "Gemeente Oss"),
        ("ADVIES_INFORMATIECATEGORIE", "Beleid;;Selectielijst"),
    ],
)
def test_a_term_with_what_it_needs_is_taken(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert runpy.run_path(SETTINGS)[name] == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, value) for name in NAMES for value in (";", "; 2.1; Lijst", "Beleid; 2.1; ", "a; b; c; d", "a; b")),
        ("ADVIES_ARCHIEFVORMER", "Gemeente Oss;; Register"),
        ("ADVIES_INFORMATIECATEGORIE", "Beleid"),
    ],
)
def test_a_term_that_lacks_something_stops_the_start_with_its_name(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(EnvValidationError, match=name):
        runpy.run_path(SETTINGS)
