"""`manage.py restore FILE`: put a backup back, while the site stands still."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone
from django.utils.formats import date_format

from checklist.backup.postgres import restore_line
from checklist.backup.refused import refused
from checklist.backup.restoring import restore_backup
from checklist.models import Dossier


class Command(BaseCommand):
    """Thin: put it back, say what it was and what is left to do."""

    help = (
        "Zet een reservekopie terug die met backup is gemaakt. Stop Regiostaf eerst; er mogen nog geen dossiers zijn."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file to read."""
        parser.add_argument("file", type=Path, metavar="FILE.tar")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Exit code 2 when it is refused; then the database is as it was."""
        if connection.vendor != "sqlite":
            line = restore_line(connection.get_connection_params(), file)
            raise refused(
                "Er is niets teruggezet: dat doet u met de programma's van PostgreSQL.\n"
                f"Terugzetten in een lege database: {line}"
            )
        restored = restore_backup(file, Path(connection.settings_dict["NAME"]))
        made_at = date_format(timezone.localtime(restored.manifest.made_at), "j F Y H:i")
        dossiers = restored.manifest.contents.rows[Dossier._meta.db_table]
        self.stdout.write(f"Teruggezet: de reservekopie van {made_at}, dossiers: {dossiers}.")
        if restored.older:
            self.stdout.write(
                "Zij komt van een oudere versie. Voer nu uit: manage.py migrate, en daarna: manage.py load_content."
            )
