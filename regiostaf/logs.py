"""Logs without the keys of dossiers, the tokens of meetings and what stands in them: whoever reads a log can open no
dossier, follow no meeting and speak for no gemeente."""

import logging
import re
from collections.abc import Iterator
from copy import copy
from http.client import responses
from traceback import walk_tb

from django.http import HttpRequest

# What stands after /dossier/ or another of these, also when an address was encoded, once or twice; and whatever else
# looks like a key or a token: an error's message may name one without its path. A token has capitals and small letters;
# most names of that length have not.
_SLASH = "(?:/|%(?:25)*2F)"
_OPENS = "dossier|lezen|live|doe-mee|achteraf"
_KEY_IN_PATH = re.compile(rf"({_SLASH}(?:{_OPENS}){_SLASH}+)[^/?#%\s'\"]+", re.IGNORECASE)
_WORD_BEGINS = r"(?:(?<![\w-])|(?<=%2F)|(?<=%2f))"
_KEY = re.compile(rf"{_WORD_BEGINS}[A-Za-z0-9_-]{{32}}(?![\w-])")
_TOKEN = re.compile(rf"{_WORD_BEGINS}(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[A-Za-z0-9_-]{{22}}(?![\w-])")

_LONGEST_ADDRESS = 300


def without_keys(text: str) -> str:
    """Return the text with an ellipsis for every key and token in it."""
    return _TOKEN.sub("…", _KEY.sub("…", _KEY_IN_PATH.sub(r"\1…", text)))


class WithoutKeys(logging.Filter):
    """A filter for handlers: takes keys and tokens out of a message and out of its traceback, and rows of the database
    out of the traceback; lets every record through."""

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


class ClientErrorsInOneLine(logging.Formatter):
    """A formatter: whatever was sent wrong (4xx) becomes one line, with what was raised and where. Django's own message
    and traceback hold what was sent, and a traceback is for errors of ours."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the text for the log; the record stays as it is."""
        request, status = getattr(record, "request", None), getattr(record, "status_code", 0)
        if isinstance(request, HttpRequest) and 400 <= status < 500:
            address = f"{request.method} {request.path}".encode("unicode_escape").decode()
            record = copy(record)
            record.msg = f"{status} {_reason(record, status)}: {without_keys(address)[:_LONGEST_ADDRESS]}"
            record.args = record.exc_info = record.exc_text = record.stack_info = None
        return super().format(record)


def _reason(record: logging.LogRecord, status: int) -> str:
    """What was raised, and in which line of which module; the name of the status when nothing was."""
    error = record.exc_info[1] if record.exc_info else None
    if error is None or error.__traceback__ is None:
        return responses.get(status, "")
    *_, (frame, line) = walk_tb(error.__traceback__)
    return f"{type(error).__name__} ({frame.f_globals['__name__']}, line {line})"
