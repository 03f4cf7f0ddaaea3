"""A version and acts for it, to try what becomes of them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from checklist.domain.decision_content import Organ
from checklist.domain.settled.value import Act, ActKind, SettledKind, Version
from checklist.domain.state import Outcome

AT = datetime(2027, 1, 14, 15, 4, 5, tzinfo=UTC)
VERSION = Version(
    dossier="5b0f6c1e-3d52-4c0e-9a55-2f6f0c7d9e11",
    code="7K2M9QXR4TBD",
    kind=SettledKind.VOORSTEL,
    version=1,
    follows="",
    about="",
    settled_on=date(2027, 1, 14),
    settled_at=AT,
    keep_until=date(2047, 1, 14),
    names=False,
    app_version="1.0.0",
    edition=3,
    snapshot_sha256="e9ccf99078075b857a63f419136874f11981cfe3676b9605c0c026f06a60c82e",
    html_sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
)
SETTLED = Act(1, ActKind.SETTLED, AT, on=date(2027, 1, 14))
OFFERED = Act(2, ActKind.OFFERED, AT, organ=Organ.AB, on=date(2027, 1, 21))
DECIDED = Act(3, ActKind.DECIDED, AT, organ=Organ.AB, on=date(2027, 2, 18), outcome=Outcome.UNCHANGED)


def changed(act: Act, **values: Any) -> Act:
    """Return an act that differs in these."""
    return replace(act, **values)
