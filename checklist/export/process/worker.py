"""Run one function in a fresh process with limits on its processor time, its memory and its time by the clock.

A *fork server* (multiprocessing) has the slow imports done and forks a child per run; the server process itself never
loads them. Five things bound a child: its processor time and its address space, both kept by the kernel, an alarm
inside it, a timer in the caller that kills it, and the number of slots. What a document costs is bounded by the
processor time, which other work on the machine doesn't change; timer and alarm are wider and end what waits for ever,
the alarm also when the caller is gone. A timer bounds the start of a child too: a fork server that doesn't answer is
killed, and the next caller gets a new one.
"""

import os
import resource
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from checklist.export.process.errors import RenderCrashed, RenderTimeout, RenderTooLarge
from checklist.export.process.limits import RenderLimits
from checklist.export.process.slots import slot

_ROOT = Path(__file__).resolve().parents[3]
_PRELOADED = "checklist.export.pdf.engine"
_RESULT, _OUT_OF_MEMORY, _ERROR = b"R", b"M", b"E"
_EXIT_SECONDS = 15.0
_START_ATTEMPTS = 4
_OVERTIME = {-signal.SIGALRM, -signal.SIGXCPU}

_context = get_context("forkserver")
_context.set_forkserver_preload([_PRELOADED])


def warm_up() -> None:
    """Start the fork server, so that the first document needn't wait for its imports. Returns at once.

    Call it in a process that serves, never in one that forks servers: a fork server belongs to one process.
    """
    _put_project_on_path()
    forkserver.ensure_running()


def run_limited(function: Callable[[str], bytes], argument: str, limits: RenderLimits) -> bytes:
    """Call `function(argument)` in a process of its own and return what it returns.

    `function` must be importable by name. Raises `RenderBusy`, `RenderTimeout`, `RenderTooLarge` or `RenderCrashed`;
    in each case the process is gone when this returns. Costs a fork (some 10 ms) on top of the function.
    """
    with slot(limits):
        return _run_in_child(function, argument, limits)


def _run_in_child(function: Callable[[str], bytes], argument: str, limits: RenderLimits) -> bytes:
    receiver, sender = _context.Pipe(duplex=False)
    with receiver:
        with sender:
            process = _started_process(sender, function, argument, limits)
        try:
            with _time_limit(limits.wall_seconds, process.kill) as expired:
                message = receiver.recv_bytes()
        except (EOFError, OSError):
            message = b""
        finally:
            exit_code = _ended(process)
    return _outcome(message, timed_out=expired.is_set() or exit_code in _OVERTIME, exit_code=exit_code)


@contextmanager
def _time_limit(seconds: float, end: Callable[[], None]) -> Iterator[threading.Event]:
    """Call `end`, which must make the block stop, when it takes longer; the event tells whether that was so."""
    expired = threading.Event()

    def expire() -> None:
        expired.set()
        end()

    timer = threading.Timer(seconds, expire)
    timer.start()
    try:
        yield expired
    finally:
        timer.cancel()
        timer.join()


def _outcome(message: bytes, *, timed_out: bool, exit_code: int | None) -> bytes:
    status, content = message[:1], message[1:]
    if status == _RESULT:
        return content
    if status == _OUT_OF_MEMORY:
        raise RenderTooLarge("the renderer needed more memory than it may have")
    if status == _ERROR:
        raise RenderCrashed(content.decode(errors="replace"))
    if timed_out:
        raise RenderTimeout("the renderer took longer than it may")
    raise RenderCrashed(f"the renderer died, exit code {exit_code}")


def _started_process(
    sender: Connection, function: Callable[[str], bytes], argument: str, limits: RenderLimits
) -> ForkServerProcess:
    """A running child. A fork server that refuses calls is dying, or ended here: the next attempt is at a new one."""
    for _ in range(_START_ATTEMPTS):
        try:
            return _start(sender, function, argument, limits)
        except (EOFError, OSError) as error:
            failure = error
    raise RenderCrashed("the fork server doesn't start") from failure


def _start(
    sender: Connection, function: Callable[[str], bytes], argument: str, limits: RenderLimits
) -> ForkServerProcess:
    warm_up()
    process = _context.Process(target=_child, args=(sender, function, argument, limits), daemon=True)
    end_fork_server = partial(_end_fork_server, _fork_server_pid())
    with _time_limit(limits.wall_seconds, end_fork_server) as expired:
        try:
            process.start()
        except (EOFError, OSError) as error:
            if expired.is_set():
                raise RenderTimeout("the fork server didn't answer in time") from error
            end_fork_server()
            raise
    return process


def _fork_server_pid() -> int | None:
    pid: int | None = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]  # there is no public way
    return pid


def _end_fork_server(pid: int | None) -> None:
    """End a fork server, unless it was replaced already, and return when it counts as dead: a killed one refuses calls
    for a moment before multiprocessing starts a new one. The children that it has made go on."""
    if pid is None or pid != _fork_server_pid():
        return
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


def _ended(process: ForkServerProcess) -> int | None:
    """Wait for the child's end, killing it if need be; its exit code (255 when the fork server died first)."""
    process.join(_EXIT_SECONDS)
    if process.is_alive():
        process.kill()
        process.join(_EXIT_SECONDS)
    exit_code = process.exitcode
    process.close()
    return exit_code


def _child(sender: Connection, function: Callable[[str], bytes], argument: str, limits: RenderLimits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    try:
        message = _RESULT + function(argument)
    except MemoryError:
        message = _OUT_OF_MEMORY
    except Exception:
        message = _ERROR + traceback.format_exc().encode(errors="replace")
    sender.send_bytes(message)


def _put_project_on_path() -> None:
    """Let the processes that are started from here import this project, whatever their working directory is.

    In Python 3.11 a fork server's preload looks only there and, when it finds nothing, silently loads nothing. It stays
    there: multiprocessing may start a new fork server at any moment that it finds the old one dead.
    """
    before = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if str(_ROOT) not in before:
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_ROOT), *before]))
