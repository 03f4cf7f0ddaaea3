"""The one door to the content: questions, options, tensions, models, notes and backgrounds as plain values."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet
from django.utils import timezone

from checklist.domain import content
from checklist.domain.content import Content
from checklist.domain.terms import Glossary
from checklist.models import (
    Background,
    Choice,
    Consideration,
    Decision,
    Detail,
    DetailAlternative,
    DetailKind,
    GeneralDecision,
    LegalSource,
    Option,
    OptionDeciding,
    Organ,
    ProposalField,
    Question,
    QuestionNote,
    Repair,
    Selection,
    Severity,
    Step,
    Tension,
)
from checklist.selectors.deciding import deciding
from checklist.selectors.reglement import OF_REGLEMENT, reglement
from checklist.selectors.stamped import PerStamp
from checklist.selectors.texts import Texts, texts
from models_catalogue.certainty import doubt_of
from models_catalogue.models import GovernanceModel, ModelNote, RegionNote, Trait

_Rows = Iterable[tuple[Any, ...]]


_QUESTION_TEXTS = ("label", "short_name", "in_a_sentence", "decides", "why", "opener", "passage", "heading")

_QUESTION_FIELDS = ("number", "selection", *_QUESTION_TEXTS)

_OPTION_TEXTS = ("practice", "asks", "decision", "decided_by", "prompt", "brief", "in_the_summary", "clause")


_OPTION_FIELDS = ("code", "label", "exclusive", *_OPTION_TEXTS)


_DETAIL_FIELDS = ("key", "question", "kind", "required", "while_open")


_ALTERNATIVE_FIELDS = ("value", "label", "sentence", "brief")


# A row per alternative of what an option leaves open; an option or a detail without any has one row, without one.
_OPTIONS = Option.objects.order_by(
    "question__number", "letter", "details__key", "details__alternatives__number"
).values_list(
    *(f"question__{name}" for name in _QUESTION_FIELDS),
    *_OPTION_FIELDS,
    *(f"details__{name}" for name in _DETAIL_FIELDS),
    *(f"details__alternatives__{name}" for name in _ALTERNATIVE_FIELDS),
)


_NOTES = (
    QuestionNote.objects.filter(active=True)
    .order_by("key")
    .values_list("question__number", "text", "source", "url", "date", "source_kind", "certainty")
)


_TENSION_FIELDS = (
    *("active", "number", "option_a__code", "option_b__code", "severity", "readers"),
    *("explanation", "ground", "agreement", "question"),
)


# A tension without repairs has one row, without a repair.
_TENSIONS = (
    Tension.objects.alias(repair=FilteredRelation("repairs", condition=Q(repairs__active=True)))
    .order_by("number", "repair__number")
    .values_list(*_TENSION_FIELDS, "repair__number", "repair__text", "repair__adds", "repair__drops")
)


_MODEL_FIELDS = ("number", "slug", "name", "short_name", "region", "passage", "in_a_line", "in_a_sentence", "brief")


# A model without traits has one row, without a trait.
_MODELS = (
    GovernanceModel.objects.alias(trait=FilteredRelation("traits", condition=Q(traits__active=True)))
    .order_by("number", "trait__option__question__number", "trait__option__letter")
    .values_list(
        *(*_MODEL_FIELDS, "hallmark_1__code", "hallmark_2__code"),
        *("trait__option__code", "trait__stance", "trait__ground", "trait__readers"),
    )
)


@PerStamp
def content_all(stamp: str) -> Content:
    """Return all that the questions stand on; what is switched off is left out, but for tensions. For the `stamp` that
    a dossier was opened with it costs no query when it is remembered, without one a query for the stamp. Where it isn't
    remembered nine more: what an option leaves open comes in the same rows as the option, the terms come with the
    points to weigh."""
    in_use, switched_off = _tensions()
    beside = texts()
    return Content(_questions(beside), in_use, _models(), switched_off, beside.glossary, stamp, deciding(), reglement())


def glossary() -> Glossary:
    """Return the terms in use. Queries: those of `content_all` without a stamp."""
    return content_all().glossary


def _questions(beside: Texts) -> tuple[content.Question, ...]:
    """The twelve, each with its options in the booklet's order and what goes with it."""
    notes: dict[int, list[content.Note]] = defaultdict(list)
    for number, text, source, url, when, source_kind, certainty in _NOTES.all():
        notes[number].append(content.Note(text, source, url, when, doubt_of(source_kind, certainty)))
    return tuple(
        content.Question(
            number=number,
            many=selection == Selection.MANY,
            options=tuple(_option(option, below) for option, below in _grouped(of_question, len(_OPTION_FIELDS))),
            notes=tuple(notes.get(number, ())),
            considerations=beside.points.get(number, ()),
            backgrounds=beside.backgrounds.get(number, ()),
            **dict(zip(_QUESTION_TEXTS, texts, strict=True)),
        )
        for (number, selection, *texts), of_question in _grouped(_OPTIONS.all(), len(_QUESTION_FIELDS))
    )


