"""What a meeting left behind, in a dossier file."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from checklist.domain import booklet
from checklist.domain.dossier_file.schema.answers import options
from checklist.domain.dossier_file.schema.kinds import DATE, GEMEENTE, TIME, Shape, record, rows, told
from checklist.domain.dossier_file.schema.kinds import text as text_of
from checklist.domain.meeting_record.words import (
    DIFFERS_CAP,
    MOST_ATTEMPTS,
    MOST_SITTINGS,
    MOST_STEPS,
    REASON_CAP,
    How,
    Mandate,
    Mode,
    Rough,
    RoundKind,
    Stance,
    Step,
    Word,
)
from checklist.domain.proposal import Presence


def _words(of: type[StrEnum]) -> Shape:
    return {"enum": [word.value for word in of]}


_NUMBER: Shape = {"type": "integer", "minimum": 0}
_ROUGH: Shape = {"anyOf": [_NUMBER, _words(Rough)]}
_MANDATE = told("Mandaat", "Mag ook leeg zijn.", _words(Mandate))

SITTING = record(
    {
        "date": told("Dag", "", DATE),
        "from": told("Begin", "Uren en minuten.", TIME),
        "until": told("Einde", "Uren en minuten.", TIME),
    },
    ["date", "from", "until"],
)
ATTENDED = record(
    {
        "gemeente": told("Gemeente", "Een gemeente van de veiligheidsregio.", GEMEENTE),
        "stand": told("Stand", "", {"enum": [one.value for one in Presence]}),
        "how": told("Hoe de gemeente meedeed", "", _words(How)),
        "mandate": _MANDATE,
    },
    ["gemeente", "stand"],
)


@dataclass(frozen=True)
class QuestionShapes:
    """Of one question: what is told of it after a vote and without one, and the parts of the first: what was counted of
    an option, and what one gemeente answered."""

    voted: Shape
    not_voted: Shape
    count: Shape
    answer: Shape


def question_shapes(number: int) -> QuestionShapes:
    """Return what a question of this number looks like."""
    codes = [f"{number}{letter}" for letter in booklet.QUESTIONS[number].letters]
    steps = told("Stappen", "In de volgorde waarin ze zijn gezet, elk één keer.", rows(_words(Step), MOST_STEPS))
    settled = told("Vastgesteld", "Wat de kring vaststelde.", options(number, codes))
    count = record(
        {
            "voor": told("Voor", "In een geheime vergadering een getal of een woord.", _ROUGH),
            "kan": told("Kan ermee leven", "Alleen in een open vergadering.", _NUMBER),
            "tegen": told("Tegen", "In een geheime vergadering een getal of een woord.", _ROUGH),
        },
        ["voor"],
    )
    answer = _answer(codes)
    voted = record(
        {
            "kind": told("Hoe is geantwoord", "", _words(RoundKind)),
            "attempt": told("De hoeveelste keer", "Van een peiling 0.", {**_NUMBER, "maximum": MOST_ATTEMPTS}),
            "steps": steps,
            "answered": told("Gemeenten met een antwoord", "Wie geen voorkeur heeft, telt niet mee.", _NUMBER),
            "blank": told("Gemeenten zonder voorkeur", "", _NUMBER),
            "late": told("Antwoorden achteraf", "Ze tellen niet mee.", _NUMBER),
            "word": told("Eens of verdeeld", "", _words(Word)),
            "counts": told("De telling", "Per optie.", _by_option(codes, count)),
            "answers": told("De antwoorden", "Per gemeente; alleen in een open vergadering.", rows(answer)),
            "settled": settled,
            "differs": told("Waarom anders dan de telling", "", text_of(DIFFERS_CAP)),
        },
        ["kind", "attempt", "steps", "answered", "blank", "late"],
    )
    return QuestionShapes(voted, record({"steps": steps, "settled": settled}), count, answer)


def _by_option(codes: Iterable[str], shape: Shape) -> Shape:
    return record({code: told(f"Optie {code}", "", shape) for code in codes})


def _answer(codes: list[str]) -> Shape:
    return record(
        {
            "gemeente": told("Gemeente", "Een gemeente van de aanwezigheid.", GEMEENTE),
            "stances": told("Oordelen", "Leeg: geen voorkeur.", _by_option(codes, _words(Stance))),
            "reasons": told("Redenen", "", _by_option(codes, text_of(REASON_CAP))),
            "mandate": _MANDATE,
            "how": told("Waar het antwoord vandaan kwam", "", _words(How)),
            "late": told("Achteraf gegeven", "", {"type": "boolean"}),
        },
        ["gemeente", "stances", "how"],
    )


def _question(number: int) -> Shape:
    shapes = question_shapes(number)
    return told(f"Vraag {number}", "", {"anyOf": [shapes.voted, shapes.not_voted]})


MEETING = told(
    "De vergadering",
    "Wat een gesloten vergadering naliet. Het inlezen bewaart het zoals het is.",
    record(
        {
            "mode": told("Open of geheim", "", _words(Mode)),
            "sittings": told("Zittingen", "", rows(SITTING, MOST_SITTINGS)),
            "names": told("Namen in het advies", "Of het advies zegt wat elke gemeente koos.", {"type": "boolean"}),
            "attendance": told("Aanwezigheid", "Elke gemeente staat er hooguit één keer in.", rows(ATTENDED)),
            "questions": told(
                "De vragen",
                "Per nummer van een vraag.",
                record({str(number): _question(number) for number in booklet.QUESTIONS}),
            ),
            "cleaned": told("Gewist", "Wanneer is nagekeken dat geheime antwoorden zijn gewist.", DATE),
        },
        ["mode", "sittings", "names", "attendance", "questions"],
    ),
)
