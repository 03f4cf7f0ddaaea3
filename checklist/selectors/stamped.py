"""What is read of the content is remembered for as long as its stamp is the same (rule 13)."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from checklist.selectors.house_style import HOUSE_VERSION, saw_house_version
from models_catalogue.models import ContentStamp

Value = TypeVar("Value")

# The stamp of now and that of before an edit, for who came just before it; and those of previews in the beheer.
_REMEMBERED = 4


class _ChangedMeanwhileError(Exception):
    """The content changed while it was being read: what was read may be half of each."""


def stamp_now() -> str:
    """Return the stamp of the content; take note of the house style's version. One query."""
    stamp, house_version = ContentStamp.objects.values_list("value", HOUSE_VERSION).get()
    saw_house_version(house_version)
    return str(stamp)


class PerStamp(Generic[Value]):
    """Decorates a read of the content, which takes the stamp that its value will bear."""

    def __init__(self, read: Callable[[str], Value]) -> None:
        self._read = read
        self.__doc__ = read.__doc__
        self._remembered = lru_cache(_REMEMBERED)(self._read_whole)

    def __call__(self, stamp: str = "") -> Value:
        """Return the value for this stamp, or for the stamp of now; no query when it is remembered. Where the content
        has a newer stamp by then, it may be the value for that one."""
        while True:
            try:
                return self._remembered(stamp or stamp_now())
            except _ChangedMeanwhileError:
                stamp = ""

    def _read_whole(self, stamp: str) -> Value:
        value = self._read(stamp)
        if stamp_now() != stamp:
            raise _ChangedMeanwhileError
        return value
