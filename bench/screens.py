"""What two hundred screens that follow a meeting cost, and how soon they see a change."""

import time
from dataclasses import dataclass
from statistics import median, quantiles

from django.db import connection
from django.db.models import F

from bench import serving
from checklist.domain.meeting_record.words import Mode
from checklist.models import Meeting
from tests.dossiers import make_dossier
from tests.meetings import make_meeting
from tests.screens import Followed, Screens

SCREENS = 200
SECONDS = 60
CHANGES = 4


@dataclass(frozen=True)
class ScreenFigures:
    """What was measured while all screens asked for a minute, and the meeting changed a few times.

    `share`: of one core, of the processes that serve. `cpu_ms`: of a question. `p95_ms`: of the answers. `delays`: how
    many seconds after a change each screen had it.
    """

    share: float
    cpu_ms: float
    p95_ms: float
    delays: list[float]

    @property
    def longest(self) -> float:
        """Seconds until the last screen had a change."""
        return max(self.delays)

    @property
    def p50(self) -> float:
        """Seconds until half of the screens had a change."""
        return median(self.delays)

    @property
    def p95(self) -> float:
        """Seconds until ninety-five of a hundred screens had a change."""
        return quantiles(self.delays, n=20)[-1]


def measure() -> ScreenFigures:
    """Serve the product and follow a meeting with phones, a beamer and a bediening."""
    meeting = make_meeting(make_dossier(), Mode.OPEN)
    phones = [f"/live/{meeting.phone_token}/"] * (SCREENS - 2)
    addresses = [*phones, f"/live/{meeting.screen_token}/", f"/live/{meeting.chair_token}/"]
    connection.close()
    with serving.product() as product:
        with Screens(product.port, addresses, seconds=5) as screens:
            screens.result()  # every thread has its connection now
        before, began = product.cpu_seconds(), time.monotonic()
        with Screens(product.port, addresses, seconds=SECONDS) as screens:
            changed = _change(meeting)
            followed = screens.result()
        cpu, took = product.cpu_seconds() - before, time.monotonic() - began
    failed = sum(count for status, count in followed.statuses.items() if status not in {200, 304})
    if failed:
        raise RuntimeError(f"{failed} of {followed.statuses.total()} questions got no answer that measures something")
    asked = len(followed.seconds)
    p95_ms = 1000 * quantiles(followed.seconds, n=20)[-1]
    return ScreenFigures(cpu / took, 1000 * cpu / asked, p95_ms, delays_of(followed, changed))


def _change(meeting: Meeting) -> dict[int, float]:
    """Change the meeting a few times while the screens ask; when each version was there."""
    changed: dict[int, float] = {}
    for _ in range(CHANGES):
        time.sleep(SECONDS / (CHANGES + 1))
        Meeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1)
        changed[Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk)] = time.monotonic()
    connection.close()
    return changed


def delays_of(followed: Followed, changed: dict[int, float]) -> list[float]:
    """Return how long after each change every screen had it. `changed`: when each version was there."""
    seen = ((int(etag.split("-")[1]), moment) for etag, moment in followed.seen)
    return [moment - changed[version] for version, moment in seen if version in changed]
