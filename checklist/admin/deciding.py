"""The pages for who decides what: words of organs, law, steps, decisions and the afronding, never which there are."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from checklist.admin.base import SHORT_TEXTS, FixedContentAdmin, TextForm
from checklist.admin.generic import StackedInline
from checklist.admin.preview import PreviewAdmin, voorstel_preview
from checklist.admin.words import yes_or_no
from checklist.domain.decision_texts import condition_of, option_steps
from checklist.models import (
    Decision,
    GeneralDecision,
    LegalSource,
    OptionDeciding,
    Organ,
    ProposalField,
    Step,
)


@admin.register(Organ)
class OrganAdmin(FixedContentAdmin):
    """The seven organs."""

    list_display = ("name", "opening", "changed_at")
    search_fields = ("name", "opening")
    readonly_fields = ("name",)
    fields = ("name", "opening")


@admin.register(LegalSource)
class LegalSourceAdmin(FixedContentAdmin):
    """The provisions that decisions and steps rest on."""

    list_display = ("citation", "says", "must_be_checked", "changed_at")
    list_filter = ("to_check", "changed_at")
    search_fields = ("key", "law", "citation", "says", "read")
    readonly_fields = ("key",)
    fieldsets = (
        (None, {"fields": ("key",)}),
        ("In het voorstel", {"fields": ("citation", "says", "url", "to_check")}),
        ("Voor de redactie", {"fields": ("law", "read")}),
    )

    @admin.display(description="nog na te kijken", ordering="to_check")
    def must_be_checked(self, source: LegalSource) -> str:
        """Whether it wasn't read in the text that is in force."""
        return yes_or_no(source.to_check)


@admin.register(Step)
class StepAdmin(FixedContentAdmin):
    """The steps of the besluitpad."""

    list_display = ("number", "what", "organ", "who", "phase", "must_be_checked")
    list_display_links = ("number", "what")
    list_filter = ("phase", "organ", "to_check", "changed_at")
    search_fields = ("key", "what", "who", "term", "source", "attention")
    readonly_fields = ("key", "number", "phase", "organ", "waits_for", "meeting", "rests_on")

    def get_fieldsets(self, request: HttpRequest, obj: Step | None = None) -> Any:
        """The groups of fields; those of a term only where the law gives one."""
        term = ("term", "term_basis", "term_sooner") if obj and obj.has_term else ()
        return (
            (None, {"fields": ("key", "number", "phase", "organ", "meeting", "waits_for")}),
            ("In het voorstel", {"fields": ("what", "who", "rests_on", "to_check")}),
            ("Voor de redactie", {"fields": ("source", *term, "attention")}),
        )

    @admin.display(description="komt na")
    def waits_for(self, step: Step) -> str:
        """The steps before it, in words; one query."""
        return _what(step.after.split()) or "niets"

    @admin.display(description="vergadering met een besluit")
    def meeting(self, step: Step) -> str:
        """Whether an organ meets and decides."""
        return yes_or_no(step.decides)

    @admin.display(description="rechtsbronnen")
    def rests_on(self, step: Step) -> str:
        """The law it rests on; one query."""
        return _citations(step.sources)

    @admin.display(description="nog na te kijken", ordering="to_check")
    def must_be_checked(self, step: Step) -> str:
        """Whether its ground must still be looked up."""
        return yes_or_no(step.to_check)


class DecisionInline(StackedInline):
    """The decisions, below the form of what their option asks."""

    model = Decision
    form = TextForm
    formfield_overrides = SHORT_TEXTS
    fields = ("organ", "only_with", "text", "to_check", "shown")
    readonly_fields = ("organ", "only_with")
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: OptionDeciding | None = None) -> bool:
        """Which decisions an option asks is fixed."""
        return False

    @admin.display(description="alleen bij")
    def only_with(self, decision: Decision) -> str:
        """The answers with which it is asked."""
        return _in_words(decision.condition)


