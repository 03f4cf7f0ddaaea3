"""What the page with the outcome needs in its templates.

A page has some hundred cells, grounds and marks, and after a save nearly all are as they were: each is rendered once
for its value. No value holds a word that was typed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from checklist.domain.outcome.table import Cell

register = template.Library()

_BUTTON = "utrecht-button utrecht-button--secondary-action"

# After these parts the long names of models may break, so that nine of them fit beside each other.
_JOINTS = re.compile(r"\b(Adoptie|Advies|Concern|Management|Onafhanke|Over|Veiligheids)(?=[a-z]{4})")


@register.filter
def breakable(name: str) -> str:
    """Return the name of a model with soft hyphens: 'Veiligheids-bureau'."""
    return _JOINTS.sub("\\1\u00ad", name)


class SentAnswer(Protocol):
    """Other options for a question, with the version of the answer that they are based on."""

    @property
    def number(self) -> int: ...

    @property
    def options(self) -> Sequence[str]: ...

    @property
    def version(self) -> int: ...


class QuestionNamed(Protocol):
    """A question by its number and its short name."""

    @property
    def number(self) -> int: ...

    @property
    def short_name(self) -> str: ...


@register.simple_tag
def question_of_change(change: QuestionNamed, can_edit: bool, first: bool = False) -> SafeString:
    """Show the question of a change; a link for who may change it. `first`: it opens the sentence."""
    words = f"{'Vraag' if first else 'vraag'} {change.number} ({change.short_name})"
    if not can_edit:
        return format_html("{}", words)
    link = '<a class="utrecht-link utrecht-link--html-a" href="../vraag/{}/">{}</a>'
    return format_html(link, change.number, words)


@register.simple_tag(takes_context=True)
def repair_form(
    context: Context, answers: Sequence[SentAnswer], button: str, then: str = "", css: str = _BUTTON
) -> SafeString:
    """Show a button that saves other options for one question or two, with all else of their answers as it is; it
    leads back to the outcome. `then`: what comes of it. A page may have thirty: as a template they took as long as all
    else on the screen. Context: repair_address, csrf_token."""
    fields = [("csrfmiddlewaretoken", str(context.get("csrf_token", "")))]
    for answer in answers:
        fields += [("vraag", str(answer.number)), (f"{answer.number}-version", str(answer.version))]
        fields += [(f"{answer.number}-options", code) for code in answer.options]
    return format_html(
        '<form class="repair" method="post" action="{}">{}<button class="{}" type="submit">{}{}</button></form>',
        context["repair_address"],
        format_html_join("", '<input type="hidden" name="{}" value="{}">', fields),
        css,
        button,
        format_html(' <span class="repair__then">{}.</span>', capfirst(then)) if then else "",
    )


@register.simple_tag
@lru_cache(64)
def mark(state: str, word: str = "") -> SafeString:
    """Show a state as a shape and its word: see `components/mark.html`."""
    return _rendered("components/mark.html", state=state, word=word)


@register.simple_tag
@lru_cache(2048)
def model_cell(cell: Cell, number: int, several: bool) -> SafeString:
    """Show one model beside one answer, in the table."""
    return _rendered("checklist/outcome_cell.html", cell=cell, number=number, several=several)


@register.simple_tag
@lru_cache(2048)
def model_ground(cell: Cell, number: int, short_name: str) -> SafeString:
    """Show what a model says of one answer, with its grounds."""
    return _rendered("checklist/outcome_ground.html", cell=cell, number=number, short_name=short_name)


def _rendered(name: str, **context: object) -> SafeString:
    return mark_safe(render_to_string(name, context).strip())  # noqa: S308 - one of our templates
