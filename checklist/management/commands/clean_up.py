"""Removes what has no meaning any more. Meant for once a day; a site without it works, its database only grows."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from checklist import limits, services
from checklist.management.journal import empty_journal
from checklist.services.meeting.closing import close_forgotten


class Command(BaseCommand):
    """Prints what was removed."""

    help = (
        "Ruimt op: tellingen van limieten die voorbij zijn, wie waar was, dossiers waarin nooit iets is opgeslagen, "
        "bewaarde documenten die oud zijn of waarvan het dossier weg is, en verlopen sessies van het beheer. Sluit "
        "vergaderingen die zestig dagen geleden zijn geopend."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove old counts, presences, dossiers that were never touched, documents, and sessions; close meetings that
        nobody closed."""
        counts, presences = limits.clear_old_counts(), services.clear_old_presences()
        dossiers = services.clear_untouched_dossiers()
        documents = services.clear_kept_documents()
        meetings = close_forgotten()
        call_command("clearsessions")
        transaction.on_commit(empty_journal)
        self.stdout.write(
            f"Opgeruimd: {counts} tellingen, {presences} keer aanwezig, {dossiers} dossiers waarin nooit iets is "
            f"opgeslagen, {documents} bewaarde documenten, en de verlopen sessies. {meetings} vergaderingen gesloten."
        )
