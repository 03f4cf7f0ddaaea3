"""What all rows share that come from `fixtures/` and that editors may change afterwards."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound="FixtureRow")


class FixtureRowManager(models.Manager[Row]):
    """Finds rows by the natural key that fixtures use."""

    def get_by_natural_key(self, *key: object) -> Row:
        """Return the row with this natural key (one query); raises the model's `DoesNotExist`."""
        return self.get(**dict(zip(self.model.natural_key_fields, key, strict=True)))


class FixtureRow(models.Model):
    """A row that `load_content` makes and may update as long as no editor changed it.

    `loaded_hashes` holds per field a hash of the value that was last loaded, marked when that came from another folder
    than `fixtures/`: a field whose value still has that hash is for loading to update, any other is the editor's. A row
    that an editor added has none. `changed_at` is when a text of the row last changed on the site, by loading or by an
    editor.
    """

    # The fields that identify a row in a fixture, as look-ups; a related row's own key is written with `__`.
    natural_key_fields: ClassVar[tuple[str, ...]]
    # Fields that no page of the site shows.
    not_on_the_site: ClassVar[frozenset[str]] = frozenset()
    # Fields that may say themselves that something wasn't looked up (see `models_catalogue.certainty`).
    may_say_unchecked: ClassVar[frozenset[str]] = frozenset()

    # Set on a row that is saved without keeping an earlier version: django-simple-history looks whether it is there.
    skip_history_when_saving: bool

    loaded_hashes = models.JSONField("geladen inhoud", default=dict, blank=True, editable=False)
    changed_at = models.DateTimeField("gewijzigd op", auto_now=True)

    objects: ClassVar[FixtureRowManager[Self]] = FixtureRowManager()

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[object, ...]:
        """Return the values of `natural_key_fields`, each related row's value fetched (one query when not loaded)."""
        return tuple(_follow(self, path) for path in self.natural_key_fields)

    def part_of(self) -> "FixtureRow | None":
        """Return the row that it came to belong to in a later version: its coming alone changes nothing that a kring
        has read, so that until somebody changes it, it is as old as that row."""
        return None

    @classmethod
    def stands_on_the_site(cls, names: Iterable[str]) -> bool:
        """Whether a page of the site shows any of these fields: a change in one of them moves `changed_at`."""
        return not cls.not_on_the_site.issuperset(names)

    @classmethod
    def must_be_filled(cls, row: Any) -> frozenset[str]:
        """The texts that may be empty in another row of the table, not in one like this; `row` may be an earlier
        version of one."""
        return frozenset()


def _follow(row: object, path: str) -> object:
    for name in path.split("__"):
        row = getattr(row, name)
    return row
