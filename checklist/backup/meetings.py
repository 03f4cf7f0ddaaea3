"""What a backup must not bring back of a meeting: the links by which its screens follow it.

A screen asks for what is newer than the version that it shows, and with a backup versions run back: it would take
another text with the same number for its own. With a new link it loads its page anew.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from checklist.domain.meeting.device import new_token
from checklist.models import Meeting

_FIELDS = ("phone_token", "screen_token", "chair_token")


def renew_screens(copy: Path) -> None:
    """Give each live meeting in this database new links for its screens; code and link to join stay. A database from
    before there were meetings has none. Raises `sqlite3.Error`."""
    table = Meeting._meta.db_table
    with closing(sqlite3.connect(copy)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", [table]).fetchone():
            return
        for (pk,) in connection.execute(f"SELECT id FROM {table} WHERE join_token IS NOT NULL").fetchall():  # noqa: S608
            links = ", ".join(f"{field} = ?" for field in _FIELDS)
            values = [*(new_token() for _ in _FIELDS), pk]
            connection.execute(f"UPDATE {table} SET {links} WHERE id = ?", values)  # noqa: S608 - names of the code
        connection.commit()
