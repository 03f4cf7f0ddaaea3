"""A stored HTML as a whole document in a state: the state parts and the head by the templates of now, the rest as it
is stored."""

import re
from collections.abc import Mapping
from dataclasses import replace

from django.template.loader import render_to_string

from checklist.domain.advies.voorstel.cover import Cover
from checklist.domain.state import State
from checklist.export.html import printable
from checklist.export.pdf.resources import HOUSE_LOGO
from checklist.export.settled.stored import NotStoredHtmlError, StoredHtml

_BOX, _LAST = "advies/voorstel/state_box.html", "advies/voorstel/last_part.html"


def filled_html(html: bytes, reading: str, state: State, cover: Cover, *, for_paper: bool = True) -> str:
    """Return one reading of a stored HTML, or the evaluatie that it is, as a document in this state, for who has fonts
    of their own, and says itself whose it is; not `for_paper` without the QR code, a picture that a page of the site
    may not show. No queries. Raises `NotStoredHtmlError`."""
    return _filled(StoredHtml(html.decode()), reading, replace(cover, state=state), {"for_paper": for_paper})


def printed_html(html: bytes, reading: str, state: State, cover: Cover) -> str:
    """Return the same for the PDF, with whose it is on its cover. It has its own stylesheet. Characters that the PDF's
    font lacks are squares in it, and its last page names them."""
    stored = StoredHtml(html.decode())
    paper = {"for_paper": True, "issued_by": stored.house, "logo_address": HOUSE_LOGO}
    of_state = replace(cover, state=state)
    return printable(lambda missing: _filled(stored, reading, of_state, paper | {"missing_characters": missing}))


def _filled(stored: StoredHtml, reading: str, cover: Cover, context: Mapping[str, object]) -> str:
    body = stored.body(reading)
    parts = {"omslag": f"advies/{reading}/cover.html", "kader": _BOX, "echt": _LAST}
    for part, template in parts.items():
        told = {"template": template, "v": cover, **context}
        body = _with(body, part, render_to_string("advies/settled/filled_part.html", told).strip())
    head = render_to_string(f"advies/{reading}/head.html", {"v": cover}).strip()
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f"{head}\n{stored.head}</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _with(body: str, part: str, filled: str) -> str:
    pieces = re.split(rf'<div data-stand="{part}"[^<>]*></div>', body)
    if len(pieces) != 2:
        raise NotStoredHtmlError(f"the part {part}")
    return filled.join(pieces)
