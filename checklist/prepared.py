"""A query that is composed and compiled once, because Django takes longer for that than the database for the rows."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Expression, Field, QuerySet

Row = tuple[Any, ...]
Rows = Iterable[Row]


class Slot(Expression):
    """A value that differs per call: it stands in a filter, `rows` fills it in."""

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Stand among the parameters itself."""
        return "%s", (self,)

    def value_in(self, values: dict[str, Any]) -> Any:
        """Return the value as the database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


class PreparedQuery:
    """The statement of a `values_list`. It holds no rows: each call reads them from the database."""

    def __init__(self, queryset: "QuerySet[Any, Row]") -> None:
        self._queryset = queryset

    @cached_property
    def _compiled(self) -> tuple[str, tuple[Any, ...], list[tuple[int, tuple[list[Any], Any]]]]:
        # A clone for each thread that comes here at the same time: compiling changes a query.
        compiler = self._queryset.query.clone().get_compiler(connection=connection)
        statement, parameters = compiler.as_sql()
        converters = compiler.get_converters(expression for expression, _, _ in compiler.select)
        return statement, parameters, list(converters.items())

    def rows(self, **slots: Any) -> list[Row]:
        """Return the rows with the slots filled in, as `values_list` would give them. One query. Raises `KeyError` for
        a slot without a value."""
        statement, parameters, converters = self._compiled
        with connection.cursor() as cursor:
            cursor.execute(statement, [one.value_in(slots) if isinstance(one, Slot) else one for one in parameters])
            rows = cursor.fetchall()
        return [_converted(row, converters) for row in rows] if converters else rows


def _converted(row: Row, converters: list[tuple[int, tuple[list[Any], Any]]]) -> Row:
    values = list(row)
    for position, (each, expression) in converters:
        for convert in each:
            values[position] = convert(values[position], expression, connection)
    return tuple(values)
