"""What a device of a gemeente is known by. The cookie is in no table, log or address; from what is stored neither gives
the other, and the keys of one gemeente in two rounds can't be joined (docs/meeting.md, secrecy)."""

import hashlib
import hmac
import re
import secrets
import uuid

_KEY_BYTES = 16
# A token as it stands in an address.
TOKEN_PATTERN = "[A-Za-z0-9_-]{22}"  # noqa: S105 - of all tokens, no token itself
# Whose seat it was, and the how many-eth device there.
_COOKIE = re.compile(rf"{TOKEN_PATTERN}\.(GM\d{{4}})\.\d{{1,9}}", re.ASCII)


def new_token() -> str:
    """Return 128 random bits in 22 characters: a link, or what a device remembers."""
    return secrets.token_urlsafe(_KEY_BYTES)


def new_cookie(gemeente: str, number: int) -> str:
    """Return what the device with this number of a gemeente remembers: 128 random bits, and for which seat."""
    return f"{new_token()}.{gemeente}.{number}"


def gemeente_of(cookie: str) -> str | None:
    """Return for which gemeente a device spoke, by its own word; None for what is no cookie of a device. Whether it
    still speaks for it, its digest tells."""
    found = _COOKIE.fullmatch(cookie)
    return found[1] if found else None


def digest_of(cookie: str) -> str:
    """Return by what a device is stored: the SHA-256 of its cookie, in 64 hexadecimals."""
    return hashlib.sha256(cookie.encode()).hexdigest()


def ballot_key(cookie: str, round_id: int) -> uuid.UUID:
    """Return the key of a secret answer, which only this device can make again."""
    made = hmac.digest(cookie.encode(), str(round_id).encode(), "sha256")
    return uuid.UUID(bytes=made[:_KEY_BYTES])
