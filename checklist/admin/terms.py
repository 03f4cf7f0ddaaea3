"""The page for the terms that the site explains."""

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string

from checklist import selectors
from checklist.admin.preview import PreviewAdmin
from checklist.models import Term


@admin.register(Term)
class TermAdmin(PreviewAdmin):
    """The terms; how one is called is set once."""

    set_once = ("name",)
    list_display = ("name", "explanation", "passage", "in_use", "changed_at")
    list_filter = ("active", "changed_at")
    search_fields = ("name", "forms", "explanation", "passage")
    fieldsets = (
        (None, {"fields": ("name", "forms")}),
        ("Op de site en in het advies", {"fields": ("explanation", "passage", "active")}),
    )

    def preview(self, request: HttpRequest, row: Term, *, saved: bool) -> str:
        """The page with all terms."""
        context = {"terms": selectors.glossary().terms, "preview_is_saved": saved}
        return render_to_string("admin/preview/terms.html", context, request)
