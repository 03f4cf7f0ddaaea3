"""The Dutch that everybody reads: length, words, quotes and sentences."""

import re

import pytest
from django.core.validators import MaxLengthValidator

from checklist.content_loading.kinds import KINDS
from checklist.models import AT_QUESTIONS
from tests.texts.said import OWN_TEXTS, own_texts, records, template_texts

# The most characters that a text may have, by file and field: what the tables refuse.
LIMITS = {
    kind.file.removesuffix(".json"): {
        name: min(caps)
        for name, field in kind.fields.items()
        if (caps := [check.limit_value for check in field.validators if isinstance(check, MaxLengthValidator)])
    }
    for kind in KINDS
}


# A background of some kinds has no heading; a tension may rest on reason alone, and no agreement helps a contradiction;
# the summary and the design in one sentence don't name every option.
MAY_BE_EMPTY = {
    ("backgrounds", "heading"),
    ("tensions", "ground"),
    ("tensions", "agreement"),
    ("options", "in_the_summary"),
    ("options", "clause"),
}
# A term may be written in one way.
MAY_BE_EMPTY |= {("detail_alternatives", "brief"), ("terms", "forms")}
# Not every step has a term, nor every option something to find out, and of some fields nothing is said while empty.
MAY_BE_EMPTY |= {("steps", "term"), ("steps", "term_basis"), ("steps", "term_sooner"), ("proposal_fields", "empty")}
MAY_BE_EMPTY |= {("option_deciding", name) for name in ("money", "staff", "law", "information")}


FORBIDDEN = re.compile(
    r"\b(stakeholders?|borg(en|t|de|ing)|geborgd|uitrol(len|t)?|uitgerold|implement\w+|geïmplementeerd|optimalis\w+|"
    r"geoptimaliseerd|middels|inzake|teneinde|dien(en|t)( \w+){0,3} te)\b",
    re.IGNORECASE,
)


LONGEST_SENTENCE = 25
# A decision is one clause, whatever it holds.
LONGEST_DECISION = 35


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+", text)


@pytest.mark.parametrize(("name", "limits"), LIMITS.items())
def test_no_text_is_longer_than_its_place(name: str, limits: dict[str, int]) -> None:
    long = [
        (number, key, len(record[key]))
        for number, record in enumerate(records(name), start=1)
        for key, most in limits.items()
        if len(record[key]) > most
    ]
    assert long == []


def test_the_texts_of_questions_options_and_models_have_limits() -> None:
    own = {
        (name, key)
        for name in (
            *("questions", "options", "details", "detail_alternatives", "governance_models", "organs", "legal_sources"),
            *("steps", "option_deciding", "decisions", "general_decisions", "proposal_fields"),
        )
        for key in OWN_TEXTS[name]
    }
    limited = {(name, key) for name, limits in LIMITS.items() for key in limits}
    assert own - limited == {("governance_models", "example")}


def test_no_text_is_empty() -> None:
    empty = [
        text.place
        for text in own_texts()
        if not text.text.strip() and tuple(text.place.split(", ")[::2]) not in MAY_BE_EMPTY
    ]
    assert empty == []


def test_no_forbidden_word() -> None:
    assert [(text.place, found[0]) for text in own_texts() if (found := FORBIDDEN.search(text.text))] == []


@pytest.mark.parametrize(
    "words", ["Wij dienen dit snel te regelen", "Dit is geborgd", "Middels dit besluit", "stakeholder"]
)
def test_the_forbidden_words_are_found(words: str) -> None:
    assert FORBIDDEN.search(words)


def test_quotes_are_curled() -> None:
    assert [text for text in own_texts() if re.search("['\"]", text.text)] == []


def test_no_sentence_is_too_long() -> None:
    long = [
        (text.place, sentence)
        for text in own_texts()
        for sentence in sentences(text.text)
        if len(sentence.split()) > (LONGEST_DECISION if text.place.startswith("decisions") else LONGEST_SENTENCE)
    ]
    assert long == []


def test_a_sentence_begins_with_a_capital_and_ends() -> None:
    whole = {"decides", "why", "opener", "text", "practice", "asks", "decision", "prompt", "explanation", "what", "how"}
    whole |= {"good_for", "mind", "in_a_line", "example", "question", "while_open", "sentence", "agreement"}
    whole |= {"says", "term_sooner", "legal", "money", "staff", "information", "remark", "help", "empty"}
    # What the proposal says of an empty field may end with what is looked up for the design.
    bad = [
        text
        for text in own_texts()
        if text.text
        and text.place.split(", ")[2] in whole
        and not text.place.startswith(("decisions", "general_decisions"))
        and not re.match(r"^[A-ZÀ-Ý‘0-9].*([.?!]|: \{[a-z.]+\})$", text.text, re.DOTALL)
    ]
    assert bad == []


# What the advies takes over, where 'u' is the bestuur.
IN_THE_ADVIES = {
    "questions": ("in_a_sentence",),
    "options": ("brief", "decision", "in_the_summary", "decided_by"),
    "details": ("question", "while_open"),
    "detail_alternatives": ("sentence", "brief"),
    "organs": ("opening",),
    "legal_sources": ("says",),
    "steps": ("what", "who", "term", "term_sooner"),
    "option_deciding": ("legal", "money", "staff", "law", "information"),
    "decisions": ("text",),
    "general_decisions": ("text",),
    "proposal_fields": ("empty",),
    "backgrounds": ("heading", "text"),
    "question_notes": ("text",),
    "tensions": ("question", "explanation", "ground", "agreement"),
    "terms": ("name", "explanation"),
    "governance_models": ("in_a_sentence", "in_a_line"),
    "traits": ("ground",),
}


def test_what_the_advies_takes_over_does_not_speak_to_the_kring() -> None:
    spoken_to = [
        (name, number, record[key])
        for name, keys in IN_THE_ADVIES.items()
        for number, record in enumerate(records(name), start=1)
        for key in keys
        if record.get("kind") not in AT_QUESTIONS and re.search(r"\b(u|uw|uzelf)\b", record[key], re.IGNORECASE)
    ]
    assert spoken_to == []


def test_templates_have_no_forbidden_word_and_curled_quotes() -> None:
    found = [text for text in template_texts() if FORBIDDEN.search(text.text) or re.search("['\"]", text.text)]
    assert found == []
