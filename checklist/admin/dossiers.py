"""The list of dossiers for a beheerder: that they exist, not what is in them, and never their keys."""

from django.contrib import admin
from django.http import HttpRequest

from checklist.admin.generic import ModelAdmin
from checklist.models import Dossier


@admin.register(Dossier)
class DossierAdmin(ModelAdmin):
    """Which kring made a dossier, and when; a dossier is only opened with its own link."""

    list_display = ("title", "veiligheidsregio", "date", "created_at")
    list_display_links = None
    list_filter = ("veiligheidsregio",)
    list_select_related = ("veiligheidsregio",)
    search_fields = ("title", "veiligheidsregio__name")
    fields = ("title", "veiligheidsregio", "date", "created_at")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Dossiers are made on the site."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Dossier | None = None) -> bool:
        """A dossier is changed by its kring alone."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Dossier | None = None) -> bool:
        """A dossier is thrown away by its kring alone."""
        return False
