"""Documents that couldn't be made when a voorstel was settled are made later, each on its own."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from checklist import selectors, settled_making
from checklist.domain.decision_content import Organ
from checklist.domain.settled.value import ActKind, NewFile, SettledFileKind
from checklist.export.pdf import RenderTimeout
from checklist.models import AdviesFile
from checklist.selectors import StoredVersion
from checklist.verifying import verify
from tests.settled import add_act, add_files, offered_with_files, settle

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def make(version: StoredVersion, act: int) -> tuple[NewFile, ...]:
    """A file at once; the real ones are made in tests of their own."""
    return (NewFile(SettledFileKind.PDF, f"{version.facts.code}-{act}.pdf", "application/pdf", b"%PDF-"),)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled_making, "make_files", make)


def printed() -> str:
    """What the command prints."""
    out = StringIO()
    call_command("make_documents", stdout=out)
    return out.getvalue()


def made() -> set[str]:
    """The names of the files that the stand-in made."""
    return {*AdviesFile.objects.filter(name__endswith=".pdf", size=5).values_list("name", flat=True)}


def test_what_is_missing_is_made_and_recorded() -> None:
    first, second = settle(code="7K2M9QXR4TBD"), offered_with_files()
    add_act(second, ActKind.DECIDED, organ=Organ.AB)
    assert "7K2M-9QXR-4TBD versie 1: de documenten zijn gemaakt.\n" in printed()
    assert made() == {f"{first.code}-1.pdf", f"{second.code}-3.pdf"}
    assert verify().faults == []


def test_what_is_there_or_changes_no_cover_is_left_alone() -> None:
    advies = offered_with_files()
    add_act(advies, ActKind.MOVED)
    add_act(advies, ActKind.DECIDED, organ=Organ.RADEN)
    assert printed() == ""
    assert made() == set()


def test_all_acts_of_a_version_get_their_own() -> None:
    advies = settle()
    add_act(advies, ActKind.OFFERED, organ=Organ.AB)
    printed()
    assert made() == {f"{advies.code}-1.pdf", f"{advies.code}-2.pdf"}
    assert printed() == ""


@pytest.mark.parametrize("failure", [RenderTimeout("too long"), ValueError("a mistake of ours")])
def test_one_that_fails_does_not_keep_another_from_being_made(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    bad, good = settle(code="7K2M9QXR4TBD"), settle()

    def sometimes(version: StoredVersion, act: int) -> tuple[NewFile, ...]:
        if version.facts.code == bad.code:
            raise failure
        return make(version, act)

    monkeypatch.setattr(settled_making, "make_files", sometimes)
    out = StringIO()
    with pytest.raises(CommandError, match="Niet alle documenten zijn gemaakt"):
        call_command("make_documents", stdout=out)
    assert "7K2M-9QXR-4TBD versie 1: niet gemaakt. Het duurde te lang of het lukte niet.\n" in out.getvalue()
    assert made() == {f"{good.code}-1.pdf"}


def test_versions_are_found_with_two_queries_and_the_oldest_first(django_assert_num_queries: Any) -> None:
    first, second = settle(), settle()
    add_files(settle().acts.get())
    with django_assert_num_queries(2):
        assert [version.facts.code for version in selectors.versions_without_files()] == [first.code, second.code]
