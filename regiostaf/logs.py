"""Logs without the keys of dossiers and without what stands in them: whoever reads a log can open no dossier."""

import logging
import re
from collections.abc import Iterator

# What stands after /dossier/, also when an address was encoded; and whatever else looks like a key: an error's message
# may name one without its path.
_KEY_IN_PATH = re.compile(r"(/dossier/|%2Fdossier%2F)[^/?#%\s'\"]+", re.IGNORECASE)
_KEY = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{32}(?![\w-])")


def without_keys(text: str) -> str:
    """Return the text with an ellipsis for every key in it."""
    return _KEY.sub("…", _KEY_IN_PATH.sub(r"\1…", text))


class WithoutKeys(logging.Filter):
    """A filter for handlers: takes the keys out of a message and out of its traceback, and rows of the database out of
    the traceback; lets every record through."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Write the message and the traceback out, so that a key among the arguments or in an error is found too."""
        record.msg = without_keys(record.getMessage())
        record.args = None
        if record.exc_info:
            record.exc_text = record.exc_text or logging.Formatter().formatException(record.exc_info)
            for row in _rows_in(record.exc_info[1]):
                record.exc_text = record.exc_text.replace(row, "…")
        if record.exc_text:
            record.exc_text = without_keys(record.exc_text)
        if record.stack_info:
            record.stack_info = without_keys(record.stack_info)
        return True


def _rows_in(error: BaseException | None) -> Iterator[str]:
    """What PostgreSQL adds to an error about a row: all its values, typed texts too."""
    while error:
        detail = getattr(getattr(error, "diag", None), "message_detail", None)
        if detail:
            yield detail
        error = error.__cause__ or error.__context__
