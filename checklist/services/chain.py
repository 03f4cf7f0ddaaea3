"""A record is added to the chain of this installation: one after the other, whoever comes at the same moment."""

from datetime import datetime

from django.conf import settings
from django.db import connection, transaction

from checklist.domain.settled.chain import NOTHING_BEFORE, Record, Told, record_of
from checklist.models import ChainRecord

# Of all locks of this installation's database, that of the chain.
_LOCK = (7267, 1)


def append(told: Told, at: datetime) -> Record:
    """Add a record to the chain, with what it tells in the same transaction, that of the caller: both are there or
    neither. `at` is UTC, in whole seconds. The last lock that a transaction takes, so that nobody who has it waits for
    another. Raises `TransactionManagementError` outside a transaction. Two queries; one more on PostgreSQL.
    """
    _hold_the_chain()
    last = ChainRecord.objects.order_by("-sequence").values_list("sequence", "sha256").first()
    sequence, previous = last or (0, NOTHING_BEFORE)
    record = record_of(told, sequence + 1, previous, at, settings.SITE_URL)
    ChainRecord.objects.create(
        sequence=record.sequence,
        code=record.code,
        event=record.event.value,
        previous=record.previous,
        body=record.body,
        sha256=record.sha256,
    )
    return record


def _hold_the_chain() -> None:
    """Until the transaction ends. SQLite has one writer at a time: whoever began a transaction is it."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a record goes with what it tells, in one transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", _LOCK)
