"""What became of each question in a meeting, in a file."""

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Any

from checklist.domain.choices.consistency import selection_refusal
from checklist.domain.content import Content, Question
from checklist.domain.dossier_file.meeting_answers import read_answers
from checklist.domain.dossier_file.meeting_counts import check_recount, open_counts, secret_counts
from checklist.domain.dossier_file.schema import QuestionShapes, Shape, question_shapes
from checklist.domain.dossier_file.strict import (
    check_known,
    check_required,
    listed,
    number_at,
    object_at,
    of_kind,
    refuse,
    text_at,
    within,
    word_at,
)
from checklist.domain.meeting_record.value import RecordedQuestion
from checklist.domain.meeting_record.words import MOST_ATTEMPTS, RoundKind, Step, Word


@dataclass(frozen=True)
class QuestionReader:
    """Reads the questions of a meeting. `most`: how many gemeenten the region has; `attending` are those of the
    attendance."""

    content: Content
    most: int
    attending: Container[str]
    secret: bool

    def read(self, value: object, number: int) -> RecordedQuestion:
        """Return what became of the question; raises `ExchangeError` for what docs/exchange_format.md doesn't allow."""
        place, shapes, question = f"meeting, vraag {number}", question_shapes(number), self.content.question_of[number]
        raw = object_at(value, place)
        check_known(raw, place, shapes.voted["properties"])
        settled = self._settled(raw.get("settled", []), question, f"{place}, settled")
        if not set(raw) - set(shapes.not_voted["properties"]):
            return RecordedQuestion(steps=_steps(raw.get("steps", []), shapes.not_voted, place), settled=settled)
        check_required(raw, place, shapes.voted["required"])
        kind = word_at(raw["kind"], f"{place}, kind", RoundKind)
        asked = RecordedQuestion(
            kind=kind,
            attempt=number_at(raw["attempt"], f"{place}, attempt", 0 if kind is RoundKind.POLL else 1, MOST_ATTEMPTS),
            steps=_steps(raw["steps"], shapes.voted, place),
            answered=number_at(raw["answered"], f"{place}, answered", 0, self.most),
            blank=number_at(raw["blank"], f"{place}, blank", 0, self.most),
            late=number_at(raw["late"], f"{place}, late", 0, self.most),
            word=word_at(raw["word"], f"{place}, word", Word) if "word" in raw else None,
            settled=settled,
            differs=text_at("differs", raw, place, shapes.voted),
        )
        if asked.answered + asked.blank + asked.late > self.most:
            refuse(place, f"er zijn meer antwoorden dan de {self.most} gemeenten van de veiligheidsregio")
        with_counts = _in_secret if self.secret else self._in_the_open
        return with_counts(raw, asked, question, shapes, place)

    def _settled(self, value: object, question: Question, place: str) -> tuple[str, ...]:
        raw: list[Any] = of_kind(value, list, place)
        # One more than the question has is one twice: a longer list needn't be read to its end.
        codes = [of_kind(code, str, place) for code in raw[: len(question.options) + 1]]
        if refusal := selection_refusal(question, codes, with_codes=True):
            refuse(place, within(refusal))
        return self.content.in_order(codes)

    def _in_the_open(
        self, raw: dict[str, Any], asked: RecordedQuestion, question: Question, shapes: QuestionShapes, place: str
    ) -> RecordedQuestion:
        if asked.kind is RoundKind.HANDS and "answers" in raw:
            refuse(f"{place}, answers", "van handen is niet bekend wie ze opstak")
        answers = read_answers(raw.get("answers", []), question, self.attending, shapes.answer, f"{place}, answers")
        found = replace(asked, answers=answers)
        if "counts" in raw:
            counts = open_counts(raw["counts"], question, asked.answered, shapes.count, f"{place}, counts")
            found = replace(found, counts=counts)
        if asked.kind is RoundKind.DEVICE and "answers" in raw:
            check_recount(found, question, place)
        return found


def _in_secret(
    raw: dict[str, Any], asked: RecordedQuestion, question: Question, shapes: QuestionShapes, place: str
) -> RecordedQuestion:
    if asked.kind is RoundKind.HANDS:
        refuse(f"{place}, kind", "in een geheime vergadering gaan geen handen omhoog")
    if "answers" in raw:
        refuse(f"{place}, answers", "een geheime vergadering bewaart geen antwoorden")
    if asked.late:
        refuse(f"{place}, late", "in een geheime vergadering wordt niet achteraf geantwoord")
    if "counts" not in raw:
        return asked
    return replace(asked, counts=secret_counts(raw["counts"], question, asked, shapes.count, f"{place}, counts"))


def _steps(value: object, shape: Shape, place: str) -> tuple[Step, ...]:
    raw = listed(value, f"{place}, steps", shape["properties"]["steps"], "stappen")
    steps = tuple(word_at(step, f"{place}, steps", Step) for step in raw)
    for at, step in enumerate(steps):
        if step in steps[:at]:
            refuse(f"{place}, steps", f"{step} staat er twee keer in")
    return steps
