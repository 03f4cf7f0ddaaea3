"""Screens that follow a meeting, played from outside, in a process of its own: as `static/js/meeting_live.js` asks.

`python -m tests.screens` reads JSON on a line of standard input, `{"server": "/path/to/socket" or 8000, "addresses":
["/live/…/", …], "pause": 1.5, "seconds": 60}`: a screen for each address, which asks, waits for the pause ± 20 % and
asks again. Says `running` when each shows the meeting, and `lost` at the first question after that without an answer.
It ends when the time since `running` is up; without `seconds`, when each screen shows the version on the next line of
standard input and was told that it is the newest. Then it prints `{"seconds": […], "seen": [["etag", moment], …],
"statuses": {"200": 3, …}}`: how long each answer took, what each screen got to see and when, by the clock of
`time.monotonic`, and how often each status came; 0 is no answer. It stands on the standard library alone.
"""

import asyncio
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

LIMIT = 5.0
# Seconds in which each must show the meeting, and the version that is waited for.
DEADLINE = 120.0
RUNNING, LOST = "running\n", "lost\n"


@dataclass
class Followed:
    """What all screens together saw."""

    seconds: list[float] = field(default_factory=list)
    seen: list[tuple[str, float]] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)


class Screens:
    """A process with a screen for each address, which runs for the block at most: for so many seconds, or until each
    shows the version that is waited for."""

    def __init__(
        self, server: Path | int, addresses: Sequence[str], *, seconds: float | None = None, pause: float = 1.5
    ) -> None:
        asked = {"server": server if isinstance(server, int) else str(server), "addresses": [*addresses]}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.screens"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._write(json.dumps(asked | {"seconds": seconds, "pause": pause}))

    def __enter__(self) -> Self:
        """Wait until every screen shows the meeting."""
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == RUNNING
        return self

    def __exit__(self, *_: object) -> None:
        """End it, wherever it is."""
        with self._process as process:
            process.kill()

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def until(self, version: int) -> Followed:
        """Wait until each screen shows this version, and was told once more that it is the newest; what they saw
        until the deadline when one doesn't."""
        self._write(str(version))
        return self.result()

    def wait_until_lost(self) -> None:
        """Wait until a screen got no answer; to be asked once."""
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == LOST

    def result(self) -> Followed:
        """Wait until the time of the screens is up."""
        assert self._process.stdout is not None
        told: dict[str, Any] = json.loads(self._process.stdout.read().removeprefix(LOST))
        statuses = Counter({int(status): count for status, count in told["statuses"].items()})
        return Followed(told["seconds"], [(etag, moment) for etag, moment in told["seen"]], statuses)


async def _follow(asked: dict[str, Any], address: str, followed: Followed) -> None:
    server, pause, status, etag = asked["server"], asked["pause"], 0, ""
    await asyncio.sleep(pause * random.random())
    while time.monotonic() < asked["until"] and not (status == 304 and _version(etag) == asked.get("version")):
        started = time.monotonic()
        try:
            status, new = await asyncio.wait_for(_ask(server, address, etag), LIMIT)
        except (TimeoutError, OSError, ValueError):
            status, new = 0, ""
        now = time.monotonic()
        if status == 0:
            _tell_when_first_lost(asked)
        followed.statuses[status] += 1
        followed.seconds.append(now - started)
        if status == 200:
            if not etag:
                _tell_when_last(asked)
            etag = new
            followed.seen.append((etag, now))
        await asyncio.sleep(pause * random.uniform(0.8, 1.2))


def _tell_when_last(asked: dict[str, Any]) -> None:
    """When this screen is the last that shows the meeting, say that all run, and let the time begin."""
    asked["shown"] = asked.get("shown", 0) + 1
    if asked["shown"] == len(asked["addresses"]):
        asked["until"] = time.monotonic() + (asked["seconds"] or DEADLINE)
        _tell(RUNNING)


def _tell_when_first_lost(asked: dict[str, Any]) -> None:
    """Say that a screen got no answer, once, and only when all run."""
    if asked.get("shown") == len(asked["addresses"]) and not asked.get("lost"):
        asked["lost"] = True
        _tell(LOST)


def _tell(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()


def _version(etag: str) -> str:
    """The version of the meeting that an answer shows."""
    return etag.split("-")[1]


async def _hear_of_version(asked: dict[str, Any]) -> None:
    """Wait for the version after which the screens may stop; none comes where they run for a time."""
    asked["version"] = (await asyncio.to_thread(sys.stdin.readline)).strip()


async def _ask(server: str | int, address: str, etag: str) -> tuple[int, str]:
    """The status, and which version the answer has."""
    opened = (
        asyncio.open_connection("127.0.0.1", server)
        if isinstance(server, int)
        else asyncio.open_unix_connection(server)
    )
    reader, writer = await opened
    try:
        known = f"If-None-Match: {etag}\r\n" if etag else ""
        writer.write(f"GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{known}\r\n".encode())
        head, *_ = (await reader.read()).decode().partition("\r\n\r\n")
    finally:
        writer.close()
    first, *lines = head.split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return int(first.split(" ", 2)[1]), headers.get("etag", "")


async def _follow_all(asked: dict[str, Any]) -> Followed:
    followed = Followed()
    asked["until"] = time.monotonic() + DEADLINE
    waiting = () if asked["seconds"] else (_hear_of_version(asked),)
    await asyncio.gather(*waiting, *(_follow(asked, each, followed) for each in asked["addresses"]))
    return followed


if __name__ == "__main__":
    made = asyncio.run(_follow_all(json.loads(sys.stdin.readline())))
    json.dump({"seconds": made.seconds, "seen": made.seen, "statuses": made.statuses}, sys.stdout)
