"""Whatever text is sent to whatever address, it costs less than a second of the processor (trials of security, F1).

Most of what is dear in a text is done in C, and then no other request of the process is served meanwhile. Measured is
the time of the thread, not of the clock: a busy machine doesn't count.
"""

import json
import logging
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.dossier_file import FILE_CAP
from checklist.domain.text import MARGIN, PRESENT_LINE_CAP, PRESENT_LINES_CAP, TEXT_CAP, TITLE_CAP
from tests.content import real_content
from tests.domain.exchanged import base, most_tensions
from tests.entries import Entries, beheer_names, find_entries
from tests.site.costs import (
    BODY,
    FIELDS,
    HARD_TO_PARSE,
    LINE,
    MANY_OF,
    MARKS,
    WORST,
    Meter,
    body_of,
    filled,
    others_than,
    with_texts,
)
from tests.urls_to_visit import KINDS, UNKNOWN_KEY, names_of_all_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_pdf")]


@pytest.fixture
def meter() -> Iterator[Meter]:
    found = Meter()
    # What is refused is written down at length; here that would be kept too.
    logging.disable(logging.CRITICAL)
    yield found
    logging.disable(logging.NOTSET)
    assert found.dear == []


@pytest.fixture
def entries() -> Entries:
    """What anybody can send."""
    return find_entries(beheer=False)


@pytest.fixture
def all_entries() -> Entries:
    """What a beheerder can send too."""
    return find_entries(beheer=True)


