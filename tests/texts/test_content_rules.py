"""The fixtures hold what the booklet and the agreed readings say: letter for letter, and by rule."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checklist.content_loading.kinds import CONTENT_DIR, KINDS
from checklist.domain import booklet
from checklist.domain.text import clean_text

QUOTED = Path(__file__).parents[1] / "data" / "checklist_2011.txt"

# The reading errors of the quoted list, and what the booklet must have said.
READING_ERRORS = {
    "van de\n\nveiligheidsregio": "van de veiligheidsregio",  # a page break inside option 3c
    "werkteerrein": "werkterrein",
}


def fields(name: str) -> list[dict[str, Any]]:
    """The fields of all records of one fixture."""
    return [record["fields"] for record in json.loads((CONTENT_DIR / f"{name}.json").read_text(encoding="utf-8"))]


def as_label(words: str) -> str:
    """The agreed form of a label: first letter a capital, no final full stop."""
    words = words.strip().removesuffix(".")
    return words[0].upper() + words[1:]


def quoted_labels() -> dict[str, str]:
    """The labels of the quoted checklist, by question number or option code."""
    text = QUOTED.read_text(encoding="utf-8")
    for wrong, right in READING_ERRORS.items():
        assert text.count(wrong) == 1
        text = text.replace(wrong, right)
    labels: dict[str, str] = {}
    number, letters = "", iter("")
    for line in filter(None, text.split("\n")):
        # At questions 9 to 12 the first option stands at the level of the question: only the number tells them apart.
        item = re.fullmatch(r" ?- (?:(\d+) )?(.+)", line)
        assert item, line
        if item[1]:
            number, letters = item[1], iter("abcd")
            labels[number] = as_label(item[2])
        else:
            labels[number + next(letters)] = as_label(item[2])
    return labels


def test_every_label_is_the_booklets_letter_for_letter() -> None:
    fixture = {str(question["number"]): question["label"] for question in fields("questions")}
    fixture |= {option["code"]: option["label"] for option in fields("options")}
    assert fixture == quoted_labels()


def test_the_options_that_are_fixed_are_those_of_the_booklet() -> None:
    codes = [f"{number}{letter}" for number, letter, _ in booklet.options()]
    assert [str(number) for number in booklet.QUESTIONS] == [key for key in quoted_labels() if key.isdigit()]
    assert codes == [key for key in quoted_labels() if not key.isdigit()]


COUNTS = {
    "questions": 12,
    "options": 39,
    "details": 12,
    "detail_alternatives": 25,
    "considerations": 47,
    "backgrounds": 39,
    "question_notes": 26,
    "tensions": 61,
    "repairs": 127,
    "organs": 7,
    "legal_sources": 19,
    "steps": 54,
    "option_deciding": 39,
    "decisions": 111,
    "general_decisions": 2,
    "proposal_fields": 22,
    "reglement_articles": 18,
    "reglement_clauses": 98,
    "reglement_parts": 36,
    "reglement_adoptions": 10,
    "reglement_preambles": 43,
    "reglement_gaps": 31,
    "terms": 50,
    "governance_models": 9,
    "traits": 118,
    "model_notes": 10,
    "region_notes": 1,
    "veiligheidsregios": 25,
    "gemeenten": 342,
}


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_the_count_of(name: str, count: int) -> None:
    assert len(fields(name)) == count


def test_there_is_a_file_for_every_kind_and_no_other() -> None:
    assert (
        {f"{name}.json" for name in COUNTS}
        == {kind.file for kind in KINDS}
        == {path.name for path in CONTENT_DIR.glob("*.json")}
    )


def test_more_than_one_option_at_seven_questions() -> None:
    many = [question["number"] for question in fields("questions") if question["selection"] == "many"]
    one = [question["number"] for question in fields("questions") if question["selection"] == "one"]
    assert (many, one) == ([1, 2, 3, 4, 5, 9, 10], [6, 7, 8, 11, 12])


def test_four_options_exclude_the_others() -> None:
    assert [option["code"] for option in fields("options") if option["exclusive"]] == ["3a", "4a", "5a", "10a"]


def test_six_details_are_needed_for_a_decision_and_three_ask_for_a_gemeente() -> None:
    needed = [detail["option"][0] for detail in fields("details") if detail["required"]]
    gemeente = [detail["option"][0] for detail in fields("details") if detail["kind"] == "gemeente"]
    assert (needed, gemeente) == (["1d", "3c", "4c", "7a", "8a", "11c"], ["7c", "8b", "9b"])


def test_an_answer_to_a_detail_has_words_for_the_summary_only_where_the_summary_names_the_option() -> None:
    worded = {answer["detail"][0] for answer in fields("detail_alternatives") if answer["brief"]}
    assert worded == {"7a"}


def test_an_options_code_is_its_question_and_letter() -> None:
    for option in fields("options"):
        assert option["code"] == f"{option['question'][0]}{option['letter']}"


def test_the_short_names_of_questions_differ() -> None:
    assert len({question["short_name"] for question in fields("questions")}) == 12


HALLMARKS = {
    "veiligheidsbureau-centrumstad": ("7c", "9b"),
    "overkoepelend-directeur": ("5d", "11b"),
    "functionaris-verlengd-lokaal-bestuur": ("5d", "8a"),
    "onafhankelijk-secretaris": ("7d", "5b"),
    "veiligheidsmanager": ("6c", "8b"),
    "adoptieregeling": ("2b", "9a"),
    "adviesstructuur-brede-regio": ("3c", "11c"),
    "concernfunctie-gemeente": ("7c", "12c"),
    "managementraad": ("7a", "2a"),
}


def test_the_hallmarks_of_the_models() -> None:
    models = {model["slug"]: (model["hallmark_1"][0], model["hallmark_2"][0]) for model in fields("governance_models")}
    assert models == HALLMARKS


def test_a_model_is_characterised_by_its_hallmarks_by_two_readers() -> None:
    traits = {(trait["model"][0], trait["option"][0]): trait for trait in fields("traits")}
    for slug, hallmarks in HALLMARKS.items():
        for code in hallmarks:
            trait = traits[slug, code]
            # A hallmark may be an option that just fits: the makers chose it, and Methode says so.
            stance = "past" if (slug, code) == ("adviesstructuur-brede-regio", "3c") else "kenmerkend"
            assert (trait["stance"], trait["readers"], trait["active"]) == (stance, 2, True), (slug, code)


def test_fourteen_options_are_past_for_no_model_by_two_readers() -> None:
    said = {
        trait["option"][0]
        for trait in fields("traits")
        if trait["active"] and trait["readers"] == 2 and trait["stance"] in {"kenmerkend", "past"}
    }
    silent = [option["code"] for option in fields("options") if option["code"] not in said]
    assert silent == ["1a", "1b", "1d", "3a", "3b", "4a", "4b", "4c", "5a", "10a", "10b", "10c", "11a", "12a"]


def test_six_tensions_are_contradictions() -> None:
    hard = [
        (tension["option_a"][0], tension["option_b"][0])
        for tension in fields("tensions")
        if tension["severity"] == "tegenstrijdig"
    ]
    assert hard == [("2a", "5a"), ("2c", "5a"), ("3c", "5a"), ("5a", "7d"), ("5a", "9c"), ("7b", "11a")]


def test_an_agreement_goes_with_an_aandachtspunt_only() -> None:
    severities = {bool(tension["agreement"]): set[str]() for tension in fields("tensions")}
    for tension in fields("tensions"):
        severities[bool(tension["agreement"])].add(tension["severity"])
    assert severities == {True: {"aandachtspunt"}, False: {"tegenstrijdig"}}


def test_a_tension_asks_one_short_question_without_a_code() -> None:
    bad = [
        (tension["number"], question)
        for tension in fields("tensions")
        if not re.fullmatch(r"[A-Z][^?]*\?", question := tension["question"])
        or len(question) > 90
        or re.search(r"\d|\b(vraag|optie)\b", question)
    ]
    assert bad == []


def test_no_two_tensions_ask_the_same() -> None:
    questions = [tension["question"] for tension in fields("tensions")]
    assert len(set(questions)) == len(questions) == 61


def test_a_contradiction_asks_to_choose() -> None:
    hard = [tension["question"] for tension in fields("tensions") if tension["severity"] == "tegenstrijdig"]
    assert [question for question in hard if ", of " not in question] == []


def test_a_tension_has_one_to_three_repairs_numbered_from_one() -> None:
    numbers: dict[int, list[int]] = {}
    for repair in fields("repairs"):
        numbers.setdefault(repair["tension"][0], []).append(repair["number"])
    assert {number: list(range(1, len(found) + 1)) for number, found in numbers.items()} == numbers
    assert {len(found) for found in numbers.values()} == {1, 2, 3}
    assert sorted(numbers) == [tension["number"] for tension in fields("tensions")]


@pytest.mark.parametrize("name", COUNTS)
def test_passages_are_named_by_chapter_and_heading_never_by_line(name: str) -> None:
    for record in fields(name):
        assert not re.search(r"\bregels? \d", json.dumps(record, ensure_ascii=False)), record


def test_a_models_passage_is_a_heading_of_chapter_two() -> None:
    assert {model["passage"].split(", ")[0] for model in fields("governance_models")} == {"hoofdstuk 2"}


def test_a_tension_that_leans_on_the_booklet_names_the_passage() -> None:
    grounds = {tension["number"]: tension["ground"] for tension in fields("tensions") if "boekje" in tension["ground"]}
    passages = {number: ground[ground.index("(") + 1 : -2] for number, ground in grounds.items()}
    assert passages == {
        20: "hoofdstuk 2, Functionaris verlengd lokaal bestuur in de Veiligheidsdirectie",
        23: "hoofdstuk 2, Managementraad bij de veiligheidsregio",
        38: "hoofdstuk 3, inleiding",
    }


@pytest.mark.parametrize(("name", "prefix"), [("question_notes", "vraag"), ("model_notes", "model")])
def test_a_notes_key_names_what_it_belongs_to(name: str, prefix: str) -> None:
    counted: dict[str, int] = {}
    for note in fields(name):
        target = str(note["question" if prefix == "vraag" else "model"][0])
        counted[target] = counted.get(target, 0) + 1
        assert note["key"] == f"{prefix}-{target}-{counted[target]}"


@pytest.mark.parametrize("name", ["question_notes", "model_notes"])
def test_a_note_has_a_source_a_date_and_a_certainty(name: str) -> None:
    for note in fields(name):
        assert note["source"]
        assert note["date"]
        assert note["certainty"] in {"hoog", "middel"}


def test_every_question_and_every_model_has_a_note() -> None:
    assert {note["question"][0] for note in fields("question_notes")} == set(range(1, 13))
    assert {note["model"][0] for note in fields("model_notes")} == set(HALLMARKS)


def test_the_gemeenten_of_a_few_regions() -> None:
    regions = [gemeente["veiligheidsregio"][0] for gemeente in fields("gemeenten")]
    assert {code: regions.count(code) for code in ("VR01", "VR09", "VR21", "VR25")} == {
        "VR01": 10,
        "VR09": 26,
        "VR21": 11,
        "VR25": 6,
    }


@pytest.mark.parametrize("name", COUNTS)
def test_texts_are_clean(name: str) -> None:
    for record in fields(name):
        for text in filter(lambda value: isinstance(value, str), record.values()):
            assert clean_text(text) == text
