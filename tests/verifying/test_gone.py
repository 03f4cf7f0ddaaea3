"""What the chain says of a version that was destroyed must fit what it said before."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from checklist.domain.settled.chain import told_destruction
from checklist.models import AdviesAct, AdviesFile, SettledAdvies
from checklist.selectors.settled import version_facts
from tests.settled import append, offered_with_files
from tests.verifying.damage import found, report, undone

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LAST_DAY = date(2047, 1, 14)
DAY_AFTER = datetime(2047, 1, 15, tzinfo=UTC)
PLACE = "7K2M-9QXR-4TBD: "


def destroyed(advies: SettledAdvies, at: datetime = DAY_AFTER, files: int = 4, **other: Any) -> None:
    """Its rows are gone, and the chain says so in this way."""
    facts = replace(version_facts(advies), **other)
    AdviesFile.objects.filter(act__advies=advies).delete()
    AdviesAct.objects.filter(advies=advies).delete()
    SettledAdvies.objects.filter(pk=advies.pk).delete()
    append(told_destruction(facts, files, "a" * 64), at)


def test_a_version_that_was_destroyed_after_its_time_is_no_fault(advies: SettledAdvies) -> None:
    with undone():
        destroyed(advies)
        assert found() == []
        assert (report().destroyed, report().versions) == (1, 1)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (
            {"at": datetime(2047, 1, 14, 23, 59, 59, tzinfo=UTC)},
            "is volgens schakel 6 vernietigd binnen de bewaartermijn",
        ),
        ({"files": 3}, "schakel 6 noemt bij het vernietigen een ander aantal bestanden"),
        ({"version": 2}, "schakel 6 noemt bij het vernietigen een andere versie"),
        ({"settled_on": LAST_DAY}, "schakel 6 noemt bij het vernietigen een andere dag van vaststellen"),
        ({"keep_until": None}, "schakel 6 noemt bij het vernietigen een andere bewaartermijn"),
    ],
)
def test_what_does_not_fit_is_named(advies: SettledAdvies, how: dict[str, Any], said: str) -> None:
    with undone():
        destroyed(advies, **how)
        assert found() == [PLACE + said]


def test_what_is_kept_for_ever_is_never_destroyed(advies: SettledAdvies) -> None:
    kept = offered_with_files(code="ZZZZZZZZZZZZ", keep_until=None)
    with undone():
        destroyed(kept)
        assert found() == ["ZZZZ-ZZZZ-ZZZZ: is volgens schakel 10 vernietigd binnen de bewaartermijn"]


def test_what_was_destroyed_and_is_still_there_is_named(advies: SettledAdvies) -> None:
    with undone():
        append(told_destruction(version_facts(advies), 4, "a" * 64), DAY_AFTER)
        assert found() == ["7K2M-9QXR-4TBD versie 1: is vernietigd volgens schakel 6, maar staat er nog"]
