"""Reads of content and dossiers: plain frozen values out; each function says how many queries it costs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import groupby
from operator import or_
from types import MappingProxyType
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from checklist.domain import content
from checklist.domain.content import Content
from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.models import (
    Background,
    Choice,
    Consideration,
    Dossier,
    KeptTension,
    Option,
    Presence,
    Question,
    QuestionNote,
    Selection,
    Severity,
    Tension,
)
from checklist.prepared import PreparedQuery
from models_catalogue.models import GovernanceModel, ModelNote, Trait, Veiligheidsregio
from models_catalogue.notes import Certainty

Rows = Iterable[tuple[Any, ...]]

# How long a question counts as open after the last sign of it. Without JavaScript a sign comes only with a save, and a
# kring talks over one question for some minutes.
PRESENT_FOR = timedelta(minutes=15)

# How long a dossier in which nobody ever saved anything is kept, after it was made and after the day of its meeting. A
# link is prepared weeks before, and a meeting that is put off is held a month later (docs/limits.md).
UNTOUCHED_FOR = timedelta(days=30)


@dataclass(frozen=True)
class ChoiceState:
    """A stored answer with its row, the version it has and when it was saved; version 0 was never looked at."""

    id: int
    answer: Answer
    version: int
    saved_at: datetime | None


@dataclass(frozen=True)
class KeptState:
    """The motivation with which a tension is kept, and its version."""

    motivation: str
    version: int


@dataclass(frozen=True)
class OpenDossier:
    """A dossier as somebody opened it: its title page, the answers stored then by question number (all twelve), and
    whether this link may change it."""

    id: int
    key: str
    edit_key: str
    read_key: str
    can_edit: bool
    title: str
    region_code: str
    region: str
    date: date
    present: tuple[str, ...]
    version: int
    answers: Mapping[int, ChoiceState]

    @property
    def read_only(self) -> bool:
        """Whether it was opened with the leeslink."""
        return not self.can_edit

    @property
    def chosen(self) -> frozenset[str]:
        """The codes of all chosen options."""
        return frozenset(code for state in self.answers.values() for code in state.answer.options)


@dataclass(frozen=True)
class ListedDossier:
    """A dossier in the list of those opened in this browser."""

    key: str
    title: str
    region: str
    can_edit: bool


_QUESTION_TEXTS = ("label", "short_name", "in_a_sentence", "decides", "why", "opener", "passage")
_QUESTION_FIELDS = ("number", "selection", *_QUESTION_TEXTS)
_OPTIONS = Option.objects.values_list(
    *(f"question__{name}" for name in _QUESTION_FIELDS),
    *("code", "label", "exclusive", "practice", "asks", "decision", "decided_by", "prompt", "brief", "in_the_summary"),
)
_ALL_OPTIONS = PreparedQuery(_OPTIONS)
_CONSIDERATIONS = PreparedQuery(Consideration.objects.values_list("question__number", "text", "passage"))
_NOTES = PreparedQuery(
    QuestionNote.objects.filter(active=True)
    .order_by("key")
    .values_list("question__number", "text", "source", "url", "date", "certainty")
)
_TENSIONS = PreparedQuery(
    Tension.objects.values_list(
        "active", "number", "option_a__code", "option_b__code", "severity", "readers", "explanation", "ground"
    )
)
_MODEL_FIELDS = ("number", "slug", "name", "short_name", "region", "passage", "in_a_line", "in_a_sentence")
_DOSSIER_FIELDS = (
    *("edit_key", "read_key", "title", "veiligheidsregio__code", "veiligheidsregio__name"),
    *("date", "present", "version"),
)
# A row per answer, each with the dossier it belongs to: a dossier has its twelve answers from the start.
_OPENED = Choice.objects.order_by("question__number").values_list(
    *("dossier_id", *(f"dossier__{name}" for name in _DOSSIER_FIELDS)),
    *("question__number", "pk", "options", "motivation", "minority", "version", "saved_at"),
)
# A model without traits has one row, without a trait.
_MODELS = PreparedQuery(
    GovernanceModel.objects.alias(trait=FilteredRelation("traits", condition=Q(traits__active=True)))
    .order_by("number", "trait__option__question__number", "trait__option__letter")
    .values_list(
        *(*_MODEL_FIELDS, "hallmark_1__code", "hallmark_2__code"),
        *("trait__option__code", "trait__stance", "trait__ground", "trait__readers"),
    )
)


def content_all() -> Content:
    """Return all that the questions stand on; what is switched off is left out, but for tensions. Five queries."""
    in_use, switched_off = _tensions()
    return Content(questions=_questions(), tensions=in_use, models=_models(), switched_off=switched_off)


def questions() -> tuple[content.Question, ...]:
    """Return the twelve questions with their options, without notes and points to weigh. One query."""
    return _with_options(_ALL_OPTIONS.rows())


def question(number: int) -> content.Question:
    """Return one question with its options, without notes and points to weigh: what a form needs. One query."""
    return _with_options(_OPTIONS.filter(question__number=number))[0]


def backgrounds() -> tuple[content.Background, ...]:
    """Return the texts of the advies that aren't about one question, in order. One query."""
    rows = Background.objects.values_list("kind", "heading", "text", "passage", "only_with")
    return tuple(
        content.Background(kind, heading, text, passage, tuple(only_with.split()))
        for kind, heading, text, passage, only_with in rows
    )


