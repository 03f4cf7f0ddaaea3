"""The page with the history of a row: who changed what, when, and a button that puts an earlier version back."""

import copy
import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from checklist.admin.generic import ModelAdmin
from checklist.admin.meanwhile import changed_since, differences_since, values_as_text
from checklist.admin.versions import HistoricalRow, field_of, is_held, pk_of, save_change, versions_of
from models_catalogue.fixture_rows import FixtureRow


class HistoryAdmin(ModelAdmin):
    """A page of content whose changes are kept."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of a row, and the address that puts a version back."""
        restore = path(
            "<path:object_id>/history/<int:version>/",
            self._page(require_POST(self.restore_view)),
            name=self._address("restore"),
        )
        return [restore, *super().get_urls()]

    def _page(self, view: Callable[..., HttpResponse]) -> Any:
        """A page for who may come in, that says whose it is as Django's own do: `regiostaf.posted` looks at it."""
        page: Any = self.admin_site.admin_view(view)
        page.model_admin = self
        return page

    def _address(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def save_model(self, request: HttpRequest, obj: FixtureRow, form: Any, change: bool) -> None:
        """Save what differs, with its history; an unchanged page is not a change."""
        save_change(obj, request.user)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """The same for the rows below the form."""
        for row in formset.save(commit=False):
            save_change(row, request.user)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the versions of a row, the newest first."""
        row = self._row(request, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": "Geschiedenis",
            "subtitle": str(row),
            "module_name": capfirst(str(self.opts.verbose_name_plural)),
            "object": row,
            "opts": self.opts,
            "versions": versions_of(row),
            "can_restore": self.has_change_permission(request, row),
            "shown": json.dumps(values_as_text(row, self._editable(request, row))),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/content_history.html", context | (extra_context or {}))

    def restore_view(self, request: HttpRequest, object_id: str, version: int) -> HttpResponse:
        """Put the texts of a version back as a new change, and show the history.

        Somebody changed the row since its history was shown: nothing is put back, and the history comes back (409)
        with what changed; putting back from there is on purpose. A version equal to what is stored is no conflict.
        """
        row = self._row(request, object_id)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        history: Any = type(row)
        record = history.history.filter(pk_of(row), history_id=version).first()
        if record is None:
            raise Http404
        with transaction.atomic():
            stored = type(row)._default_manager.select_for_update().get(pk=row.pk)
            restored = self._restored(request, stored, record)
            names = self._editable(request, row)
            changed = changed_since(stored, names, _carried(request))
            conflict = bool(changed) and values_as_text(restored, names) != values_as_text(stored, names)
            if not conflict:
                self._save_restored(request, restored, record)
        if conflict:
            told = {"changed_meanwhile": True, "differences": differences_since(stored, changed)}
            response = self.history_view(request, object_id, told)
            response.status_code = HTTPStatus.CONFLICT
            return response
        return redirect(reverse(f"admin:{self._address('history')}", args=[row.pk]))

    def _restored(self, request: HttpRequest, row: FixtureRow, record: HistoricalRow) -> FixtureRow:
        restored = copy.copy(row)
        for name in self._editable(request, row):
            field = field_of(self.model, name)
            if is_held(field, record):
                setattr(restored, field.attname, getattr(record, field.attname))
        return restored

    def _save_restored(self, request: HttpRequest, row: FixtureRow, record: HistoricalRow) -> None:
        when = date_format(timezone.localtime(record.history_date), "j F Y, G.i") + " uur"
        reason = f"Teruggezet: de versie van {when}"
        try:
            row.full_clean()
        except ValidationError as error:
            messages.error(request, f"Deze versie kan niet worden teruggezet. {' '.join(error.messages)}")
            return
        if save_change(row, request.user, reason):
            self.log_change(request, row, reason)
            messages.success(request, f"De versie van {when} is teruggezet.")
        else:
            messages.info(request, "Deze versie is gelijk aan de tekst die er staat.")

    def _row(self, request: HttpRequest, object_id: str) -> FixtureRow:
        row: FixtureRow | None = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        return row

    def _editable(self, request: HttpRequest, row: FixtureRow) -> list[str]:
        fixed = self.get_readonly_fields(request, row)
        return [name for name in flatten_fieldsets(self.get_fieldsets(request, row)) if name not in fixed]


def _carried(request: HttpRequest) -> object:
    """What the page says it showed, or None when that isn't JSON."""
    try:
        return json.loads(request.POST.get("shown", ""))
    except (ValueError, RecursionError):
        return None
