"""The pages for tensions and their repairs."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Max
from django.http import HttpRequest

from checklist.admin.base import SHORT_TEXTS, TextForm
from checklist.admin.generic import InlineFormSet, StackedInline
from checklist.admin.options import OptionColumnsAdmin
from checklist.admin.preview import PreviewAdmin, question_preview
from checklist.models import MOST_REPAIRS, Repair, Severity, Tension

# The numbers before it are those of `fixtures/`: what a redacteur adds never gets in the way of a later version.
FIRST_OF_THE_REDACTIE = 1001


class TensionForm(TextForm):
    """A tension; its options may be given in any order."""

    def clean(self) -> dict[str, Any]:
        """Return the values with the options in the booklet's order; an agreement goes with an aandachtspunt only."""
        values = super().clean()
        a, b = values.get("option_a"), values.get("option_b")
        if a and b and a.booklet_order > b.booklet_order:
            values["option_a"], values["option_b"] = b, a
        if "severity" in values and "agreement" in values:
            if values["severity"] == Severity.ATTENTION and not values["agreement"]:
                self.add_error("agreement", "Geef de afspraak waarmee beide keuzes kunnen blijven.")
            if values["severity"] == Severity.CONTRADICTION and values["agreement"]:
                self.add_error("agreement", "Bij een tegenstrijdige spanning helpt geen afspraak: maak dit leeg.")
        return values


class RepairFormSet(InlineFormSet):
    """The repairs of a tension: each solves it, there is one in use, and a new one gets the first free number."""

    def clean(self) -> None:
        """Refuse a repair that doesn't solve the tension, too many of them, and a tension in use without any in use."""
        super().clean()
        filled = [form for form in self.forms if form.is_valid() and (form.instance.pk or form.has_changed())]
        if self.instance.option_a_id and self.instance.option_b_id:
            for form in filled:
                if refusal := form.instance.refusal(self.instance):
                    form.add_error(None, refusal)
        if len(filled) > MOST_REPAIRS:
            raise forms.ValidationError("Een spanning heeft hoogstens drie oplossingen.")
        complete = all(form.is_valid() for form in self.forms)
        if self.instance.active and complete and not any(form.instance.active for form in filled):
            raise forms.ValidationError("Geef minstens één oplossing die in gebruik is.")

    def save_new(self, form: Any, commit: bool = True) -> Repair:
        """Number it; those before it in the form have their number already."""
        taken = {other.instance.number for other in self.forms if other is not form}
        form.instance.number = next(number for number in range(1, MOST_REPAIRS + 1) if number not in taken)
        row: Repair = super().save_new(form, commit=commit)
        return row


class RepairInline(StackedInline):
    """The repairs, below the form of their tension."""

    model = Repair
    form = TextForm
    formset = RepairFormSet
    formfield_overrides = SHORT_TEXTS
    fields = ("text", "adds", "drops", "active", "shown")
    extra = 1
    max_num = MOST_REPAIRS
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Tension | None = None) -> bool:
        """Who may change repairs may add one, here alone."""
        return self.has_change_permission(request, obj)


@admin.register(Tension)
class TensionAdmin(PreviewAdmin):
    """The tensions between two options."""

    form = TensionForm
    # Dossiers keep a tension by its row: another pair is another tension.
    set_once = ("number", "option_a", "option_b")
    list_display = ("number", "question", "first", "second", "severity", "readers", "in_use")
    list_display_links = ("number", "question")
    list_filter = ("active", "severity", "readers", "option_a__question", "changed_at")
    list_select_related = ("option_a", "option_b")
    search_fields = (
        *("=option_a__code", "=option_b__code"),
        *("question", "explanation", "ground", "agreement", "repairs__text"),
    )
    fieldsets = (
        ("Welke twee opties", {"fields": ("number", "option_a", "option_b")}),
        (
            "Op de site en in het advies",
            {"fields": ("severity", "readers", "question", "explanation", "ground", "agreement", "active")},
        ),
    )
    inlines = (RepairInline,)

    def preview(self, request: HttpRequest, row: Tension, *, saved: bool) -> str:
        """The question of the first option, with both options chosen."""
        return _both_chosen(request, row, saved=saved)

    @admin.display(description="eerste optie", ordering="option_a")
    def first(self, tension: Tension) -> str:
        """The first option: its code with its few words."""
        return tension.option_a.in_a_list

    @admin.display(description="tweede optie", ordering="option_b")
    def second(self, tension: Tension) -> str:
        """The second option."""
        return tension.option_b.in_a_list

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, str | list[str]]:
        """Propose the next free number of the redactie; one query."""
        last = Tension.objects.aggregate(last=Max("number"))["last"] or 0
        return {"number": str(max(last + 1, FIRST_OF_THE_REDACTIE)), **super().get_changeform_initial_data(request)}


@admin.register(Repair)
class RepairAdmin(OptionColumnsAdmin, PreviewAdmin):
    """The repairs; they can be edited at their tension too, and are added there."""

    readonly_fields = ("tension", "number")
    list_display = ("__str__", "text", "adds", "drops", "in_use", "changed_at")
    option_columns = ("adds", "drops")
    list_filter = ("active", "changed_at")
    list_select_related = ("tension__option_a", "tension__option_b")
    search_fields = ("text", "adds", "drops")
    fields = ("tension", "number", "text", "adds", "drops", "active")

    def preview(self, request: HttpRequest, row: Repair, *, saved: bool) -> str:
        """The question of the tension's first option, with both options chosen."""
        return _both_chosen(request, row.tension, saved=saved)


def _both_chosen(request: HttpRequest, tension: Tension, *, saved: bool) -> str:
    codes = (tension.option_a.code, tension.option_b.code)
    return question_preview(request, tension.option_a.question.number, codes, saved=saved)
