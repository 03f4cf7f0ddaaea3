"""Two documents at a time: who waits, who hears that it is busy, and when a place comes free."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from checklist.export.pdf import RenderBusy, RenderCrashed, RenderLimits, run_limited
from checklist.export.process import slots
from tests.export import misbehaving
from tests.export.processes import pid_left_in
from tests.waiting import DEADLINE

pytestmark = pytest.mark.usefixtures("warm_fork_server")


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


def make_for(whose: str, pid_file: str, limits: RenderLimits) -> bytes:
    """A document of a dossier that takes until its renderer is killed."""
    with slots.one_at_a_time(limits, whose):
        return run_limited(misbehaving.hang, pid_file, limits)


@pytest.mark.slow
def test_a_dossier_takes_one_slot_and_one_place_to_wait_however_often_it_is_asked_for(
    limits: RenderLimits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = threading.Event()

    def wait(_: float) -> None:
        waiting.set()
        time.sleep(0.01)

    monkeypatch.setattr(slots, "time", SimpleNamespace(monotonic=time.monotonic, sleep=wait))
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(make_for, "one", str(tmp_path / "first"), limits)
        pids = [pid_left_in(tmp_path / "first")]
        second = pool.submit(make_for, "one", str(tmp_path / "second"), limits)
        assert waiting.wait(DEADLINE)
        for _ in range(8):
            with pytest.raises(RenderBusy, match="somebody waits for it already"):
                make_for("one", str(tmp_path / "never"), limits)
        other = pool.submit(make_for, "another", str(tmp_path / "other"), limits)
        pids.append(pid_left_in(tmp_path / "other"))
        assert not any(future.done() for future in (first, second, other))
        assert not (tmp_path / "second").exists()
        os.kill(pids[0], signal.SIGKILL)
        pids.append(pid_left_in(tmp_path / "second"))
        for pid in pids[1:]:
            os.kill(pid, signal.SIGKILL)
        assert [type(future.exception()) for future in (first, second, other)] == [RenderCrashed] * 3
    assert not (tmp_path / "never").exists()


def test_the_place_of_a_dossier_counts_over_processes_and_comes_free_when_its_holder_is_killed(
    limits: RenderLimits,
) -> None:
    impatient = replace(limits, wait_seconds=0.2)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_A_DOSSIER, str(limits.slots_directory)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(RenderBusy, match="this dossier is being made"), slots.one_at_a_time(impatient, "one"):
            pytest.fail("two hold the place of one dossier")
        with slots.one_at_a_time(impatient, "another"):
            pass
        holder.kill()
        holder.wait()
        with slots.one_at_a_time(impatient, "one"):
            pass


def test_any_number_of_dossiers_leaves_so_many_files(limits: RenderLimits) -> None:
    for number in range(2000):
        with slots.one_at_a_time(limits, str(number)):
            pass
    assert len(list(limits.slots_directory.iterdir())) <= slots._PLACES


ROOT = Path(__file__).resolve().parents[2]
HOLD_A_DOSSIER = """
import sys, time
from pathlib import Path
from checklist.export.pdf import RenderLimits, one_at_a_time
with one_at_a_time(RenderLimits(Path(sys.argv[1])), "one"):
    print("held", flush=True)
    time.sleep(600)
"""
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