def ask_with_every_name(entries: Entries, meter: Meter, pattern: str, *, apart: bool) -> None:
    """Ask every address with a line of this text in all names that an address can carry, or in each of them apart."""
    text = quote(filled(pattern, LINE // 3))
    # A list takes no filter of another list, so it reads no more of an address that has one.
    queries = [f"{name}={text}" for name in sorted(entries.names) if not (apart and "__" in name)]
    for browser, path in entries.addresses.values():
        browser.raise_request_exception = False
        for query in queries if apart else ["&".join(queries)]:
            response = meter.ask(f"{path}?{query[:20]}", partial(browser.get, f"{path}?{query}"))
            assert response.status_code < 500, (path, query[:20])


def test_every_view_is_asked_and_every_view_that_takes_a_form_is_sent_one(all_entries: Entries, client: Client) -> None:
    ours = {name: path for name, (_, path) in all_entries.addresses.items() if not name.startswith("admin:")}
    assert ours.keys() == names_of_all_addresses()
    assert all_entries.addresses.keys() - ours.keys() == {f"admin:{name}" for name in beheer_names()}
    views = {entry.view for entry in all_entries.forms}
    take_a_form = {name for name, path in ours.items() if client.post(path).status_code != 405}
    # These get a file, the number of a question, a tick, a token alone; the redactie asks first who it is.
    assert take_a_form - views == {
        "dossier-upload",
        "public",
        "variants-file",
        "variants-pdf",
        "presence",
        "participate-act",
        "dossier-delete",
        "settled-clear",
        "settling-proof",
        "evaluation-proof",
        *(str(kind) for kind in KINDS),
        "redactie",
    }
    texts = {name.rpartition("-")[2] for entry in all_entries.forms for name in entry.texts}
    assert {"title", "present", "motivation", "minority", "link", "username", "new_password1", "explanation"} <= texts
    assert {"m", "q", "next", "draagt", "was"} <= all_entries.names


def test_every_form_full_of_marks(entries: Entries, meter: Meter) -> None:
    for entry in entries.forms:
        if entry.texts:
            meter.post("all", entry.browser, entry.address, with_texts(entry, entry.texts, MARKS))
            let_in = with_texts(entry, entry.texts, MARKS, MARGIN * TEXT_CAP)
            meter.post("just let in", entry.browser, entry.address, let_in)


def test_every_address_with_marks(entries: Entries, meter: Meter) -> None:
    ask_with_every_name(entries, meter, MARKS, apart=False)


def test_an_old_form(meter: Meter) -> None:
    strict = Client(enforce_csrf_checks=True)
    more = [(f"{number}-motivation", filled(MARKS, BODY // 10)) for number in range(9)]
    for fields in ([("motivation", filled(MARKS, BODY - 20))], more):
        response = meter.post("without a token", strict, reverse("dossier-open"), body_of(fields))
        assert response.status_code == 403


def test_a_form_in_parts(client: Client, meter: Meter) -> None:
    for browser in (client, Client(enforce_csrf_checks=True)):
        body = {name: filled(MARKS, BODY // 5) for name in ("title", "present", "motivation", "minority")}
        for address in ("dossier-new", "dossier-upload"):
            meter.ask(f"parts to {address}", partial(browser.post, reverse(address), body))


@pytest.mark.parametrize("size", [BODY - 500, 200_000])
def test_a_save_that_fails(meter: Meter, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(selectors, "dossier_with_key", fail)
    body = body_of([(f"{number}-motivation", filled(MARKS, size // 5)) for number in range(4)])
    browser = Client(raise_request_exception=False)
    response = meter.post("a failing save", browser, reverse("question", args=[UNKNOWN_KEY, 1]), body)
    assert response.status_code == 503


def dossier_of(text: str, title: str = "x", lines: int = PRESENT_LINES_CAP) -> bytes:
    """A dossier with this text everywhere."""
    chosen = most_tensions()
    tensions = tensions_between(real_content(), chosen)
    options: dict[str, list[str]] = {}
    for code in sorted(chosen):
        options.setdefault(code[:-1], []).append(code)
    value = base() | {
        "title": title,
        "present": [text[: MARGIN * PRESENT_LINE_CAP]] * lines,
        "choices": {
            number: {"options": codes, "motivation": text, "minority": text} for number, codes in options.items()
        },
        "kept": [{"a": one.a, "b": one.b, "motivation": text} for one in tensions],
    }
    return json.dumps(value, ensure_ascii=False).encode()


FILES: dict[str, Callable[[], bytes]] = {
    "marks-everywhere": lambda: dossier_of(filled(MARKS, 30_000), filled(MARKS, TITLE_CAP * MARGIN * 2)),
    "marks-in-the-title": lambda: dossier_of("", filled(MARKS, FILE_CAP - 9_000)),
    "letters-with-marks-everywhere": lambda: dossier_of(filled(WORST["letters-with-thirty-marks"], 30_000)),
    "marks-in-a-text": lambda: json.dumps(base() | {"title": filled(MARKS, 600_000)}).encode(),
    "objects": lambda: b"[" + b"{}," * 990_000 + b"{}]",
    "objects-in-objects": lambda: b'{"":' * 600_000,
    "lists": lambda: b"[" + b"[]," * 990_000 + b"[]]",
    "keys": lambda: b"{" + b",".join(b'"%x":1' % n for n in range(260_000)) + b"}",
    "one-key-often": lambda: b"{" + b",".join([b'"":1'] * 590_000) + b"}",
    "lines": lambda: dossier_of("", lines=600_000),
    "options": lambda: json.dumps(base() | {"choices": {"1": {"options": ["1a"] * 370_000}}, "kept": []}).encode(),
    "quotes": lambda: json.dumps(base() | {"title": '"\\' * 600_000}).encode(),
    "numbers": lambda: b"[" + b"1e9," * 740_000 + b"1]",
    "digits": lambda: b"9" * FILE_CAP,
    "line-ends": lambda: b"\n" * FILE_CAP,
}


@pytest.mark.parametrize("name", FILES)
def test_a_file(client: Client, meter: Meter, name: str) -> None:
    raw = FILES[name]()
    assert len(raw) <= FILE_CAP
    file = SimpleUploadedFile("dossier.json", raw, content_type="application/json")
    response = meter.ask(name, lambda: client.post(reverse("dossier-upload"), {"file": file}))
    assert response.status_code in {200, 302}


@pytest.mark.slow
def test_every_form_with_every_kind_of_text(all_entries: Entries, meter: Meter) -> None:
    typed_in = [entry for entry in all_entries.forms if entry.texts]
    for entry, (kind, pattern), most in product(typed_in, WORST.items(), (BODY, MARGIN * TEXT_CAP)):
        body = with_texts(entry, entry.texts, pattern, most)
        meter.post(f"{kind}, {most} at most", entry.browser, entry.address, body)


@pytest.mark.slow
def test_every_field_of_every_form_with_what_is_hard_to_parse(all_entries: Entries, meter: Meter) -> None:
    for entry in all_entries.forms:
        entry.browser.raise_request_exception = False
        # Of fields that differ in numbers alone one is enough: they are read alike.
        fields = {re.sub(r"\d+", "", name): name for name in entry.values}.values()
        for name, kind in product(fields, HARD_TO_PARSE):
            body = with_texts(entry, [name], WORST[kind])
            response = meter.post(f"{kind} as {name}", entry.browser, entry.address, body)
            assert response.status_code < 500, (entry.address, name, kind)


@pytest.mark.slow
def test_text_that_is_hard_to_read_from_a_form(entries: Entries, meter: Meter) -> None:
    for entry in entries.forms:
        if entry.texts:
            name = min(entry.texts)
            start = body_of([*others_than(entry, name), (name, "")])
            for hard in ("%aé", "%41", "%C3%A9", "%FF"):
                times = (BODY - len(start)) // len(hard.encode())
                meter.post(hard, entry.browser, entry.address, start + hard.encode() * times)


@pytest.mark.slow
def test_a_form_with_as_many_fields_as_are_let_in(all_entries: Entries, meter: Meter) -> None:
    for entry in all_entries.forms:
        shown = others_than(entry)
        left = FIELDS - len(shown)
        for name, value in (MANY_OF | {"motivation": MARKS * 200, "onbekend": MARKS * 200}).items():
            fitting = (BODY - len(body_of(shown)) - 1) // (len(body_of([(name, value)])) + 1)
            times = min(left, fitting)
            body = body_of([*shown, *[(name, value)] * times])
            meter.post(f"{times} × {name}", entry.browser, entry.address, body)


@pytest.mark.slow
def test_every_name_in_every_address(all_entries: Entries, meter: Meter) -> None:
    ask_with_every_name(all_entries, meter, f"a{MARKS} ", apart=True)


@pytest.mark.slow
def test_an_old_form_at_every_address(all_entries: Entries, meter: Meter) -> None:
    for browser, path in all_entries.addresses.values():
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = browser.cookies
        for name in ("motivation", "explanation", "why"):
            meter.post("without a token", strict, path, body_of([(name, filled(MARKS, BODY - 20))]))
