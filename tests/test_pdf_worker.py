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

from checklist.export.pdf import (
    RenderBusy,
    RenderCrashed,
    RenderFailed,
    RenderLimits,
    RenderTimeout,
    RenderTooLarge,
    render_pdf,
    run_limited,
    slots,
)
from tests.pdf import misbehaving

ROOT = Path(__file__).resolve().parents[1]
HTML = "<!doctype html><html lang=nl><title>Advies</title><h1>Advies</h1>"


@pytest.fixture
def limits(tmp_path: Path) -> RenderLimits:
    return RenderLimits(tmp_path / "slots", seconds=10, memory_bytes=512 * 1024**2, wait_seconds=10)


@pytest.fixture
def short(tmp_path: Path) -> RenderLimits:
    return RenderLimits(tmp_path / "slots", seconds=2)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def wait_until(condition: Callable[[], bool], seconds: float = 5) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def test_the_result_of_the_function_comes_back(limits: RenderLimits) -> None:
    text = "é" * 300_000
    assert run_limited(misbehaving.echo, text, limits) == text.encode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("function", "error"),
    [
        (misbehaving.hang, RenderTimeout),
        (misbehaving.hang_deaf, RenderTimeout),
        (misbehaving.eat_memory, RenderTooLarge),
        (misbehaving.exit_at_once, RenderCrashed),
        (misbehaving.segfault, RenderCrashed),
    ],
)
def test_what_misbehaves_is_ended_within_its_limit_and_the_next_one_runs(
    function: Callable[[str], bytes], error: type[RenderFailed], limits: RenderLimits, tmp_path: Path
) -> None:
    run_limited(misbehaving.echo, "warm", limits)
    pid_file = tmp_path / "pid"
    short = replace(limits, seconds=1)
    started = time.monotonic()
    with pytest.raises(error):
        run_limited(function, str(pid_file), short)
    assert time.monotonic() - started < 5
    pid = int(pid_file.read_text(encoding="ascii"))
    assert wait_until(lambda: gone(pid)), "the process, or a zombie of it, is still there"
    assert run_limited(misbehaving.echo, "next", limits) == b"next"


def test_an_error_in_the_function_is_reported_with_its_place(limits: RenderLimits) -> None:
    with pytest.raises(RenderCrashed, match=r"(?s)raise_error.*ValueError: kapot"):
        run_limited(misbehaving.raise_error, "", limits)


@pytest.mark.slow
def test_the_caller_stays_responsive_while_a_renderer_hangs(short: RenderLimits, tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        future = pool.submit(run_limited, misbehaving.hang, str(tmp_path / "pid"), short)
        longest, last = 0.0, time.monotonic()
        while not future.done():
            time.sleep(0.005)
            longest, last = max(longest, time.monotonic() - last), time.monotonic()
        assert isinstance(future.exception(), RenderTimeout)
    assert longest < 1


@pytest.mark.slow
def test_a_third_rendering_waits_and_then_hears_that_it_is_busy(limits: RenderLimits) -> None:
    run_limited(misbehaving.echo, "warm", limits)
    impatient = replace(limits, wait_seconds=0.2)
    with ThreadPoolExecutor() as pool:
        running = [pool.submit(run_limited, misbehaving.nap, "1.5", limits) for _ in range(2)]
        time.sleep(0.5)
        with pytest.raises(RenderBusy):
            run_limited(misbehaving.echo, "third", impatient)
        assert run_limited(misbehaving.echo, "patient", limits) == b"patient"
        assert [future.result() for future in running] == [b"", b""]


def test_only_so_many_may_wait_and_the_next_is_refused_at_once(
    limits: RenderLimits, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_waits = replace(limits, slots=1, waiting=1)
    waits = threading.Event()

    def wait(_: float) -> None:
        waits.set()
        time.sleep(0.01)

    def wait_for_slot() -> str:
        with slots.slot(one_waits):
            return "had its turn"

    monkeypatch.setattr(slots, "time", SimpleNamespace(monotonic=time.monotonic, sleep=wait))
    with ThreadPoolExecutor(1) as pool:
        with slots.slot(one_waits):
            waiting = pool.submit(wait_for_slot)
            assert waits.wait(5)
            started = time.monotonic()
            with pytest.raises(RenderBusy, match="1 wait already"):
                wait_for_slot()
            assert time.monotonic() - started < 1
        assert waiting.result() == "had its turn"
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
    run_limited(misbehaving.echo, "warm", limits)
    os.kill(fork_server_pid(), signal.SIGKILL)
    assert run_limited(misbehaving.echo, "again", limits) == b"again"


@pytest.mark.parametrize("argument", ["short", "longer than a pipe holds" * 10_000])
def test_a_fork_server_that_hangs_costs_one_time_limit_and_is_replaced(limits: RenderLimits, argument: str) -> None:
    run_limited(misbehaving.echo, "warm", limits)
    hanging = fork_server_pid()
    os.kill(hanging, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(run_limited, misbehaving.echo, argument, replace(limits, seconds=0.5, slots=1))
        try:
            error = waiting.exception(timeout=5)
        finally:
            os.kill(hanging, signal.SIGCONT)
    assert isinstance(error, RenderTimeout)
    assert run_limited(misbehaving.echo, "next", replace(limits, slots=1, wait_seconds=0.2)) == b"next"
    assert fork_server_pid() != hanging


def test_the_fork_server_has_loaded_the_renderer_whatever_the_working_directory(
    limits: RenderLimits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_limited(misbehaving.echo, "warm", limits)
    os.kill(fork_server_pid(), signal.SIGKILL)
    monkeypatch.chdir(tmp_path)
    assert "weasyprint" in run_limited(misbehaving.loaded_modules, "", limits).decode().splitlines()


def test_the_fork_server_has_one_thread_because_a_fork_loses_the_others(limits: RenderLimits) -> None:
    render_pdf(HTML, limits)
    status = Path(f"/proc/{fork_server_pid()}/status").read_text(encoding="utf-8")
    assert "Threads:\t1\n" in status


def test_a_failure_is_logged(limits: RenderLimits, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(RenderTimeout):
        render_pdf(HTML * 1000, replace(limits, seconds=0.01))
    assert "No PDF (RenderTimeout)" in caplog.text


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
    with subprocess.Popen(
        [sys.executable, "-c", HANG, str(tmp_path), str(pid_file)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    ) as server:
        assert wait_until(lambda: pid_file.exists() and pid_file.read_text(encoding="ascii") != "")
        server.kill()
        server.wait()
    pid = int(pid_file.read_text(encoding="ascii"))
    assert wait_until(lambda: gone(pid) or is_zombie(pid))


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
time.sleep(60)
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
from tests.pdf import misbehaving
run_limited(misbehaving.hang, sys.argv[2], RenderLimits(Path(sys.argv[1]) / "slots", seconds=1))
"""


def run_script(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TMPDIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def fork_server_pid() -> int:
    pid = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]  # there is no public way to ask
    assert isinstance(pid, int)
    return pid


def is_zombie(pid: int) -> bool:
    """Ended, but its adoptive parent hasn't looked: that one isn't ours when the server was killed."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
