"""The worker: what misbehaves is ended within its limit, and the server isn't harmed by it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import forkserver
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection

from checklist.export import pdf
from checklist.export.pdf import (
    RenderBusy,
    RenderCrashed,
    RenderFailed,
    RenderLimits,
    RenderTimeout,
    RenderTooLarge,
    render_pdf,
    run_limited,
)
from checklist.export.process import slots
from tests.export import misbehaving
from tests.waiting import DEADLINE, ended, gone, wait_until

ROOT = Path(__file__).resolve().parents[2]
HTML = "<!doctype html><html lang=nl><title>Advies</title><h1>Advies</h1>"
# For what must be ended by the clock: the first is long enough, unless the machine is too busy to start it in time.
LIMITS_TO_TRY = (1.0, 4.0, 16.0, 64.0)

pytestmark = pytest.mark.usefixtures("warm_fork_server")


@pytest.fixture
def limits(tmp_path: Path) -> RenderLimits:
    """Wide enough for any machine, but for the memory."""
    return RenderLimits(tmp_path / "slots", wall_seconds=DEADLINE, memory_bytes=512 * 1024**2, wait_seconds=DEADLINE)


def test_the_result_of_the_function_comes_back(limits: RenderLimits) -> None:
    text = "é" * 300_000
    assert run_limited(misbehaving.echo, text, limits) == text.encode()


@pytest.mark.django_db
def test_the_database_that_a_server_keeps_open_is_not_open_in_the_worker(limits: RenderLimits) -> None:
    connection.ensure_connection()
    database = str(connection.settings_dict["NAME"])
    assert database in misbehaving.open_files("").decode()
    assert database not in run_limited(misbehaving.open_files, "", limits).decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("function", "error"),
    [
        (misbehaving.spin, RenderTimeout),
        (misbehaving.eat_memory, RenderTooLarge),
        (misbehaving.exit_at_once, RenderCrashed),
        (misbehaving.segfault, RenderCrashed),
    ],
)
def test_what_misbehaves_is_ended_and_the_next_one_runs(
    function: Callable[[str], bytes], error: type[RenderFailed], limits: RenderLimits, tmp_path: Path
) -> None:
    with pytest.raises(error):
        run_limited(function, str(tmp_path / "pid"), replace(limits, cpu_seconds=1))
    pid = int((tmp_path / "pid").read_text(encoding="ascii"))
    assert wait_until(lambda: gone(pid)), "the process, or a zombie of it, is still there"
    assert run_limited(misbehaving.echo, "next", limits) == b"next"


@pytest.mark.slow
@pytest.mark.parametrize("function", [misbehaving.hang, misbehaving.hang_deaf])
def test_what_waits_for_ever_is_ended_by_the_clock_and_the_next_one_runs(
    function: Callable[[str], bytes], limits: RenderLimits, tmp_path: Path
) -> None:
    pid_file = tmp_path / "pid"
    for seconds in LIMITS_TO_TRY:
        with pytest.raises(RenderTimeout):
            run_limited(function, str(pid_file), replace(limits, wall_seconds=seconds))
        if pid_file.exists():
            break
    pid = int(pid_file.read_text(encoding="ascii"))
    assert wait_until(lambda: gone(pid)), "the process, or a zombie of it, is still there"
    assert run_limited(misbehaving.echo, "next", limits) == b"next"


@pytest.mark.slow
def test_waiting_for_a_processor_is_not_counted_as_processor_time(limits: RenderLimits) -> None:
    assert run_limited(misbehaving.nap, "2.5", replace(limits, cpu_seconds=1)) == b"woken"


def test_an_error_in_the_function_is_reported_with_its_place(limits: RenderLimits) -> None:
    with pytest.raises(RenderCrashed, match=r"(?s)raise_error.*ValueError: kapot"):
        run_limited(misbehaving.raise_error, "", limits)


@pytest.mark.slow
def test_the_caller_goes_on_while_a_renderer_hangs(limits: RenderLimits, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        hanging = pool.submit(run_limited, misbehaving.hang, str(tmp_path / "pid"), limits)
        pid = pid_left_in(tmp_path / "pid")
        assert run_limited(misbehaving.echo, "meanwhile", limits) == b"meanwhile"
        assert not hanging.done()
        os.kill(pid, signal.SIGKILL)
        assert isinstance(hanging.exception(), RenderCrashed)


@pytest.mark.slow
def test_a_third_rendering_hears_that_it_is_busy_or_waits_for_its_turn(limits: RenderLimits, tmp_path: Path) -> None:
    pid_files = [str(tmp_path / name) for name in ("first", "second")]
    with ThreadPoolExecutor(3) as pool:
        running = [pool.submit(run_limited, misbehaving.hang, name, limits) for name in pid_files]
        pids = [pid_left_in(Path(name)) for name in pid_files]
        with pytest.raises(RenderBusy):
            run_limited(misbehaving.echo, "third", replace(limits, wait_seconds=0.2))
        patient = pool.submit(run_limited, misbehaving.echo, "patient", limits)
        assert not any(future.done() for future in [*running, patient])
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        assert patient.result() == b"patient"


def test_only_so_many_may_wait_and_the_next_is_refused_at_once(
    limits: RenderLimits, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_waits = replace(limits, slots=1, waiting=1)
    waiting = threading.Event()
    who_waited: set[threading.Thread] = set()

    def wait(_: float) -> None:
        who_waited.add(threading.current_thread())
        waiting.set()
        time.sleep(0.01)

    def wait_for_slot() -> str:
        with slots.slot(one_waits):
            return "had its turn"

    monkeypatch.setattr(slots, "time", SimpleNamespace(monotonic=time.monotonic, sleep=wait))
    with ThreadPoolExecutor(1) as pool:
        with slots.slot(one_waits):
            patient = pool.submit(wait_for_slot)
            assert waiting.wait(DEADLINE)
            with pytest.raises(RenderBusy, match="1 wait already"):
                wait_for_slot()
        assert patient.result() == "had its turn"
    assert threading.current_thread() not in who_waited
    assert wait_for_slot() == "had its turn"


def test_slots_count_over_processes_and_come_free_when_their_holder_is_killed(limits: RenderLimits) -> None:
    impatient = replace(limits, wait_seconds=0.2)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_BOTH_SLOTS, str(limits.slots_directory)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(RenderBusy):
            run_limited(misbehaving.echo, "", impatient)
        holder.kill()
        holder.wait()
        assert run_limited(misbehaving.echo, "free", impatient) == b"free"


def test_a_dead_fork_server_is_started_again(limits: RenderLimits) -> None:
    os.kill(fork_server_pid(), signal.SIGKILL)
    assert run_limited(misbehaving.echo, "again", limits) == b"again"


@pytest.mark.parametrize("argument", ["short", "longer than a pipe holds" * 10_000])
def test_a_fork_server_that_hangs_costs_one_time_limit_and_is_replaced(limits: RenderLimits, argument: str) -> None:
    one = replace(limits, slots=1)
    hanging = fork_server_pid()
    os.kill(hanging, signal.SIGSTOP)
    with pytest.raises(RenderTimeout, match="fork server"):
        run_limited(misbehaving.echo, argument, replace(one, wall_seconds=0.5))
    assert run_limited(misbehaving.echo, "next", replace(one, wait_seconds=0.2)) == b"next"
    assert fork_server_pid() != hanging


def test_the_fork_server_has_loaded_the_renderer_whatever_the_working_directory(
    limits: RenderLimits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.kill(fork_server_pid(), signal.SIGKILL)
    monkeypatch.chdir(tmp_path)
    assert "weasyprint" in run_limited(misbehaving.loaded_modules, "", limits).decode().splitlines()


def test_the_fork_server_has_one_thread_because_a_fork_loses_the_others(limits: RenderLimits) -> None:
    render_pdf(HTML, limits)
    status = Path(f"/proc/{fork_server_pid()}/status").read_text(encoding="utf-8")
    assert "Threads:\t1\n" in status


def test_a_failure_is_logged(
    limits: RenderLimits, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_too_long(*_: object) -> bytes:
        raise RenderTimeout("longer than it may")

    monkeypatch.setattr(pdf, "run_limited", take_too_long)
    with pytest.raises(RenderTimeout):
        render_pdf(HTML, limits)
    assert "No PDF (RenderTimeout): longer than it may" in caplog.text


def test_the_server_process_never_loads_weasyprint(tmp_path: Path) -> None:
    outcome = run_script(RENDER_ONE, tmp_path)
    assert outcome.stdout == "%PDF- weasyprint: False\n"
    assert outcome.stderr == ""


def test_no_file_is_left_but_the_locks(tmp_path: Path) -> None:
    run_script(RENDER_ONE, tmp_path)
    assert {path.name for path in tmp_path.rglob("*")} == {"slots", "slot-0.lock"}


@pytest.mark.slow
def test_a_renderer_ends_by_itself_when_its_server_is_killed(tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    for seconds in LIMITS_TO_TRY:
        with subprocess.Popen(
            [sys.executable, "-c", HANG, str(tmp_path), str(pid_file), str(seconds)],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(tmp_path)},
            stderr=subprocess.DEVNULL,
        ) as server:
            assert wait_until(lambda: pid_file.exists() or ended(server.pid))
            server.kill()
        if pid_file.exists():
            break
    pid = int(pid_file.read_text(encoding="ascii"))
    # Its adoptive parent isn't ours: that one may leave a zombie.
    assert wait_until(lambda: ended(pid))


HOLD_BOTH_SLOTS = """
import sys, time
from pathlib import Path
from filelock import FileLock
folder = Path(sys.argv[1])
folder.mkdir()
locks = [FileLock(folder / f"slot-{number}.lock") for number in range(2)]
for lock in locks:
    lock.acquire()
print("held", flush=True)
time.sleep(600)
"""

RENDER_ONE = """
import sys
from pathlib import Path
from checklist.export.pdf import RenderLimits, render_pdf
pdf = render_pdf("<html lang=nl><title>Advies</title><h1>Advies</h1>", RenderLimits(Path(sys.argv[1]) / "slots"))
print(pdf[:5].decode(), "weasyprint:", "weasyprint" in sys.modules)
"""

HANG = """
import sys
from pathlib import Path
from checklist.export.pdf import RenderLimits, run_limited
from tests.export import misbehaving
limits = RenderLimits(Path(sys.argv[1]) / "slots", wall_seconds=float(sys.argv[3]))
run_limited(misbehaving.hang, sys.argv[2], limits)
"""


def run_script(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TMPDIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=False,
    )


def fork_server_pid() -> int:
    pid = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]  # there is no public way to ask
    assert isinstance(pid, int)
    return pid


def pid_left_in(path: Path) -> int:
    """The process id of the child that runs a function of `misbehaving`, once it does."""
    assert wait_until(path.exists)
    return int(path.read_text(encoding="ascii"))
