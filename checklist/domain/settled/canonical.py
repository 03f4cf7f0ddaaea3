"""The one way to write a value down so that anybody gets the same bytes (RFC 8785), and the hash of bytes."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import rfc8785


def canonical(value: Mapping[str, Any]) -> bytes:
    """Return an object as canonical JSON in UTF-8, without a line end. Texts are NFC already (rule 7): writing them
    down changes nothing of them. Raises `rfc8785.CanonicalizationError` for what JSON can't say exactly: whole numbers
    of 2^53 and more, NaN, lone surrogates."""
    return rfc8785.dumps(dict(value))


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of bytes in lower case hex, as `sha256sum` prints it."""
    return sha256(content).hexdigest()


def sha256_of_text(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8; of none too."""
    return sha256_of(text.encode())
