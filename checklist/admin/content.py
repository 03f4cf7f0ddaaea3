"""The pages for questions, options, tensions and the notes on questions."""

from typing import Any

from django.contrib import admin
from django.db.models import Max
from django.http import HttpRequest

from checklist.admin.base import ContentAdmin, FixedContentAdmin, TextForm
from checklist.admin.notes import NoteAdmin, NoteForm
from checklist.models import Option, Question, QuestionNote, Tension


@admin.register(Question)
class QuestionAdmin(FixedContentAdmin):
    """The twelve questions."""

    list_display = ("number", "short_name", "label", "selection")
    list_display_links = ("number", "short_name")
    list_filter = ("selection",)
    search_fields = ("label", "short_name")
    fields = ("number", "selection", "label", "short_name")
    readonly_fields = ("number", "selection")


@admin.register(Option)
class OptionAdmin(FixedContentAdmin):
    """The 39 options."""

    list_display = ("code", "label", "exclusive")
    list_filter = ("question", "exclusive")
    list_select_related = ("question",)
    search_fields = ("code", "label")
    fields = ("question", "code", "exclusive", "label")
    readonly_fields = ("question", "code", "exclusive")


class TensionForm(TextForm):
    """A tension; its options may be given in any order."""

    def clean(self) -> dict[str, Any]:
        """Return the values with the options in the booklet's order."""
        values = super().clean()
        a, b = values.get("option_a"), values.get("option_b")
        if a and b and a.booklet_order > b.booklet_order:
            values["option_a"], values["option_b"] = b, a
        return values


@admin.register(Tension)
class TensionAdmin(ContentAdmin):
    """The tensions between two options."""

    form = TensionForm
    # Dossiers keep a tension by its row: another pair is another tension.
    set_once = ("number", "option_a", "option_b")
    list_display = ("number", "code_a", "code_b", "severity", "readers", "explanation", "active")
    list_filter = ("active", "severity", "readers", "option_a__question")
    list_select_related = ("option_a", "option_b")
    search_fields = ("=option_a__code", "=option_b__code", "explanation", "ground")
    fields = ("number", "option_a", "option_b", "severity", "readers", "explanation", "ground", "active")

    @admin.display(description="eerste optie", ordering="option_a")
    def code_a(self, tension: Tension) -> str:
        """The first option's code: a list has no room for its words."""
        return tension.option_a.code

    @admin.display(description="tweede optie", ordering="option_b")
    def code_b(self, tension: Tension) -> str:
        """The second option's code."""
        return tension.option_b.code

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, str | list[str]]:
        """Propose the next free number; one query."""
        last = Tension.objects.aggregate(last=Max("number"))["last"] or 0
        return {"number": str(last + 1), **super().get_changeform_initial_data(request)}


class QuestionNoteForm(NoteForm):
    """A note on a question."""

    owner = "question"
    key_start = "vraag"


@admin.register(QuestionNote)
class QuestionNoteAdmin(NoteAdmin):
    """The notes on questions."""

    form = QuestionNoteForm
    list_filter = ("active", "certainty", "question")
    fields = ("question", "key", "text", "source", "url", "date", "certainty", "attention", "active")
