"""The pages for the concept-reglement: words of articles, clauses, adoptions and gaps, never when they stand there."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from checklist.admin.base import SHORT_TEXTS, FixedContentAdmin, TextForm
from checklist.admin.conditions import answers_with, in_words
from checklist.admin.generic import StackedInline
from checklist.admin.preview import PreviewAdmin, reglement_preview
from checklist.models import Adoption, Article, Clause, ClausePart, Gap, PreambleLine, Shape

_REDACTIE = "Voor de redactie"
_REGLEMENT = "In het reglement"


class _PartsInline(StackedInline):
    """Texts below the form of what they belong to; which there are is fixed."""

    form = TextForm
    formfield_overrides = SHORT_TEXTS
    readonly_fields = ("only_with",)
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """None is added."""
        return False

    @admin.display(description="alleen bij")
    def only_with(self, row: Any) -> str:
        """When it stands there."""
        return in_words(row.condition)


class ClausePartInline(_PartsInline):
    """The items of a clause's list."""

    model = ClausePart
    fields = ("only_with", "term", "text", "shown")

    def get_fields(self, request: HttpRequest, obj: Clause | None = None) -> Any:
        """A term stands in a list of terms alone."""
        return [name for name in self.fields if name != "term" or (obj and obj.shape == Shape.TERMS)]


class PreambleLineInline(_PartsInline):
    """The lines of a preamble."""

    model = PreambleLine
    fields = ("only_with", "text", "shown")


@admin.register(Article)
class ArticleAdmin(FixedContentAdmin, PreviewAdmin):
    """The eighteen articles; their clauses have pages of their own."""

    list_display = ("number", "heading", "explanation", "changed_at")
    list_display_links = ("number", "heading")
    search_fields = ("heading", "explanation", "source", "clauses__text", "clauses__opening")
    readonly_fields = ("number",)
    fieldsets = (
        (None, {"fields": ("number",)}),
        (_REGLEMENT, {"fields": ("heading", "explanation")}),
        (_REDACTIE, {"fields": ("source",)}),
    )

    def preview(self, request: HttpRequest, row: Article, *, saved: bool) -> str:
        """The reglement in which nothing is chosen: each article stands there."""
        return reglement_preview(request, {}, saved=saved)


@admin.register(Clause)
class ClauseAdmin(FixedContentAdmin, PreviewAdmin):
    """The clauses, with the parts of those that are a list."""

    list_display = ("key", "article", "words", "changed_at")
    list_display_links = ("key", "words")
    list_filter = ("article", "shape", "changed_at")
    list_select_related = ("article",)
    search_fields = ("=key", "text", "opening", "single", "parts__text", "parts__term")
    readonly_fields = ("key", "article", "only_with")
    inlines = (ClausePartInline,)

    def get_fieldsets(self, request: HttpRequest, obj: Clause | None = None) -> Any:
        """The texts that a clause of its shape has."""
        texts = [name for name in ("text", "opening", "single") if obj is None or name in Clause.must_be_filled(obj)]
        return ((None, {"fields": ("key", "article", "only_with")}), (_REGLEMENT, {"fields": texts}))

    @admin.display(description="tekst")
    def words(self, clause: Clause) -> str:
        """What it says, or what stands above its list."""
        return clause.text or clause.opening

    @admin.display(description="alleen bij")
    def only_with(self, clause: Clause) -> str:
        """When it stands there."""
        return in_words(clause.condition)

    def preview(self, request: HttpRequest, row: Clause, *, saved: bool) -> str:
        """The reglement of a design that has it."""
        return reglement_preview(request, answers_with(row.condition), saved=saved)


@admin.register(ClausePart)
class ClausePartAdmin(FixedContentAdmin, PreviewAdmin):
    """The items of lists; they can be edited at their clause too."""

    list_display = ("clause", "term", "text", "changed_at")
    list_display_links = ("clause", "text")
    list_filter = ("clause__article", "changed_at")
    list_select_related = ("clause",)
    search_fields = ("=clause__key", "term", "text")
    readonly_fields = ("clause", "number", "only_with")

    def get_fields(self, request: HttpRequest, obj: ClausePart | None = None) -> Any:
        """A term stands in a list of terms alone."""
        term = ("term",) if obj and obj.clause.shape == Shape.TERMS else ()
        return ("clause", "number", "only_with", *term, "text")

    @admin.display(description="alleen bij")
    def only_with(self, part: ClausePart) -> str:
        """When it stands there."""
        return in_words(part.condition)

    def preview(self, request: HttpRequest, row: ClausePart, *, saved: bool) -> str:
        """The reglement of a design that has it."""
        return reglement_preview(request, answers_with(row.clause.condition, row.condition), saved=saved)


@admin.register(Adoption)
class AdoptionAdmin(FixedContentAdmin, PreviewAdmin):
    """Who adopts the reglement, with the lines of the preamble."""

    list_display = ("subtitle", "legal_form", "changed_at")
    search_fields = ("heading", "subtitle", "closing", "signatures", "preamble__text")
    readonly_fields = ("only_with",)
    inlines = (PreambleLineInline,)

    def get_fieldsets(self, request: HttpRequest, obj: Adoption | None = None) -> Any:
        """What comes with an adoption has a subtitle alone."""
        more = () if obj and obj.comes_with else ("legal_form", "closing", "signatures")
        heading = () if obj and obj.comes_with else ("heading",)
        return (
            (None, {"fields": ("only_with",)}),
            (_REGLEMENT, {"fields": (*heading, "subtitle", *more)}),
            (_REDACTIE, {"fields": ("source",)}),
        )

    @admin.display(description="alleen bij")
    def only_with(self, adoption: Adoption) -> str:
        """By which answers it is this one."""
        return in_words(adoption.condition)

    def preview(self, request: HttpRequest, row: Adoption, *, saved: bool) -> str:
        """The reglement that is adopted like this."""
        return reglement_preview(request, answers_with(row.condition), saved=saved)


@admin.register(PreambleLine)
class PreambleLineAdmin(FixedContentAdmin, PreviewAdmin):
    """The lines of preambles; they can be edited at their adoption too."""

    list_display = ("adoption", "number", "text", "changed_at")
    list_display_links = ("text",)
    list_filter = ("adoption", "changed_at")
    list_select_related = ("adoption",)
    search_fields = ("text",)
    readonly_fields = ("adoption", "number", "only_with")
    fields = ("adoption", "number", "only_with", "text")

    @admin.display(description="alleen bij")
    def only_with(self, line: PreambleLine) -> str:
        """When it stands there."""
        return in_words(line.condition)

    def preview(self, request: HttpRequest, row: PreambleLine, *, saved: bool) -> str:
        """The reglement that is adopted like this."""
        return reglement_preview(request, answers_with(row.adoption.condition, row.condition), saved=saved)


@admin.register(Gap)
class GapAdmin(FixedContentAdmin):
    """What texts leave open."""

    list_display = ("label", "empty", "changed_at")
    search_fields = ("key", "label", "empty", "words")
    readonly_fields = ("key",)

    def get_fieldsets(self, request: HttpRequest, obj: Gap | None = None) -> Any:
        """Words for answers only where a detail with answers fills it."""
        words = ("words",) if obj and obj.words else ()
        return (
            (None, {"fields": ("key",)}),
            ("Bij ‘Afronding’", {"fields": ("label",)}),
            (_REGLEMENT, {"fields": ("empty", *words)}),
        )
