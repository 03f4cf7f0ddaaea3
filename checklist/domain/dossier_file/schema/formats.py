"""The formats of a dossier file that are read, each as the object that a file holds."""

from collections.abc import Mapping

from checklist.domain import booklet
from checklist.domain.dossier import MOST_ACTIONS, about_question, about_step
from checklist.domain.dossier_file.schema.answers import choices
from checklist.domain.dossier_file.schema.kinds import DATE, OPTION, REGION, TIME, Shape, record, rows, told
from checklist.domain.dossier_file.schema.kinds import text as text_of
from checklist.domain.dossier_file.schema.meeting import MEETING
from checklist.domain.dossier_file.schema.proposal import proposal
from checklist.domain.steps import STEPS
from checklist.domain.text import (
    PRESENT_LINE_CAP,
    PRESENT_LINES_CAP,
    TEXT_CAP,
    TITLE_CAP,
    WHAT_CAP,
    WHEN_CAP,
    WHO_CAP,
)

MOST_PARKED = 200

REQUIRED = ("format", "title", "veiligheidsregio", "date", "choices")
WRITTEN = "regiostaf-dossier/2"
FIRST = "regiostaf-dossier/1"

_PAIR = r"^(1[0-2]|[1-9])[a-d]\+(1[0-2]|[1-9])[a-d]$"
_ABOUT: Shape = {
    "anyOf": [
        {"enum": ["", *map(about_question, booklet.QUESTIONS)]},
        {"type": "string", "pattern": _PAIR, "maxLength": len("12a+12b")},
        {"enum": list(map(about_step, STEPS))},
    ]
}

KEPT = record(
    {
        "a": told("Eerste optie", "", OPTION),
        "b": told("Tweede optie", "", OPTION),
        "motivation": told("Waarom de kring dit zo afspreekt", "", text_of(TEXT_CAP)),
    },
    ["a", "b"],
)
ACTION = record(
    {
        "about": told(
            "Waarover",
            "Een vraag (vraag:4), een spanning (2a+2b), een stap van het besluitpad (stap:start), of leeg.",
            _ABOUT,
        ),
        "what": told("Wat", "", text_of(WHAT_CAP)),
        "who": told("Wie", "", text_of(WHO_CAP)),
        "when": told("Wanneer", "In vrije woorden.", text_of(WHEN_CAP)),
        "done": told("Gedaan", "", {"type": "boolean"}),
    },
    ["about", "what"],
)
PARKED = record(
    {
        "kind": told("Soort", "", {"type": "string"}),
        "about": told("Waarover", "", {"type": "string"}),
        "text": told("Tekst", "", text_of(TEXT_CAP)),
    },
    ["kind", "about", "text"],
)
ACTIONS = rows(ACTION, MOST_ACTIONS)
ALL_PARKED = rows(PARKED, MOST_PARKED)
PROPOSAL = proposal()
SHA256_START: Shape = {"type": "string", "pattern": "^[0-9a-fA-F]{16}$", "maxLength": 16}

_PRESENT = rows(text_of(PRESENT_LINE_CAP), PRESENT_LINES_CAP)


def _dossier(name: str, newer: Mapping[str, Shape]) -> Shape:
    """A dossier in the format of this name, with what that has beside the first."""
    return record(
        {
            "format": told("Formaat", "", {"const": name}),
            "title": told("Titel", "", text_of(TITLE_CAP, 1)),
            "veiligheidsregio": told("Veiligheidsregio", "De code van een veiligheidsregio.", REGION),
            "date": told("Datum van de vergadering", "Jaar, maand en dag: 2026-11-24.", DATE),
            "present": told("Aanwezigen", "Eén regel per persoon.", _PRESENT),
            "choices": choices(with_details=bool(newer)),
            "kept": told("Afgesproken spanningen", "Van elke spanning zijn beide opties gekozen.", rows(KEPT)),
            **newer,
        },
        REQUIRED,
    )


_NEWER: Mapping[str, Shape] = {
    "until": told("Einde van de vergadering", "Uren en minuten: 12:00.", TIME),
    "edition": told("Nummer van de inhoud", "Onder welke inhoud het dossier is gemaakt.", {"type": "integer"}),
    "edition_sha256": told("Kenmerk van de inhoud", "Zestien tekens.", SHA256_START),
    "proposal": PROPOSAL,
    "actions": told("Acties", "In de volgorde waarin ze zijn gemaakt.", ACTIONS),
    "meeting": MEETING,
    "parked": told("Teksten die niet meer pasten", "Ze worden nagekeken en verder niet gebruikt.", ALL_PARKED),
}

# A format is read for ever; a key that one doesn't have is refused, so that nothing in a file is lost silently.
FORMATS: Mapping[str, Shape] = {WRITTEN: _dossier(WRITTEN, _NEWER), FIRST: _dossier(FIRST, {})}
