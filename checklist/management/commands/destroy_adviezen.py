"""`manage.py destroy_adviezen --until DATE [--confirm HASH]`: what is settled goes after its time, by a list."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction

from checklist.domain.decision.date_words import day_in_words
from checklist.domain.settled.destruction import DestructionList
from checklist.management.journal import empty_journal
from checklist.selectors.destruction import StillKeptError, destruction_list
from checklist.services.destroying import OtherListError, destroy

_BACKUPS = (
    "De ketting onthoudt dat. In reservekopieën die er al zijn, staat het nog: vernietig die ook, of wacht tot zij "
    "zijn vervangen. Documenten die iemand heeft opgehaald, blijven waar zij zijn."
)


class Command(BaseCommand):
    """Without `--confirm` nothing goes. What is on stdout is the list and nothing else, so that `sha256sum` of the file
    in which it is kept gives its hash."""

    help = (
        "Toont wat na zijn bewaartermijn kan worden vernietigd (de vernietigingslijst), en vernietigt het als u de "
        "SHA-256 van die lijst meegeeft."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The last day of what may go, and the hash of the list that somebody agreed to."""
        parser.add_argument(
            "--until", type=_day, required=True, metavar="DATE", help="bewaard tot en met, als 2047-01-14"
        )
        parser.add_argument("--confirm", type=_hash, metavar="HASH", help="de SHA-256 van de lijst die is goedgekeurd")

    def handle(self, *args: Any, until: date, confirm: str | None, **options: Any) -> None:
        """Exit code 1, and nothing goes, for a day that isn't over or another list than the one that was confirmed."""
        try:
            if confirm:
                self._destroy(until, confirm)
            else:
                self._show(destruction_list(until))
        except StillKeptError as error:
            raise CommandError(
                f"Wat u bewaart tot en met {day_in_words(until)}, kan vanaf de dag erna worden vernietigd."
            ) from error

    def _show(self, listed: DestructionList) -> None:
        if not listed.dossiers:
            self.stderr.write(f"Niets is bewaard tot en met {day_in_words(listed.until)} of korter.")
            return
        self.stdout.write(listed.text, ending="")
        self.stderr.write(f"SHA-256 van deze lijst: {listed.sha256}\nVernietigen kan met --confirm en deze SHA-256.")

    def _destroy(self, until: date, confirm: str) -> None:
        try:
            listed = destroy(until, confirm)
        except OtherListError as error:
            raise CommandError(
                "Dit is niet de lijst van nu. Er is niets vernietigd; vraag de lijst opnieuw."
            ) from error
        except DatabaseError as error:
            raise CommandError(f"De database weigert het ({error}). Er is niets vernietigd.") from error
        transaction.on_commit(empty_journal)
        self.stdout.write(listed.text, ending="")
        self.stderr.write(f"Vernietigd: {len(listed.versions)}. {_BACKUPS}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError("een datum is jaar, maand en dag: 2047-01-14") from error


def _hash(text: str) -> str:
    if not re.fullmatch("[0-9a-fA-F]{64}", text):
        raise ArgumentTypeError("een SHA-256 is 64 tekens lang")
    return text.lower()