def _grouped(rows: _Rows, width: int) -> Iterator[tuple[tuple[Any, ...], list[tuple[Any, ...]]]]:
    """The rows by their first so many columns, with the other columns of each."""
    for first, of_first in groupby(rows, key=lambda row: row[:width]):
        yield first, [row[width:] for row in of_first]


def _option(option: tuple[Any, ...], below: _Rows) -> content.Option:
    code, label, exclusive, *texts = option
    details = (_detail(one, alternatives) for one, alternatives in _grouped(below, len(_DETAIL_FIELDS)) if one[0])
    named: dict[str, str] = dict(zip(_OPTION_TEXTS, texts, strict=True))
    return content.Option(code, label, bool(exclusive), **named, details=tuple(details))


def _detail(detail: tuple[Any, ...], rows: _Rows) -> content.Detail:
    key, question, kind, required, while_open = detail
    return content.Detail(
        key=key,
        question=content.with_names(question),
        of_gemeente=kind == DetailKind.GEMEENTE,
        required=bool(required),
        while_open=content.with_names(while_open),
        alternatives=tuple(content.Alternative(*map(content.with_names, row)) for row in rows if row[0]),
    )


def _tensions() -> tuple[tuple[content.Tension, ...], tuple[content.Tension, ...]]:
    """Those in use, and those that are switched off, each in order of their number."""
    rows = [
        (
            active,
            content.Tension(
                *(number, a, b, severity == Severity.CONTRADICTION, readers, explanation, ground, agreement),
                tuple(_repair(*row[10:]) for row in of_tension if row[10]),
                question,
            ),
        )
        for (active, number, a, b, severity, readers, explanation, ground, agreement, question), of_tension in groupby(
            _TENSIONS.all(), key=lambda row: row[:10]
        )
    ]
    return tuple(tension for active, tension in rows if active), tuple(
        tension for active, tension in rows if not active
    )


def _repair(number: int, text: str, adds: str, drops: str) -> content.Repair:
    return content.Repair(number, text, tuple(adds.split()), tuple(drops.split()))


def _models() -> tuple[content.GovernanceModel, ...]:
    return tuple(
        content.GovernanceModel(
            *(number, slug, name, short_name, region, passage),
            hallmarks=(one, two),
            traits=tuple(content.Trait(*row[11:]) for row in of_model if row[11]),
            in_a_line=in_a_line,
            in_a_sentence=in_a_sentence,
            brief=brief,
        )
        for (
            *(number, slug, name, short_name, region, passage, in_a_line, in_a_sentence, brief),
            one,
            two,
        ), of_model in groupby(_MODELS.all(), key=lambda row: row[:11])
    )


@PerStamp
def content_date(stamp: str) -> datetime:
    """Return when a text of the site last changed; the terms don't count, they explain no question. Two queries, or
    none when it is remembered."""
    of_questions = (Question, Option, Detail, DetailAlternative, Consideration, Background, QuestionNote)
    of_deciding = (Organ, LegalSource, Step, OptionDeciding, Decision, GeneralDecision, ProposalField)
    of_others = (Tension, Repair, GovernanceModel, Trait, ModelNote, RegionNote)
    moments: list[QuerySet[Any, datetime]] = [
        table._default_manager.order_by().values_list("changed_at", flat=True)
        for table in (*of_questions, *of_deciding, *OF_REGLEMENT, *of_others)
    ]
    newest = moments[0].union(*moments[1:]).order_by("-changed_at").first()
    return newest or timezone.now()


def changed_questions(dossier_id: int) -> tuple[int, ...]:
    """Return the numbers of the answered questions whose text changed after the answer was saved: of the question
    itself, its options, what these leave open or ask of organs, its points to weigh or its notes, of a tension or a
    model's stance on one of its options. In order; one query."""
    later = Q(changed_at__gt=OuterRef("saved_at"))
    of_question = [
        Question.objects.filter(later, pk=OuterRef("question")),
        Option.objects.filter(later, question=OuterRef("question")),
        Detail.objects.filter(later, option__question=OuterRef("question")),
        DetailAlternative.objects.filter(later, detail__option__question=OuterRef("question")),
        OptionDeciding.objects.filter(later, option__question=OuterRef("question")),
        Decision.objects.filter(later, deciding__option__question=OuterRef("question")),
        Consideration.objects.filter(later, question=OuterRef("question")),
        QuestionNote.objects.filter(later, question=OuterRef("question")),
        Tension.objects.filter(
            later, Q(option_a__question=OuterRef("question")) | Q(option_b__question=OuterRef("question"))
        ),
        Trait.objects.filter(later, option__question=OuterRef("question")),
    ]
    changed = reduce(or_, (Q(Exists(rows)) for rows in of_question))
    rows = Choice.objects.filter(changed, dossier_id=dossier_id, saved_at__isnull=False)
    return tuple(rows.order_by("question__number").values_list("question__number", flat=True))