def _questions() -> tuple[content.Question, ...]:
    notes: dict[int, list[content.Note]] = defaultdict(list)
    for number, text, source, url, when, certainty in _NOTES.rows():
        notes[number].append(content.Note(text, source, url, when, certainty == Certainty.HIGH))
    considerations: dict[int, list[content.Consideration]] = defaultdict(list)
    for number, text, passage in _CONSIDERATIONS.rows():
        considerations[number].append(content.Consideration(text, passage))
    return _with_options(_ALL_OPTIONS.rows(), notes, considerations)


def _with_options(
    rows: Rows,
    notes: Mapping[int, Sequence[content.Note]] = MappingProxyType({}),
    considerations: Mapping[int, Sequence[content.Consideration]] = MappingProxyType({}),
) -> tuple[content.Question, ...]:
    """The questions of these options, each with its options in the booklet's order, its notes and its points."""
    return tuple(
        content.Question(
            number=number,
            many=selection == Selection.MANY,
            options=tuple(_option(*row[9:]) for row in of_question),
            notes=tuple(notes.get(number, ())),
            considerations=tuple(considerations.get(number, ())),
            **dict(zip(_QUESTION_TEXTS, texts, strict=True)),
        )
        for (number, selection, *texts), of_question in groupby(rows, key=lambda row: row[:9])
    )


def _option(code: str, label: str, exclusive: object, *texts: str) -> content.Option:
    return content.Option(code, label, bool(exclusive), *texts)


def _tensions() -> tuple[tuple[content.Tension, ...], tuple[content.Tension, ...]]:
    """Those in use, and those that are switched off."""
    rows = [
        (active, content.Tension(number, a, b, severity == Severity.CONTRADICTION, readers, explanation, ground))
        for active, number, a, b, severity, readers, explanation, ground in _TENSIONS.rows()
    ]
    return tuple(tension for active, tension in rows if active), tuple(
        tension for active, tension in rows if not active
    )


def _models() -> tuple[content.GovernanceModel, ...]:
    return tuple(
        content.GovernanceModel(
            *(number, slug, name, short_name, region, passage),
            hallmarks=(one, two),
            traits=tuple(content.Trait(*row[10:]) for row in of_model if row[10]),
            in_a_line=in_a_line,
            in_a_sentence=in_a_sentence,
        )
        for (number, slug, name, short_name, region, passage, in_a_line, in_a_sentence, one, two), of_model in groupby(
            _MODELS.rows(), key=lambda row: row[:10]
        )
    )


def content_date() -> datetime:
    """Return when a text of the site last changed. One query."""
    tables = (Question, Option, Consideration, Background, QuestionNote, Tension, GovernanceModel, Trait, ModelNote)
    moments: list[QuerySet[Any, datetime]] = [
        table._default_manager.order_by().values_list("changed_at", flat=True) for table in tables
    ]
    newest = moments[0].union(*moments[1:]).order_by("-changed_at").first()
    return newest or timezone.now()


