"""Dossiers by the codes they chose, and a small content of deciding made by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from checklist.domain.content import Alternative, Content, Detail, Option, Question
from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.value import Asked
from checklist.domain.decision_content import (
    Condition,
    Deciding,
    DecisionKind,
    DecisionText,
    LegalSource,
    OptionDeciding,
    OptionStep,
    Organ,
    Phase,
    StepText,
)
from checklist.domain.dossier import Answer, DetailAnswer, DossierValue
from tests.content import make_tension

Details = Mapping[str, Mapping[str, str]]
DAY = date(2026, 11, 24)
GEMEENTEN = {"GM0828": "Oss", "GM0373": "Bergen (NH.)"}


def dossier_of(codes: str, details: Details | None = None, **rest: Any) -> DossierValue:
    """A dossier that chose these options, with the answers to what they leave open by code and key."""
    answers: dict[int, Answer] = {}
    for code in codes.split():
        number = int(code[:-1])
        given = tuple(DetailAnswer(code, key, value) for key, value in (details or {}).get(code, {}).items())
        before = answers.get(number, Answer())
        answers[number] = replace(before, options=(*before.options, code), details=(*before.details, *given))
    return replace(DossierValue("Regiostaf", "VR21", DAY, (), answers), **rest)


def asked(content: Content, codes: str, details: Details | None = None, **rest: Any) -> Asked:
    """What such a dossier asks, in a region that is called Voorbeeldregio."""
    return asked_of(content, dossier_of(codes, details, **rest), "Voorbeeldregio", GEMEENTEN)


def decides(organ: Organ, text: str, kind: DecisionKind = DecisionKind.LAY_DOWN, **rest: Any) -> DecisionText:
    """A decision; its text needs no full stop."""
    return DecisionText(organ, kind, f"{text}.", **rest)


def notes(organ: Organ, text: str, **rest: Any) -> DecisionText:
    """What an organ takes note of."""
    return decides(organ, f"kennis te nemen van {text}", DecisionKind.NOTE, **rest)


def moment(key: str, number: int, organ: Organ, *after: str, phase: Phase = Phase.DECIDE, **rest: Any) -> StepText:
    """A step in which an organ decides."""
    return StepText(key, number, phase, f"Besluit over {key}.", organ, "secretaris", after, decides=True, **rest)


def _question(number: int, *options: Option, many: bool = True) -> Question:
    return Question(number, f"Bepaal {number}", f"Vraag {number}", many, options)


def small_content(options: Mapping[str, OptionDeciding], *steps: StepText) -> Content:
    """Three questions. 1b must say `vorm` (in of uit), 2b may say `hoe` (zo of anders) and 3b which gemeente; 1a and 3a
    contradict each other."""
    form = Detail("vorm", "Welke?", False, True, "De vorm is nog open.", _alternatives("in", "uit"))
    how = Detail("hoe", "Hoe?", False, False, "Het voorstel gaat uit van zo.", _alternatives("zo", "anders"))
    where = Detail("gemeente", "Waar?", True, False, "De gemeente is nog open.")
    return Content(
        questions=(
            _question(1, Option("1a", "Een", brief="een"), Option("1b", "Twee", brief="twee", details=(form,))),
            _question(2, Option("2a", "Drie", brief="drie"), Option("2b", "Vier", brief="vier", details=(how,))),
            _question(3, Option("3a", "Vijf", brief="vijf"), Option("3b", "Zes", brief="zes", details=(where,))),
        ),
        tensions=(make_tension(1, "1a", "3a", contradiction=True), make_tension(2, "1a", "2a")),
        models=(),
        deciding=Deciding(
            openings={
                organ: f"De {organ.value} van {{regio}} besluiten{',' if organ == Organ.RADEN else ''}"
                for organ in Organ
            },
            sources={
                "zeker": LegalSource("zeker", "Wet", "Wet art. 1", "Het mag.", to_check=False),
                "vraag": LegalSource("vraag", "Wet", "Wet art. 2", "Het mag misschien.", to_check=True),
            },
            options=options,
            general={
                "kennisnemen_geheel": notes(Organ.AB, "{delen}"),
                "evaluatie": decides(Organ.AB, "te laten evalueren"),
            },
            steps={step.key: step for step in steps},
        ),
    )


def _alternatives(*values: str) -> tuple[Alternative, ...]:
    return tuple(Alternative(value, value, f"Het is {value}.") for value in values)


def only(detail: str, *values: str) -> Condition:
    """That something holds with these answers alone; an empty one: no answer."""
    return Condition(detail, values)


def asking(*decisions: DecisionText, steps: str = "") -> OptionDeciding:
    """What an option asks, and the steps it brings."""
    return OptionDeciding(decisions=decisions, steps=tuple(OptionStep(key) for key in steps.split()))
