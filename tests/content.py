"""The content of the fixtures as the domain sees it, read without a database; and small content made by hand."""

import json
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from checklist.domain import decision_content as deciding
from checklist.domain import reglement_content as reglement
from checklist.domain.content import (
    Alternative,
    Background,
    Content,
    Detail,
    GovernanceModel,
    Note,
    Option,
    Question,
    Repair,
    Tension,
    Trait,
    with_names,
)
from checklist.domain.decision_content import Deciding, DecisionKind, Organ, Phase
from checklist.domain.decision_texts import after_unless, condition_of, option_steps
from checklist.domain.reglement_content import ReglementContent
from checklist.domain.reglement_texts import answer_words, detail_of, signature_blocks, when_of
from checklist.domain.terms import Glossary, Term
from models_catalogue.certainty import doubt_of

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
EXAMPLES = FIXTURES / "dossiers"
EXAMPLE_NAMES = ("leeg", "half", "vol")


def _rows(name: str) -> list[dict[str, Any]]:
    """The records of a file, without those that are switched off."""
    records = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return [record["fields"] for record in records if record["fields"].get("active", True)]


@cache
def _details() -> dict[str, tuple[Detail, ...]]:
    """What options leave open, by their codes."""
    alternatives: dict[tuple[str, ...], list[Alternative]] = defaultdict(list)
    for row in _rows("detail_alternatives"):
        texts = (with_names(row[name]) for name in ("value", "label", "sentence", "brief"))
        alternatives[tuple(row["detail"])].append(Alternative(*texts))
    found: dict[str, tuple[Detail, ...]] = defaultdict(tuple)
    for row in _rows("details"):
        (code,) = row["option"]
        question, while_open = with_names(row["question"]), with_names(row["while_open"])
        answers = tuple(alternatives[code, row["key"]])
        found[code] += (Detail(row["key"], question, row["kind"] == "gemeente", row["required"], while_open, answers),)
    return found


@cache
def regions() -> dict[str, str]:
    """The names of the veiligheidsregio's by code."""
    return {row["code"]: row["name"] for row in _rows("veiligheidsregios")}


@cache
def gemeenten_by_region() -> dict[str, frozenset[str]]:
    """The codes of the gemeenten of every region, by the region's code."""
    found: dict[str, set[str]] = {code: set() for code in regions()}
    for row in _rows("gemeenten"):
        found[row["veiligheidsregio"][0]].add(row["code"])
    return {code: frozenset(gemeenten) for code, gemeenten in found.items()}


@cache
def gemeenten_of(region: str) -> dict[str, str]:
    """The names of a region's gemeenten by code."""
    return {row["code"]: row["display_name"] for row in _rows("gemeenten") if row["veiligheidsregio"] == [region]}


@cache
def real_content() -> Content:
    """The content as it is loaded into a fresh database."""
    options: dict[int, list[Option]] = defaultdict(list)
    for row in _rows("options"):
        names = ("practice", "asks", "decision", "decided_by", "prompt", "brief", "in_the_summary", "clause")
        texts = {name: row[name] for name in names}
        details = _details().get(row["code"], ())
        option = Option(row["code"], row["label"], row["exclusive"], **texts, details=details)
        options[row["question"][0]].append(option)
    notes: dict[int, list[Note]] = defaultdict(list)
    for row in _rows("question_notes"):
        note = Note(row["text"], row["source"], row["url"], row["date"], doubt_of(row["source_kind"], row["certainty"]))
        notes[row["question"][0]].append(note)
    repairs: dict[int, list[Repair]] = defaultdict(list)
    for row in _rows("repairs"):
        adds, drops = tuple(row["adds"].split()), tuple(row["drops"].split())
        repairs[row["tension"][0]].append(Repair(row["number"], row["text"], adds, drops))
    traits: dict[str, list[Trait]] = defaultdict(list)
    for row in _rows("traits"):
        traits[row["model"][0]].append(Trait(row["option"][0], row["stance"], row["ground"], row["readers"]))
    return Content(
        questions=tuple(
            Question(
                row["number"],
                row["label"],
                row["short_name"],
                row["selection"] == "many",
                tuple(options[row["number"]]),
                tuple(notes[row["number"]]),
                in_a_sentence=row["in_a_sentence"],
                heading=row["heading"],
            )
            for row in _rows("questions")
        ),
        tensions=tuple(
            Tension(
                row["number"],
                row["option_a"][0],
                row["option_b"][0],
                row["severity"] == "tegenstrijdig",
                row["readers"],
                row["explanation"],
                row["ground"],
                row["agreement"],
                tuple(repairs[row["number"]]),
                row["question"],
            )
            for row in _rows("tensions")
        ),
        models=tuple(
            GovernanceModel(
                row["number"],
                row["slug"],
                row["name"],
                row["short_name"],
                row["region"],
                row["passage"],
                (row["hallmark_1"][0], row["hallmark_2"][0]),
                tuple(traits[row["slug"]]),
                row["in_a_line"],
                row["in_a_sentence"],
                row["brief"],
            )
            for row in _rows("governance_models")
        ),
        glossary=real_glossary(),
        deciding=real_deciding(),
        reglement=real_reglement(),
    )


