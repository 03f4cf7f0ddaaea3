"""How often something may be done. Counted in the database: a limit holds over all processes and all servers.

A use is counted in stretches of time that start on a fixed clock (every ten minutes, every hour), so around the turn of
a stretch at most twice the number fits. Who does it is kept as a hash with the secret key, never as an address.
docs/limits.md says against whom each limit is, and why it is as large as it is.
"""

import ipaddress
import logging
import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from checklist.models import UseCount

TEN_MINUTES, QUARTER, HOUR, DAY = 600, 900, 3600, 86_400
# A file counts for one dossier more with every so many bytes. The largest file is 3 MB; a full one is 10 KB.
BYTES_OF_ONE_DOSSIER = 50_000
# Some proxies write the port too: 192.0.2.1:443 or [2001:db8::1]:443.
_WITH_PORT = re.compile(r"\[(.*)\](?::\d+)?|([^:]*):\d+")
# How many old rows one write clears away at most; `clean_up` does the rest.
_OLD_ROWS_AT_ONCE = 100

_logger = logging.getLogger(__name__)


class LimitReached(Exception):  # noqa: N818 - it is no error of the site
    """This was done too often; `what` was asked ('dossier', 'pdf', 'file', 'check', 'code', 'sign-in'), it can be tried
    again after so many seconds. Nothing was counted."""

    def __init__(self, what: str, seconds: int) -> None:
        super().__init__(f"too often: {what}")
        self.what = what
        self.seconds = seconds


@dataclass(frozen=True)
class Use:
    """One use to count: of what (`what` and for whom), by whom (empty: by all together), how many fit in a stretch, and
    for how many this one counts."""

    what: str
    per: str
    whose: str
    most: int
    seconds: int
    amount: int = 1

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

    def seconds_left(self, now: datetime) -> int:
        """How many whole seconds the stretch of time still takes."""
        return math.ceil((self.until(now) - now).total_seconds())


def address_of(request: HttpRequest) -> str:
    """Return the network address of whoever asks: an IPv4 address, or in IPv6 the /48 that one organisation or home
    gets at most; it can ask from 65,536 networks in it.

    Behind a proxy it is the last one in X-Forwarded-For, which the proxy itself wrote; what stands before it is the
    client's own word. Without a proxy that header counts for nothing.
    """
    text = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        text = request.headers.get("X-Forwarded-For", text).split(",")[-1].strip()
        if with_port := _WITH_PORT.fullmatch(text):
            text = with_port[1] or with_port[2]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address), 48), strict=False))


def network_of(address: str) -> str:
    """Return the network around an address that `address_of` gave: the /24 of an IPv4 address; in IPv6 it is one."""
    return str(ipaddress.ip_network((address, 24), strict=False)) if "." in address else address


def count_new_dossier(address: str, file_size: int = 0) -> None:
    """Count one dossier that is about to be made, from a file of so many bytes or from nothing. Raises `LimitReached`.
    Six queries."""
    amount = 1 + file_size // BYTES_OF_ONE_DOSSIER
    _take(
        Use("dossier", "address", address, settings.NEW_DOSSIERS_PER_ADDRESS, TEN_MINUTES),
        Use("dossier", "network", network_of(address), settings.NEW_DOSSIERS_PER_NETWORK, DAY, amount),
        Use("dossier", "all", "", settings.NEW_DOSSIERS_IN_ALL, DAY, amount),
    )


def count_rendering(address: str) -> None:
    """Count one document that is about to be made. Raises `LimitReached`. Five queries."""
    _take(
        Use("pdf", "address", address, settings.RENDERINGS_PER_ADDRESS, TEN_MINUTES),
        Use("pdf", "all", "", settings.RENDERINGS_IN_ALL, HOUR),
    )


def count_file(address: str) -> None:
    """Count one dossier file that is about to be read and not kept. Raises `LimitReached`. Four queries."""
    _take(Use("file", "address", address, settings.FILES_PER_ADDRESS, TEN_MINUTES))


def count_check(address: str) -> None:
    """Count one file that is about to be compared with a settled version and not kept. Raises `LimitReached`. Five
    queries."""
    _take(
        Use("check", "address", address, settings.CHECKS_PER_ADDRESS, HOUR),
        Use("check", "all", "", settings.CHECKS_IN_ALL, HOUR),
    )


def check_wrong_codes() -> None:
    """Raise `LimitReached` when so many wrong codes of meetings were typed that none is looked at now. One query."""
    use, now = _wrong_code(), timezone.now()
    if _row(use, now).filter(count__gte=use.most).exists():
        raise LimitReached(use.what, use.seconds_left(now))


def count_wrong_code() -> None:
    """Count one wrong code of a meeting. Raises `LimitReached`. Five queries."""
    _take(_wrong_code())


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


def _wrong_code() -> Use:
    return Use("code", "all", "", settings.WRONG_CODES_IN_ALL, TEN_MINUTES)


def _sign_in_uses(name: str, address: str) -> tuple[Use, Use]:
    return (
        Use("sign-in", "name", f"{name.strip().casefold()}\n{address}", settings.WRONG_SIGN_INS_PER_NAME, QUARTER),
        Use("sign-in", "address", address, settings.WRONG_SIGN_INS_PER_ADDRESS, QUARTER),
    )


def _row(use: Use, now: datetime) -> "QuerySet[UseCount]":
    return UseCount.objects.filter(kind=use.kind, whose=use.key, until=use.until(now))


def _take(*uses: Use) -> None:
    """Count these uses together, or none of them. Each is one `UPDATE … WHERE count <= most - amount`: two at the same
    time never both take the last one. One that is larger than the whole limit fits when nothing was counted. Always in
    the same order, so no two wait for each other."""
    now = timezone.now()
    with transaction.atomic():
        UseCount.objects.bulk_create(
            [UseCount(kind=use.kind, whose=use.key, until=use.until(now)) for use in uses], ignore_conflicts=True
        )
        for use in uses:
            room = max(0, use.most - use.amount)
            if not _row(use, now).filter(count__lte=room).update(count=F("count") + use.amount):
                raise LimitReached(use.what, use.seconds_left(now))
            if not use.whose:
                _warn_at_half(use, now)
        # In the order of the index: in that of the key SQLite would read the whole table when little is old.
        old = UseCount.objects.filter(until__lt=now).order_by("until").select_for_update(skip_locked=True)
        UseCount.objects.filter(pk__in=old.values("pk")[:_OLD_ROWS_AT_ONCE]).delete()


def _warn_at_half(use: Use, now: datetime) -> None:
    """Say in the log, once in a stretch, that the half is used of what all together may use."""
    half = math.ceil(use.most / 2)
    if _row(use, now).filter(count__gte=half, count__lt=half + use.amount).exists():
        _logger.warning(
            "Half of the limit is used: %s of %d until %s (docs/limits.md)", use.kind, use.most, use.until(now)
        )
