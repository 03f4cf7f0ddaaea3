"""The tables of the checklist: content (fixtures) and dossiers (typed by kringen)."""

from checklist.models.content import (
    QUESTION_COUNT,
    Background,
    BackgroundKind,
    Consideration,
    Option,
    Question,
    QuestionNote,
    Selection,
    Severity,
    Tension,
)
from checklist.models.dossier import Choice, Dossier, KeptTension, new_key

__all__ = [
    "QUESTION_COUNT",
    "Background",
    "BackgroundKind",
    "Choice",
    "Consideration",
    "Dossier",
    "KeptTension",
    "Option",
    "Question",
    "QuestionNote",
    "Selection",
    "Severity",
    "Tension",
    "new_key",
]