@cache
def real_reglement() -> ReglementContent:
    """The concept-reglement."""
    parts: dict[str, list[reglement.Part]] = defaultdict(list)
    for row in _rows("reglement_parts"):
        parts[row["clause"][0]].append(reglement.Part(row["text"], when_of(row["condition"]), row["term"]))
    clauses: dict[int, list[reglement.Clause]] = defaultdict(list)
    for row in _rows("reglement_clauses"):
        words = {name: row[name] for name in ("text", "opening", "single")}
        of_it, terms = tuple(parts[row["key"]]), row["shape"] == "begrippen"
        clause = reglement.Clause(row["key"], when_of(row["condition"]), **words, parts=of_it, terms=terms)
        clauses[row["article"][0]].append(clause)
    adoptions, later = _adoptions()
    return ReglementContent(
        articles=tuple(
            reglement.ArticleText(
                *(row["number"], row["key"], row["heading"], tuple(map(int, row["questions"].split()))),
                *(tuple(clauses[row["number"]]), row["explanation"], tuple(row["source"].splitlines())),
            )
            for row in _rows("reglement_articles")
        ),
        adoptions=adoptions,
        later=later,
        gaps={
            row["key"]: reglement.Gap(
                *(row["key"], row["empty"], row["label"], row["asked"], row["question"]),
                *(detail_of(row["detail"]), answer_words(row["words"])),
            )
            for row in _rows("reglement_gaps")
        },
    )


def _adoptions() -> tuple[tuple[reglement.Adoption, ...], reglement.LaterLaidDown]:
    lines: dict[str, list[reglement.Part]] = defaultdict(list)
    for row in _rows("reglement_preambles"):
        lines[row["adoption"][0]].append(reglement.Part(row["text"], when_of(row["condition"])))
    rows = {row["comes_with"]: row for row in _rows("reglement_adoptions")}
    later = reglement.LaterLaidDown(
        when_of(rows[True]["condition"]), rows[True]["subtitle"], lines[rows[True]["key"]][0].text
    )
    return (
        tuple(
            reglement.Adoption(
                *(row["key"], when_of(row["condition"]), row["heading"], row["subtitle"], row["legal_form"]),
                *(tuple(lines[row["key"]]), row["closing"], signature_blocks(row["signatures"])),
            )
            for row in _rows("reglement_adoptions")
            if not row["comes_with"]
        ),
        later,
    )


@cache
def real_deciding() -> Deciding:
    """Who decides what."""
    return Deciding(
        openings={Organ(row["name"]): row["opening"] for row in _rows("organs")},
        sources={row["key"]: deciding.LegalSource(**row) for row in _rows("legal_sources")},
        options=_options_deciding(),
        general={
            row["key"]: deciding.DecisionText(Organ(row["organ"]), DecisionKind(row["kind"]), row["text"])
            for row in _rows("general_decisions")
        },
        steps={row["key"]: _step(row) for row in _rows("steps")},
        fields={
            row["key"]: deciding.FieldText(row["label"], row["help"], row["empty"]) for row in _rows("proposal_fields")
        },
    )


