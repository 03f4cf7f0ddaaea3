"""`manage.py backup FILE`: a backup of the database, while the site is in use."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from checklist.backup.making import make_backup
from checklist.backup.postgres import dump_line, restore_line
from checklist.backup.refused import refused
from checklist.models import Dossier


class Command(BaseCommand):
    """Thin: make it, say what is in it."""

    help = "Maakt een reservekopie van de database. Regiostaf mag ondertussen draaien."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file to write."""
        parser.add_argument("file", type=Path, metavar="FILE.tar")
        parser.add_argument("--overwrite", action="store_true", help="Vervang het bestand als het er al is.")

    def handle(self, *args: Any, file: Path, overwrite: bool, **options: Any) -> None:
        """Exit code 2 when none is made; on PostgreSQL too, or a timer would think that there is one."""
        if connection.vendor != "sqlite":
            where = connection.get_connection_params()
            raise refused(
                "Er is geen reservekopie gemaakt: dat doet u met de programma's van PostgreSQL.\n"
                f"Maken: {dump_line(where, file)}\nTerugzetten in een lege database: {restore_line(where, file)}"
            )
        manifest = make_backup(Path(connection.settings_dict["NAME"]), file, overwrite=overwrite)
        dossiers = manifest.contents.rows[Dossier._meta.db_table]
        self.stdout.write(f"{file}: {file.stat().st_size} bytes, dossiers: {dossiers}.")
