"""What the page with the outcome needs in its templates."""

import re

from django import template

register = template.Library()

# After these parts the long names of models may break, so that nine of them fit beside each other.
_JOINTS = re.compile(r"\b(Adoptie|Advies|Concern|Management|Onafhanke|Over|Veiligheids)(?=[a-z]{4})")


@register.filter
def breakable(name: str) -> str:
    """Return the name of a model with soft hyphens: 'Veiligheids-bureau'."""
    return _JOINTS.sub("\\1\u00ad", name)
