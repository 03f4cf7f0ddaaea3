"""Refuses files that add or take away what the booklet or the product fixes, or make it something else (rule 12)."""

import json
from collections.abc import Iterable, Mapping

from checklist.content_loading.kinds import CONTENT_DIR, Key, Kind, Value
from checklist.content_loading.reading import ContentError, Contents, Record, read_file
from checklist.domain import booklet
from checklist.models import (
    Adoption,
    Article,
    Clause,
    ClausePart,
    Decision,
    Detail,
    DetailAlternative,
    Gap,
    GeneralDecision,
    LegalSource,
    Option,
    OptionDeciding,
    Organ,
    PreambleLine,
    ProposalField,
    Question,
    Selection,
    Step,
)
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import GovernanceModel

Fixed = Mapping[Key, Mapping[str, Value]]

RULE = "questions, options, details and models can be edited, never added or removed"
RULE_OF_DECIDING = "what deciding rests on can be edited, never added or removed"

# The keys that a table has by the booklet, with the fields that make each what it is.
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

# What of deciding isn't words: the rows and these fields are those of the product's own files, which come with its
# code. Saying a hundred decisions and three hundred links once more in code would be a second truth.
AS_IN_THE_PRODUCT: Mapping[type[FixtureRow], tuple[str, ...]] = {
    Organ: (),
    LegalSource: (),
    Step: (
        *("number", "phase", "organ", "after", "after_unless", "unless_any_of", "unless_none_of", "decides", "always"),
        *("term_days", "term_deadline", "term_month", "term_day", "sources"),
    ),
    OptionDeciding: ("legal_sources", "steps"),
    Decision: ("organ", "kind", "sources", "condition", "step"),
    GeneralDecision: ("organ", "kind"),
    ProposalField: ("number",),
    Article: ("key", "questions"),
    Clause: ("article", "number", "shape", "condition"),
    ClausePart: ("condition",),
    Adoption: ("number", "condition", "comes_with"),
    PreambleLine: ("condition",),
    Gap: ("number", "question", "detail", "asked"),
}


def check_fixed(contents: Contents) -> None:
    """Raise `ContentError` at the first record that the booklet doesn't have, has otherwise, or that is missing."""
    for kind, records in contents.items():
        if kind.model in FIXED:
            _check(kind.file, records, FIXED[kind.model], "booklet", RULE)


def check_as_in_the_product(contents: Contents) -> None:
    """Raise `ContentError` at the first record on deciding that the product doesn't have, has otherwise, or that is
    missing."""
    for kind, records in contents.items():
        if kind.model in AS_IN_THE_PRODUCT:
            _check(kind.file, records, _of_the_product(kind), "product", RULE_OF_DECIDING)


def is_fixed(table: type[FixtureRow]) -> bool:
    """Whether the rows of a table are fixed: pages fail on one more or one less."""
    return table in FIXED or table in AS_IN_THE_PRODUCT


def _of_the_product(kind: Kind) -> Fixed:
    names = AS_IN_THE_PRODUCT[kind.model]
    records = read_file(kind, CONTENT_DIR / kind.file)
    return {record.key: {name: record.values[name] for name in names} for record in records}


def _check(file: str, records: Iterable[Record], fixed: Fixed, where: str, rule: str) -> None:
    missing = dict(fixed)
    for record in records:
        if record.key not in fixed:
            raise record.error(f"is not in the {where}: {rule}")
        for name, value in missing.pop(record.key).items():
            if record.values[name] != value:
                wanted, found = json.dumps(value), json.dumps(record.values[name], ensure_ascii=False)
                raise record.error(f"must be {wanted}, as in the {where}, not {found:.60}", name)
    for key in missing:
        raise ContentError(file, f"{' '.join(map(str, key))} is missing: {rule}")
