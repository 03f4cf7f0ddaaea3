"""A question page and a save of the product against the fixed floor: both under gunicorn, loaded from outside."""

import itertools
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from statistics import median, quantiles
from typing import Any

from django.conf import settings
from django.db import connection

from bench import serving, visits
from bench.visits import Requests, Visitor
from checklist import selectors, services
from checklist.domain.dossier_file import parse_dossier

LOAD = [sys.executable, "bench/load.py"]


@dataclass(frozen=True)
class Round:
    """How one side is loaded at a time: over so many connections, so many requests in all; and how many such rounds
    there are at most, and at least when they take more seconds than these."""

    connections: int
    requests: int
    most: int = 8
    least: int = 3
    seconds: float = 18.0


ROUNDS = (Round(connections=1, requests=48), Round(connections=16, requests=192))
MOST_CONNECTIONS = max(each.connections for each in ROUNDS)


@dataclass
class Measured:
    """What one server answered over all rounds."""

    seconds: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    cpu_seconds: float = 0.0

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of the processor per request, of the processes that serve."""
        return 1000 * self.cpu_seconds / len(self.seconds)

    @property
    def p10_ms(self) -> float:
        """The fastest tenth of the answers came within this: what else the machine does hardly shows in it."""
        return 1000 * quantiles(self.seconds, n=10)[0]

    @property
    def p50_ms(self) -> float:
        """Half of the answers came within this."""
        return 1000 * median(self.seconds)

    @property
    def p95_ms(self) -> float:
        """Of a hundred answers ninety-five came within this."""
        return 1000 * quantiles(self.seconds, n=20)[-1]


@dataclass(frozen=True)
class Side:
    """One of the two that are compared: where it is served, what each connection asks it, and what it answers then."""

    served: serving.Served
    connections: list[Requests]
    status: HTTPStatus

    def load(self, one: Round, measured: Measured) -> None:
        """Send one round, each connection its own requests, and add what was measured."""
        # Whoever is answered sooner asks more: each has as much to ask as may be, and keeps what was not its turn.
        most = 2 + 4 * one.requests // one.connections
        turns = [[next(each) for _ in range(most)] for each in self.connections[: one.connections]]
        asked = {"port": self.served.port, "status": self.status, "total": one.requests, "connections": turns}
        before = self.served.cpu_seconds()
        done = subprocess.run(LOAD, input=json.dumps(asked), text=True, stdout=subprocess.PIPE, check=True)
        measured.cpu_seconds += self.served.cpu_seconds() - before
        answers = json.loads(done.stdout)
        measured.seconds += answers["seconds"]
        measured.bytes += answers["bytes"]
        for number, (turn, sent) in enumerate(zip(turns, answers["sent"], strict=True)):
            self.connections[number] = itertools.chain(turn[sent:], self.connections[number])


@dataclass(frozen=True)
class Compared:
    """Product and floor, measured in turn."""

    product: Measured
    floor: Measured


def compare(product: Side, floor: Side, one: Round) -> Compared:
    """Load both in turn, so that a busy machine slows both: round after round until there are enough or time is up."""
    result = Compared(Measured(), Measured())
    deadline = time.monotonic() + one.seconds
    for turn in range(one.most):
        if turn >= one.least and time.monotonic() > deadline:
            break
        sides = [(floor, result.floor), (product, result.product)]
        for side, measured in sides if turn % 2 else reversed(sides):
            side.load(one, measured)
    return result


def measure() -> Iterator[tuple[str, int, Compared]]:
    """Serve both and give what is compared: its name, the number of connections, and what was measured."""
    raw = (settings.BASE_DIR / "fixtures/dossiers/vol.json").read_bytes()
    value = parse_dossier(raw, selectors.content_all(), selectors.gemeenten_by_region())
    keys = [services.create_dossier(value).edit_key for _ in range(MOST_CONNECTIONS)]
    connection.close()
    with serving.product() as product, serving.fixed_floor(floor_database()) as floor:
        visitors = [Visitor(key, product.port) for key in keys]
        pairs = {
            "question page": (
                Side(product, [visitor.questions() for visitor in visitors], HTTPStatus.OK),
                Side(floor, [visits.floor_page(floor.port) for _ in keys], HTTPStatus.OK),
            ),
            "save": (
                Side(product, [visitor.saves() for visitor in visitors], HTTPStatus.FOUND),
                Side(floor, [visits.floor_save(floor.port) for _ in keys], HTTPStatus.FOUND),
            ),
        }
        for name, sides in pairs.items():
            for side in sides:
                side.load(ROUNDS[-1], Measured())  # every process and thread has its connection and its templates
            for one in ROUNDS:
                yield name, one.connections, compare(*sides, one)


def floor_database() -> dict[str, Any]:
    """The product's settings of the database, for a database of the floor's own beside the product's."""
    own = {name: value for name, value in settings.DATABASES["default"].items() if name != "TEST"}
    if connection.vendor == "sqlite":
        return own | {"ENGINE": "django.db.backends.sqlite3", "NAME": str(settings.VAR_DIR / "floor.sqlite3")}
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE floor")
    connection.close()
    return own | {"NAME": "floor"}
