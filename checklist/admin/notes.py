"""What the pages for notes share: a note on a question, a model or a region, newer than the booklet."""

from typing import Any, ClassVar

from django.db.models.functions import Length
from django.http import HttpRequest

from checklist.admin.base import TextForm
from checklist.admin.preview import PreviewAdmin
from models_catalogue.certainty import problems_of_note
from models_catalogue.fixture_rows import FixtureRow

NOTE_FIELDSETS: Any = (
    (
        "Op de site en in het advies",
        {"fields": ("text", "source", "source_kind", "url", "date", "certainty", "active")},
    ),
    ("Voor de redactie", {"fields": ("attention",)}),
)


def in_order(owner: str, owner_order: str = "number") -> tuple[str | Length, ...]:
    """Return how notes are ordered: by the number of what they belong to (`owner` is that field), then as their keys
    count. As a text vraag-10-1 would come before vraag-2-1."""
    return (f"{owner}__{owner_order}", Length("key"), "key")


class NoteForm(TextForm):
    """A note; a key that is left empty becomes the next free one of what the note belongs to."""

    # The field that names what the note belongs to, the field that that is ordered by, and what the keys begin with.
    owner: ClassVar[str]
    owner_order: ClassVar[str] = "number"
    key_start: ClassVar[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields["key"].help_text = "Laat leeg voor de eerstvolgende vrije sleutel. Daarna ligt deze vast."

    def clean(self) -> dict[str, Any]:
        """Return the values; refuse a kind of source and a certainty that don't go with the rest. One query for a key
        that is left empty."""
        values = super().clean()
        owner: FixtureRow | None = values.get(self.owner)
        if values.get("key") == "" and owner is not None:
            values["key"] = self._next_key(owner)
        if {"source_kind", "certainty", "url", "date"} <= values.keys():
            for name, problem in problems_of_note(values):
                self.add_error(name, problem)
        return values

    def _next_key(self, owner: FixtureRow) -> str:
        start = f"{self.key_start}-{owner.natural_key()[0]}-"
        rows = self._meta.model._default_manager.filter(key__startswith=start)
        taken = set(rows.values_list("key", flat=True))
        return next(key for number in range(1, len(taken) + 2) if (key := f"{start}{number}") not in taken)


class NoteAdmin(PreviewAdmin):
    """The list and the form of one kind of note."""

    set_once = ("key",)
    list_display = ("key", "text", "date", "certainty", "in_use", "changed_at")
    search_fields = ("key", "text", "source", "attention")

    def get_ordering(self, request: HttpRequest) -> Any:
        """By number."""
        form: Any = self.form
        return in_order(form.owner, form.owner_order)
