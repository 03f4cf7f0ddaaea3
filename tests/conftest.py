"""What every test run needs: a directory of its own, with the static files as the product serves them."""

import os
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command


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
