"""Keeps what editors change: every row of a table of texts as it was after each change, on django-simple-history."""

from typing import Any

from simple_history.models import HistoricalRecords


class EditorsHistory(HistoricalRecords):  # type: ignore[misc]  # simple-history has no types
    """The earlier versions of a table of content.

    Only editors' changes are kept: loading content skips it (a first load writes a thousand rows). Before an editor's
    first change, and after a load, the admin keeps the row as it found it, so that a difference shows that one change.
    """

    def __init__(self) -> None:
        super().__init__(
            verbose_name="eerdere versie",
            verbose_name_plural="eerdere versies",
            # What a version looked like; not how it came to be there.
            excluded_fields=["loaded_hashes", "changed_at"],
        )

    def get_meta_options(self, model: Any) -> dict[str, Any]:
        """No rights of their own: whoever may see a row may see what it was."""
        options: dict[str, Any] = super().get_meta_options(model)
        return options | {"default_permissions": ()}
