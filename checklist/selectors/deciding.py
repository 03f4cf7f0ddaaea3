"""What deciding rests on, as plain values: who decides what for each option, the steps, the law and the fields."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.db.models import BooleanField, CharField, Value

from checklist.domain import decision_content as content
from checklist.domain.decision_content import Deciding, DecisionKind, Phase
from checklist.domain.decision_texts import after_unless, condition_of, option_steps
from checklist.models import GeneralDecision, LegalSource, OptionDeciding, Organ, ProposalField, Step

_OPTION_FIELDS = (
    *("option__code", "steps", "legal", "legal_sources", "legal_to_check"),
    *("money", "staff", "law", "information", "remark", "remark_source"),
)
_DECISION_FIELDS = ("organ", "kind", "text", "sources", "to_check", "condition", "step")

# A row per decision; an option that asks nothing of an organ has one row, without one.
_OPTIONS = OptionDeciding.objects.order_by(
    "option__question__number", "option__letter", "decisions__number"
).values_list(*_OPTION_FIELDS, *(f"decisions__{name}" for name in _DECISION_FIELDS))

_STEPS = Step.objects.order_by("number").defer("loaded_hashes", "changed_at", "attention")


def _words(*fields: str | Value) -> tuple[str | Value, ...]:
    """Six columns of text; what a table lacks is empty."""
    return (*fields, *[Value("", CharField())] * (6 - len(fields)))


_ORGAN, _SOURCE, _GENERAL, _FIELD = (Value(kind, CharField()) for kind in ("organ", "source", "general", "field"))
_SURE = Value(False, BooleanField())

# Four tables of short texts in one query: what a row is, whether it is to be checked, and its texts with its key first.
_ALL_TEXTS = (
    Organ.objects.order_by()
    .values_list(_ORGAN, _SURE, *_words("name", "opening"))
    .union(
        LegalSource.objects.order_by().values_list(
            _SOURCE, "to_check", *_words("key", "law", "citation", "says", "read", "url")
        ),
        GeneralDecision.objects.order_by().values_list(_GENERAL, _SURE, *_words("key", "organ", "kind", "text")),
        ProposalField.objects.order_by().values_list(_FIELD, _SURE, *_words("key", "label", "help", "empty")),
        all=True,
    )
)


def deciding() -> Deciding:
    """Return who decides what. Three queries: options with their decisions, steps, and the other texts."""
    texts: dict[str, dict[str, tuple[Any, ...]]] = {kind.value: {} for kind in (_ORGAN, _SOURCE, _GENERAL, _FIELD)}
    for kind, to_check, key, *rest in _ALL_TEXTS.all():
        texts[kind][key] = (bool(to_check), *rest)
    return Deciding(
        openings={content.Organ(name): opening for name, (_, opening, *_) in texts["organ"].items()},
        sources={
            key: content.LegalSource(key, law, citation, says, to_check, read, url)
            for key, (to_check, law, citation, says, read, url) in texts["source"].items()
        },
        options=_options(),
        general={
            key: content.DecisionText(content.Organ(organ), DecisionKind(kind), text)
            for key, (_, organ, kind, text, *_) in texts["general"].items()
        },
        steps={row.key: _step(row) for row in _STEPS.all()},
        fields={
            key: content.FieldText(label, help_text, empty)
            for key, (_, label, help_text, empty, *_) in texts["field"].items()
        },
    )


def _options() -> Mapping[str, content.OptionDeciding]:
    width = len(_OPTION_FIELDS)
    found = {}
    for (code, steps, legal, sources, to_check, *texts), rows in groupby(_OPTIONS.all(), key=lambda row: row[:width]):
        decisions = tuple(_decision(row[width:]) for row in rows if row[width])
        beside = (option_steps(steps), legal, tuple(sources.split()), bool(to_check))
        found[code] = content.OptionDeciding(decisions, *beside, *texts)
    return found


def _decision(row: tuple[Any, ...]) -> content.DecisionText:
    organ, kind, text, sources, to_check, condition, step = row
    return content.DecisionText(
        *(content.Organ(organ), DecisionKind(kind), text, tuple(sources.split()), bool(to_check)),
        condition=condition_of(condition),
        step=step,
    )


def _step(row: Step) -> content.StepText:
    term = content.Term(
        *(row.term, row.term_basis, row.term_days, row.term_month, row.term_day, row.term_deadline, row.term_sooner)
    )
    return content.StepText(
        *(row.key, row.number, Phase(row.phase), row.what, content.Organ(row.organ), row.who, tuple(row.after.split())),
        after_unless=after_unless(row.after_unless, row.unless_any_of, row.unless_none_of),
        decides=row.decides,
        always=row.always,
        term=term if row.has_term else None,
        source=row.source,
        to_check=row.to_check,
        sources=tuple(row.sources.split()),
    )
