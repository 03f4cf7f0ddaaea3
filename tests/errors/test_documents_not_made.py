"""A document that can't be made gets a page with a retry, and other pages answer meanwhile."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from checklist import documents
from checklist.export.pdf import (
    RenderBusy,
    RenderCrashed,
    RenderFailed,
    RenderLimits,
    RenderTimeout,
    RenderTooLarge,
    run_limited,
)
from checklist.models import Dossier
from tests.dossiers import question_url
from tests.errors.own_pages import assert_own_page
from tests.export import misbehaving
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("error", [RenderTimeout, RenderBusy, RenderCrashed, RenderTooLarge, RenderFailed])
def test_a_pdf_that_cannot_be_made_gets_a_page_with_a_retry(
    client: Client, dossier: Dossier, error: type[RenderFailed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise error

    monkeypatch.setattr(documents, "render_pdf", refuse)
    address = reverse("voorstel-pdf", args=[dossier.edit_key])
    response = client.post(address)
    page = assert_own_page(response, 503, "Het document is niet gemaakt")
    assert int(response["Retry-After"]) > 0
    assert page.form(address)
    (retry,) = page.find("button", form="pdf")
    assert retry.text == "Opnieuw proberen"
    assert ("al andere documenten gemaakt" in page.text) == (error is RenderBusy)


@pytest.fixture
def misbehave(
    warm_fork_server: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[str], bytes]], Path]:
    """Let a function make the documents; returns the file in which it leaves its process id."""
    limits = RenderLimits(tmp_path / "slots", cpu_seconds=1, memory_bytes=512 * 1024**2)

    def make_documents_with(function: Callable[[str], bytes]) -> Path:
        pid_file = tmp_path / "pid"
        monkeypatch.setattr(documents, "render_pdf", lambda *_, **__: run_limited(function, str(pid_file), limits))
        return pid_file

    return make_documents_with


@pytest.mark.slow
@pytest.mark.parametrize("function", [misbehaving.spin, misbehaving.eat_memory, misbehaving.segfault])
def test_a_renderer_that_misbehaves_gets_a_page(
    client: Client,
    dossier: Dossier,
    function: Callable[[str], bytes],
    misbehave: Callable[[Callable[[str], bytes]], Path],
) -> None:
    misbehave(function)
    response = client.post(reverse("voorstel-pdf", args=[dossier.edit_key]))
    assert_own_page(response, 503, "Het document is niet gemaakt")


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_other_pages_answer_while_a_renderer_hangs(
    dossier: Dossier, misbehave: Callable[[Callable[[str], bytes]], Path]
) -> None:
    pid_file = misbehave(misbehaving.hang_deaf)
    with ThreadPoolExecutor(1) as pool:
        pdf = pool.submit(post_and_disconnect, reverse("voorstel-pdf", args=[dossier.edit_key]))
        assert wait_until(pid_file.exists)
        for _ in range(10):
            assert Client().get(question_url(dossier, 1)).status_code == 200
        assert not pdf.done()
        os.kill(int(pid_file.read_text(encoding="ascii")), signal.SIGKILL)
        assert_own_page(pdf.result(), 503, "Het document is niet gemaakt")


def post_and_disconnect(address: str) -> Any:
    """Press a button in a thread, which has a database connection of its own."""
    try:
        return Client().post(address)
    finally:
        connection.close()
