"""Refuses files in which a tension lacks what it needs: a way out, and the agreement that goes with its severity."""

from collections.abc import Mapping

from checklist.content_loading.reading import Contents
from checklist.models import Repair, Severity, Tension

AGREEMENT: Mapping[str, str] = {
    Severity.ATTENTION: "is missing: an aandachtspunt names the agreement with which both options can stay",
    Severity.CONTRADICTION: "must be empty: no agreement helps where two options can't both hold",
}


def check_tensions(contents: Contents) -> None:
    """Raise `ContentError` at the first tension in use without a repair in use, or with the wrong agreement.

    The files are held to it, not the tables: an editor may have given a tension another severity.
    """
    records = {kind.model: records for kind, records in contents.items()}
    # The key of a repair is that of its tension and its own number.
    repaired = {repair.key[:-1] for repair in records[Repair] if repair.values["active"]}
    for tension in records[Tension]:
        if tension.values["active"] and tension.key not in repaired:
            raise tension.error("has no repair in use in repairs.json")
        severity = str(tension.values["severity"])
        if severity in AGREEMENT and bool(tension.values["agreement"]) != (severity == Severity.ATTENTION):
            raise tension.error(AGREEMENT[severity], "agreement")
