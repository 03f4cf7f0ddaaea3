"""Run one function in a fresh process with a time and a memory limit.

A *fork server* (multiprocessing) has the slow imports done and forks a child per run; the server process itself never
loads them. Four things bound a child: its address space, an alarm inside it, a timer in the caller that kills it, and
the number of slots. The alarm is for the case that the caller is gone.
"""

import os
import resource
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from checklist.export.pdf.errors import RenderCrashed, RenderTimeout, RenderTooLarge
from checklist.export.pdf.limits import RenderLimits
from checklist.export.pdf.slots import slot

_ROOT = Path(__file__).resolve().parents[3]
_PRELOADED = "checklist.export.pdf.engine"
_RESULT, _OUT_OF_MEMORY, _ERROR = b"R", b"M", b"E"
_EXIT_SECONDS = 5.0
_START_ATTEMPTS = 4
_START_PAUSE_SECONDS = 0.1

_context = get_context("forkserver")
_context.set_forkserver_preload([_PRELOADED])
_start_lock = threading.Lock()


def warm_up() -> None:
    """Start the fork server, so that the first document needn't wait for its imports. Returns at once.

    Call it in a process that serves, never in one that forks servers: a fork server belongs to one process.
    """
    with _start_lock, _project_on_path():
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
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            process.kill()

        timer = threading.Timer(limits.seconds, expire)
        timer.start()
        try:
            message = receiver.recv_bytes()
        except (EOFError, OSError):
            message = b""
        finally:
            timer.cancel()
            timer.join()
            exit_code = _ended(process)
    return _outcome(message, timed_out=expired.is_set() or exit_code == -signal.SIGALRM, exit_code=exit_code)


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
    """A running child. A fork server that has just been killed refuses calls for a moment before it counts as dead."""
    for attempt in range(_START_ATTEMPTS):
        time.sleep(attempt * _START_PAUSE_SECONDS)
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
    process.start()
    return process


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
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + 1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    try:
        message = _RESULT + function(argument)
    except MemoryError:
        message = _OUT_OF_MEMORY
    except Exception:
        message = _ERROR + traceback.format_exc().encode(errors="replace")
    sender.send_bytes(message)


@contextmanager
def _project_on_path() -> Iterator[None]:
    """Let a process that is started in the block import this project, whatever its working directory is.

    In Python 3.11 a fork server's preload looks only there and, when it finds nothing, silently loads nothing.
    """
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_ROOT), before]))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
