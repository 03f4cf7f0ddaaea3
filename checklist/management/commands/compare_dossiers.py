"""`manage.py compare_dossiers A.json B.json`: what differs between two dossier files, in words."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from checklist import selectors
from checklist.domain.content import Content
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.variants.comparing import compared
from checklist.domain.variants.value import CameAndWent, Change, Comparison, QuestionChange
from checklist.domain.variants.variant import Variant
from checklist.files import read_dossier

_OPEN, _NOTHING = "nog niet bepaald", "niets"


class Command(BaseCommand):
    """Thin: read both, compare, print."""

    help = "Laat in woorden zien wat er verschilt tussen twee dossierbestanden, en wat dat doet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The two files to read."""
        parser.add_argument("first", type=Path, metavar="A.json")
        parser.add_argument("second", type=Path, metavar="B.json")

    def handle(self, *args: Any, first: Path, second: Path, **options: Any) -> None:
        """Exit code 2 when a file is refused."""
        content, regions = selectors.content_all(), selectors.regions()
        a, b = (_variant(path, content, regions) for path in (first, second))
        lines = [f"A: {a.dossier.title}", f"B: {b.dossier.title}", "", *_lines(compared(content, a, b))]
        self.stdout.write("\n".join(lines))


def _variant(path: Path, content: Content, regions: dict[str, str]) -> Variant:
    value = read_dossier(path, content)
    return selectors.variant_of_value(value, content, regions[value.veiligheidsregio])


def _lines(found: Comparison) -> Iterator[str]:
    if found.same:
        yield "A en B zijn gelijk."
        return
    for question in found.questions:
        yield from _question(question)
    if found.same_questions:
        yield f"Gelijk in A en B: vraag {in_a_row(found.same_questions)}"
    for change in (found.nearest, *found.models, *found.moments, *found.facts):
        yield from _change(change)
    for part in (*found.tensions, *found.decisions, found.steps):
        yield from _came_and_went(part)
    if found.other_fields:
        yield f"Ook anders in de afronding: {'; '.join(found.other_fields)}"


def _question(question: QuestionChange) -> Iterator[str]:
    yield f"{question.number}. {question.choice.name}"
    yield from _both("", question.choice, _OPEN)
    for change in (*question.details, question.motivation, question.minority):
        if change.before or change.after:
            yield f"   {change.name}"
            yield from _both("   ", change, _NOTHING)


def _change(change: Change) -> Iterator[str]:
    yield change.name
    yield from _both("", change, _NOTHING)


def _both(indent: str, change: Change, nothing: str) -> Iterator[str]:
    before, after = (" ".join(text.split()) or nothing for text in (change.before, change.after))
    if before == after:
        yield f"{indent}   A en B: {after}"
    else:
        yield f"{indent}   A: {before}"
        yield f"{indent}   B: {after}"


def _came_and_went(part: CameAndWent) -> Iterator[str]:
    if part.same:
        return
    yield capital(part.name)
    yield from (f"   nieuw in B: {text}" for text in part.came)
    yield from (f"   niet meer in B: {text}" for text in part.went)
