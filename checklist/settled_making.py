"""The documents of a settled version are made once and kept; here is what is still missing, and why it failed."""

import logging
from collections.abc import Callable, Sequence

from django.db import DatabaseError

from checklist import selectors, services
from checklist.domain.settled.states import gives_files
from checklist.export.pdf import RenderBusy, RenderFailed
from checklist.limits import LimitReached
from checklist.selectors import StoredFile, StoredVersion
from checklist.settled_documents import make_files

_BUSY = "Er werden al andere documenten gemaakt."
_LIMIT = "Er zijn in korte tijd veel documenten gemaakt."
_FAILED = "Het duurde te lang of het lukte niet."
_MOST_REMEMBERED = 100
_logger = logging.getLogger(__name__)
# Why the documents of a version, by its code, weren't made the last time; of this process, until it ends.
_why_not: dict[str, str] = {}


def make_missing(code: str, before_rendering: Callable[[], None]) -> bool:
    """Make and store all documents of a version that aren't made yet, and return whether it has all of them now. Calls
    `before_rendering` once for each act. Whatever keeps them from being made is remembered: what is settled stays so.
    Queries: three, and for each act those of storing its files."""
    version = selectors.version_with_code(code)
    if version is None:
        return False
    try:
        for act in acts_without_files(version, selectors.files_of(version)):
            before_rendering()
            services.store_files(version, act, make_files(version, act))
    except RenderBusy:
        return _failed(code, _BUSY)
    except LimitReached:
        return _failed(code, _LIMIT)
    except (RenderFailed, services.FileRefusedError):
        return _failed(code, _FAILED)
    except DatabaseError:  # the site says that it is away, here as anywhere
        raise
    except Exception:  # a mistake of ours in what writes a file: it is settled, and other versions get theirs
        _logger.exception("a document of %s can't be made", code)
        return _failed(code, _FAILED)
    _why_not.pop(code, None)
    return True


def why_not(code: str) -> str:
    """Return why the documents of a version weren't made the last time, in one line; '' when nothing is known."""
    return _why_not.get(code, "")


def acts_without_files(version: StoredVersion, files: Sequence[StoredFile]) -> list[int]:
    """Return the numbers of the acts whose documents are still to be made, in their order."""
    made = {file.act for file in files}
    upto = (version.acts[: at + 1] for at in range(len(version.acts)))
    return [acts[-1].number for acts in upto if gives_files(acts) and acts[-1].number not in made]


def _failed(code: str, why: str) -> bool:
    if len(_why_not) >= _MOST_REMEMBERED:
        _why_not.clear()
    _why_not[code] = why
    return False
