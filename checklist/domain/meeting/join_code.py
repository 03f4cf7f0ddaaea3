"""The code with which a gemeente joins: eight letters, without vowels and letters that look alike (RFC 8628, 6.1)."""

import re
import secrets

ALPHABET = "BCDFGHJKLMNPQRSTVWXZ"
LENGTH = 8
_SEPARATORS = re.compile(r"[\s\-–.]+")
# Characters of what somebody types that are looked at.
MOST_TYPED = 40


def new_code() -> str:
    """Return a random code, 34 bits, as it is stored."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown_code(code: str) -> str:
    """Return a code as screens have it: `WDJB-MJHT`."""
    return f"{code[:4]}-{code[4:]}"


def code_from(typed: str) -> str | None:
    """Return the code that somebody typed; None for what can't be one. Case, spaces and hyphens don't matter."""
    code = _SEPARATORS.sub("", typed[:MOST_TYPED]).upper()
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
