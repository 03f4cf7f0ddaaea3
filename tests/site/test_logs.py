"""No log gives away the key of a dossier, nor what was typed in a request that is refused."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from checklist.domain.meeting.device import new_token
from checklist.models import Choice, Dossier
from checklist.views import downloads
from regiostaf.logs import WithoutKeys, without_keys
from tests.dossiers import make_dossier, question_body, question_url
from tests.errors.broken_database import no_query_works
from tests.meetings import make_meeting

KEY = "k3y-that_opens-a-dossier"


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("Internal Server Error: %s", (f"/dossier/{KEY}/vraag/4/",)),
        ("Error handling request %s", (f"/dossier/{KEY}",)),
        (f"Invalid HTTP request line: 'GET /dossier/{KEY}?x=1 HTTP/1.1'", ()),
        ("from /dossier/%s/ to /dossier/%s/", (KEY, KEY)),
        ("Not Found: %s", (f"/DOSSIER/{KEY}/",)),
        ("Not Found: %s", (f"//dossier/{KEY}//vraag/4/",)),
        ("No address: %s", (f"%2Fdossier%2F{KEY}%2F",)),
        ("No address: %s", (f"/dossier%2F{KEY}/",)),
        ("No address: %s", (f"/dossier%252F{KEY}/",)),
        ("No address: %s", (f"%2fdossier/{KEY}/",)),
        ("No address: %s", (f"/dossier//{KEY}/",)),
    ],
)
@pytest.mark.parametrize("before", ["dossier", "lezen", "Lezen", "live", "doe-mee", "achteraf"])
def test_message_shows_the_path_without_the_key(message: str, arguments: tuple[str, ...], before: str) -> None:
    message, *texts = (text.replace("dossier", before) for text in (message, *arguments))
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(WithoutKeys())
    handler.handle(logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, tuple(texts), None))
    assert KEY not in stream.getvalue()
    assert "…" in stream.getvalue()


def test_message_shows_no_token_of_a_meeting() -> None:
    for token in (new_token() for _ in range(500)):
        for said in (f"no meeting with {token}", f"cookie={token}.GM0828.1", f"%2Flive%2F{token}%2F"):
            assert token not in without_keys(said)


@pytest.mark.parametrize("said", ["regiostaf_meeting_live", "MeetingMovedError", "/modellen/managementraad/"])
def test_message_shows_what_is_no_key_and_no_token(said: str) -> None:
    assert without_keys(said) == said


@pytest.mark.django_db
def test_a_screen_that_gets_no_answer_is_logged_without_its_token(log: io.StringIO) -> None:
    token = make_meeting(make_dossier()).phone_token
    with no_query_works():
        assert Client().get(reverse("live", args=[token])).status_code == 503
    assert "/live/…/" in log.getvalue()
    assert str(token) not in log.getvalue()


def test_every_handler_of_the_product_hides_keys() -> None:
    handlers = [handler for name in ("", "django", "django.server") for handler in logging.getLogger(name).handlers]
    writers = [handler for handler in handlers if type(handler) is logging.StreamHandler]  # pytest adds its own kinds
    assert len(writers) == 2
    for writer in writers:
        assert any(isinstance(each, WithoutKeys) for each in writer.filters)


def test_no_logger_of_the_product_writes_past_them() -> None:
    for name in ("django.request", "django.security.csrf", "django.db.backends", "checklist.export.pdf", "py.warnings"):
        logger = logging.getLogger(name)
        assert logger.handlers == []
        assert logger.propagate


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that any logger says, through the product's own handler."""
    stream = io.StringIO()
    root, django = logging.getLogger(), logging.getLogger("django")
    (ours,) = [handler for handler in root.handlers if any(isinstance(each, WithoutKeys) for each in handler.filters)]
    handler = logging.StreamHandler(stream)
    handler.addFilter(ours.filters[0])
    handler.setFormatter(ours.formatter)
    before = django.level
    root.addHandler(handler)
    django.setLevel(logging.INFO)
    yield stream
    django.setLevel(before)
    root.removeHandler(handler)


