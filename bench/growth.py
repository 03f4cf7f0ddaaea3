"""What 100,000 dossiers cost the pages of one: the same dossier in a small database and in a large one, in turn."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from bench import serving
from bench.fixed_floor import Compared, Measured, Round, Side, compare
from bench.visits import Visitor
from checklist import selectors, services
from checklist.domain.dossier_file import parse_dossier
from checklist.models import Dossier, Presence
from tests.urls_to_visit import pages_to_edit, pages_to_read

DOSSIERS = 100_000
ROUND = Round(connections=1, requests=24, most=12, least=4, seconds=5.0)
# What a dossier has, and how many of them: a row is copied for every dossier.
OF_A_DOSSIER = ("checklist_choice", "checklist_kepttension", "checklist_action", "checklist_presence")


def measure() -> Iterator[tuple[str, Compared]]:
    """Give for the start page, each page of a full dossier and a save what it cost: in `product` with all dossiers, in
    `floor` with one. SQLite only."""
    raw = (settings.BASE_DIR / "fixtures/dossiers/vol.json").read_bytes()
    dossier = services.create_dossier(parse_dossier(raw, selectors.content_all(), selectors.gemeenten_by_region()))
    Presence.objects.create(dossier=dossier, visitor="x" * 32, question_number=4, seen_at=timezone.now())
    large = settings.VAR_DIR / "large.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(large)])
    connection.close()
    _fill(large, dossier.pk)
    os.sync()  # else the first saves would wait until all of it is on the disk
    with serving.product() as few, serving.product(f"sqlite:///{large}") as many:
        visitors = [Visitor(dossier.edit_key, served.port) for served in (many, few)]
        for name, address in _pages(dossier).items():
            asked = [visitor.reads(address) for visitor in visitors]
            yield name, _compare(many, few, asked, HTTPStatus.OK)
        yield "save", _compare(many, few, [visitor.saves() for visitor in visitors], HTTPStatus.FOUND)


def _fill(database: Path, dossier: int) -> None:
    """Put as many copies of a dossier in it, which is the last that was made, as there must be, each with keys of its
    own."""
    with closing(sqlite3.connect(database)) as opened, opened:
        opened.execute("PRAGMA synchronous = OFF")
        columns = _columns(opened, "checklist_dossier", but=("id", "edit_key", "read_key"))
        opened.execute(
            f"""WITH RECURSIVE copy(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < ?)
            INSERT INTO checklist_dossier (edit_key, read_key, {columns})
            SELECT hex(randomblob(16)), hex(randomblob(16)), {columns} FROM checklist_dossier, copy WHERE id = ?""",
            (DOSSIERS, dossier),
        )
        for table in OF_A_DOSSIER:
            columns = _columns(opened, table, but=("id", "dossier_id"))
            opened.execute(
                f"""INSERT INTO {table} (dossier_id, {columns})
                SELECT copy.number, {columns} FROM {table} AS row,
                (SELECT id AS number FROM checklist_dossier WHERE id > ?) AS copy WHERE row.dossier_id = ?""",
                (dossier, dossier),
            )


def _columns(opened: sqlite3.Connection, table: str, but: tuple[str, ...]) -> str:
    names = [row[1] for row in opened.execute(f"PRAGMA table_info({table})")]
    return ", ".join(f'"{name}"' for name in names if name not in but)


def _pages(dossier: Dossier) -> dict[str, str]:
    """The start page, which lists what this browser opened, and the dossier's pages that answer with a page."""
    named = pages_to_read(dossier.edit_key) | pages_to_edit(dossier.edit_key)
    visits = {name: visits[0] for name, visits in named.items()}
    return {"start": reverse("start")} | {
        name: visit.address for name, visit in visits.items() if visit.status == HTTPStatus.OK
    }


def _compare(many: serving.Served, few: serving.Served, asked: list[Iterator[str]], status: HTTPStatus) -> Compared:
    large, small = (Side(served, [requests], status) for served, requests in zip((many, few), asked, strict=True))
    for side in (large, small):
        side.load(ROUND, Measured())
    return compare(large, small, ROUND)
