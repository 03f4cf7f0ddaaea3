"""The pages for models, what they say of options, the notes on models, and the regions."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from checklist.admin.base import FixedContentAdmin
from checklist.admin.generic import ModelAdmin
from checklist.admin.notes import NOTE_FIELDSETS, NoteAdmin, NoteForm
from checklist.admin.preview import PreviewAdmin, model_preview, question_preview, region_preview
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import Gemeente, GovernanceModel, ModelNote, RegionNote, Trait, Veiligheidsregio


@admin.register(GovernanceModel)
class GovernanceModelAdmin(FixedContentAdmin, PreviewAdmin):
    """The nine models."""

    list_display = ("number", "name", "short_name", "region", "changed_at")
    list_display_links = ("number", "name")
    list_filter = ("changed_at",)
    search_fields = (
        *("name", "short_name", "in_a_sentence", "region"),
        *("what", "how", "good_for", "mind", "in_a_line", "brief", "audience", "drawback", "example"),
    )
    fieldsets = (
        (None, {"fields": ("number", "slug", "hallmark_1", "hallmark_2")}),
        ("Hoe het model heet, en waar", {"fields": ("name", "short_name", "in_a_sentence", "brief", "region")}),
        (
            "Op de pagina van het model",
            {
                "fields": (
                    *("audience", "what", "how", "good_for", "mind", "drawback", "drawback_passage"),
                    *("example", "passage"),
                )
            },
        ),
        ("Bovenaan die pagina, in de lijst van modellen en in het advies", {"fields": ("in_a_line",)}),
    )
    readonly_fields = ("number", "slug", "hallmark_1", "hallmark_2")

    def view_on_site(self, obj: Any) -> str:
        """The model's page in the catalogue."""
        return reverse("model", args=[obj.slug])

    def preview(self, request: HttpRequest, row: GovernanceModel, *, saved: bool) -> str:
        """The model's page."""
        return model_preview(request, row, saved=saved)


@admin.register(Trait)
class TraitAdmin(PreviewAdmin):
    """What the models say of the options."""

    set_once = ("model", "option")
    list_display = ("short_name", "code", "stance", "readers", "ground", "in_use")
    list_display_links = ("short_name", "code")
    list_filter = ("active", "stance", "readers", "model", "option__question", "changed_at")
    list_select_related = ("model", "option")
    search_fields = ("model__name", "=option__code", "option__label", "ground")
    fieldsets = (
        ("Welk model en welke optie", {"fields": ("model", "option")}),
        ("Op de site en in het advies", {"fields": ("stance", "readers", "ground", "active")}),
    )

    def preview(self, request: HttpRequest, row: Trait, *, saved: bool) -> str:
        """The question of the option, with that option chosen."""
        return question_preview(request, row.option.question.number, (row.option.code,), saved=saved)

    @admin.display(description="model", ordering="model")
    def short_name(self, trait: Trait) -> str:
        """The model's short name: a list has no room for the long one."""
        return trait.model.short_name

    @admin.display(description="optie", ordering="option")
    def code(self, trait: Trait) -> str:
        """The option: its code with its few words."""
        words: str = trait.option.in_a_list
        return words


class ModelNoteForm(NoteForm):
    """A note on a model."""

    owner = "model"
    key_start = "model"


@admin.register(ModelNote)
class ModelNoteAdmin(NoteAdmin):
    """The notes on models."""

    form = ModelNoteForm
    list_filter = ("active", "source_kind", "certainty", "model", "changed_at")
    fieldsets = ((None, {"fields": ("model", "key")}), *NOTE_FIELDSETS)

    def view_on_site(self, obj: Any) -> str:
        """The page of the model it belongs to."""
        return reverse("model", args=[obj.model.slug])

    def preview(self, request: HttpRequest, row: ModelNote, *, saved: bool) -> str:
        """The page of the model it belongs to."""
        return model_preview(request, row.model, saved=saved)


class RegionNoteForm(NoteForm):
    """A note on a veiligheidsregio."""

    owner = "veiligheidsregio"
    owner_order = "code"
    key_start = "regio"


@admin.register(RegionNote)
class RegionNoteAdmin(NoteAdmin):
    """The notes on veiligheidsregio's."""

    form = RegionNoteForm
    list_filter = ("active", "source_kind", "certainty", "veiligheidsregio", "changed_at")
    fieldsets = ((None, {"fields": ("veiligheidsregio", "key")}), *NOTE_FIELDSETS)

    def preview(self, request: HttpRequest, row: RegionNote, *, saved: bool) -> str:
        """The notes on the region it belongs to, as an overview has them."""
        return region_preview(request, row.veiligheidsregio, saved=saved)


class RegionAdmin(ModelAdmin):
    """Facts of 1 January 2023: to look at, not to edit."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A new region is loaded, not typed."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: FixtureRow | None = None) -> bool:
        """Dossiers point at them."""
        return False

    def view_on_site(self, obj: FixtureRow) -> str:
        """The list of regions with their gemeenten."""
        return reverse("models")

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
