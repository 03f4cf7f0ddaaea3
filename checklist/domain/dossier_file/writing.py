"""A dossier as a file."""

import json
from typing import Any

from checklist.domain.dossier import Answer, DossierValue, details_by_option
from checklist.domain.dossier_file.actions import exported_action
from checklist.domain.dossier_file.schema import WRITTEN
from checklist.domain.meeting_record.as_json import record_as_json
from checklist.domain.proposal import data_of


def export_dossier(dossier: DossierValue) -> dict[str, Any]:
    """Return the dossier as an object to write as JSON; `parse_dossier` reads it back as an equal value."""
    actions = {"actions": [exported_action(action) for action in dossier.actions]} if dossier.actions else {}
    proposal = {"proposal": data} if (data := data_of(dossier.proposal)) else {}
    meeting = {"meeting": record_as_json(dossier.meeting)} if dossier.meeting else {}
    until = {"until": dossier.until.strftime("%H:%M")} if dossier.until else {}
    return {
        "format": WRITTEN,
        "title": dossier.title,
        "veiligheidsregio": dossier.veiligheidsregio,
        "date": dossier.date.isoformat(),
        **until,
        "present": list(dossier.present),
        "choices": {str(number): _exported_answer(answer) for number, answer in sorted(dossier.answers.items())},
        "kept": [{"a": kept.a, "b": kept.b, "motivation": kept.motivation} for kept in dossier.kept],
        **proposal,
        **actions,
        **meeting,
    }


def write_dossier(dossier: DossierValue) -> bytes:
    """Return the dossier as a file; `parse_dossier` reads it unless it is larger than `FILE_CAP`."""
    return json.dumps(export_dossier(dossier), ensure_ascii=False, indent=1).encode()


def _exported_answer(answer: Answer) -> dict[str, Any]:
    parts = {
        "details": details_by_option(answer.as_told.details),
        "motivation": answer.motivation,
        "minority": answer.minority,
    }
    return {"options": list(answer.options), **{name: part for name, part in parts.items() if part}}
