"""Django's SQLite, for connections that are kept: it notices when the file of the database was replaced."""

from pathlib import Path
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

_FileIdentity = tuple[int, int]


class DatabaseWrapper(base.DatabaseWrapper):
    """Refuses to go on when the file was replaced or removed while this process had it open.

    A kept connection would save into a file that is gone; one to the new file would read it together with what stands
    in the `-wal` of the old one, and spoil it. Only who replaced the file can tell what is meant.
    """

    # The file that this process opened first, by the name of the database.
    _opened: dict[str, _FileIdentity] = {}

    def get_new_connection(self, conn_params: Any) -> Any:
        """Open the file. Raises `OperationalError` when it isn't the one that this process had before."""
        if not self.is_usable():
            raise OperationalError(
                f"De database {self._name} is vervangen of weggehaald terwijl Regiostaf draaide. Stop Regiostaf. Hebt "
                f"u een andere database teruggezet? Verwijder dan de oude {self._name}-wal en {self._name}-shm. Start "
                "Regiostaf daarna opnieuw."
            )
        connection = super().get_new_connection(conn_params)
        if found := _identity(self._name):
            self._opened.setdefault(self._name, found)
        return connection

    def is_usable(self) -> bool:
        """Whether the file is still the one that was opened; Django asks this before the first query of each request
        (`CONN_HEALTH_CHECKS`). No query."""
        return self._name not in self._opened or self._opened[self._name] == _identity(self._name)

    @property
    def _name(self) -> str:
        return str(self.settings_dict["NAME"])


def _identity(name: str) -> _FileIdentity | None:
    """Which file bears this name; None when none does, as for a database in memory."""
    try:
        found = Path(name).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
