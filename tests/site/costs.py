"""Texts that cost a processor most, bodies full of them, and what an answer to them cost."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from time import thread_time
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django.test import Client

from tests.entries import Entry
from tests.urls_to_visit import OF_A_MEETING

MOST_SECONDS = 1.0
# How often is measured before something counts as dear: other work on the machine takes the caches of the processor,
# and makes a thread slow. What is dear by itself is so each time.
TRIES = 3


BODY = settings.DATA_UPLOAD_MAX_MEMORY_SIZE


# A server in front takes a line of at most so many bytes (gunicorn half of it).
LINE = 8_000


FIELDS = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


FORM = "application/x-www-form-urlencoded"


# What is repeated to fill a body.
WORST = {
    "marks": "\u0301\u0316",
    "letters-with-thirty-marks": "a" + "\u0301\u0316" * 15,
    "two-marks-in-one": "\u0344\u0316",
    "three-of-one": "\U0001d160",
    "jamo": "\u1112\u1161\u11ab",
    "lines": "x\r\n",
    "empty-lines": "\n",
    "spaces": " ",
    "invisible": "\u200b",
    "words": "a ",
    "quotes": "\"'<>",
    "brackets": "[",
    "digits": "9",
    "decimals": ".0 ",
    "json": '{"":',
}


MARKS = WORST["marks"]


# What a number, a date or JSON might be read from.
HARD_TO_PARSE = ("digits", "decimals", "brackets", "json")


# What a form may hold more than once.
MANY_OF = {"1-options": "1a", "options": "1a", "groups": "1", "permissions": "1", "user_permissions": "1"}


def filled(pattern: str, size: int) -> str:
    """A text of at most so many bytes."""
    return pattern * (size // len(pattern.encode()))


def body_of(fields: list[tuple[str, str]]) -> bytes:
    """The body of a form in as few bytes as can be: only what would end a value is escaped."""
    escaped = str.maketrans({"%": "%25", "&": "%26", "+": "%2B", " ": "+"})
    return "&".join(f"{quote(name)}={value.translate(escaped)}" for name, value in fields).encode()


@dataclass
class Meter:
    """Asks, takes back what was written, and remembers what cost too much."""

    dear: list[str] = field(default_factory=list)

    def ask(self, what: str, ask: Callable[[], Any]) -> Any:
        """Return the answer; `what` names it when it cost too much."""
        for _ in range(TRIES):
            with transaction.atomic():
                start = thread_time()
                response = ask()
                seconds = thread_time() - start
                transaction.set_rollback(True)
            if seconds < MOST_SECONDS:
                return response
        self.dear.append(f"{what}: {response.status_code}, {seconds:.2f} s")
        return response

    def post(self, what: str, client: Client, address: str, body: bytes) -> Any:
        """Send a form; a body too large to be let in shows nothing. Of a phone's form that is nearly every one."""
        assert len(body) <= BODY
        response = self.ask(f"{what} to {address}", lambda: client.generic("POST", address, body, content_type=FORM))
        assert response.status_code != 413 or address.startswith(OF_A_MEETING)
        return response


def others_than(entry: Entry, *names: str) -> list[tuple[str, str]]:
    """The fields of a form as they are shown, without some."""
    return [(name, value) for name, all_of in entry.values.items() for value in all_of if name not in names]


def with_texts(entry: Entry, names: Collection[str], pattern: str, most: int = BODY) -> bytes:
    """The body of a form in which these fields hold so many characters each, or share all that may be sent."""
    shown = [*others_than(entry, *names), *((name, "") for name in names)]
    bytes_each = len(body_of([("", pattern)])) - 1
    times = min(most // len(pattern), (BODY - len(body_of(shown))) // len(names) // bytes_each)
    return body_of([*others_than(entry, *names), *((name, pattern * times) for name in names)])
