"""Logs without the keys of dossiers: whoever reads a log must not be able to open one."""

import logging
import re

_KEY_IN_PATH = re.compile(r"(/dossier/)[^/?#\s'\"]+")


class WithoutKeys(logging.Filter):
    """A filter for handlers: replaces the key in every path of a dossier by an ellipsis; lets every record through."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Write the message out, so that a key among its arguments is found too."""
        record.msg = _KEY_IN_PATH.sub(r"\1…", record.getMessage())
        record.args = None
        return True
