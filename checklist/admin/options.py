"""Options in lists of the beheer: a code with its words beside it."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from checklist.admin.base import FixedContentAdmin
from checklist.admin.versions import field_of
from checklist.models import Option


class OptionNames:
    """The options by their codes; one query, when the first is asked for."""

    @cached_property
    def _names(self) -> dict[str, str]:
        return {option.code: option.in_a_list for option in Option.objects.all()}

    def of(self, codes: str) -> str:
        """Return options that a text of codes names, each with its words: '6c ook sociale veiligheid, 12b …'."""
        return ", ".join(self._names.get(code, code) for code in codes.split())


class OptionColumnsAdmin(FixedContentAdmin):
    """A page of content whose list has columns with codes of options."""

    option_columns: ClassVar[tuple[str, ...]] = ()

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The columns; those with codes say in words what they stand for, for one query."""
        names = OptionNames()
        return [
            _column(self.model, name, names) if name in self.option_columns else name
            for name in super().get_list_display(request)
        ]


def _column(table: Any, name: str, names: OptionNames) -> Callable[[Any], str]:
    @admin.display(description=str(field_of(table, name).verbose_name), ordering=name)
    def column(row: Any) -> str:
        return names.of(getattr(row, name))

    column.__name__ = name
    return column
