"""Content that moves on: every text of every table becomes another, as if redacteuren had edited all of it."""

import re

from django.contrib import admin
from django.db.models import CharField, Field, TextField
from django.test import RequestFactory
from django.utils import timezone

from checklist.content_loading.kinds import KINDS
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import Gemeente, Veiligheidsregio

# No redacteur edits these; loading does.
_LOADED: dict[type[FixtureRow], set[str]] = {Veiligheidsregio: {"name"}, Gemeente: {"name", "display_name"}}
# What an option adds or drops, and which option a word stands for, is no text.
_CODES = {"adds", "drops", "words", "url", "date"}
_GAP = re.compile(r"(\{[^}]*\})")


def change_every_text() -> int:
    """Give every text that can be edited, and every name that can be loaded, the other letter case: no text grows, what
    is filled in stays filled in, and its gaps stay gaps. Returns how many texts became others."""
    changed = 0
    for kind in KINDS:
        names = _LOADED.get(kind.model) or _edited(kind.model)
        rows = [*kind.model._default_manager.all()]
        for row in rows:
            row.changed_at = timezone.now()
            for name in names:
                before = getattr(row, name)
                setattr(row, name, _turned(before))
                changed += getattr(row, name) != before
        kind.model._default_manager.bulk_update(rows, [*names, "changed_at"])
    return changed


def _edited(model: type[FixtureRow]) -> set[str]:
    """The texts on the forms of a table."""
    request = RequestFactory().get("/")
    request.user = _Everybody()  # type: ignore[assignment]
    of_table = admin.site._registry[model]
    forms = [of_table.get_form(request, row, change=True) for row in model._default_manager.all()]
    names = {name for form in forms for name in form.base_fields} - _CODES
    return {field.name for field in model._meta.concrete_fields if field.name in names and _is_text(field)}


def _is_text(field: "Field[object, object]") -> bool:
    return isinstance(field, CharField | TextField) and not field.choices


def _turned(text: str) -> str:
    return "".join(part if part.startswith("{") else part.swapcase() for part in _GAP.split(text))


class _Everybody:
    """Somebody with every right."""

    is_active = is_staff = True

    def has_perm(self, right: str) -> bool:
        """Whatever it is."""
        return True
