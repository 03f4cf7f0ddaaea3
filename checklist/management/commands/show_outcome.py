"""`manage.py show_outcome DOSSIER.json [--json]`: what a dossier comes to, for people or for programs."""

import json
from argparse import ArgumentParser
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from checklist import selectors
from checklist.domain.content import Content, Tension
from checklist.domain.dossier import DossierValue
from checklist.domain.dutch import in_a_row
from checklist.domain.outcome.as_json import outcome_object
from checklist.domain.outcome.matching import without_example
from checklist.domain.outcome.whatif import Change
from checklist.domain.outcome.whole import WholeOutcome, whole_outcome
from checklist.domain.outcome.why_not import FURTHER, WhyNot
from checklist.domain.outcome.words import change_in_words, models_in_a_row, summary, tensions_in_words
from checklist.files import read_dossier


class Command(BaseCommand):
    """Thin: read, work out, print."""

    help = "Laat zien bij welke modellen een dossier past, welke spanningen erin zitten en wat dat verandert."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file to read and the form to print."""
        parser.add_argument("dossier", type=Path, metavar="DOSSIER.json")
        parser.add_argument("--json", action="store_true", help="Druk één object in JSON af.")

    def handle(self, *args: Any, dossier: Path, **options: Any) -> None:
        """Exit code 2 when the file is refused."""
        content = selectors.content_all()
        value = read_dossier(dossier, content)
        found = whole_outcome(content, value.chosen)
        if options["json"]:
            self.stdout.write(
                json.dumps(outcome_object(value, content, found.outcome), ensure_ascii=False, indent=1),
            )
        else:
            self.stdout.write("\n".join(_lines(value, content, found)))


def _lines(value: DossierValue, content: Content, found: WholeOutcome) -> Iterator[str]:
    kept = {(item.a, item.b) for item in value.kept}
    yield value.title
    yield ""
    yield from summary(content, value.chosen, found.outcome, found.what_if.tensions, kept)
    yield ""
    yield from _models(content, found)
    yield ""
    names = [model.short_name for model in found.outcome.combination]
    yield f"Combinatie die het meest van de keuzes dekt: {', '.join(names) or 'geen'}"
    yield f"Niet gedekt door die combinatie: {_codes(found.outcome.uncovered)}"
    yield f"Niet in een voorbeeld: {_codes(without_example(content, value.chosen))}"
    yield ""
    yield from _tensions(found, kept)
    yield from _turning(content, found)
    yield from _room(found)
    still_open = [f"{one.number} {one.short_name}" for one in content.questions if value.answer(one.number).open]
    yield f"Nog niet bepaald: {', '.join(still_open) or 'niets'}"


def _models(content: Content, found: WholeOutcome) -> Iterator[str]:
    if not found.outcome.clear:
        yield "Geen duidelijk model: van geen enkel model is een hoofdkenmerk gekozen."
    for match in found.outcome.matches:
        yield f"{match.rank}. {match.model.name}"
        yield f"   hoofdkenmerken: {_codes(match.hallmarks)}; past: {_codes(match.past)}"
        yield f"   past niet: {_codes(match.past_niet)}; mogelijk: {_codes(match.mogelijk)}"
        yield f"   het boekje noemt iets anders bij vraag: {_codes(map(str, match.other))}"
        yield f"   het boekje zwijgt over vraag: {_codes(map(str, match.silent))}"
        yield f"   waarom niet vooraan: {_why_not(content, found.why_not[match.model.slug])}"


def _why_not(content: Content, one: WhyNot) -> str:
    if one.fewest is None:
        return f"{FURTHER} antwoorden anders"
    if not one.changes:
        return "staat nu vooraan"
    changes = "; ".join(_change(content, change) for change in one.changes)
    return changes + _effects(one.made, one.removed)


def _tensions(found: WholeOutcome, kept: Collection[tuple[str, str]]) -> Iterator[str]:
    for tension in found.what_if.tensions:
        on_purpose = ", bewuste keuze" if (tension.a, tension.b) in kept else ""
        yield f"{tension.severity.capitalize()}: {tension.a} met {tension.b}{on_purpose}"
        for way in found.ways_out[tension.number]:
            yield f"   herstel: {way.repair.text}{f' ({way.then})' if way.then else ''}"


def _turning(content: Content, found: WholeOutcome) -> Iterator[str]:
    for effect in found.turning_points.first:
        yield f"Kantelpunt: {_change(content, effect.change)}: {models_in_a_row(content, effect.after.first)}"
    following = found.next_question
    if following.matters_most:
        yield f"Van de open vragen maakt vraag {following.matters_most.number} het meeste uit"
    if following.change_nothing:
        numbers = in_a_row([str(question.number) for question in following.change_nothing])
        yield f"Maakt geen verschil voor de uitkomst: vraag {numbers}"


def _room(found: WholeOutcome) -> Iterator[str]:
    left, total = (f"{number:,}".replace(",", ".") for number in (found.room.left, found.room.total))
    yield f"Volledige ontwerpen zonder tegenspraak die overblijven: {left} van {total}"
    for option in found.room.options:
        if option.contradicts:
            yield f"   {option.code} zou tegenspreken: {_codes(option.contradicts)}"


def _change(content: Content, change: Change) -> str:
    return f"vraag {change.number}, {change_in_words(content, change)}"


def _effects(made: Collection[Tension], removed: Collection[Tension]) -> str:
    new = f" (nieuw: {tensions_in_words(made)})" if made else ""
    gone = f" (vervalt: {tensions_in_words(removed)})" if removed else ""
    return new + gone


def _codes(codes: Any) -> str:
    return " ".join(codes) or "geen"
