"""What the screens of the meeting show: the clock in their bar, and the marks of questions and points."""

from datetime import date, time
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from checklist.domain.clock import Clock, clock_of

register = template.Library()


@register.inclusion_tag("components/clock.html")
def room_clock(day: date, until: time | None) -> dict[str, Clock]:
    """Show the time, and how long a meeting on a day has that must be done at a time."""
    return {"clock": clock_of(day, until, timezone.localtime())}


@register.simple_tag
# A page has some twenty of them, and there are five; including the template took as long as the rest of the list.
@lru_cache(64)
def point_mark(mark: str, hidden_word: str = "") -> SafeString:
    """Show a state as a shape: see `components/point_mark.html`. The words come from the code, not from a user."""
    html = render_to_string("components/point_mark.html", {"mark": mark, "hidden_word": hidden_word})
    return mark_safe(html.strip())  # noqa: S308 - a piece of HTML from our own template
