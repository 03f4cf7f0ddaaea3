"""PostgreSQL has its own programs for backups: which lines to run for the site's database."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psycopg.conninfo import make_conninfo

# What says where the database is. The password isn't in it: it would stand in the list of processes.
_WHERE = ("service", "host", "port", "dbname", "user", "sslmode", "sslrootcert")


def dump_line(parameters: Mapping[str, Any], file: Path) -> str:
    """The command that makes a backup; `parameters` are those of Django's connection (`get_connection_params`). Without
    the secret answers of a meeting that is going on, which stand in no log either: in a backup they would stay."""
    options = ["--format=custom", "--no-owner", "--no-unlogged-table-data"]
    return shlex.join(["pg_dump", *options, f"--file={file}", _where(parameters)])


def restore_line(parameters: Mapping[str, Any], file: Path) -> str:
    """The command that puts it back in an empty database: all of it, or nothing when anything is there already."""
    options = ["--single-transaction", "--exit-on-error", "--no-owner"]
    return shlex.join(["pg_restore", *options, _where(parameters), str(file)])


def _where(parameters: Mapping[str, Any]) -> str:
    found = {name: value for name in _WHERE if (value := parameters.get(name))}
    return f"--dbname={make_conninfo(**found)}"
