"""Records are added to the chain one after the other, whoever comes at the same moment."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection, transaction

from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import NOTHING_BEFORE, Event, Told
from checklist.models import ChainRecord
from checklist.services.chain import append
from tests.waiting import DEADLINE

pytestmark = pytest.mark.both_databases

AT = datetime(2027, 1, 14, 15, 4, 5, tzinfo=UTC)
WRITERS, EACH = 8, 6


def told(code: str) -> Told:
    """Something to record."""
    return Told(Event.STATE, code, {"act": {"number": 1}})


def check_whole(records: int) -> None:
    """The chain has so many records, each with the hash of the one before."""
    previous, rows = NOTHING_BEFORE, list(ChainRecord.objects.order_by("sequence"))
    assert [row.sequence for row in rows] == list(range(1, records + 1))
    for row in rows:
        assert (row.previous, row.sha256) == (previous, sha256_of(bytes(row.body)))
        assert json.loads(bytes(row.body))["previous"] == previous
        previous = row.sha256


@pytest.mark.django_db
def test_each_record_has_the_hash_of_the_one_before() -> None:
    for number in range(3):
        append(told(f"CODE{number}"), AT)
    check_whole(3)


@pytest.mark.django_db
def test_what_is_returned_is_what_is_stored() -> None:
    append(told("EERSTE"), AT)
    record = append(told("TWEEDE"), AT)
    row = ChainRecord.objects.get(sequence=2)
    assert (record.sequence, record.code, record.event) == (2, "TWEEDE", Event.STATE)
    assert (row.code, row.event, bytes(row.body), row.sha256) == (*("TWEEDE", "stand", record.body, record.sha256),)
    assert json.loads(record.body)["at"] == "2027-01-14T15:04:05Z"


@pytest.mark.django_db(transaction=True)
def test_a_record_is_refused_without_a_transaction_for_what_it_tells() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        append(told("ALLEEN"), AT)
    assert not ChainRecord.objects.exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_who_come_at_the_same_moment_make_one_chain() -> None:
    together = Barrier(WRITERS, timeout=DEADLINE)

    def write(writer: int) -> None:
        try:
            together.wait()
            for number in range(EACH):
                with transaction.atomic():
                    append(told(f"W{writer}N{number}"), AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    check_whole(WRITERS * EACH)
    assert len(set(ChainRecord.objects.values_list("code", flat=True))) == WRITERS * EACH
