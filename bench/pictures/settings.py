"""The settings under which the product is served for its pictures: its own, at one moment that never passes.

All of Django and of the product asks `timezone.now` what time it is, so two runs on two days give the same pictures.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from tests.browser.settings import *  # noqa: F403 - all of them

# In the meeting of the example dossiers, 66 minutes before it ends.
MOMENT = datetime(2026, 11, 24, 14, 24, tzinfo=ZoneInfo("Europe/Amsterdam"))
UNTIL = "15:30"

timezone.now = lambda: MOMENT
