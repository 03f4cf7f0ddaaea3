"""The text of a settled version within a page: what is stored, with its state of now; no content of today comes in."""

import re
from itertools import count

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from checklist import selectors
from checklist.domain.advies.reading import Reading
from checklist.domain.settled.snapshot import cover_of
from checklist.domain.settled.states import state_of
from checklist.export.settled import filled_html
from checklist.selectors import StoredVersion

_BODY = re.compile(r"\n<body>\n(.*)\n</body>", re.DOTALL)
# Of the contents on paper: a place for the number of the page, which a screen has no use for.
_PAGE_NUMBER = re.compile(r' <a class="vs-contents__page"[^>]*></a>')
_FIGURE = '<div class="scroll-inline">'


def settled_text(version: StoredVersion) -> SafeString:
    """Return the voorstel of a version as elements of a page. Two queries."""
    cover = cover_of(selectors.snapshot_bytes(version))
    state = state_of(version.facts, version.acts, settings.SITE_URL, cover.facts.meeting)
    document = filled_html(selectors.html_bytes(version), Reading.VOORSTEL, state, cover, for_paper=False)
    found = _BODY.search(document)
    return mark_safe(_for_screen(found[1] if found else ""))  # noqa: S308 - typed texts in it were escaped when it was stored


def _for_screen(body: str) -> str:
    """A figure wider than the screen is scrolled to, also with the keyboard."""
    number = count(1)

    def focusable(_: re.Match[str]) -> str:
        label = f"Figuur {next(number)}"
        return f'<div class="scroll-inline" tabindex="0" role="region" aria-label="{label}">'

    return re.sub(_FIGURE, focusable, _PAGE_NUMBER.sub("", body))
