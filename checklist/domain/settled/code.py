"""The code of a settled version: typed from paper, so short, in capitals and without letters that look alike."""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
# Whatever a keyboard, a mail program or a text editor makes of a space or a hyphen.
_BETWEEN = re.compile(r"[\s\u00ad\u200b\u2010-\u2015\u2212-]")
_LOOK_ALIKE = str.maketrans("OIL", "011")


def new_code() -> str:
    """Return a random code of 60 bits: nobody finds one by trying."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_code(text: str) -> str:
    """Return the code that somebody typed, in any case, with or without hyphens and spaces, O for 0, I and L for 1; ''
    when it can't be one."""
    code = _BETWEEN.sub("", text).upper().translate(_LOOK_ALIKE)
    return code if _CODE.fullmatch(code) else ""


def shown_code(code: str) -> str:
    """Return a code as pages and documents show it: 7K2M-9QXR-4TBD."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
