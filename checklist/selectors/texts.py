"""The short texts that come in one query: points to weigh, what the booklet says of all questions, and terms."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, IntegerField, Value
from django.db.models.functions import Cast

from checklist.domain.content import Background, Consideration
from checklist.domain.terms import Glossary, Term
from checklist.models import AT_QUESTIONS
from checklist.models import Background as BackgroundRow
from checklist.models import Consideration as ConsiderationRow
from checklist.models import Term as TermRow
from checklist.selectors.stamped import PerStamp

_Row = tuple[Any, ...]

# The columns of a background; the others have the same, with a word of their own for the kind. A point has the number
# of its question in the last, a term its name as the heading and its other forms in the last.
_COLUMNS = ("kind", "number", "heading", "text", "passage", "only_with")
_POINT, _TERM = "", "begrip"


def _word(value: str) -> Value:
    return Value(value, CharField())


_BACKGROUNDS = BackgroundRow.objects.filter(kind__in=AT_QUESTIONS).values_list(*_COLUMNS)
_POINTS = ConsiderationRow.objects.values_list(
    *(_word(_POINT), "number", _word(""), "text", "passage", Cast("question__number", CharField()))
)
_TERMS = TermRow.objects.filter(active=True).values_list(
    *(_word(_TERM), Value(0, IntegerField()), "name", "explanation", "passage", "forms")
)
_ALL_TEXTS = _POINTS.order_by().union(_BACKGROUNDS.order_by(), _TERMS.order_by(), all=True)


@dataclass(frozen=True)
class Texts:
    """Points to weigh and backgrounds by the number of their question, in order, and the terms in use."""

    points: Mapping[int, tuple[Consideration, ...]]
    backgrounds: Mapping[int, tuple[Background, ...]]
    glossary: Glossary


def texts() -> Texts:
    """Return the short texts that stand at the questions. One query."""
    return _made_of(_ALL_TEXTS.all())


@PerStamp
def backgrounds(stamp: str) -> tuple[Background, ...]:
    """Return the texts that aren't about one question, by kind and in order. Two queries, or none when they are
    remembered."""
    return tuple(_background(row) for row in BackgroundRow.objects.values_list(*_COLUMNS))


def _made_of(rows: Iterable[_Row]) -> Texts:
    points: dict[int, list[Consideration]] = defaultdict(list)
    at_questions: dict[int, list[Background]] = defaultdict(list)
    terms = []
    for row in sorted(rows, key=lambda row: row[1]):
        kind, _, heading, text, passage, last = row
        if kind == _POINT:
            points[int(last)].append(Consideration(text, passage))
        elif kind == _TERM:
            terms.append(Term(heading, tuple(last.split("; ")) if last else (), text, passage))
        else:
            background = _background(row)
            for number in background.at_questions:
                at_questions[number].append(background)
    in_order = sorted(terms, key=lambda term: term.name.casefold())
    return Texts(
        {number: tuple(found) for number, found in points.items()},
        {number: tuple(found) for number, found in at_questions.items()},
        Glossary(tuple(in_order)),
    )


def _background(row: _Row) -> Background:
    kind, _, heading, text, passage, only_with = row
    return Background(kind, heading, text, passage, tuple(only_with.split()))
