"""A query that is composed and compiled once, because Django takes longer for that than the database for the rows."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import QuerySet

Rows = Iterable[tuple[Any, ...]]


class PreparedQuery:
    """The statement of a `values_list` without parameters that differ per request. It holds no rows: each call reads
    them from the database."""

    def __init__(self, queryset: "QuerySet[Any, tuple[Any, ...]]") -> None:
        self._queryset = queryset

    @cached_property
    def _statement(self) -> tuple[str, tuple[Any, ...]]:
        # A clone for each thread that comes here at the same time: compiling changes a query.
        return self._queryset.query.clone().sql_with_params()

    def rows(self) -> list[tuple[Any, ...]]:
        """Return the rows as the database gives them: on SQLite a boolean is 0 or 1. One query."""
        with connection.cursor() as cursor:
            cursor.execute(*self._statement)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
            return rows
