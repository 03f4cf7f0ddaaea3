"""A save that fails through no fault of the user gives back what was typed, and sends it once more."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)
from django.test import Client
from django.urls import reverse

from checklist.models import Question
from checklist.views import downloads
from tests.beheer.browsing import address, form_values
from tests.dossiers import make_dossier, question_body, question_url
from tests.errors.broken_database import no_query_works, no_write_works
from tests.errors.filled_forms import FORMS, Filled, beheer_browser, browser, question, with_token
from tests.errors.own_pages import GoneAway
from tests.pages import Body, Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def as_sent(body: dict[str, Any]) -> Body:
    """A body as a browser reads it back from a page."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in body.items()}
    return {name: [str(each) for each in values] for name, values in lists.items() if name != "csrfmiddlewaretoken"}


def fields_of(response: Any, action: str) -> Body:
    """What the form on the page would send, without its token."""
    values = Page(response).form(action).values
    return {name: each for name, each in values.items() if name != "csrfmiddlewaretoken"}


@pytest.mark.parametrize("broken", [no_query_works, no_write_works])
@pytest.mark.parametrize("fill", FORMS)
def test_a_save_that_the_database_cannot_do_gives_the_texts_back(
    fill: Callable[[], Filled], broken: Callable[[], AbstractContextManager[None]]
) -> None:
    filled = fill()
    with broken():
        response = filled.send()
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "private, no-store"
    assert filled.texts.items() <= Page(response).texts_to_copy().items()
    assert not Page(response).find("b")


@pytest.mark.parametrize("fill", FORMS)
def test_the_page_sends_the_same_fields_once_more(fill: Callable[[], Filled]) -> None:
    filled = fill()
    with no_query_works():
        response = filled.send()
    sent = as_sent(filled.body)
    assert {name: values for name, values in fields_of(response, filled.address).items() if any(values)} == {
        name: [value.replace("\n", "\r\n") for value in values] for name, values in sent.items() if any(values)
    }


@pytest.mark.parametrize("fill", FORMS)
def test_sent_once_more_it_is_saved(fill: Callable[[], Filled]) -> None:
    filled = fill()
    with no_write_works():
        response = filled.send()
    again = Page(response).form(filled.address)
    assert filled.browser.post(again.action, again.values).status_code == 302
    assert filled.saved() in filled.texts.values()


def test_it_can_fail_again_and_again() -> None:
    filled = question()
    with no_query_works():
        response = filled.send()
        for _ in range(3):
            again = Page(response).form(filled.address)
            response = filled.browser.post(again.action, again.values)
            assert Page(response).texts_to_copy() == filled.texts
    assert response.status_code == 503


