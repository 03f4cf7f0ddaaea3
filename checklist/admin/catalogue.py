"""The pages for models, what they say of options, the notes on models, and the regions."""

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from checklist.admin.base import ContentAdmin, FixedContentAdmin
from checklist.admin.notes import NoteAdmin, NoteForm
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import Gemeente, GovernanceModel, ModelNote, Trait, Veiligheidsregio


@admin.register(GovernanceModel)
class GovernanceModelAdmin(FixedContentAdmin):
    """The nine models."""

    list_display = ("number", "name", "short_name", "region")
    list_display_links = ("number", "name")
    search_fields = ("name", "short_name", "region")
    fields = ("number", "slug", "hallmark_1", "hallmark_2", "name", "short_name", "region", "passage")
    readonly_fields = ("number", "slug", "hallmark_1", "hallmark_2")

    def view_on_site(self, obj: GovernanceModel) -> str:
        """The model's page in the catalogue."""
        return reverse("model", args=[obj.slug])


@admin.register(Trait)
class TraitAdmin(ContentAdmin):
    """What the models say of the options."""

    set_once = ("model", "option")
    list_display = ("short_name", "code", "stance", "readers", "ground", "active")
    list_display_links = ("short_name", "code")
    list_filter = ("active", "stance", "readers", "model", "option__question")
    list_select_related = ("model", "option")
    search_fields = ("model__name", "=option__code", "option__label", "ground")
    fields = ("model", "option", "stance", "readers", "ground", "active")

    @admin.display(description="model", ordering="model")
    def short_name(self, trait: Trait) -> str:
        """The model's short name: a list has no room for the long one."""
        return trait.model.short_name

    @admin.display(description="optie", ordering="option")
    def code(self, trait: Trait) -> str:
        """The option's code."""
        return trait.option.code


class ModelNoteForm(NoteForm):
    """A note on a model."""

    owner = "model"
    key_start = "model"


@admin.register(ModelNote)
class ModelNoteAdmin(NoteAdmin):
    """The notes on models."""

    form = ModelNoteForm
    list_filter = ("active", "certainty", "model")
    fields = ("model", "key", "text", "source", "url", "date", "certainty", "attention", "active")


class RegionAdmin(FixedContentAdmin):
    """Facts of 1 January 2023: to look at, not to edit."""

    def has_change_permission(self, request: HttpRequest, obj: FixtureRow | None = None) -> bool:
        """A new division of the country is loaded, not typed."""
        return False


@admin.register(Veiligheidsregio)
class VeiligheidsregioAdmin(RegionAdmin):
    """The 25 regions."""

    list_display = ("code", "name", "name_in_law")
    search_fields = ("name", "name_in_law", "gemeenten__display_name")


@admin.register(Gemeente)
class GemeenteAdmin(RegionAdmin):
    """The 342 gemeenten."""

    list_display = ("code", "display_name", "name", "veiligheidsregio")
    list_display_links = ("code", "display_name")
    list_filter = ("veiligheidsregio",)
    list_select_related = ("veiligheidsregio",)
    search_fields = ("name", "display_name")
