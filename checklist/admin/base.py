"""What the pages for redacteuren share."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest

from checklist.admin.history import HistoryAdmin
from checklist.admin.meanwhile import GuardedForm
from checklist.admin.words import yes_or_no
from checklist.domain.text import TEXT_CAP, TooLongError, capped, clean_line, clean_text
from models_catalogue.caps import TOO_LONG
from models_catalogue.certainty import says_unchecked
from models_catalogue.fixture_rows import FixtureRow

# Texts are a sentence or two: a form of six of them fits a screen.
SHORT_TEXTS: Mapping["type[models.Field[Any, Any]]", Mapping[str, Any]] = {
    models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}
}


class TextForm(GuardedForm):
    """A form whose texts are made clean like every other typed text (rule 7), and that overwrites nobody.

    A text that is too long is refused in one and the same sentence, by the form or by its table.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["max_length"] = TOO_LONG

    def clean(self) -> dict[str, Any]:
        """Return the values with clean texts; a field of one line stays one line. A field that names no cap has that of
        a kring's texts. A text that says itself that something wasn't looked up is refused."""
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str):
                clean = clean_text if isinstance(self.fields[name].widget, forms.Textarea) else clean_line
                try:
                    self.cleaned_data[name] = capped(value, TEXT_CAP, clean)
                except TooLongError as error:
                    numbers = {"show_value": error.count, "limit_value": error.cap}
                    self.add_error(name, ValidationError(TOO_LONG, "max_length", numbers))
        table = self._meta.model
        hidden = table.not_on_the_site
        for name, problem in list(says_unchecked(self.cleaned_data, may_say=table.may_say_unchecked, hidden=hidden)):
            self.add_error(name, problem)
        return super().clean()


class ContentAdmin(HistoryAdmin):
    """A page of content: nothing is deleted, and what identifies a row is set once, when it is added."""

    form = TextForm
    formfield_overrides = SHORT_TEXTS
    list_per_page = 60
    # Fields that can be filled in when a row is added and never change afterwards.
    set_once: ClassVar[tuple[str, ...]] = ()

    @admin.display(description="in gebruik", ordering="active")
    def in_use(self, row: Any) -> str:
        """Whether a row that can be switched off is on."""
        return yes_or_no(row.active)

    def has_delete_permission(self, request: HttpRequest, obj: FixtureRow | None = None) -> bool:
        """Nobody deletes content: what no longer holds is switched off."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: FixtureRow | None = None) -> tuple[str, ...]:
        """The fields that can't be changed, on an existing row also those that are set once."""
        return (*self.readonly_fields, *(self.set_once if obj else ()))


class FixedContentAdmin(ContentAdmin):
    """A page of content whose rows are those of the booklet: texts can be edited, rows not added."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The booklet has twelve questions, 39 options and nine models."""
        return False
