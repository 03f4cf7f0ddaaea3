"""`manage.py show_outcome DOSSIER.json [--json]`: what a dossier comes to, for people or for programs."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from checklist import selectors
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.matching import Outcome, match_models
from checklist.domain.outcome import outcome_object
from checklist.files import read_dossier


class Command(BaseCommand):
    """Thin: read, match, print."""

    help = "Laat zien op welke modellen een dossier lijkt en welke spanningen erin zitten."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file to read and the form to print."""
        parser.add_argument("dossier", type=Path, metavar="DOSSIER.json")
        parser.add_argument("--json", action="store_true", help="Druk één object in JSON af.")

    def handle(self, *args: Any, dossier: Path, **options: Any) -> None:
        """Exit code 2 when the file is refused."""
        content = selectors.content_all()
        value = read_dossier(dossier, content)
        outcome = match_models(content, value.chosen)
        found = outcome_object(value, content, outcome)
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(_lines(value, content, outcome, found)))


def _lines(value: DossierValue, content: Content, outcome: Outcome, found: dict[str, Any]) -> Iterator[str]:
    yield value.title
    yield "" if outcome.clear else "Geen duidelijk model: van geen enkel model is een hoofdkenmerk gekozen."
    for match in outcome.matches:
        yield f"{match.rank}. {match.model.name}"
        yield f"   hoofdkenmerken: {_codes(match.hallmarks)}; past: {_codes(match.past)}"
        yield f"   past niet: {_codes(match.past_niet)}; mogelijk: {_codes(match.mogelijk)}"
        yield f"   het boekje zwijgt over vraag: {_codes(map(str, match.silent))}"
    names = [model.short_name for model in outcome.combination]
    yield f"Combinatie die het meest van de keuzes dekt: {', '.join(names) or 'geen'}"
    yield f"Niet in een voorbeeld: {_codes(outcome.uncovered)}"
    for tension in found["tensions"]:
        kept = ", bewuste afwijking" if tension["kept"] else ""
        yield f"{tension['severity'].capitalize()}: {tension['a']} met {tension['b']}{kept}"
    still_open = [f"{number} {content.question_of[number].short_name}" for number in found["open"]]
    yield f"Nog niet bepaald: {', '.join(still_open) or 'niets'}"


def _codes(codes: Any) -> str:
    return " ".join(codes) or "geen"
