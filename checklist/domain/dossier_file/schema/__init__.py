"""What a dossier file looks like, as JSON Schema: read by the import for its keys, caps and lists, and published."""

from checklist.domain.dossier_file.schema.document import json_schema, schema_file
from checklist.domain.dossier_file.schema.formats import (
    ACTION,
    ACTIONS,
    ALL_PARKED,
    FORMATS,
    KEPT,
    PARKED,
    PROPOSAL,
    REQUIRED,
    SHA256_START,
    WRITTEN,
)
from checklist.domain.dossier_file.schema.kinds import DATE, Shape
from checklist.domain.dossier_file.schema.meeting import ATTENDED, MEETING, SITTING, QuestionShapes, question_shapes
from checklist.domain.dossier_file.schema.proposal import AMOUNT

__all__ = [
    "ACTION",
    "ACTIONS",
    "ALL_PARKED",
    "AMOUNT",
    "ATTENDED",
    "DATE",
    "FORMATS",
    "KEPT",
    "MEETING",
    "PARKED",
    "PROPOSAL",
    "REQUIRED",
    "SHA256_START",
    "SITTING",
    "WRITTEN",
    "QuestionShapes",
    "Shape",
    "json_schema",
    "question_shapes",
    "schema_file",
]
