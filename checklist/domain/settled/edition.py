"""From which content a version was composed, as one hash."""

from collections.abc import Iterable
from dataclasses import replace

from checklist.domain.content import Background, Content
from checklist.domain.settled.canonical import canonical, sha256_of
from checklist.domain.settled.plain import plain

# Contents have no numbers yet.
EDITION = 0


def edition_sha256(content: Content, backgrounds: Iterable[Background]) -> str:
    """Return the hash of the content of an installation: the same for the same texts, whatever their stamp."""
    return sha256_of(canonical({"content": plain(replace(content, stamp="")), "backgrounds": plain(list(backgrounds))}))
