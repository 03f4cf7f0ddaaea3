"""What is settled, for a beheerder: to look at and to download, never to add, change or delete (the database refuses
that too: `checklist/settled_triggers.py`). Bytes are not on the pages."""

from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from checklist.admin.generic import ModelAdmin
from checklist.admin.words import yes_or_no
from checklist.domain.settled.code import read_code, shown_code
from checklist.models import AdviesAct, AdviesFile, ChainRecord, SettledAdvies
from checklist.selectors import stored_files
from checklist.selectors.stored_files import StoredFacts
from checklist.views.stored_bytes import send


class ReadOnlyAdmin(ModelAdmin):
    """A table that can be looked at. Its search takes a code as people type it; its list fits a phone."""

    list_per_page = 60
    # The columns with bytes, by the word on the link that downloads them.
    downloads: ClassVar[dict[str, str]] = {}

    def has_add_permission(self, request: HttpRequest) -> bool:
        """What is settled is added by settling alone."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes what is settled."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What is past its date goes by `manage.py destroy_adviezen`, with a list."""
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find the rows of a code with or without hyphens."""
        return super().get_search_results(request, queryset, read_code(search_term) or search_term)

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages, and those of the downloads."""
        own = [
            path(
                f"<int:pk>/{column}/", self.admin_site.admin_view(partial(self._send, column)), name=self._name(column)
            )
            for column in self.downloads
        ]
        return own + super().get_urls()

    def facts(self, row: Any, column: str) -> StoredFacts | None:
        """Return what a download says of itself. Each table has its own."""
        raise NotImplementedError

    @admin.display(description="downloaden")
    def to_download(self, row: Model) -> SafeString:
        """The links to the bytes."""
        links = (
            (reverse(f"admin:{self._name(column)}", args=[row.pk]), word) for column, word in self.downloads.items()
        )
        return format_html_join(" · ", '<a href="{}">{}</a>', links)

    def _name(self, column: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{column}"

    def _send(self, column: str, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = self.get_object(request, str(pk))
        facts = self.facts(row, column) if row else None
        if facts is None:
            raise Http404
        return send(request, facts, lambda: bytes(getattr(row, column)))


@admin.register(SettledAdvies)
class SettledAdviesAdmin(ReadOnlyAdmin):
    """The versions."""

    list_display = ("shown", "version", "settled_on")
    list_filter = ("kind",)
    search_fields = ("code",)
    downloads = {"snapshot": "gegevens", "html": "tekst"}
    fields = (
        "shown",
        "dossier",
        "kind",
        "version",
        "follows",
        "about",
        "settled_on",
        "settled_at",
        "keep_until",
        "named",
        "app_version",
        "edition",
        "snapshot_sha256",
        "html_sha256",
        "to_download",
    )
    readonly_fields = fields

    @admin.display(description="code", ordering="code")
    def shown(self, row: SettledAdvies) -> str:
        """The code as documents show it."""
        return shown_code(row.code)

    @admin.display(description="met namen")
    def named(self, row: SettledAdvies) -> str:
        """Whether people are named."""
        return yes_or_no(row.names)

    def facts(self, row: SettledAdvies, column: str) -> StoredFacts | None:
        """Return what a download says of itself. One query."""
        of = stored_files.snapshot_facts_of if column == "snapshot" else stored_files.html_facts_of
        return of(row.dossier_id, row.code)


@admin.register(AdviesAct)
class AdviesActAdmin(ReadOnlyAdmin):
    """What was done with the versions."""

    list_display = ("__str__", "advies")
    list_filter = ("kind",)
    search_fields = ("advies__code",)
    fields = ("advies", "number", "kind", "organ", "date", "outcome", "text", "corrects", "at", "keep_until")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the acts, each with its version but for the bytes of that."""
        rows = super().get_queryset(request).select_related("advies")
        return rows.defer("advies__snapshot", "advies__html")


@admin.register(AdviesFile)
class AdviesFileAdmin(ReadOnlyAdmin):
    """The files of those acts."""

    list_display = ("name", "act")
    list_filter = ("kind",)
    list_select_related = ("act",)
    search_fields = ("act__advies__code", "sha256")
    downloads = {"content": "bestand"}
    fields = ("act", "kind", "name", "media_type", "size", "sha256", "made_at", "keep_until", "to_download")
    readonly_fields = fields

    def facts(self, row: AdviesFile, column: str) -> StoredFacts | None:
        """Return what the download says of itself. No query."""
        return StoredFacts(row.pk, row.name, row.media_type, row.size, row.sha256)


@admin.register(ChainRecord)
class ChainRecordAdmin(ReadOnlyAdmin):
    """The chain."""

    list_display = ("sequence", "event", "code")
    search_fields = ("code", "sha256")
    downloads = {"body": "schakel"}
    fields = ("sequence", "code", "event", "previous", "sha256", "to_download")
    readonly_fields = fields

    def facts(self, row: ChainRecord, column: str) -> StoredFacts | None:
        """Return what the download says of itself. No query."""
        return StoredFacts(row.pk, f"schakel-{row.pk}.json", "application/json", len(row.body), row.sha256)
