"""What every test run needs: a directory of its own, with the static files as the product serves them."""

import os
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test import Client, TransactionTestCase
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from checklist import selectors, settled_making
from checklist.content_loading.kinds import KINDS
from checklist.editors import ensure_editors_group
from checklist.export.pdf import RenderLimits, run_limited
from checklist.models import Dossier, Question
from checklist.views import downloads
from tests.beheer.browsing import redacteurs_browser
from tests.content_loading.content_files import copied_fixtures
from tests.export import misbehaving
from tests.refusals.triggers import drop_to_flush
from tests.views.settling import quick_files
from tests.waiting import DEADLINE

# Most examples that a property is tried with; a property that takes long tries fewer in both (`at_most`). `script/test`
# takes all of them, `script/test quick` asks for the other profile.
settings.register_profile("full", max_examples=500)
settings.register_profile("quick", max_examples=25)
settings.load_profile("full")


def is_worker(config: pytest.Config) -> bool:
    """True in a process that pytest-xdist started; the run that started it owns the directory."""
    return hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    """Make the run's directory; a page that names a missing static file fails its test too."""
    if not is_worker(config):
        Path(os.environ["TEST_VAR_DIR"]).mkdir(mode=0o700)
        call_command("collectstatic", interactive=False, verbosity=0)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the run's directory."""
    if not is_worker(config):
        shutil.rmtree(os.environ["TEST_VAR_DIR"], ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only the other database does: such a test isn't skipped, as there is nothing for it to test."""
    elsewhere = [item for item in items if is_of_other_database(item)]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def is_of_other_database(item: pytest.Item) -> bool:
    """True for a test that is marked for another database than this run has."""
    only_on = item.get_closest_marker("only_on")
    return only_on is not None and only_on.args != (connection.vendor,)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Load the content once: every test finds it, because tests roll back what they do."""
    with django_db_blocker.unblock():
        call_command("load_content", verbosity=0)
        Dossier.objects.all().delete()  # the sample: a test that is about it makes it
        selectors.house_style()  # a page may ask for it once in a process; no test counts that query


@pytest.fixture(scope="session", autouse=True)
def _flush_what_is_settled() -> None:
    """A test with real transactions empties all tables at its end, which the database refuses for what is settled."""
    of_tests: Any = TransactionTestCase
    flush = of_tests._fixture_teardown

    def drop_and_flush(case: TransactionTestCase) -> None:
        drop_to_flush()
        flush(case)

    of_tests._fixture_teardown = drop_and_flush


@pytest.fixture(scope="session")
def _content_rows(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> "list[list[Model]]":
    """The rows of the content as they were loaded, a list per table."""
    with django_db_blocker.unblock():
        return [[*kind.model._default_manager.all()] for kind in KINDS]


@pytest.fixture(autouse=True)
def _content_after_a_flush(request: pytest.FixtureRequest) -> None:
    """A test with real transactions empties the tables at its end: put the content back before the next one. Writing
    the rows takes a tenth of the time of loading the files."""
    marker = request.node.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or {"transactional_db", "live_server"} & set(request.fixturenames):
        rows: list[list[Model]] = request.getfixturevalue("_content_rows")
        request.getfixturevalue("transactional_db")
        if not Question.objects.exists():
            for of_table in rows:
                type(of_table[0])._default_manager.bulk_create(of_table)
            ensure_editors_group()


@pytest.fixture
def editor(db: None) -> Client:
    """A browser of somebody in the group of redacteuren."""
    return redacteurs_browser()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the fixtures that a test may change."""
    return copied_fixtures(tmp_path / "content")


@pytest.fixture
def _quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """No document is made, of a concept or of what is settled: a page that gives one answers at once. It is counted as
    one that is made."""

    def make(*asked: Any) -> bytes:
        before_rendering = asked[-1]
        before_rendering()
        return b"%PDF-"

    monkeypatch.setattr(downloads, "stored_advies_file", make)
    monkeypatch.setattr(settled_making, "make_files", quick_files)


@pytest.fixture(scope="session")
def warm_fork_server(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Start the fork server that makes documents once, so that no test with a short limit pays for its imports."""
    limits = RenderLimits(tmp_path_factory.mktemp("warm") / "slots", wall_seconds=DEADLINE)
    run_limited(misbehaving.echo, "warm", limits)


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which CI doesn't allow: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CI=true a test that skips itself fails: a missing tool must not pass for a good result."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a module that skips itself as a whole."""
    report = yield
    _refuse_skip(report)
    return report
