"""How script/server and deploy/regiostaf.service serve the product: `python -m gunicorn --config <this file>`.

Two processes with threads: SQLite takes one writer at a time, so more processes only wait longer, and two are enough
that a slow request or a restart of one doesn't stop the other. Start it as a module (`python -m gunicorn`): a program
started from a file would be imported again by every worker process that makes a PDF.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from checklist.export.pdf import warm_up

bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 8
timeout = 60
graceful_timeout = 10
# The sign of life of a worker is a file; on a disk under load that could look like a worker that hangs.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - in memory, made unguessable
control_socket_disable = True
# Gunicorn believes some headers of whoever is on this machine: SCRIPT_NAME, which moves all addresses, and those that
# call a request https. No proxy of ours sends the first; X-Forwarded-Proto the product reads itself, with BEHIND_PROXY.
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}
# A header with an underscore could pass for one of the proxy's: it is left out.
header_map = "drop"
# The path of a dossier is the key to it: no access log, and no key in the error log.
accesslog = None
logconfig_dict = {
    "root": {"level": "WARNING", "handlers": []},
    "loggers": {
        "gunicorn.error": {
            "level": os.environ.get("LOG_LEVEL", "info").upper(),
            "handlers": ["error_console"],
            "propagate": False,
        }
    },
    "filters": {"without_keys": {"()": "regiostaf.logs.WithoutKeys"}},
    "handlers": {
        "error_console": {
            "class": "logging.StreamHandler",
            "formatter": "generic",
            "filters": ["without_keys"],
            "stream": "ext://sys.stderr",
        }
    },
}


def post_worker_init(worker: Any) -> None:
    """Each process that serves gets its PDF renderer ready, so that the first advies needn't wait for the imports; and
    has SQLite's file open as long as it lives, so that `manage.py restore` sees that a server runs. The first one says
    it when nothing can be saved; it serves all the same, because reading may go on."""
    warm_up()
    # Of the threads of a process one runs; who holds the database's lock for a save must not wait long for its turn.
    sys.setswitchinterval(0.001)
    if worker.age == 1:
        try:
            call_command("check_database")
        except CommandError as problem:
            worker.log.error("%s", problem)
    if connection.vendor == "sqlite":
        with suppress(OperationalError):  # what is wrong was said above, and pages say it too
            connection.ensure_connection()
