"""The pages for what options leave open, and the answers to it: their words, never which there are."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from checklist.admin.base import SHORT_TEXTS, FixedContentAdmin, TextForm
from checklist.admin.generic import StackedInline
from checklist.admin.preview import PreviewAdmin, question_preview
from checklist.admin.words import yes_or_no
from checklist.models import Detail, DetailAlternative, DetailKind

# The option whose answers have words of their own in the summary.
IN_THE_SUMMARY = "7a"


class AlternativeInline(StackedInline):
    """The answers, below the form of what they answer."""

    model = DetailAlternative
    form = TextForm
    formfield_overrides = SHORT_TEXTS
    fields = ("label", "sentence", "brief", "shown")
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Detail | None = None) -> bool:
        """Dossiers name an answer by its value: their number is fixed."""
        return False

    def get_fields(self, request: HttpRequest, obj: Detail | None = None) -> tuple[str, ...]:
        """The fields; words for the summary only where the summary takes them."""
        return tuple(name for name in self.fields if name != "brief" or (obj and obj.option.code == IN_THE_SUMMARY))


@admin.register(Detail)
class DetailAdmin(FixedContentAdmin, PreviewAdmin):
    """The twelve deelkeuzes."""

    list_display = ("code", "question", "needed")
    list_display_links = ("code", "question")
    list_filter = ("kind", "required", "option__question", "changed_at")
    list_select_related = ("option",)
    search_fields = ("=option__code", "key", "question", "while_open", "alternatives__label", "alternatives__sentence")
    readonly_fields = ("option", "key", "kind", "needed")
    fieldsets = (
        (None, {"fields": ("option", "key", "kind", "needed")}),
        ("Op de site en in het advies", {"fields": ("question", "while_open")}),
    )
    inlines = (AlternativeInline,)

    def get_inlines(self, request: HttpRequest, obj: Detail | None) -> tuple[type[StackedInline], ...]:
        """The answers, where there are any to choose from: a gemeente comes from the region."""
        return self.inlines if obj and obj.kind == DetailKind.CHOICE else ()

    @admin.display(description="optie", ordering="option")
    def code(self, detail: Detail) -> str:
        """The option: its code with its few words."""
        return detail.option.in_a_list

    @admin.display(description="nodig voor een besluit", ordering="required")
    def needed(self, detail: Detail) -> str:
        """Whether there is nothing to decide as long as it is open."""
        return yes_or_no(detail.required)

    def preview(self, request: HttpRequest, row: Detail, *, saved: bool) -> str:
        """The question with the option chosen."""
        return question_preview(request, row.option.question.number, (row.option.code,), saved=saved)


@admin.register(DetailAlternative)
class DetailAlternativeAdmin(FixedContentAdmin, PreviewAdmin):
    """The answers; they can be edited at their deelkeuze too."""

    list_display = ("code", "sentence")
    list_display_links = ("code", "sentence")
    list_filter = ("detail__option__question", "changed_at")
    list_select_related = ("detail__option",)
    search_fields = ("=detail__option__code", "value", "label", "sentence", "brief")
    readonly_fields = ("detail", "number", "value")

    def get_fieldsets(self, request: HttpRequest, obj: DetailAlternative | None = None) -> Any:
        """The groups of fields; words for the summary only where the summary takes them."""
        in_the_summary = ("brief",) if obj and obj.detail.option.code == IN_THE_SUMMARY else ()
        return (
            (None, {"fields": ("detail", "number", "value")}),
            ("Op de pagina van de vraag", {"fields": ("label",)}),
            ("In het advies", {"fields": ("sentence", *in_the_summary)}),
        )

    @admin.display(description="optie", ordering="detail__option")
    def code(self, alternative: DetailAlternative) -> str:
        """The option that leaves this open."""
        return alternative.detail.option.in_a_list

    def preview(self, request: HttpRequest, row: DetailAlternative, *, saved: bool) -> str:
        """The question with the option chosen."""
        option = row.detail.option
        return question_preview(request, option.question.number, (option.code,), saved=saved)
