"""The one way in which a file is written: whole and on the disk, or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def written_whole(path: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A file to write to, which gets its name when the block ends well. `mode` is for whom it is, less what the umask
    takes away. Raises `OSError` when it can't be written; then what stood there before still does."""
    unfinished = path.parent / f".regiostaf-{secrets.token_hex(8)}"
    try:
        with open(unfinished, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _sync_directory(path.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _sync_directory(directory: Path) -> None:
    """Without this the name of a new file may be lost with the power, though its content is on the disk."""
    opened = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
