"""200 single changes by chance, of any row, column but ids, and byte: each is found."""

import random
from datetime import date, datetime, timedelta

import pytest
from django.db import models

from checklist.models import AdviesAct, AdviesFile, ChainRecord, SettledAdvies
from tests.verifying.damage import again, flipped, found, remove, undone, write

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]

CHANGES = 200
TABLES: tuple[type[models.Model], ...] = (SettledAdvies, AdviesAct, AdviesFile, ChainRecord)
# What must be another value in a row that is there twice.
UNIQUE: dict[type[models.Model], dict[str, object]] = {
    SettledAdvies: {"code": "ZZZZZZZZZZZZ", "version": 9},
    AdviesAct: {"number": 9},
    AdviesFile: {"kind": "odt"},
}


def test_200_changes_by_chance_are_all_found(advies: SettledAdvies) -> None:
    chance = random.Random(14)
    missed = []
    for number in range(CHANGES):
        with undone():
            said = one_change(chance)
            if not found():
                missed.append(f"{number}: {said}")
    assert missed == []


def one_change(chance: random.Random) -> str:
    """Change one thing; return what, in words."""
    model = chance.choice(TABLES)
    row = chance.choice([*model._default_manager.order_by("pk")])
    kind = chance.choices((column, byte, missing, inserted, swapped), (10, 6, 2, 2, 3))[0]
    return f"{kind.__name__} of {row!r}: {kind(row, chance)}"


def column(row: models.Model, chance: random.Random) -> str:
    """Another value in a column."""
    fields = [field for field in row._meta.concrete_fields if not field.is_relation and not field.primary_key]
    field = chance.choice([field for field in fields if not isinstance(field, models.BinaryField)])
    value = other_value(getattr(row, field.attname), field, chance)
    type(row)._default_manager.filter(pk=row.pk).update(**{field.attname: value})
    return f"{field.name} = {value!r}"


def byte(row: models.Model, chance: random.Random) -> str:
    """One bit of a large column; where there is none, of a column."""
    fields = [field for field in row._meta.concrete_fields if isinstance(field, models.BinaryField)]
    if not fields:
        return column(row, chance)
    field = chance.choice(fields)
    content = bytes(getattr(row, field.attname))
    at, bit = chance.randrange(len(content)), chance.randrange(8)
    write(row, **{field.attname: flipped(content, at, bit)})
    return f"{field.name}, bit {bit} of byte {at}"


def missing(row: models.Model, _chance: random.Random) -> str:
    """No row."""
    remove(row)
    return "gone"


def inserted(row: models.Model, _chance: random.Random) -> str:
    """One more row, the same but for what must be unique."""
    if isinstance(row, ChainRecord):
        last = ChainRecord.objects.order_by("-sequence")[0]
        again(row, sequence=last.sequence + 1, previous=last.sha256, sha256="2" * 64)
    else:
        again(row, **UNIQUE[type(row)])
    return "twice"


def swapped(row: models.Model, chance: random.Random) -> str:
    """The values of two rows changed over, in a column in which they differ; where there is none, another value."""
    rows = [other for other in type(row)._default_manager.order_by("pk") if other.pk != row.pk]
    other = chance.choice(rows)
    fields = [field for field in row._meta.concrete_fields if not field.primary_key and not field.unique]
    differ = [field for field in fields if getattr(row, field.attname) != getattr(other, field.attname)]
    may_swap = [field for field in differ if not part_of_unique(row, field.name)]
    if not may_swap:
        return column(row, chance)
    field = chance.choice(may_swap)
    mine, theirs = getattr(row, field.attname), getattr(other, field.attname)
    for one, value in ((row, theirs), (other, mine)):
        type(row)._default_manager.filter(pk=one.pk).update(**{field.attname: value})
    return f"{field.name} with {other!r}"


def part_of_unique(row: models.Model, name: str) -> bool:
    """Whether the database might refuse the first half of a swap."""
    return any(name in getattr(constraint, "fields", ()) for constraint in row._meta.constraints)


def other_value(value: object, field: "models.Field[object, object]", chance: random.Random) -> object:
    """A value that a column may have, another than this one."""
    match value:
        case bool():
            return not value
        case int():
            return value + chance.randint(10, 99)
        case datetime():
            return value + timedelta(**{chance.choice(("microseconds", "seconds", "days")): chance.randint(1, 400)})
        case date():
            return value + timedelta(days=chance.randint(1, 400))
        case str():
            at = chance.randrange(len(value) or 1)
            return value[:at] + chance.choice([sign for sign in "0aZ" if sign != value[at : at + 1]]) + value[at + 1 :]
        case _:
            return date(2030, 1, 1) if isinstance(field, models.DateField) else 1
