"""A query that is composed and compiled once, because Django takes longer for that than the database for the rows."""

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery, UpdateQuery

Row = tuple[Any, ...]
Rows = Iterable[Row]
# What Django does with the values of a column, by its place.
_Converters = list[tuple[int, tuple[list[Any], Any]]]


class Slot(Expression):
    """A value that differs per call: it stands in a filter, `rows` fills it in."""

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field=output_field)
        self.name = name

    @classmethod
    def of(cls, table: type[Model], name: str, column: str = "") -> "Slot":
        """Return the place of a value that is stored in a column, that of the same name when none is given."""
        field: Any = table._meta.get_field(column or name)
        return cls(name, field)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Stand among the parameters itself."""
        return "%s", (self,)

    def value_in(self, values: dict[str, Any], database: Any) -> Any:
        """Return the value as the database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], database)


class _Prepared:
    """A statement with slots among its parameters."""

    def _execute(self, cursor: Any, statement: str, parameters: Iterable[Any], slots: dict[str, Any]) -> None:
        # The cursor's own database: `connection` looks it up at each use.
        filled = [one.value_in(slots, cursor.db) if isinstance(one, Slot) else one for one in parameters]
        cursor.execute(statement, filled)


class PreparedUpdate(_Prepared):
    """The statement of an `update` of these rows, with slots or other expressions as the values."""

    def __init__(self, queryset: "QuerySet[Any]", **values: Expression) -> None:
        self._queryset = queryset
        self._values = values

    @cached_property
    def _compiled(self) -> tuple[str, tuple[Any, ...]]:
        query: Any = self._queryset.query.chain(UpdateQuery)
        query.add_update_values(self._values)
        statement, parameters = query.get_compiler(connection=connection).as_sql()
        return statement, parameters

    def execute(self, **slots: Any) -> int:
        """Update the rows with the slots filled in; return how many. One query. Raises `KeyError` for a slot without a
        value."""
        with connection.cursor() as cursor:
            self._execute(cursor, *self._compiled, slots)
            updated: int = cursor.rowcount
            return updated


class PreparedUpsert(_Prepared):
    """The statement that adds a row with slots as its values, or updates those fields of the row that is there."""

    def __init__(self, row: Model, *, unique: Collection[str], update: Collection[str]) -> None:
        self._row, self._unique, self._update = row, unique, update

    @cached_property
    def _compiled(self) -> tuple[str, tuple[Any, ...]]:
        table = self._row._meta
        query: Any = InsertQuery(
            type(self._row),
            on_conflict=OnConflict.UPDATE,
            update_fields=[table.get_field(name) for name in self._update],
            unique_fields=[table.get_field(name) for name in self._unique],
        )
        query.insert_values([field for field in table.concrete_fields if not field.primary_key], [self._row])
        ((statement, parameters),) = query.get_compiler(connection=connection).as_sql()
        return statement, parameters

    def execute(self, **slots: Any) -> None:
        """Write the row with the slots filled in. One query. Raises `KeyError` for a slot without a value,
        `IntegrityError` when a row that it points at is gone."""
        with connection.cursor() as cursor:
            self._execute(cursor, *self._compiled, slots)


class PreparedQuery(_Prepared):
    """The statement of a `values_list`. It holds no rows: each call reads them from the database."""

    def __init__(self, queryset: "QuerySet[Any, Row]", same: int = 0) -> None:
        """`same`: so many first columns are the same in all rows of an answer, and needn't be converted again."""
        self._queryset = queryset
        self._same = same

    @cached_property
    def _compiled(self) -> tuple[str, tuple[Any, ...], _Converters]:
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
            self._execute(cursor, statement, parameters, slots)
            rows: list[Row] = cursor.fetchall()
        if not converters or not rows:
            return rows
        first = _converted(rows[0], converters, cursor.db)
        rest = [(position, each) for position, each in converters if position >= self._same]
        return [first, *(_converted((*first[: self._same], *row[self._same :]), rest, cursor.db) for row in rows[1:])]


def _converted(row: Row, converters: _Converters, database: Any) -> Row:
    values = list(row)
    for position, (each, expression) in converters:
        for convert in each:
            values[position] = convert(values[position], expression, database)
    return tuple(values)
