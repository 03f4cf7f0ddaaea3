"""A document that didn't change isn't made again, and none outlives its dossier or its time."""

import os
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from checklist import documents, export, kept_documents, selectors, services
from checklist.domain.advies.file_form import FileKind
from checklist.domain.advies.reading import Reading
from checklist.export.pdf import RenderBusy, RenderFailed, RenderLimits
from checklist.models import Choice, Dossier, UseCount
from tests.dossiers import make_dossier
from tests.export.voorstellen import composed, example
from tests.waiting import DEADLINE

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(days=3)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    """An installation that keeps nothing yet."""
    settings.VAR_DIR = tmp_path
    return tmp_path / "documents"


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was rendered; how often the renderer is asked is seen without it."""
    rendered: list[str] = []

    def render(html: str, *_: object, **__: object) -> bytes:
        rendered.append(html)
        return f"%PDF-{len(rendered)}".encode()

    monkeypatch.setattr(documents, "render_pdf", render)
    return rendered


def ask(dossier: Dossier, reading: Reading = Reading.VERSLAG) -> bytes:
    """Press the button of the document."""
    name = "verslag-pdf" if reading == Reading.VERSLAG else "voorstel-pdf"
    response = Client().post(reverse(name, args=[dossier.edit_key]))
    assert response.status_code == 200
    content: bytes = response.content
    return content


def opened(dossier: Dossier) -> selectors.OpenDossier:
    found = selectors.dossier_with_key(dossier.edit_key)
    assert found is not None
    return found


def kept_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*"))


@pytest.mark.parametrize(
    "part", ["odt/styles.xml", "odt/tables.py", "docx/writer.py", "blocks/reading.py", "pdf/engine.py"]
)
def test_every_way_of_making_a_file_counts_when_a_document_is_looked_up(part: str) -> None:
    assert Path(export.__file__).parent / part in documents._made_with()


def test_two_characters_that_the_pdf_lacks_are_two_in_a_file_to_edit() -> None:
    """In the PDF both are a square."""
    titles = ("Staf 消防 防消", "Staf 防消 消防")
    adviezen = [composed(replace(example("leeg"), title=title)) for title in titles]

    assert len({documents._html_digest(advies, Reading.VERSLAG) for advies in adviezen}) == 2


def test_an_unchanged_document_is_made_once(made: list[str]) -> None:
    dossier = make_dossier()
    assert [ask(dossier) for _ in range(3)] == [b"%PDF-1"] * 3
    assert len(made) == 1


@pytest.mark.parametrize(
    "change",
    [{"title": "Een andere titel"}, {"present": ["Een naam die er niet stond"]}, {"date": "2027-01-12"}],
)
def test_a_changed_dossier_makes_a_new_document_in_the_place_of_the_one_before(
    change: dict[str, Any], folder: Path
) -> None:
    dossier = make_dossier()
    ask(dossier)
    Dossier.objects.filter(pk=dossier.pk).update(**change)
    assert ask(dossier) == b"%PDF-2"
    assert kept_in(folder) == [f"{dossier.pk}-verslag-pdf.kept"]


def test_a_changed_answer_makes_a_new_document() -> None:
    dossier = make_dossier()
    ask(dossier)
    Choice.objects.filter(dossier=dossier, question__number=7).update(options=["7a"], version=1)
    assert ask(dossier) == b"%PDF-2"


def test_another_way_of_making_documents_makes_them_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = make_dossier()
    ask(dossier)
    monkeypatch.setattr(documents, "_maker", lambda: b"another stylesheet")
    assert ask(dossier) == b"%PDF-2"


def test_each_dossier_has_its_own(folder: Path) -> None:
    first, second = make_dossier(), make_dossier()
    assert [ask(first), ask(second), ask(first)] == [b"%PDF-1", b"%PDF-2", b"%PDF-1"]
    assert len(kept_in(folder)) == 2


def test_only_this_user_of_the_machine_may_read_what_is_kept(folder: Path) -> None:
    ask(make_dossier())
    (path,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_kept_counts_for_no_limit(settings: Any) -> None:
    settings.RENDERINGS_PER_ADDRESS = 1
    dossier = make_dossier()
    assert [ask(dossier) for _ in range(3)] == [b"%PDF-1"] * 3
    assert UseCount.objects.get(kind="pdf/address").count == 1
    assert Client().post(reverse("verslag-pdf", args=[make_dossier().edit_key])).status_code == 429


def test_a_file_that_is_something_else_is_made_again(folder: Path) -> None:
    dossier = make_dossier()
    ask(dossier)
    (path,) = folder.iterdir()
    path.write_bytes(b"something else")
    assert ask(dossier) == b"%PDF-2"


def test_a_document_that_cannot_be_kept_is_still_given(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder.write_text("in the way")
    dossier = make_dossier()
    assert [ask(dossier), ask(dossier)] == [b"%PDF-1", b"%PDF-2"]
    assert "can't be kept" in caplog.text


def test_a_failure_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise RenderFailed

    monkeypatch.setattr(documents, "render_pdf", fail)
    assert Client().post(reverse("verslag-pdf", args=[make_dossier().edit_key])).status_code == 503
    assert not folder.exists() or kept_in(folder) == []


@pytest.mark.django_db(transaction=True)
def test_a_deleted_dossier_leaves_nothing(folder: Path) -> None:
    dossier, other = make_dossier(), make_dossier()
    ask(dossier)
    ask(dossier, Reading.VOORSTEL)
    ask(other)
    services.delete_dossier(opened(dossier))
    assert kept_in(folder) == [f"{other.pk}-verslag-pdf.kept"]


def test_a_dossier_that_is_deleted_while_its_document_is_made_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = make_dossier()

    def render(*_: object, **__: object) -> bytes:
        Dossier.objects.filter(pk=dossier.pk).delete()
        return b"%PDF-"

    monkeypatch.setattr(documents, "render_pdf", render)
    assert ask(dossier) == b"%PDF-"
    assert kept_in(folder) == []


@pytest.mark.django_db(transaction=True)
def test_a_dossier_that_nobody_touched_leaves_nothing(folder: Path) -> None:
    dossier = make_dossier()
    ask(dossier)
    long_ago = timezone.now() - selectors.UNTOUCHED_FOR - timedelta(days=1)
    Dossier.objects.filter(pk=dossier.pk).update(created_at=long_ago, date=long_ago.date())
    assert services.clear_untouched_dossiers() == 1
    assert kept_in(folder) == []


def test_clean_up_removes_what_is_old_and_what_another_server_deleted(folder: Path) -> None:
    old, gone, stays = make_dossier(), make_dossier(), make_dossier()
    for dossier in (old, gone, stays):
        ask(dossier)
    before = (timezone.now() - LONG_AGO).timestamp()
    os.utime(folder / f"{old.pk}-verslag-pdf.kept", (before, before))
    Dossier.objects.filter(pk=gone.pk).delete()
    out = StringIO()
    call_command("clean_up", stdout=out)
    assert "2 bewaarde documenten" in out.getvalue()
    assert kept_in(folder) == [f"{stays.pk}-verslag-pdf.kept"]


@pytest.mark.parametrize(("limit", "most"), [("MOST_FILES", 3), ("MOST_BYTES", 3 * 70)])
def test_the_oldest_go_when_there_are_too_many_or_they_are_too_large(
    limit: str, most: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossiers = [make_dossier() for _ in range(5)]
    monkeypatch.setattr(kept_documents, limit, most)
    for age, dossier in enumerate(reversed(dossiers)):
        ask(dossier)
        made_at = (timezone.now() - timedelta(hours=5 - age)).timestamp()
        os.utime(folder / f"{dossier.pk}-verslag-pdf.kept", (made_at, made_at))
    assert kept_in(folder) == [f"{dossier.pk}-verslag-pdf.kept" for dossier in dossiers[:3]]


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch, made: list[str]) -> Iterator[tuple[threading.Event, threading.Event]]:
    """A renderer that says when it began and waits for a sign."""
    began, go_on = threading.Event(), threading.Event()

    def render(html: str, *_: object, **__: object) -> bytes:
        made.append(html)
        began.set()
        assert go_on.wait(DEADLINE)
        return f"%PDF-{len(made)}".encode()

    monkeypatch.setattr(documents, "render_pdf", render)
    yield began, go_on
    go_on.set()


def document_of(dossier: Dossier) -> bytes:
    """Ask for a document in a thread, which has a database connection of its own."""
    try:
        found = opened(dossier)
        told = selectors.dossier_value(found)
        advies = selectors.advies_of(found)
        return documents.stored_advies_file(advies, FileKind(Reading.VERSLAG), told, found.id, lambda: None)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_who_asks_while_it_is_made_gets_that_one(
    hanging: tuple[threading.Event, threading.Event], made: list[str]
) -> None:
    began, go_on = hanging
    dossier = make_dossier()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(document_of, dossier)
        assert began.wait(DEADLINE)
        second = pool.submit(document_of, dossier)
        go_on.set()
        assert [first.result(), second.result()] == [b"%PDF-1"] * 2
    assert len(made) == 1


@pytest.mark.django_db(transaction=True)
def test_another_dossier_is_made_meanwhile(hanging: tuple[threading.Event, threading.Event], made: list[str]) -> None:
    began, go_on = hanging
    dossier, other = make_dossier(), make_dossier()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(document_of, dossier)
        assert began.wait(DEADLINE)
        began.clear()
        second = pool.submit(document_of, other)
        assert began.wait(DEADLINE)
        go_on.set()
        assert {first.result(), second.result()} == {b"%PDF-2"}


@pytest.mark.django_db(transaction=True)
def test_who_may_not_wait_hears_that_it_is_busy(
    hanging: tuple[threading.Event, threading.Event], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    began, go_on = hanging
    monkeypatch.setattr(documents, "_limits", lambda: RenderLimits(tmp_path / "slots", wait_seconds=0.0))
    dossier = make_dossier()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(document_of, dossier)
        assert began.wait(DEADLINE)
        second = pool.submit(document_of, dossier)
        assert isinstance(second.exception(), RenderBusy)
        go_on.set()
        assert first.result() == b"%PDF-1"
