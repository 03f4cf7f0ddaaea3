"""The proposal (afronding) in a dossier file, made of its fields."""

from collections.abc import Mapping

from checklist.domain.dossier_file.schema.kinds import DATE, GEMEENTE, OPTION, Shape, record, rows, told
from checklist.domain.dossier_file.schema.kinds import text as text_of
from checklist.domain.dossier_file.schema.proposal_words import WORDS
from checklist.domain.proposal import ARTICLES, FIELDS, MOST_EUROS, RULE_KEYS, Field, Kind
from checklist.domain.steps import STEPS

AMOUNT: Shape = {"type": "string", "pattern": r"^[0-9]{1,9}\.[0-9]{2}$", "maxLength": len("999999999.99")}
_OF_KIND: Mapping[Kind, Shape] = {
    Kind.DATE: DATE,
    # In binary fractions few amounts are a multiple of a cent: how many decimals there are, no schema can say.
    Kind.EUROS: {"anyOf": [{"type": "number", "minimum": 0, "maximum": float(MOST_EUROS)}, AMOUNT]},
    Kind.GEMEENTE: GEMEENTE,
    Kind.OPTION: OPTION,
    Kind.STEP: {"enum": list(STEPS)},
    Kind.RULE: {"enum": list(RULE_KEYS)},
    Kind.ARTICLE: {"enum": list(ARTICLES)},
}


def proposal() -> Shape:
    """Return the proposal: every field may be left out."""
    return told(
        "De afronding",
        "Wat een bestuur vraagt naast de antwoorden. Niets is verplicht.",
        record({field.key: told(*WORDS[field.key], _field(field)) for field in FIELDS}),
    )


def _field(field: Field) -> Shape:
    if field.kind is not Kind.TABLE:
        return _value(field)
    columns = {column.key: told(*WORDS[f"{field.key}.{column.key}"], _cell(column)) for column in field.columns}
    return rows(record(columns, [column.key for column in field.columns if column.needed]), field.rows)


def _cell(column: Field) -> Shape:
    """A cell may be an empty text: a row in which nothing stands is left out."""
    shape = _value(column)
    if column.kind in (Kind.LINE, Kind.TEXT):
        return shape
    if "enum" in shape:
        return {"enum": [*shape["enum"], ""]}
    return {"anyOf": [shape, {"const": ""}]}


def _value(field: Field) -> Shape:
    if field.kind in (Kind.LINE, Kind.TEXT):
        return text_of(field.cap)
    if field.kind is Kind.CHOICE:
        return {"enum": [choice.value for choice in field.choices]}
    return _OF_KIND[field.kind]
