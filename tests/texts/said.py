"""What fixtures and templates say, text by text, with the place of each."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.conf import settings

from checklist.content_loading.kinds import CONTENT_DIR

TEMPLATES = settings.BASE_DIR / "templates"


CODE = ("checklist", "models_catalogue", "regiostaf")
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


FOR_DEVELOPERS = {TEMPLATES / "styleguide.html"}


# Our own texts, by file; labels are the booklet's, and what is only for the redactie isn't shown.
OWN_TEXTS = {
    "questions": ("short_name", "in_a_sentence", "decides", "why", "opener"),
    "considerations": ("text",),
    "options": ("brief", "practice", "asks", "decision", "in_the_summary", "clause", "decided_by", "prompt"),
    "details": ("question", "while_open"),
    "detail_alternatives": ("label", "sentence", "brief"),
    "governance_models": ("in_a_sentence", "what", "how", "good_for", "mind", "in_a_line", "example"),
    "backgrounds": ("heading", "text"),
    "question_notes": ("text",),
    "model_notes": ("text",),
    "tensions": ("question", "explanation", "ground", "agreement"),
    "repairs": ("text",),
    "organs": ("opening",),
    "legal_sources": ("law", "citation", "says"),
    "steps": ("what", "who", "term", "term_basis", "term_sooner", "source"),
    "option_deciding": ("legal", "money", "staff", "law", "information", "remark"),
    "decisions": ("text",),
    "general_decisions": ("text",),
    "proposal_fields": ("label", "help", "empty"),
    "terms": ("name", "forms", "explanation"),
    "traits": ("ground",),
}


@dataclass(frozen=True)
class Text:
    """A text and where it stands."""

    place: str
    text: str


def records(name: str) -> list[dict[str, Any]]:
    """The records of a file of content."""
    return [record["fields"] for record in json.loads((CONTENT_DIR / f"{name}.json").read_text(encoding="utf-8"))]


def own_texts() -> Iterator[Text]:
    """Our own texts in the content."""
    for name, keys in OWN_TEXTS.items():
        for number, record in enumerate(records(name), start=1):
            for key in keys:
                yield Text(f"{name}, record {number}, {key}", record[key])


def code_texts() -> Iterator[Text]:
    """The strings in the code that may be read on a screen: all but docstrings and what migrations keep as it was."""
    for app in CODE:
        for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
            if "migrations" in path.parts:
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            documented = (node for node in ast.walk(tree) if isinstance(node, DOCUMENTED))
            told = {ast.get_docstring(node, clean=False) for node in documented}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in told:
                    yield Text(str(path.relative_to(settings.BASE_DIR)), node.value)


def template_texts() -> Iterator[Text]:
    """What templates say: their text, the texts they pass to their parts, and titles, labels and alternatives."""
    for path in sorted(set(TEMPLATES.rglob("*.html")) - FOR_DEVELOPERS):
        source = path.read_text(encoding="utf-8")
        source = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", " ", source, flags=re.DOTALL)
        source = re.sub(r"{% block \w+_class %}.*?{% endblock %}|<meta name=.viewport.[^>]*>", " ", source)
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
