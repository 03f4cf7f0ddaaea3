"""The page for the house style: one form, for a beheerder. A redacteur corrects content and has no right to it."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.html import format_html

from checklist.admin.generic import ModelAdmin, ModelForm
from checklist.domain.house_style import COLOUR, ORGANISATION_CAP, colour_fault
from checklist.domain.text import TooLongError, capped, clean_line
from checklist.house_logo import BYTES_CAP, LogoRefusedError, logo_of
from checklist.models import HouseStyle
from models_catalogue.caps import TOO_LONG

_MEANWHILE = (
    "Iemand anders heeft de huisstijl gewijzigd terwijl u bezig was. Nu geldt: naam ‘{}’, kleur {}. Hieronder staat "
    "wat u invulde. Kies uw logo zo nodig opnieuw. Slaat u nog een keer op, dan geldt wat hieronder staat."
)


class HouseStyleForm(ModelForm):
    """Name, colour and logo. Whatever is refused changes nothing of what is stored."""

    upload = forms.FileField(
        label="Nieuw logo",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".png,image/png"}),
        help_text="Een PNG-bestand van hooguit 500 kB en 2000 bij 1000 beeldpunten, liefst breder dan hoog. Het logo "
        "staat op wit. Wij bewaren alleen het plaatje zelf, zo nodig kleiner.",
    )
    remove = forms.BooleanField(label="Logo weghalen", required=False)
    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = HouseStyle
        fields = ("organisation", "colour")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["shown"] = self.instance.version
        self.fields["organisation"].error_messages["max_length"] = TOO_LONG
        self.fields["colour"].error_messages["max_length"] = colour_fault("")
        self.fields["colour"].required = False

    def clean_organisation(self) -> str:
        """Return the name as one clean line (rule 7)."""
        try:
            return capped(self.cleaned_data["organisation"], ORGANISATION_CAP, clean_line)
        except TooLongError as error:
            numbers = {"show_value": error.count, "limit_value": error.cap}
            raise ValidationError(TOO_LONG, "max_length", numbers) from error

    def clean_colour(self) -> str:
        """Return the colour in small letters, our own for none; raises `ValidationError` with what was measured."""
        colour = self.cleaned_data["colour"].lower() or COLOUR
        if fault := colour_fault(colour):
            raise ValidationError(fault)
        return str(colour)

    def clean_upload(self) -> tuple[bytes, tuple[int, int]] | None:
        """Return the logo as we write it, with its size; None when no file was chosen."""
        file: UploadedFile[Any] | None = self.cleaned_data["upload"]
        if file is None:
            return None
        try:
            return logo_of(file.read(BYTES_CAP + 1))
        except LogoRefusedError as error:
            raise ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """Return the values, with the logo put in its place; a logo needs a name, and nobody is overwritten unseen
        (rule 3)."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        self._compare(values)
        logo = values.get("upload")
        if values.get("remove") and not logo:
            logo = b"", (0, 0)
        content = logo[0] if logo else self.instance.logo
        if content and not values.get("organisation") and "organisation" not in self.errors:
            reason = "Vul de naam in of haal het logo weg. Wie het logo niet ziet, hoort de naam."
            self.add_error("organisation", reason)
        if logo and not self.errors:
            self.instance.logo, (self.instance.logo_width, self.instance.logo_height) = logo
        return values

    def _compare(self, values: dict[str, Any]) -> None:
        stored = HouseStyle.objects.select_for_update().first()
        if stored and values.get("shown") != stored.version:
            data = cast("QueryDict", self.data).copy()
            data[self.add_prefix("shown")] = stored.version
            self.data = data
            self.add_error(None, _MEANWHILE.format(stored.organisation, stored.colour))


@admin.register(HouseStyle)
class HouseStyleAdmin(ModelAdmin):
    """The one row, without a list above it. What changed, by whom and when stands in its history; an earlier logo isn't
    kept."""

    form = HouseStyleForm
    fields = ("organisation", "colour", "logo_now", "upload", "remove", "shown")
    readonly_fields = ("logo_now",)

    @admin.display(description="logo")
    def logo_now(self, row: HouseStyle) -> str:
        """The logo that is stored."""
        if not row.logo:
            return "Er is nog geen logo."
        address = f"{reverse('house-logo')}?v={row.version}"
        return format_html('<img class="house-logo" src="{}" alt="{}">', address, row.organisation)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the form at once."""
        pk = HouseStyle.objects.values_list("pk", flat=True).first()
        return self.changeform_view(request, str(pk) if pk else None, "", extra_context)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form, with one button."""
        one_button = {"show_save_and_add_another": False, "show_save_and_continue": False, "title": "Huisstijl"}
        return super().changeform_view(request, object_id, form_url, one_button | (extra_context or {}))

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """What changed, in words: the history tells it."""
        values = form.cleaned_data
        told = [
            f"{words}: {values[name] or 'leeg'}"
            for name, words in (("organisation", "Naam"), ("colour", "Kleur"))
            if values[name] != form[name].initial
        ]
        if values["upload"]:
            told.append("Nieuw logo")
        elif values["remove"]:
            told.append("Logo weggehaald")
        return ". ".join(told) + "." if told else "Niets gewijzigd."

    def has_add_permission(self, request: HttpRequest) -> bool:
        """There is one at most."""
        return super().has_add_permission(request) and not HouseStyle.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: HouseStyle | None = None) -> bool:
        """It is emptied, not deleted: then everything is as Regiostaf's own."""
        return False
