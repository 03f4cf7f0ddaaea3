"""Refuses files that add or take away what the booklet fixes, or make it something else (rule 12)."""

import json
from collections.abc import Iterable, Mapping

from checklist.content_loading.kinds import Key, Value
from checklist.content_loading.reading import ContentError, Contents, Record
from checklist.domain import booklet
from checklist.models import Detail, DetailAlternative, Option, Question, Selection
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import GovernanceModel

Fixed = Mapping[Key, Mapping[str, Value]]

RULE = "questions, options, details and models can be edited, never added or removed"

# The keys that a table has, with the fields that make each what it is.
FIXED: Mapping[type[FixtureRow], Fixed] = {
    Question: {
        (number,): {"selection": (Selection.MANY if question.many else Selection.ONE).value}
        for number, question in booklet.QUESTIONS.items()
    },
    Option: {
        (f"{number}{letter}",): {"question": [number], "letter": letter, "exclusive": exclusive}
        for number, letter, exclusive in booklet.options()
    },
    Detail: {
        (code, key): {"kind": detail.kind, "required": detail.required}
        for (code, key), detail in booklet.DETAILS.items()
    },
    DetailAlternative: {
        (code, key, value): {"number": number}
        for (code, key), detail in booklet.DETAILS.items()
        for number, value in enumerate(detail.values, start=1)
    },
    GovernanceModel: {(slug,): {"number": number} for number, slug in enumerate(booklet.MODELS, start=1)},
}


def check_fixed(contents: Contents) -> None:
    """Raise `ContentError` at the first record that the booklet doesn't have, has otherwise, or that is missing."""
    for kind, records in contents.items():
        if kind.model in FIXED:
            _check(kind.file, records, FIXED[kind.model])


def _check(file: str, records: Iterable[Record], fixed: Fixed) -> None:
    missing = dict(fixed)
    for record in records:
        if record.key not in fixed:
            raise record.error(f"is not in the booklet: {RULE}")
        for name, value in missing.pop(record.key).items():
            if record.values[name] != value:
                wanted, found = json.dumps(value), json.dumps(record.values[name], ensure_ascii=False)
                raise record.error(f"must be {wanted}, as in the booklet, not {found:.60}", name)
    for key in missing:
        raise ContentError(file, f"{' '.join(map(str, key))} is missing: {RULE}")
