"""Loads a server from outside: a process of its own, that reads what to send and prints how long each answer took.

Reads JSON on standard input, `{"port": 8000, "status": 200, "total": 9, "connections": [["GET / HTTP/1.1…", …], …]}`:
per connection the requests to send over it, one after the other, each when the answer before it is there, until all
connections together sent the total. So all of them are busy to the end. Prints `{"seconds": […], "bytes": […],
"sent": […]}`, the last one per connection. Ends with an error when an answer has another status. It stands on the
standard library alone and parses no more than it needs, because it takes its time on the processors that the server
uses too.
"""

import json
import socket
import sys
import time
from collections.abc import Iterator
from threading import Barrier, Thread

DEADLINE = 60.0
HEADERS_END = b"\r\n\r\n"
LENGTH = b"content-length:"


class Connection(Thread):
    """One connection that is kept, and what it measured; `problem` says what went wrong, if anything."""

    def __init__(self, port: int, status: bytes, requests: list[bytes], tickets: Iterator[int], start: Barrier) -> None:
        super().__init__(daemon=True)
        self.seconds: list[float] = []
        self.bytes: list[int] = []
        self.problem = ""
        self._port, self._status, self._start = port, status, start
        # Taking the next of a range is one step to all threads.
        self._requests = (request for request, _ in zip(requests, tickets, strict=False))

    def run(self) -> None:
        """Connect, wait for the others, and send."""
        try:
            with socket.create_connection(("127.0.0.1", self._port), DEADLINE) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._start.wait(DEADLINE)
                for request in self._requests:
                    self._measure(connection, request)
        except (OSError, RuntimeError) as error:
            self.problem = str(error) or type(error).__name__

    def _measure(self, connection: socket.socket, request: bytes) -> None:
        started = time.perf_counter()
        connection.sendall(request)
        size = self._read(connection)
        self.seconds.append(time.perf_counter() - started)
        self.bytes.append(size)

    def _read(self, connection: socket.socket) -> int:
        """Read one answer to its end; the size of its body."""
        read = b""
        while (end := read.find(HEADERS_END)) < 0:
            read += _received(connection)
        head = read[:end].lower()
        if head.split(b" ", 2)[1] != self._status:
            raise RuntimeError(f"an answer that measures nothing: {head.splitlines()[0].decode()}")
        after = head.partition(LENGTH)[2]
        size, missing = int(after.splitlines()[0]), int(after.splitlines()[0]) - (len(read) - end - len(HEADERS_END))
        while missing > 0:
            missing -= len(_received(connection))
        return size


def _received(connection: socket.socket) -> bytes:
    read = connection.recv(65_536)
    if not read:
        raise RuntimeError("the server ended the connection")
    return read


def main() -> None:
    """Send all of it and print what was measured."""
    asked = json.load(sys.stdin)
    start = Barrier(len(asked["connections"]))
    status, tickets = str(asked["status"]).encode(), iter(range(asked["total"]))
    connections = [
        Connection(asked["port"], status, [each.encode() for each in requests], tickets, start)
        for requests in asked["connections"]
    ]
    for connection in connections:
        connection.start()
    for connection in connections:
        connection.join()
    if problems := {connection.problem for connection in connections if connection.problem}:
        sys.exit("; ".join(problems))
    json.dump(
        {
            "seconds": [each for connection in connections for each in connection.seconds],
            "bytes": [each for connection in connections for each in connection.bytes],
            "sent": [len(connection.bytes) for connection in connections],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