@pytest.mark.django_db
@pytest.mark.parametrize(("before", "kind"), [("dossier", "edit_key"), ("dossier", "read_key"), ("lezen", "read_key")])
def test_whatever_goes_wrong_behind_a_key_no_key_is_logged(
    log: io.StringIO, before: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = make_dossier()
    top = f"/{before}/{getattr(dossier, kind)}"

    def fail(*_: object) -> bytes:
        raise ValueError(f"could not render {dossier.edit_key} or {dossier.read_key}")

    monkeypatch.setattr(downloads, "stored_advies_file", fail)
    client = Client(raise_request_exception=False)
    asked = {
        "Not Found": client.get(f"{top}/bestaat-niet/").status_code,
        "NoRightError": client.post(f"/{before}/{dossier.read_key}/vraag/1/").status_code,
        "403 Forbidden": Client(enforce_csrf_checks=True).post(f"{top}/voorstel.pdf").status_code,
        "Method Not Allowed": client.post(f"{top}/uitkomst/").status_code,
        "SuspiciousOperation": client.post(question_url(dossier, 1), question_body(2)).status_code,
        "DisallowedHost": client.get(f"{top}/", HTTP_HOST="elders.example").status_code,
        "Internal Server Error": client.post(f"{top}/voorstel.pdf").status_code,
        "could not render": 500,
    }
    assert sorted(asked.values()) == [400, 400, 403, 403, 404, 405, 500, 500]
    text = log.getvalue()
    for said in asked:
        assert said in text
    assert "Traceback" in text
    assert dossier.edit_key not in text
    assert dossier.read_key not in text


@pytest.mark.django_db
def test_an_address_that_cannot_be_made_is_logged_without_its_key(log: io.StringIO) -> None:
    dossier = Dossier(edit_key="k" * 32)
    try:
        reverse("question", args=[dossier.edit_key, 13])
    except Exception:
        logging.getLogger("checklist").exception("No address for %%2Fdossier%%2F%s%%2Fvraag", dossier.edit_key)
    assert "NoReverseMatch" in log.getvalue()
    assert dossier.edit_key not in log.getvalue()


def test_a_stack_is_logged_without_keys(log: io.StringIO) -> None:
    key = "s" * 32
    record = logging.LogRecord("checklist", logging.ERROR, __file__, 1, "Stack", None, None, sinfo=f"at {key} here")
    logging.getLogger().handle(record)
    assert "at … here" in log.getvalue()


@pytest.mark.django_db
@pytest.mark.both_databases
def test_a_row_that_the_database_refuses_is_logged_without_its_texts(log: io.StringIO) -> None:
    dossier, text = make_dossier(), "Regel 1\n\nRegel 2 van de motivering"
    try:
        with transaction.atomic():
            Choice.objects.filter(dossier=dossier, question__number=1).update(motivation=text, version=None)
    except IntegrityError:
        logging.getLogger("checklist").exception("Refused")
    assert "IntegrityError" in log.getvalue()
    assert "Regel" not in log.getvalue()


TYPED = "Geheime overweging"
WITH_TEXT = question_body(1, motivation=TYPED)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "said", "ask"),
    [
        (400, "SuspiciousOperation", lambda c, a: c.post(a, question_body(2, motivation=TYPED))),
        (400, "DisallowedHost", lambda c, a: c.get(f"{a}?q={TYPED}", HTTP_HOST=TYPED)),
        (400, "TooManyFieldsSent", lambda c, a: c.post(a, {f"{TYPED}{n}": TYPED for n in range(2601)})),
        (400, "TooManyFilesSent", lambda c, a: c.post(a, {f"{n}": io.StringIO(TYPED) for n in range(101)})),
        (400, "MultiPartParserError", lambda c, a: c.generic("POST", a, TYPED, "multipart/form-data")),
        (413, "RequestDataTooBig", lambda c, a: c.post(a, {"1-motivation": TYPED * 150_000})),
        (403, "NoRightError", lambda c, a: c.post(a.replace("edit", "read"), WITH_TEXT)),
        (403, "Forbidden", lambda _, a: Client(enforce_csrf_checks=True).post(a, WITH_TEXT, HTTP_ORIGIN=TYPED)),
        (404, "Not Found", lambda c, a: c.post(f"{a}%0Aregel/?q={TYPED}", WITH_TEXT)),
        (405, "Method Not Allowed", lambda c, a: c.put(f"{a}?q={TYPED}", TYPED)),
    ],
)
def test_what_was_sent_wrong_takes_one_line_without_what_was_typed(
    log: io.StringIO, status: int, said: str, ask: Callable[[Client, str], Any]
) -> None:
    Dossier.objects.filter(pk=make_dossier().pk).update(edit_key="edit" * 8, read_key="read" * 8)
    assert ask(Client(), f"/dossier/{'edit' * 8}/vraag/1/").status_code == status
    (line,) = log.getvalue().splitlines()
    assert f": {status} {said}" in line
    assert "/dossier/…/vraag/1/" in line
    assert "eheim" not in line


@pytest.mark.django_db
def test_the_line_says_where_it_was_refused(log: io.StringIO) -> None:
    Client().post(question_url(make_dossier(), 1), question_body(2))
    assert re.search(
        r": 400 SuspiciousOperation \(checklist\.wizard\.views, line \d+\): POST /dossier/", log.getvalue()
    )


@pytest.mark.django_db
def test_an_error_of_ours_keeps_its_traceback(log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise ValueError("could not render")

    monkeypatch.setattr(downloads, "stored_advies_file", fail)
    Client(raise_request_exception=False).post(reverse("voorstel-pdf", args=[make_dossier().edit_key]))
    assert "Traceback" in log.getvalue()
    assert "could not render" in log.getvalue()
