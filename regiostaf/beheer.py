"""The pages at /beheer/: Django's admin, in which an address looks up nothing but what the page itself offers."""

from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList, ChangeListSearchForm
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse

from models_catalogue.caps import TOO_LONG

# Each word that is sought costs a condition per field; at a thousand SQLite refuses the question.
LONGEST_SEARCH = 200


class SearchForm(ChangeListSearchForm):
    """What is sought in a list; more than anybody types is refused in a sentence above the list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[SEARCH_VAR] = forms.CharField(
            required=False, strip=False, max_length=LONGEST_SEARCH, error_messages={"max_length": TOO_LONG}
        )


class FilteredList(ChangeList):
    """A list that is narrowed by its own filters alone.

    Django lets an address look up any column of the table, also one that no page shows. Rows then appear or not, which
    gives a key, a name or a password away, letter by letter.
    """

    search_form_class = SearchForm

    def get_filters(self, request: HttpRequest) -> Any:
        """Return the filters; raises `DisallowedModelAdminLookup` when the address asks what none of them asks."""
        filters = super().get_filters(request)
        _, _, asked_by_no_filter, _, _ = filters
        if asked_by_no_filter:
            raise DisallowedModelAdminLookup("This list has no such filter")
        return filters

    def get_results(self, request: HttpRequest) -> None:
        """Fetch the rows; a date that no database can hold is a wrong value like any other."""
        try:
            super().get_results(request)
        except (OverflowError, DataError) as error:
            raise IncorrectLookupParameters from error


def _list_class(*_: object, **__: object) -> type[ChangeList]:
    return FilteredList


class Beheer(AdminSite):
    """The one admin site. Whatever is registered here gets a guarded list, also Django's own pages and later ones."""

    site_header = "Regiostaf: beheer"
    site_title = "Beheer van Regiostaf"
    index_title = "Wat wilt u bijwerken?"

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Register tables as Django does, with a list that its own filters alone narrow."""
        super().register(model_or_iterable, admin_class, **options | {"get_changelist": _list_class})

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Answer 404: no form here completes what is typed, so nobody needs another way to search a table."""
        raise Http404
