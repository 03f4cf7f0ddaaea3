"""Writes at the same moment: one waits for the other, or all start together."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import sleep

from django.db import connection, transaction

from tests.waiting import DEADLINE, wait_until


def wait_for_the_second() -> None:
    """Return when the other connection waits for a lock. SQLite doesn't tell; there it has a moment to come so far,
    and when it is later it meets what is committed: a test is then weaker, not wrong."""
    if connection.vendor == "sqlite":
        sleep(0.3)
        return
    with connection.cursor() as cursor:

        def waits() -> bool:
            cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted")
            return cursor.fetchone() is not None

        assert wait_until(waits), "the second never waits for the first"


def second_waits_for_first(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Call both so that the second starts while the first has written and not yet committed."""
    written, started = Event(), Event()

    def call_first() -> None:
        try:
            with transaction.atomic():
                first()
                written.set()
                started.wait(DEADLINE)
                wait_for_the_second()
        finally:
            connection.close()

    def call_second() -> None:
        try:
            written.wait(DEADLINE)
            started.set()
            second()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        calls = [pool.submit(call_first), pool.submit(call_second)]
        for call in calls:
            call.result()


def all_at_once(calls: Sequence[Callable[[], object]]) -> list[object]:
    """Call all in the same moment, each on a connection of its own; return what each returned or raised."""
    together = Barrier(len(calls), timeout=DEADLINE)

    def run(call: Callable[[], object]) -> object:
        try:
            together.wait()
            return call()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))
