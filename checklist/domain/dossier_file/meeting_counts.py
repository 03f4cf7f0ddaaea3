"""What was counted of each option in a meeting, in a file: what the answers come to, or what secret mode may tell."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checklist.domain.content import Question
from checklist.domain.dossier_file.schema import Shape
from checklist.domain.dossier_file.strict import number_at, object_at, of_kind, record, refuse, shown, word_at
from checklist.domain.meeting.shown import Shown, could_be, span
from checklist.domain.meeting.tally import count
from checklist.domain.meeting_record.value import RecordedCount, RecordedQuestion
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, Rough, RoundKind

_MAJORITY = (Rough.MAJORITY, Rough.NO_MAJORITY)


def check_options(options: Iterable[str], question: Question, place: str) -> None:
    """Refuse an option that isn't one of this question."""
    known = {option.code for option in question.options}
    for code in options:
        if code not in known:
            refuse(place, f"optie {shown(code)} hoort niet bij vraag {question.number}")


def open_counts(value: object, question: Question, answered: int, shape: Shape, place: str) -> dict[str, RecordedCount]:
    """Return the counts of an open meeting, by option."""
    found = {}
    for code, one, here in _by_option(value, question, shape, place):
        if any(isinstance(number, str) for number in one.values()):
            refuse(here, "een open vergadering zegt aantallen, geen woorden")
        numbers = {key: number_at(one[key], f"{here}, {key}", 0, answered) for key in one}
        if sum(numbers.values()) > answered:
            refuse(here, f"het zijn er samen meer dan de {answered} antwoorden")
        found[code] = RecordedCount(**numbers)
    return found


def secret_counts(
    value: object, question: Question, asked: RecordedQuestion, shape: Shape, place: str
) -> dict[str, RecordedCount]:
    """Return the counts of a secret meeting, by option: what may be told of so many answers."""
    if asked.answered < LEAST_TO_SHOW:
        refuse(place, "bij minder dan vijf antwoorden zegt een geheime vergadering geen aantallen")
    if asked.kind is RoundKind.POLL:
        refuse(place, "een geheime peiling zegt geen aantallen")
    found = {code: _secret_count(one, asked, here) for code, one, here in _by_option(value, question, shape, place)}
    if len({one.voor in _MAJORITY for one in found.values()}) > 1:
        refuse(place, "zeg van alle opties een aantal, of van alle opties of er een meerderheid is")
    return found


def check_recount(found: RecordedQuestion, question: Question, place: str) -> None:
    """Refuse a count that isn't that of the answers."""
    counted = count(question, [one.stances for one in found.answers if not one.late])
    late = sum(one.late for one in found.answers)
    for key, number in (("answered", counted.answered), ("blank", counted.blank), ("late", late)):
        if getattr(found, key) != number:
            refuse(f"{place}, {key}", f"de antwoorden geven {number}")
    for code, option in counted.options.items():
        told = found.counts.get(code, RecordedCount(0))
        if (told.voor, told.kan or 0, told.tegen or 0) != (option.voor, option.kan, option.tegen):
            refuse(f"{place}, counts, {code}", "de antwoorden geven andere aantallen")


def _by_option(
    value: object, question: Question, shape: Shape, place: str
) -> Iterator[tuple[str, dict[str, Any], str]]:
    found = object_at(value, place)
    check_options(found, question, place)
    for code, one in found.items():
        yield code, record(one, f"{place}, {code}", shape), f"{place}, {code}"


def _secret_count(one: Mapping[str, Any], asked: RecordedQuestion, place: str) -> RecordedCount:
    n = asked.answered
    if "kan" in one:
        refuse(place, "een geheime vergadering zegt niet hoeveel er kan")
    voor = _told(one["voor"], n, f"{place}, voor")
    if voor in _MAJORITY:
        if asked.attempt == 1:
            refuse(f"{place}, voor", f"{voor} staat er alleen nadat een vraag is heropend")
        if "tegen" in one:
            refuse(place, f"bij {voor} wordt geen aantal tegen gezegd")
        return RecordedCount(voor)
    if "tegen" not in one:
        refuse(place, "tegen ontbreekt")
    tegen = _told(one["tegen"], n, f"{place}, tegen")
    if tegen in _MAJORITY:
        refuse(f"{place}, tegen", f"{tegen} wordt alleen van voor gezegd")
    if span(voor, n)[0] + span(tegen, n)[0] > n:
        refuse(place, f"het zijn er samen meer dan de {n} antwoorden")
    return RecordedCount(voor, tegen=tegen)


def _told(value: object, n: int, place: str) -> Shown:
    said: Shown = word_at(value, place, Rough) if isinstance(value, str) else of_kind(value, int, place)
    if not could_be(said, n):
        refuse(place, f"{shown(str(said))} kan niet bij {n} antwoorden")
    return said
