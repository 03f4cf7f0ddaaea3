"""What the bar of a screen of the meeting shows."""

from datetime import date, time

from django import template
from django.utils import timezone

from checklist.domain.clock import Clock, clock_of

register = template.Library()


@register.inclusion_tag("components/clock.html")
def room_clock(day: date, until: time | None) -> dict[str, Clock]:
    """Show the time, and how long a meeting on a day has that must be done at a time."""
    return {"clock": clock_of(day, until, timezone.localtime())}
