"""How often something may be done. Counted in the database: a limit holds over all processes and all servers.

A use is counted in stretches of time that start on a fixed clock (every ten minutes, every hour), so around the turn of
a stretch at most twice the number fits. Who does it is kept as a hash with the secret key, never as an address.
"""

import ipaddress
import math
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from checklist.models import UseCount

TEN_MINUTES, QUARTER, HOUR = 600, 900, 3600
# How many old rows one write clears away at most; `clean_up` does the rest.
_OLD_ROWS_AT_ONCE = 100


class LimitReached(Exception):  # noqa: N818 - it is no error of the site
    """This was done too often; `what` was asked ('dossier', 'pdf', 'sign-in'), it can be tried again after so many
    seconds. Nothing was counted."""

    def __init__(self, what: str, seconds: int) -> None:
        super().__init__(f"too often: {what}")
        self.what = what
        self.seconds = seconds


@dataclass(frozen=True)
class Use:
    """One use to count: of what (`what` and for whom), by whom (empty: by all together), how many fit in a stretch."""

    what: str
    per: str
    whose: str
    most: int
    seconds: int

    @property
    def kind(self) -> str:
        """How the row is named."""
        return f"{self.what}/{self.per}"

    @property
    def key(self) -> str:
        """Who it is, so that nobody can read it back without the secret key."""
        return salted_hmac(self.kind, self.whose, algorithm="sha256").hexdigest() if self.whose else ""

    def until(self, now: datetime) -> datetime:
        """The end of the stretch of time that it is now."""
        return datetime.fromtimestamp((now.timestamp() // self.seconds + 1) * self.seconds, UTC)


def address_of(request: HttpRequest) -> str:
    """Return the network address of whoever asks: an IPv4 address, or the /64 that one IPv6 connection has.

    Behind a proxy it is the last one in X-Forwarded-For, which the proxy itself wrote; what stands before it is the
    client's own word. Without a proxy that header counts for nothing.
    """
    text = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        text = request.headers.get("X-Forwarded-For", text).split(",")[-1].strip()
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address), 64), strict=False))


def count_new_dossier(address: str) -> None:
    """Count one dossier that is about to be made. Raises `LimitReached`. Four queries."""
    _take(
        Use("dossier", "address", address, settings.NEW_DOSSIERS_PER_ADDRESS, TEN_MINUTES),
        Use("dossier", "all", "", settings.NEW_DOSSIERS_IN_ALL, HOUR),
    )


def count_rendering(address: str) -> None:
    """Count one document that is about to be made. Raises `LimitReached`. Four queries."""
    _take(
        Use("pdf", "address", address, settings.RENDERINGS_PER_ADDRESS, TEN_MINUTES),
        Use("pdf", "all", "", settings.RENDERINGS_IN_ALL, HOUR),
    )


def count_sign_in(name: str, address: str) -> None:
    """Count one try to sign in, before the password is looked at. Raises `LimitReached`. Four queries."""
    _take(*_sign_in_uses(name, address))


def forget_sign_in(name: str, address: str) -> None:
    """The password was right: forget the tries of this name here, and this one of the address. Two queries."""
    by_name, by_address = _sign_in_uses(name, address)
    UseCount.objects.filter(kind=by_name.kind, whose=by_name.key).delete()
    _row(by_address, timezone.now()).filter(count__gt=0).update(count=F("count") - 1)


def clear_old_counts() -> int:
    """Remove the counts of stretches of time that have ended; return how many. One query."""
    removed, _ = UseCount.objects.filter(until__lt=timezone.now()).delete()
    return removed


def _sign_in_uses(name: str, address: str) -> tuple[Use, Use]:
    return (
        Use("sign-in", "name", f"{name.strip().casefold()}\n{address}", settings.WRONG_SIGN_INS_PER_NAME, QUARTER),
        Use("sign-in", "address", address, settings.WRONG_SIGN_INS_PER_ADDRESS, QUARTER),
    )


def _row(use: Use, now: datetime) -> "QuerySet[UseCount]":
    return UseCount.objects.filter(kind=use.kind, whose=use.key, until=use.until(now))


def _take(*uses: Use) -> None:
    """Count these uses together, or none of them. Each is one `UPDATE … WHERE count < most`: two at the same time never
    both take the last one. Always in the same order, so no two wait for each other."""
    now = timezone.now()
    with transaction.atomic():
        UseCount.objects.bulk_create(
            [UseCount(kind=use.kind, whose=use.key, until=use.until(now)) for use in uses], ignore_conflicts=True
        )
        for use in uses:
            if not _row(use, now).filter(count__lt=use.most).update(count=F("count") + 1):
                raise LimitReached(use.what, math.ceil((use.until(now) - now).total_seconds()))
        old = UseCount.objects.filter(until__lt=now).order_by("pk").select_for_update(skip_locked=True)
        UseCount.objects.filter(pk__in=old.values("pk")[:_OLD_ROWS_AT_ONCE]).delete()
