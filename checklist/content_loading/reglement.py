"""Refuses files in which the reglement asks for what isn't there, names an unknown gap, or is adopted by nobody."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from checklist.content_loading.reading import ContentError, Contents, Record
from checklist.domain import booklet
from checklist.domain.decision.reglement.standing import Standing
from checklist.domain.decision_texts import NOT_ANSWERED
from checklist.domain.reglement_content import When
from checklist.domain.reglement_texts import detail_of, gaps_of, when_of
from checklist.models import Adoption, Article, Clause, ClausePart, Gap, PreambleLine
from models_catalogue.fixture_rows import FixtureRow

_CODES = {f"{number}{letter}" for number, letter, _ in booklet.options()}
_CONDITIONAL = (Clause, ClausePart, Adoption, PreambleLine)


def check_reglement(contents: Contents) -> None:
    """Raise `ContentError` at the first condition of another form or on what the booklet doesn't have, at a question or
    detail that isn't there, at braces that name no gap of these files, and at answers to question 1 with which nobody
    or more than one adopts the reglement."""
    records: Mapping[type[FixtureRow], tuple[Record, ...]] = {kind.model: rows for kind, rows in contents.items()}
    gaps = {str(record.key[0]) for record in records[Gap]}
    for table in (Article, *_CONDITIONAL, Gap):
        for record in records[table]:
            for name, problem in (*_of_condition(record), *_of_places(record), *_of_gaps(record, gaps)):
                raise record.error(problem, name)
    _check_adoptions(records[Adoption])


def _of_condition(record: Record) -> Iterator[tuple[str, str]]:
    try:
        when = when_of(str(record.values.get("condition", "")))
    except ValueError as error:
        yield "condition", str(error)
        return
    for code in (*when.every, *when.any_of, *when.none_of):
        if code not in _CODES:
            yield "condition", f"unknown option {code}"
    for number in (*when.open_at, *when.answered_at):
        if number not in booklet.QUESTIONS:
            yield "condition", f"unknown question {number}"
    yield from _of_detail(when)


def _of_detail(when: When) -> Iterator[tuple[str, str]]:
    if when.detail is None:
        return
    code, key, values = when.detail
    detail = booklet.DETAILS.get((code, key))
    if detail is None or detail.of_gemeente:
        yield "condition", f"option {code} leaves no {key} to choose open"
        return
    for value in values:
        if value not in ("", *detail.values):
            yield "condition", f"{value or NOT_ANSWERED} is no answer to {key} of option {code}"


def _of_places(record: Record) -> Iterator[tuple[str, str]]:
    """The questions of an article, and the detail and question of a gap."""
    for number in str(record.values.get("questions", "")).split():
        if not number.isdecimal() or int(number) not in booklet.QUESTIONS:
            yield "questions", f"unknown question {number}"
    question = record.values.get("question", 0)
    if question and question not in booklet.QUESTIONS:
        yield "question", f"unknown question {question}"
    try:
        asked = detail_of(str(record.values.get("detail", "")))
    except ValueError as error:
        yield "detail", str(error)
        return
    if asked and asked not in booklet.DETAILS:
        yield "detail", f"option {asked[0]} leaves no {asked[1]} open"


def _of_gaps(record: Record, gaps: set[str]) -> Iterator[tuple[str, str]]:
    for name, text in record.values.items():
        for gap in gaps_of(text) if isinstance(text, str) else ():
            if gap not in gaps:
                yield name, f"unknown gap {gap}"


def _check_adoptions(records: tuple[Record, ...]) -> None:
    """Whatever question 1 is answered with, one row adopts the reglement."""
    letters = booklet.QUESTIONS[1].letters
    whens = [when_of(str(record.values["condition"])) for record in records if not record.values["comes_with"]]
    file = next(iter(records)).kind.file if records else "reglement_adoptions.json"
    for many in range(len(letters) + 1):
        for chosen in combinations([f"1{letter}" for letter in letters], many):
            found = sum(Standing(frozenset(chosen), {}).holds(when) for when in whens)
            if found != 1:
                answer = " ".join(chosen) or "no answer"
                raise ContentError(file, f"{found} rows adopt the reglement with {answer} to question 1, not one")
