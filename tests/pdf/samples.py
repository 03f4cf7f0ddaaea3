"""Documents to render in the tests: the real content with made-up dossiers, from empty to full."""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from checklist.domain.advies import Advies, compose_advies
from checklist.domain.content import Content, GovernanceModel, Note, Option, Question, Tension, Trait
from checklist.domain.dossier import Answer, DossierValue, Kept

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def _rows(name: str) -> list[dict[str, Any]]:
    return [row["fields"] for row in json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))]


def content() -> Content:
    """The content of the fixtures, read without a database."""
    options: dict[int, list[Option]] = defaultdict(list)
    for row in _rows("options"):
        options[row["question"][0]].append(Option(row["code"], row["label"], row["exclusive"]))
    notes: dict[int, list[Note]] = defaultdict(list)
    for row in _rows("question_notes"):
        note = Note(row["text"], row["source"], row["url"], row["date"], row["certainty"] == "hoog")
        notes[row["question"][0]].append(note)
    traits: dict[str, list[Trait]] = defaultdict(list)
    for row in _rows("traits"):
        traits[row["model"][0]].append(Trait(row["option"][0], row["stance"], row["ground"], row["readers"]))
    return Content(
        questions=tuple(
            Question(
                number=row["number"],
                label=row["label"],
                short_name=row["short_name"],
                many=row["selection"] == "many",
                options=tuple(options[row["number"]]),
                notes=tuple(notes[row["number"]]),
            )
            for row in _rows("questions")
        ),
        tensions=tuple(
            Tension(
                number=row["number"],
                a=row["option_a"][0],
                b=row["option_b"][0],
                contradiction=row["severity"] == "tegenstrijdig",
                readers=row["readers"],
                explanation=row["explanation"],
                ground=row["ground"],
            )
            for row in _rows("tensions")
        ),
        models=tuple(
            GovernanceModel(
                number=row["number"],
                slug=row["slug"],
                name=row["name"],
                short_name=row["short_name"],
                region=row["region"],
                passage=row["passage"],
                hallmarks=(row["hallmark_1"][0], row["hallmark_2"][0]),
                traits=tuple(traits[row["slug"]]),
            )
            for row in _rows("governance_models")
        ),
    )


def _advies(title: str, answers: dict[int, Answer], kept: tuple[Kept, ...] = (), present: int = 0) -> Advies:
    names = tuple(f"Secretaris {number}, Gemeente {number}" for number in range(1, present + 1))
    dossier = DossierValue(title, "VR21", date(2026, 11, 24), names, answers, kept)
    return compose_advies(dossier, content(), "Brabant-Noord")


def empty() -> Advies:
    """Nothing chosen and nothing typed but the title."""
    return _advies("Regiostaf Brabant-Noord", {})


def half() -> Advies:
    """Five questions answered, with a kept tension and an open question that has a motivation."""
    answers = {
        1: Answer(("1a", "1d"), "Wij beginnen klein.\nHet bestuur volgt.", "Eén gemeente wacht liever af."),
        2: Answer(("2a", "2b"), "Eerst advies, dan pas afspraken."),
        4: Answer((), "Wij wachten op de griffiers."),
        5: Answer(("5b",)),
        7: Answer(("7a",), "De kring vergadert al maandelijks."),
        10: Answer(("10c",)),
    }
    kept = (Kept("1a", "2a", "Wij vragen de voorzitter om een vaste uitnodiging.\n\nDie komt er in het voorjaar."),)
    return _advies("Een regiostaf voor Brabant-Noord", answers, kept, present=11)


LONG = "De kring heeft hier lang over gesproken en wil de gemeenten niet met een nieuw overleg belasten. " * 6


def full() -> Advies:
    """Every question answered with long texts, all tensions kept, odd characters and a word without end."""
    motivation = "\n\n".join([LONG, "Ten eerste: de lijnen zijn kort.\nTen tweede: het kost weinig.", LONG])
    chosen = {question.number: question.options for question in content().questions}
    answers = {
        number: Answer(tuple(o.code for o in (options if number in {2, 3} else options[-1:])), motivation, LONG)
        for number, options in chosen.items()
    }
    answers[3] = Answer((chosen[3][1].code,), "Ł ć → ≤ ✓ ½ € “aanhaling” <b>geen opmaak</b> & {{ 7|add:7 }}", LONG)
    answers[6] = Answer((chosen[6][0].code,), "veiligheidsregiogemeentesecretarissenoverleg" * 12)
    first = _advies("Regiostaf", answers)
    kept = tuple(Kept(tension.a.code, tension.b.code, LONG) for tension in first.tensions)
    title = "De regiostaf van de gemeenten in Brabant-Noord: een ontwerp met een lange titel die over meer regels loopt"
    return _advies(title, answers, kept, present=26)


def strange() -> Advies:
    """Characters that the font lacks, in the title and in a motivation."""
    return _advies("Regiostaf 🚒", {1: Answer(("1a",), "Brandweer 👩‍🚒 en 消防, العربية.")})


SAMPLES = {"empty": empty, "half": half, "full": full, "strange": strange}