def changed_questions(dossier_id: int) -> tuple[int, ...]:
    """Return the numbers of the answered questions whose text changed after the answer was saved: of the question
    itself, its options, its points to weigh or its notes, of a tension or a model's stance on one of its options. In
    order; one query."""
    later = Q(changed_at__gt=OuterRef("saved_at"))
    of_question = [
        Question.objects.filter(later, pk=OuterRef("question")),
        Option.objects.filter(later, question=OuterRef("question")),
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


def regions() -> dict[str, str]:
    """Return the names of the veiligheidsregio's by code. One query."""
    return dict(Veiligheidsregio.objects.values_list("code", "name"))


def dossier_with_key(key: str) -> OpenDossier | None:
    """Return the dossier that this key opens, with its answers, or None. One query."""
    rows = list(_OPENED.filter(Q(dossier__edit_key=key) | Q(dossier__read_key=key)))
    if not rows:
        return None
    pk, edit_key, read_key, title, region_code, region, when, present, version = rows[0][:9]
    return OpenDossier(
        id=pk,
        key=key,
        edit_key=edit_key,
        read_key=read_key,
        can_edit=key == edit_key,
        title=title,
        region_code=region_code,
        region=region,
        date=when,
        present=tuple(present),
        version=version,
        answers=_choice_states(row[9:] for row in rows),
    )


def dossiers_with_keys(keys: Sequence[str]) -> list[ListedDossier]:
    """Return the dossiers that these keys open, in the order of the keys, without keys that open none. One query."""
    rows = Dossier.objects.filter(Q(edit_key__in=keys) | Q(read_key__in=keys)).values_list(
        "edit_key", "read_key", "title", "veiligheidsregio__name"
    )
    found = {}
    for edit_key, read_key, title, region in rows:
        found[edit_key] = ListedDossier(edit_key, title, region, can_edit=True)
        found[read_key] = ListedDossier(read_key, title, region, can_edit=False)
    return [found[key] for key in keys if key in found]


def others_at(dossier_id: int, number: int, visitor: str) -> datetime | None:
    """Return when another browser than this visitor's was last seen at a question; None when that is more than
    `PRESENT_FOR` ago, or never was. One query."""
    since = timezone.now() - PRESENT_FOR
    rows = Presence.objects.filter(dossier_id=dossier_id, question_number=number).values_list("visitor", "seen_at")
    return max((seen_at for other, seen_at in rows if other != visitor and seen_at >= since), default=None)


def _choice_states(rows: Rows) -> dict[int, ChoiceState]:
    return {
        number: ChoiceState(pk, Answer(tuple(options), motivation, minority), version, saved_at)
        for number, pk, options, motivation, minority, version, saved_at in rows
    }


def choice(dossier_id: int, number: int) -> ChoiceState:
    """Return one stored answer. One query."""
    row = Choice.objects.get(dossier_id=dossier_id, question__number=number)
    return ChoiceState(row.pk, Answer(tuple(row.options), row.motivation, row.minority), row.version, row.saved_at)


def kept_tensions(dossier_id: int) -> dict[tuple[str, str], KeptState]:
    """Return the kept tensions by their pair of codes, also those whose options are no longer chosen and those that are
    switched off: what a kring wrote stays its own. One query."""
    rows = KeptTension.objects.filter(dossier_id=dossier_id).order_by("tension__number")
    return {
        (a, b): KeptState(motivation, version)
        for a, b, motivation, version in rows.values_list(
            "tension__option_a__code", "tension__option_b__code", "motivation", "version"
        )
    }


def tension_in_use(number: int) -> bool | None:
    """Whether the tension with this number is in use, or switched off; None when there is none. One query."""
    return Tension.objects.filter(number=number).values_list("active", flat=True).first()


def dossier_exists(dossier_id: int) -> bool:
    """Whether a dossier that was opened is still there. One query."""
    return Dossier.objects.filter(pk=dossier_id).exists()


def untouched_dossiers(most: int) -> list[int]:
    """Return at most so many dossiers in which nobody ever saved anything, older than `UNTOUCHED_FOR` and with their
    meeting as long ago, that no browser has open now. One query."""
    before = timezone.now() - UNTOUCHED_FOR
    saved = Choice.objects.filter(dossier=OuterRef("pk"), version__gt=0)
    open_now = Presence.objects.filter(dossier=OuterRef("pk"), seen_at__gte=timezone.now() - PRESENT_FOR)
    rows = Dossier.objects.filter(~Exists(saved), ~Exists(open_now), version=1, created_at__lt=before)
    rows = rows.filter(date__lt=timezone.localdate(before)).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:most])


def options_missing(dossier_id: int, number: int) -> tuple[str, ...] | None:
    """Return the options of a tension that aren't chosen; none when the tension holds, None when the dossier is gone.
    One query."""
    answers = Choice.objects.filter(dossier_id=dossier_id)
    a, b, chosen_a, chosen_b = Tension.objects.values_list(
        "option_a__code",
        "option_b__code",
        Subquery(answers.filter(question=OuterRef("option_a__question")).values("options")),
        Subquery(answers.filter(question=OuterRef("option_b__question")).values("options")),
    ).get(number=number)
    if chosen_a is None or chosen_b is None:  # a dossier has its twelve answers from the start
        return None
    return tuple(code for code, chosen in ((a, chosen_a), (b, chosen_b)) if code not in chosen)


def kept_tension(dossier_id: int, number: int) -> KeptState | None:
    """Return how one tension is kept, or None when it isn't. One query."""
    row = KeptTension.objects.filter(dossier_id=dossier_id, tension__number=number).first()
    return KeptState(row.motivation, row.version) if row else None


def dossier_value(dossier: OpenDossier, kept: Mapping[tuple[str, str], KeptState] | None = None) -> DossierValue:
    """Return what the kring typed and chose; questions never looked at are left out. One query, none for who has read
    the kept tensions already."""
    if kept is None:
        kept = kept_tensions(dossier.id)
    answers = {number: state.answer for number, state in dossier.answers.items() if state.version}
    chosen = {code for answer in answers.values() for code in answer.options}
    return DossierValue(
        title=dossier.title,
        veiligheidsregio=dossier.region_code,
        date=dossier.date,
        present=dossier.present,
        answers=answers,
        kept=tuple(Kept(a, b, state.motivation) for (a, b), state in kept.items() if {a, b} <= chosen),
    )
