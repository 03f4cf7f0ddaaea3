"""Verify reads as it was at one moment, and nobody waits for it."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from checklist.domain.settled.link import Head
from checklist.models import SettledAdvies
from checklist.verifying import Report, verify
from checklist.verifying.moment import one_moment
from tests.settled import offered_with_files, settle
from tests.waiting import DEADLINE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases, pytest.mark.slow]


def settle_elsewhere() -> None:
    """What another process of the site does."""
    try:
        settle()
    finally:
        connection.close()


def in_between() -> None:
    """Another version is settled, now."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(settle_elsewhere).result(DEADLINE)


def test_what_is_settled_meanwhile_is_seen_the_next_time() -> None:
    offered_with_files()
    with one_moment():
        before = SettledAdvies.objects.count()
        in_between()
        assert SettledAdvies.objects.count() == before == 1
    assert SettledAdvies.objects.count() == 2


def test_a_version_that_comes_while_verify_reads_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    offered_with_files()
    module = sys.modules[verify.__module__]
    walk = module._walk

    def walk_and_settle(report: Report, noted: Head | None) -> set[str]:
        codes: set[str] = walk(report, noted)
        in_between()
        return codes

    monkeypatch.setattr(module, "_walk", walk_and_settle)
    report = verify()
    assert (report.faults, report.links, report.versions) == ([], 4, 1)
    monkeypatch.undo()
    assert (verify().links, verify().versions) == (5, 2)
