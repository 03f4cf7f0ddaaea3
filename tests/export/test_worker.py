"""The worker: what misbehaves is ended within its limit, and the server isn't harmed by it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from checklist.export import pdf
from checklist.export.pdf import (
    RenderCrashed,
    RenderFailed,
    RenderLimits,
    RenderTimeout,
    RenderTooLarge,
    render_pdf,
    run_limited,
)
from tests.export import misbehaving
from tests.export.processes import HTML
from tests.waiting import DEADLINE, ended, gone, wait_until

pytestmark = pytest.mark.usefixtures("warm_fork_server")


ROOT = Path(__file__).resolve().parents[2]


# For what must be ended by the clock: the first is long enough, unless the machine is too busy to start it in time.
LIMITS_TO_TRY = (1.0, 4.0, 16.0, 64.0)


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
