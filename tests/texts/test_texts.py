"""The Dutch that everybody reads, of fixtures and templates: length, sources, words, quotes, sentences and spelling."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.validators import MaxLengthValidator

from checklist.content_loading.kinds import CONTENT_DIR, KINDS

DATA = Path(__file__).parents[1] / "data"
TEMPLATES = settings.BASE_DIR / "templates"
OWN_WORDS = DATA / "woordenlijst.txt"
FOR_DEVELOPERS = {TEMPLATES / "styleguide.html"}

# The most characters that a text may have, by file and field: what the tables refuse.
LIMITS = {
    kind.file.removesuffix(".json"): {
        name: min(caps)
        for name, field in kind.fields.items()
        if (caps := [check.limit_value for check in field.validators if isinstance(check, MaxLengthValidator)])
    }
    for kind in KINDS
}

# Our own texts, by file; labels are the booklet's, and what is only for the redactie isn't shown.
OWN_TEXTS = {
    "questions": ("short_name", "in_a_sentence", "decides", "why", "opener"),
    "considerations": ("text",),
    "options": ("brief", "practice", "asks", "decision", "in_the_summary", "decided_by", "prompt"),
    "governance_models": ("in_a_sentence", "what", "how", "good_for", "mind", "in_a_line", "example"),
    "backgrounds": ("heading", "text"),
    "question_notes": ("text",),
    "model_notes": ("text",),
    "tensions": ("explanation", "ground"),
    "traits": ("ground",),
}
# A background of some kinds has no heading; a tension may rest on reason alone; the summary doesn't name every option.
MAY_BE_EMPTY = {("backgrounds", "heading"), ("tensions", "ground"), ("options", "in_the_summary")}

# The headings of the booklet that a source may name, by chapter.
HEADINGS = {
    "1": {
        "Integrale afweging",
        "Proportionaliteit",
        "Veiligheid: verantwoordelijkheid van BenW",
        "Bredere advisering aan burgemeesters",
        "Advisering vanuit een brede context: ons vak",
        "Verlengd lokaal bestuur weer inhoud geven",
    },
    "2": {
        "inleiding",
        "Veiligheidsbureau als gedelegeerd opdrachtgever bij de centrumstad",
        "Overkoepelend directeur bij de veiligheidsregio",
        "Functionaris verlengd lokaal bestuur in de Veiligheidsdirectie",
        "Onafhankelijk secretaris",
        "Veiligheidsmanager",
        "Taakverdeling bij de beoordeling van stukken",
        "Adviesstructuur voor het bestuur van een brede regionale organisatie",
        "Concernfunctie bij gemeente",
        "Managementraad bij de veiligheidsregio",
        "En meer mogelijkheden....",
    },
    "3": {"inleiding", "Aandachtspunten", "Praktische uitwerking", "Managementoverleg", "Zwaardere organisatievormen"},
    "4": {f"Checklist regiostaf, vraag {number}" for number in range(1, 13)},
}

FORBIDDEN = re.compile(
    r"\b(stakeholders?|borg(en|t|de|ing)|geborgd|uitrol(len|t)?|uitgerold|implement\w+|geïmplementeerd|optimalis\w+|"
    r"geoptimaliseerd|middels|inzake|teneinde|dien(en|t)( \w+){0,3} te)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 25


@dataclass(frozen=True)
class Text:
    """A text and where it stands."""

    place: str
    text: str


def records(name: str) -> list[dict[str, Any]]:
    return [record["fields"] for record in json.loads((CONTENT_DIR / f"{name}.json").read_text(encoding="utf-8"))]


def own_texts() -> Iterator[Text]:
    for name, keys in OWN_TEXTS.items():
        for number, record in enumerate(records(name), start=1):
            for key in keys:
                yield Text(f"{name}, record {number}, {key}", record[key])


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
    own = {(name, key) for name in ("questions", "options", "governance_models") for key in OWN_TEXTS[name]}
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
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def test_a_sentence_begins_with_a_capital_and_ends() -> None:
    whole = {"decides", "why", "opener", "text", "practice", "asks", "decision", "prompt", "explanation", "what", "how"}
    whole |= {"good_for", "mind", "in_a_line", "example"}
    bad = [
        text
        for text in own_texts()
        if text.place.split(", ")[2] in whole and not re.match(r"^[A-ZÀ-Ý‘0-9].*[.?!]$", text.text, re.DOTALL)
    ]
    assert bad == []


# What the advies takes over, where 'u' is the bestuur.
IN_THE_ADVIES = {
    "questions": ("in_a_sentence",),
    "options": ("brief", "decision", "in_the_summary", "decided_by"),
    "backgrounds": ("heading", "text"),
    "question_notes": ("text",),
    "tensions": ("explanation", "ground"),
    "governance_models": ("in_a_sentence", "in_a_line"),
    "traits": ("ground",),
}


def test_what_the_advies_takes_over_does_not_speak_to_the_kring() -> None:
    spoken_to = [
        (name, number, record[key])
        for name, keys in IN_THE_ADVIES.items()
        for number, record in enumerate(records(name), start=1)
        for key in keys
        if re.search(r"\b(u|uw|uzelf)\b", record[key], re.IGNORECASE)
    ]
    assert spoken_to == []


def problem_of(source: str) -> str:
    """What is wrong with one source of a text: empty when it exists."""
    if found := re.fullmatch(r"hoofdstuk (\d), (.+)", source, re.IGNORECASE):
        return "" if found[2] in HEADINGS.get(found[1], set()) else f"no heading of chapter {found[1]}"
    if found := re.fullmatch(r"spanning (\w+) met (\w+)", source):
        pairs = {(tension["option_a"][0], tension["option_b"][0]) for tension in records("tensions")}
        return "" if found.groups() in pairs else "no tension"
    if found := re.fullmatch(
        r"stand van zaken bij vraag (\d+)( \(.+\))?( en vraag \d+ \(.+\))?", source, re.IGNORECASE
    ):
        return "" if [int(found[1])] in [note["question"] for note in records("question_notes")] else "no note"
    known = {
        "Voorwoord",
        "de voorbeelden van hoofdstuk 2",
        "Voorstel van deze wijzer",
        "de evaluatie is een voorstel van deze wijzer",
        "niet nagekeken in de geldende tekst",
    }
    return "" if source in known else "unknown kind of source"


@pytest.mark.parametrize("name", ["questions", "options", "considerations", "backgrounds", "governance_models"])
def test_every_text_names_sources_that_exist(name: str) -> None:
    for number, record in enumerate(records(name), start=1):
        # A semicolon between brackets belongs to the source.
        sources = re.split(r";\s+(?![^(]*\))", record["passage"])
        wrong = [(source, problem) for source in sources if (problem := problem_of(source))]
        assert wrong == [], f"record {number}"


@pytest.mark.parametrize(
    "source",
    ["hoofdstuk 1, Aandachtspunten", "hoofdstuk 4, Checklist regiostaf, vraag 13", "spanning 1a met 1b", "ergens", ""],
)
def test_a_source_that_does_not_exist_is_found(source: str) -> None:
    assert problem_of(source)


def template_texts() -> Iterator[Text]:
    """What templates say: their text, the texts they pass to their parts, and titles, labels and alternatives."""
    for path in sorted(set(TEMPLATES.rglob("*.html")) - FOR_DEVELOPERS):
        source = path.read_text(encoding="utf-8")
        source = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", " ", source, flags=re.DOTALL)
        source = re.sub(r"{% block main_class %}.*?{% endblock %}|<meta name=.viewport.[^>]*>", " ", source)
        passed = [
            text
            for tag in re.findall(r"{%\s*include.*?%}", source, re.DOTALL)
            for pair in re.findall(r"\b\w+='([^']*)'|\b\w+=\"([^\"]*)\"", tag)
            for text in pair
            if " " in text
        ]
        # A variable in a sentence stands for a word; a tag for nothing.
        source = re.sub(r"{%.*?%}", " ", re.sub(r"{{.*?}}", "…", source), flags=re.DOTALL)
        named = re.findall(r'\b(?:title|alt|placeholder|aria-label|content)="([^"]*)"', source)
        said = [*re.split(r"<[^>]*>", source), *named, *passed]
        yield from (Text(str(path.relative_to(TEMPLATES)), unescape(text).strip()) for text in said if text.strip())


def test_templates_have_no_forbidden_word_and_curled_quotes() -> None:
    found = [text for text in template_texts() if FORBIDDEN.search(text.text) or re.search("['\"]", text.text)]
    assert found == []


def misspelt(texts: list[str]) -> list[str]:
    """The words that neither hunspell's Dutch dictionary nor our own list has; codes such as 12a are no words."""
    if (
        shutil.which("hunspell") is None
        or b"nl_NL" not in subprocess.run(["hunspell", "-D"], capture_output=True, check=False, input=b"").stderr
    ):
        pytest.skip("hunspell with its Dutch dictionary isn't installed")
    words = "\n".join(texts)
    words = re.sub(r"https?://\S+|[\w.-]+\.(?:html|pdf|json)\b", " ", words)
    # Parts of words that share their other half ('advies- of besluitvorming', 'secretarissen of -functionarissen').
    words = re.sub(r"\b\d+[a-z]?\b|(?<=\w)-(?!\w)|(?<!\w)-(?=\w)", " ", words)
    # A full stop or a closing quote is no part of a word; '(veiligheids)regio' is one word.
    words = re.sub(r"[.’](?!\w)", " ", re.sub(r"\((\w+)\)(?=\w)", r"\1", words))
    checked = subprocess.run(
        ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-p", str(OWN_WORDS), "-l"],
        input=words,
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/"},
    )
    return sorted(set(checked.stdout.split()))


def test_the_speller_finds_mistakes_and_knows_our_words() -> None:
    assert misspelt(["De regiostaf advizeert het bestuur.", "De CGS van Brabant-Noord, optie 12a"]) == ["advizeert"]


def test_the_texts_are_spelt_well() -> None:
    assert misspelt([text.text for text in own_texts()]) == []


def test_the_templates_are_spelt_well() -> None:
    assert misspelt([text.text for text in template_texts()]) == []


def test_the_labels_and_help_texts_of_the_beheer_are_spelt_well() -> None:
    texts = [
        str(text)
        for kind in KINDS
        for field in kind.fields.values()
        for text in (field.verbose_name, field.help_text, *(label for _, label in field.flatchoices))
    ]
    assert misspelt(texts) == []


def test_our_own_words_are_sorted() -> None:
    words = OWN_WORDS.read_text(encoding="utf-8").split()
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
