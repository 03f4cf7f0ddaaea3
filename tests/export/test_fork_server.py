"""The fork server that starts each worker: loaded before it is needed, and replaced when it is dead or hangs."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from checklist.export.pdf import RenderLimits, RenderTimeout, render_pdf, run_limited
from tests.export import misbehaving
from tests.export.processes import HTML, fork_server_pid

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("warm_fork_server")]


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
