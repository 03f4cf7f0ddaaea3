"""`regiostaf-controle.html`: one file, opened from disk, that checks a settled document and asks nothing of anybody."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.template.loader import render_to_string

FILE_NAME = "regiostaf-controle.html"
_STATIC = Path(__file__).resolve().parents[3] / "static"


@cache
def control_file() -> bytes:
    """Return the page, with its script and style in it and a policy that lets nothing else run and nothing be fetched.
    It is the same for every version and every installation, so it is made once. No queries."""
    style = (_STATIC / "css" / "controle.css").read_text(encoding="utf-8")
    script = "".join((_STATIC / "js" / name).read_text(encoding="utf-8") for name in ("bestand.js", "controle.js"))
    policy = (
        f"default-src 'none'; connect-src 'none'; script-src {_source(script)}; style-src {_source(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    context = {"style": style, "script": script, "policy": policy}
    return render_to_string("control/page.html", context).encode()


def _source(text: str) -> str:
    """The one text that a policy allows, by its hash."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