def _options_deciding() -> dict[str, deciding.OptionDeciding]:
    decisions: dict[str, list[deciding.DecisionText]] = defaultdict(list)
    for row in _rows("decisions"):
        decisions[row["deciding"][0]].append(
            deciding.DecisionText(
                organ=Organ(row["organ"]),
                kind=DecisionKind(row["kind"]),
                text=row["text"],
                sources=tuple(row["sources"].split()),
                to_check=row["to_check"],
                condition=condition_of(row["condition"]),
                step=row["step"],
            )
        )
    texts = ("legal", "legal_to_check", "money", "staff", "law", "information", "remark", "remark_source")
    return {
        row["option"][0]: deciding.OptionDeciding(
            decisions=tuple(decisions[row["option"][0]]),
            steps=option_steps(row["steps"]),
            legal_sources=tuple(row["legal_sources"].split()),
            **{name: row[name] for name in texts},
        )
        for row in _rows("option_deciding")
    }


def _step(row: dict[str, Any]) -> deciding.StepText:
    term = {name.removeprefix("term_"): value for name, value in row.items() if name.startswith("term_")}
    return deciding.StepText(
        key=row["key"],
        number=row["number"],
        phase=Phase(row["phase"]),
        what=row["what"],
        organ=Organ(row["organ"]),
        who=row["who"],
        after=tuple(row["after"].split()),
        after_unless=after_unless(row["after_unless"], row["unless_any_of"], row["unless_none_of"]),
        decides=row["decides"],
        always=row["always"],
        term=deciding.Term(row["term"], **term) if row["term_days"] or row["term_month"] else None,
        source=row["source"],
        to_check=row["to_check"],
        sources=tuple(row["sources"].split()),
    )


@cache
def real_glossary() -> Glossary:
    """The terms that the site explains."""
    terms = (
        Term(row["name"], tuple(row["forms"].split("; ")) if row["forms"] else (), row["explanation"], row["passage"])
        for row in _rows("terms")
    )
    return Glossary(tuple(sorted(terms, key=lambda term: term.name.casefold())))


def with_switched_off(content: Content, *numbers: int) -> Content:
    """The content after a redacteur switched these tensions off."""
    return replace(
        content,
        tensions=tuple(tension for tension in content.tensions if tension.number not in numbers),
        switched_off=tuple(tension for tension in content.tensions if tension.number in numbers),
    )


@cache
def real_backgrounds() -> tuple[Background, ...]:
    """The texts of the advies that aren't about one question."""
    return tuple(
        Background(row["kind"], row["heading"], row["text"], row["passage"], tuple(row["only_with"].split()))
        for row in _rows("backgrounds")
    )


def make_question(number: int, letters: str, *, many: bool = False, exclusive: str = "") -> Question:
    """A question with an option per letter; those in `exclusive` can't stand beside another."""
    options = tuple(Option(f"{number}{letter}", f"Optie {number}{letter}", letter in exclusive) for letter in letters)
    return Question(number, f"Bepaal {number}", f"Vraag {number}", many, options)


def make_model(number: int, hallmarks: tuple[str, str], **codes: str) -> GovernanceModel:
    """A model by its traits: `kenmerkend`, `past` and `past_niet` by two readers, `mogelijk` (past) and `mogelijk_niet`
    by one; codes separated by spaces."""
    meaning = {
        "kenmerkend": ("kenmerkend", 2),
        "past": ("past", 2),
        "past_niet": ("past-niet", 2),
        "mogelijk": ("past", 1),
        "mogelijk_niet": ("past-niet", 1),
    }
    traits = [
        Trait(code, meaning[kind][0], f"Grond van {code}.", meaning[kind][1])
        for kind, listed in codes.items()
        for code in listed.split()
    ]
    return GovernanceModel(
        number, f"model-{number}", f"Model {number}", f"M{number}", "Regio", "hoofdstuk 2", hallmarks, tuple(traits)
    )


def make_tension(number: int, a: str, b: str, *, contradiction: bool = False, readers: int = 2) -> Tension:
    """A tension between two options."""
    return Tension(number, a, b, contradiction, readers, f"Uitleg {number}.")
