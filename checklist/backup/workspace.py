"""A place for a database that isn't in use yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from checklist.files import refusal


@contextmanager
def workspace(beside: Path) -> Iterator[Path]:
    """A directory for its owner only, on the same disk as `beside`, gone after the block. Raises `CommandError` with
    exit code 2 when it can't be made: then `beside` can't be written either."""
    try:
        directory = TemporaryDirectory(prefix=".regiostaf-", dir=beside.parent, ignore_cleanup_errors=True)
    except OSError as error:
        raise refusal(beside, "schrijven", error) from error
    with directory as name:
        yield Path(name)
