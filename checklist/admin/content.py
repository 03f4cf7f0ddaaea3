"""The pages for questions, options, points to weigh, notes on questions and backgrounds."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from checklist.admin.base import SHORT_TEXTS, FixedContentAdmin, TextForm
from checklist.admin.generic import StackedInline
from checklist.admin.notes import NOTE_FIELDSETS, NoteAdmin, NoteForm
from checklist.admin.options import OptionColumnsAdmin, OptionNames
from checklist.admin.preview import PreviewAdmin, advies_preview, question_preview
from checklist.admin.words import yes_or_no
from checklist.domain.advies.compose import SUMMARY_QUESTIONS
from checklist.domain.content import question_of_code
from checklist.domain.outcome.sentence import SENTENCE_QUESTIONS
from checklist.models import AT_QUESTIONS, Background, Consideration, Option, Question, QuestionNote


class ConsiderationInline(StackedInline):
    """The points to weigh, below the form of their question."""

    model = Consideration
    form = TextForm
    formfield_overrides = SHORT_TEXTS
    fields = ("text", "passage", "shown")
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Question | None = None) -> bool:
        """Their number is fixed, like that of the questions."""
        return False


@admin.register(Question)
class QuestionAdmin(FixedContentAdmin, PreviewAdmin):
    """The twelve questions."""

    list_display = ("number", "short_name", "label", "selection", "changed_at")
    list_display_links = ("number", "short_name")
    list_filter = ("selection", "changed_at")
    search_fields = (
        "label",
        "heading",
        "short_name",
        "in_a_sentence",
        "decides",
        "why",
        "opener",
        "considerations__text",
    )
    readonly_fields = ("number", "selection")
    fieldsets = (
        (None, {"fields": ("number", "selection", "label", "heading", "short_name", "in_a_sentence")}),
        ("Op de pagina van de vraag", {"fields": ("decides", "why", "opener", "passage")}),
    )
    inlines = (ConsiderationInline,)

    def preview(self, request: HttpRequest, row: Question, *, saved: bool) -> str:
        """The question with its first option chosen, so that the advies has something to say."""
        return question_preview(request, row.number, (_first_option(row),), saved=saved)


@admin.register(Option)
class OptionAdmin(FixedContentAdmin, PreviewAdmin):
    """The 39 options."""

    list_display = ("code", "label", "only_this", "changed_at")
    list_filter = ("question", "exclusive", "changed_at")
    list_select_related = ("question",)
    search_fields = (
        *("code", "label", "brief", "practice", "asks", "prompt"),
        *("clause", "decision", "in_the_summary", "decided_by"),
    )
    readonly_fields = ("question", "named", "only_this")
    fieldsets = (
        (None, {"fields": ("question", "named", "only_this", "label")}),
        ("Op de pagina van de vraag", {"fields": ("practice", "asks", "prompt")}),
        ("In de keuzekaart", {"fields": ("brief",)}),
        ("In de uitkomst", {"fields": ("clause",)}),
        ("In het advies", {"fields": ("decision", "in_the_summary", "decided_by")}),
        ("Bron", {"fields": ("passage",)}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Option | None = None) -> Any:
        """The groups of fields; words for the summary and for the design in one sentence only at an option that these
        name."""
        number = obj.booklet_order[0] if obj else 0
        named_in = {"in_the_summary": SUMMARY_QUESTIONS, "clause": SENTENCE_QUESTIONS}
        absent = {field for field, questions in named_in.items() if number not in questions}
        shown = [
            (name, {**group, "fields": [field for field in group["fields"] if field not in absent]})
            for name, group in super().get_fieldsets(request, obj)
        ]
        return [(name, group) for name, group in shown if group["fields"]]

    @admin.display(description="optie")
    def named(self, option: Option) -> str:
        """Its code with its few words."""
        return option.in_a_list

    @admin.display(description="kan niet samen met een andere", ordering="exclusive")
    def only_this(self, option: Option) -> str:
        """Whether it can't be chosen beside another option."""
        return yes_or_no(option.exclusive)

    def preview(self, request: HttpRequest, row: Option, *, saved: bool) -> str:
        """The question with this option chosen."""
        return question_preview(request, row.question.number, (row.code,), saved=saved)


@admin.register(Consideration)
class ConsiderationAdmin(FixedContentAdmin, PreviewAdmin):
    """The points to weigh; they can be edited at their question too."""

    list_display = ("__str__", "text", "passage", "changed_at")
    list_filter = ("question", "changed_at")
    list_select_related = ("question",)
    search_fields = ("text", "passage")
    readonly_fields = ("question", "number")
    fields = ("question", "number", "text", "passage")

    def preview(self, request: HttpRequest, row: Consideration, *, saved: bool) -> str:
        """The question it belongs to."""
        return question_preview(request, row.question.number, (_first_option(row.question),), saved=saved)


@admin.register(Background)
class BackgroundAdmin(OptionColumnsAdmin, PreviewAdmin):
    """The texts of the advies that aren't about one question."""

    list_display = ("__str__", "heading", "text", "only_with", "changed_at")
    option_columns = ("only_with",)
    list_filter = ("kind", "changed_at")
    search_fields = ("heading", "text", "passage")
    readonly_fields = ("kind", "number", "goes_with")
    fieldsets = (
        (None, {"fields": ("kind", "number", "goes_with")}),
        ("Op de site of in het advies", {"fields": ("heading", "text", "passage")}),
    )

    @admin.display(description="alleen bij", empty_value="altijd")
    def goes_with(self, background: Background) -> str:
        """The options that it goes with, in words; one query."""
        return OptionNames().of(background.only_with)

    def preview(self, request: HttpRequest, row: Background, *, saved: bool) -> str:
        """The question where the text stands, or an advies in which the options are chosen that it goes with."""
        codes = tuple(row.only_with.split()) or ("1a",)
        if row.kind in AT_QUESTIONS:
            return question_preview(request, question_of_code(codes[0]), codes[:1], saved=saved)
        return advies_preview(request, codes, saved=saved)


def _first_option(question: Question) -> str:
    return question.options.values_list("code", flat=True)[0]


class QuestionNoteForm(NoteForm):
    """A note on a question."""

    owner = "question"
    key_start = "vraag"


@admin.register(QuestionNote)
class QuestionNoteAdmin(NoteAdmin):
    """The notes on questions."""

    form = QuestionNoteForm
    list_filter = ("active", "source_kind", "certainty", "question", "changed_at")
    fieldsets = ((None, {"fields": ("question", "key")}), *NOTE_FIELDSETS)

    def preview(self, request: HttpRequest, row: QuestionNote, *, saved: bool) -> str:
        """The question it belongs to."""
        return question_preview(request, row.question.number, (_first_option(row.question),), saved=saved)
