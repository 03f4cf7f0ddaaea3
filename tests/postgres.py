"""A throw-away PostgreSQL cluster for the tests.

`python -m tests.postgres COMMAND …` starts a cluster, runs the command with TEST_DATABASE_URL pointing at it, stops and
removes the cluster (also when the command fails or is interrupted) and ends with the command's exit code. Because the
cluster is there before the command starts, nothing in pytest or Django has to know about it.

It listens on a socket in its own directory only. `initdb` refuses root: as root the cluster runs as `postgres` or
`nobody`. Durability is off: nobody reads these data after the run. Costs about two seconds.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn
from urllib.parse import quote

START_LIMIT = 120.0
STOP_LIMIT = 20.0
OPTIONS = {
    "listen_addresses": "",
    "max_connections": "200",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
}


class PostgresMissingError(RuntimeError):
    """There is no PostgreSQL server on this machine, or it doesn't start."""


def server_programs() -> Path:
    """The directory with `initdb` and `postgres`: Debian's newest, else where the search path finds it."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    if found is None:
        raise PostgresMissingError("PostgreSQL ontbreekt: installeer het pakket 'postgresql'.")
    return Path(found).resolve().parent


def unprivileged_user() -> pwd.struct_passwd | None:
    """The user that runs the cluster when we are root; None when we are not and can run it ourselves."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in names:
            return names[name]
    raise PostgresMissingError("PostgreSQL weigert root en er is geen gebruiker 'postgres' of 'nobody'.")


class Cluster:
    """One cluster in one directory; `start` makes it and `stop` ends it, both once. In between a server that ended can
    be started again (`serve`)."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.data = directory / "data"
        self.log = directory / "log"
        self.programs = server_programs()
        self.user = unprivileged_user()
        self.process: subprocess.Popen[bytes] | None = None
        if self.user is not None:
            os.chown(directory, self.user.pw_uid, self.user.pw_gid)

    @property
    def url(self) -> str:
        """The address for DATABASE_URL; tests make their own database next to `postgres`."""
        return f"postgresql://regiostaf@{quote(str(self.directory), safe='')}/postgres"

    def start(self) -> None:
        """Make and start the cluster; raises PostgresMissingError with the server's own words when that fails."""
        initdb = ["--auth=trust", "--username=regiostaf", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        with self.log.open("wb") as log:
            if self._popen("initdb", ["-D", str(self.data), *initdb], log).wait() != 0:
                raise PostgresMissingError(self.log.read_text(errors="replace"))
        self.serve()

    def serve(self, **others: str) -> None:
        """Start the server on the data that are there, with other options than usual; raises as `start`."""
        options = [word for name, value in (OPTIONS | others).items() for word in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self.process = self._popen("postgres", ["-D", str(self.data), "-k", str(self.directory), *options], log)
        deadline = time.monotonic() + START_LIMIT
        while not self._accepts_connections():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise PostgresMissingError(self.log.read_text(errors="replace"))
            time.sleep(0.05)

    def stop(self) -> None:
        """End the server: first without waiting for clients, then by force."""
        if self.process is None:
            return
        for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self.process.poll() is not None:
                return
            self.process.send_signal(how)
            try:
                self.process.wait(STOP_LIMIT)
            except subprocess.TimeoutExpired:
                continue

    def _popen(self, program: str, arguments: list[str], log: IO[bytes]) -> subprocess.Popen[bytes]:
        """Start one of PostgreSQL's programs in its own session (Ctrl-C is ours), as the user that may run it.

        `setpriv` (util-linux) also ends the server when this process is killed outright.
        """
        command = [str(self.programs / program), *arguments]
        setpriv = shutil.which("setpriv")
        if setpriv is not None:
            rights = ["--pdeathsig", "INT"]
            if self.user is not None:
                rights += ["--reuid", str(self.user.pw_uid), "--regid", str(self.user.pw_gid), "--clear-groups"]
            command = [setpriv, *rights, "--", *command]
        elif self.user is not None:
            raise PostgresMissingError("'setpriv' ontbreekt (pakket util-linux): zonder dat weigert PostgreSQL root.")
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}
        return subprocess.Popen(
            command,
            cwd=self.directory,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def _accepts_connections(self) -> bool:
        ready = [str(self.programs / "pg_isready"), "-q", "-h", str(self.directory), "-U", "regiostaf"]
        return subprocess.run(ready, check=False).returncode == 0


@contextmanager
def cluster() -> Iterator[str]:
    """Give the DATABASE_URL of a running throw-away cluster; it is gone when the block ends, however it ends."""
    directory = Path(tempfile.mkdtemp(prefix="regiostaf-pg-"))
    try:
        made = Cluster(directory)
        try:
            made.start()
            yield made.url
        finally:
            made.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def run(command: Sequence[str]) -> int:
    """Run the command beside a cluster; its exit code. A signal to us ends the command first, then the cluster."""
    with cluster() as url:
        child = subprocess.Popen(command, env=os.environ | {"TEST_DATABASE_URL": url})
        try:
            return child.wait()
        except SystemExit as stop:
            if stop.code == 128 + signal.SIGINT:
                # A terminal sends Ctrl-C to the command as well: let it clean up by itself.
                with suppress(subprocess.TimeoutExpired):
                    child.wait(STOP_LIMIT)
            child.terminate()
            child.wait()
            raise


def main() -> int:
    """The command line; see the module's docstring."""

    def leave(number: int, _frame: FrameType | None) -> NoReturn:
        sys.exit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    if len(sys.argv) < 2:
        sys.stderr.write("Gebruik: python -m tests.postgres OPDRACHT …\n")
        return 2
    try:
        return run(sys.argv[1:])
    except PostgresMissingError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