@admin.register(OptionDeciding)
class OptionDecidingAdmin(FixedContentAdmin, PreviewAdmin):
    """What each option asks: decisions, what must be arranged and the caveat."""

    list_display = ("code", "remark", "changed_at")
    list_filter = ("option__question", "legal_to_check", "changed_at")
    list_select_related = ("option",)
    search_fields = (
        *("=option__code", "option__label", "legal", "money", "staff", "law", "information", "remark"),
        "decisions__text",
    )
    readonly_fields = ("code", "rests_on", "path")
    fieldsets = (
        (None, {"fields": ("code", "path")}),
        ("In het voorstel", {"fields": ("money", "staff", "law", "information", "remark")}),
        ("Voor de redactie", {"fields": ("legal", "rests_on", "legal_to_check", "remark_source")}),
    )
    inlines = (DecisionInline,)

    @admin.display(description="optie", ordering="option")
    def code(self, row: OptionDeciding) -> str:
        """The option: its code with its few words."""
        return row.option.in_a_list

    @admin.display(description="rechtsbronnen")
    def rests_on(self, row: OptionDeciding) -> str:
        """The law that the sentence on the law rests on; one query."""
        return _citations(row.legal_sources)

    @admin.display(description="stappen")
    def path(self, row: OptionDeciding) -> str:
        """The steps that it brings, in words; one query."""
        return _what(step.step for step in option_steps(row.steps))

    def preview(self, request: HttpRequest, row: OptionDeciding, *, saved: bool) -> str:
        """The voorstel with the option chosen."""
        return voorstel_preview(request, row.option.code, "", saved=saved)


@admin.register(Decision)
class DecisionAdmin(FixedContentAdmin, PreviewAdmin):
    """The decisions; they can be edited at their option too."""

    list_display = ("code", "organ", "text", "must_be_checked")
    list_display_links = ("code", "text")
    list_filter = ("organ", "kind", "to_check", "deciding__option__question", "changed_at")
    list_select_related = ("deciding__option",)
    search_fields = ("=deciding__option__code", "text")
    readonly_fields = ("code", "number", "organ", "kind", "only_with", "rests_on")
    fields = ("code", "number", "organ", "kind", "only_with", "text", "rests_on", "to_check")

    @admin.display(description="optie", ordering="deciding__option")
    def code(self, decision: Decision) -> str:
        """The option that asks it."""
        return decision.deciding.option.in_a_list

    @admin.display(description="alleen bij")
    def only_with(self, decision: Decision) -> str:
        """The answers with which it is asked."""
        return _in_words(decision.condition)

    @admin.display(description="rechtsbronnen")
    def rests_on(self, decision: Decision) -> str:
        """The law it rests on; one query."""
        return _citations(decision.sources)

    def preview(self, request: HttpRequest, row: Decision, *, saved: bool) -> str:
        """The voorstel in which it is asked."""
        return voorstel_preview(request, row.deciding.option.code, row.condition, saved=saved)

    @admin.display(description="nog na te kijken", ordering="to_check")
    def must_be_checked(self, decision: Decision) -> str:
        """Whether its ground must still be looked up."""
        return yes_or_no(decision.to_check)


@admin.register(GeneralDecision)
class GeneralDecisionAdmin(FixedContentAdmin):
    """The decisions that belong to no option."""

    list_display = ("organ", "text", "changed_at")
    list_display_links = ("organ", "text")
    search_fields = ("text",)
    readonly_fields = ("key", "organ", "kind")
    fields = ("key", "organ", "kind", "text")


@admin.register(ProposalField)
class ProposalFieldAdmin(FixedContentAdmin):
    """The words of the fields of the afronding."""

    list_display = ("label", "help", "empty", "changed_at")
    search_fields = ("key", "label", "help", "empty")
    readonly_fields = ("key",)
    fieldsets = (
        (None, {"fields": ("key",)}),
        ("Bij ‘Afronding’", {"fields": ("label", "help")}),
        ("In het voorstel", {"fields": ("empty",)}),
    )


def _in_words(condition: str) -> str:
    """'vastlegging: regeling of beide' for 'vastlegging=regeling|beide', 'altijd' for no condition."""
    found = condition_of(condition)
    if found is None:
        return "altijd"
    return f"{found.detail}: {' of '.join(value or 'nog niet gekozen' for value in found.values)}"


def _citations(keys: str) -> str:
    return ", ".join(LegalSource.objects.filter(key__in=keys.split()).values_list("citation", flat=True)) or "geen"


def _what(steps: Iterable[str]) -> str:
    return " ".join(Step.objects.filter(key__in=list(steps)).values_list("what", flat=True))
