"""A database that fails the queries of the product, all or only those that write."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, connection, transaction


def full() -> Exception:
    """What SQLite says on a full disk."""
    return OperationalError("database or disk is full")


@contextmanager
def no_query_works(error: Callable[[], Exception] = full) -> Iterator[None]:
    """Every query fails."""

    def fail(*_: object) -> None:
        raise error()

    with connection.execute_wrapper(fail):
        yield


@contextmanager
def no_write_works() -> Iterator[None]:
    """Every query that writes fails, as on a full disk."""

    def fail(execute: Callable[..., Any], sql: str, *others: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            raise full()
        return execute(sql, *others)

    with connection.execute_wrapper(fail):
        yield
    # Nothing reached the database. The test's own transaction, which the product doesn't have, can go on.
    transaction.set_rollback(False)
