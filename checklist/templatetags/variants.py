"""What the templates of designs side by side need."""

from django import template

from checklist.domain.decision_content import Organ
from checklist.domain.variants.value import CameAndWent

register = template.Library()

_AGREEING = {organ.value for organ in Organ if not organ.asked}


@register.filter
def heading_of_decisions(part: CameAndWent) -> str:
    """Return what stands above the decisions of an organ: an agreement where the kring or a secretaris makes it."""
    return f"{'Afspraken van de' if part.name in _AGREEING else 'Besluiten:'} {part.name}"