@pytest.mark.parametrize(
    ("kind", "message", "status"),
    [
        (OperationalError, "attempt to write a readonly database", 503),
        (OperationalError, "database is locked", 503),
        (OperationalError, "connection refused", 503),
        (InterfaceError, "connection already closed", 503),
        (DatabaseError, "database disk image is malformed", 503),
        (InternalError, "cannot execute UPDATE in a read-only transaction", 503),
        (DataError, "value too long", 500),
        (IntegrityError, "NOT NULL constraint failed", 500),
        (ProgrammingError, "syntax error", 500),
        (NotSupportedError, "no such function", 500),
        (RuntimeError, "kapot", 500),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_a_database_that_is_away_asks_to_come_back_later(
    kind: type[Exception], message: str, status: int, method: str
) -> None:
    filled = question()
    with no_query_works(lambda: kind(message)):
        response = filled.send() if method == "post" else filled.browser.get(filled.address)
    assert response.status_code == status
    assert response.has_header("Retry-After") == (status == 503)
    assert response["Cache-Control"] == "private, no-store"
    assert Page(response).texts_to_copy() == (filled.texts if method == "post" else {})
    assert len(Page(response).forms) == (1 if method == "post" else 0)
    (heading,) = Page(response).find("h1")
    assert heading.text == ("Dit lukt nu even niet" if status == 503 else "Er ging iets mis")


def test_start_page_says_so_too_and_is_kept_by_nobody() -> None:
    client = browser()
    with no_query_works():
        response = client.get("/")
    assert response.status_code == 503
    assert response["Cache-Control"] == "private, no-store"
    assert "kan nu niet bij zijn gegevens" in Page(response).text


def test_texts_below_a_form_of_the_beheer_come_back_too() -> None:
    row, client = Question.objects.get(number=1), beheer_browser()
    page = address(Question, "change", row.pk)
    body = with_token(client, form_values(client, page) | {"considerations-0-text": "Weeg dit af."})
    with no_write_works():
        response = client.post(page, body)
    assert Page(response).find("textarea", name="considerations-0-text")[0].text.strip() == "Weeg dit af."


def test_a_password_is_never_on_the_page() -> None:
    client = browser()
    body = with_token(client, {"username": "beheerder", "password": "geheim-woord"})
    with no_query_works():
        response = client.post(reverse("admin:login"), body)
    assert response.status_code == 503
    assert b"geheim-woord" not in response.content
    assert not Page(response).forms
    assert Page(response).find("a", href=reverse("admin:login"))


def test_a_file_has_to_be_chosen_again() -> None:
    client, file = browser(), SimpleUploadedFile("dossier.json", b'{"format": "regiostaf-dossier/1"}')
    with no_query_works():
        response = client.post(reverse("dossier-upload"), with_token(client, {"file": file}))
    assert response.status_code == 503
    assert not Page(response).forms
    assert Page(response).find("a", href=reverse("dossier-upload"))


def test_a_document_can_be_asked_once_more() -> None:
    dossier, client = make_dossier(), browser()
    with no_write_works():
        response = client.post(reverse("voorstel-pdf", args=[dossier.edit_key]), with_token(client, {}))
    assert response.status_code == 503
    assert Page(response).form(reverse("voorstel-pdf", args=[dossier.edit_key]))
    assert not Page(response).find("textarea")


def test_more_than_a_form_of_ours_holds_is_not_carried_back() -> None:
    dossier, client = make_dossier(), browser()
    body = with_token(client, question_body(1, "1a", motivation="Daarom.", onzin="x" * 900_000))
    with no_query_works():
        response = client.post(question_url(dossier, 1), body)
    assert response.status_code == 503
    assert len(response.content) < 20_000
    assert Page(response).texts_to_copy() == {"Waarom kiest u dit?": "Daarom."}
    assert not Page(response).forms


def test_a_form_that_broke_off_gets_the_page_without_texts() -> None:
    client = Client(raise_request_exception=False)
    broken: dict[str, Any] = {"wsgi.input": GoneAway()}
    kind = "application/x-www-form-urlencoded"
    with no_query_works():
        response = client.generic("POST", reverse("dossier-new"), "title=x", content_type=kind, **broken)
    assert response.status_code == 503
    assert not Page(response).forms


@pytest.mark.parametrize("fill", FORMS)
def test_the_failure_is_in_the_log_without_the_texts(
    fill: Callable[[], Filled], caplog: pytest.LogCaptureFixture
) -> None:
    filled = fill()
    with no_write_works():
        filled.send()
    assert "database or disk is full" in caplog.text
    assert "Traceback" in caplog.text
    for text in filled.texts.values():
        assert text not in caplog.text


def test_the_page_works_where_no_context_processor_does(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> dict[str, object]:
        raise OperationalError("no sessions either")

    monkeypatch.setattr("django.contrib.messages.context_processors.get_messages", fail)
    dossier, client = make_dossier(), browser()
    monkeypatch.setattr(downloads, "stored_advies_file", fail)
    response = client.post(reverse("voorstel-pdf", args=[dossier.edit_key]), with_token(client, {}))
    assert response.status_code == 503
