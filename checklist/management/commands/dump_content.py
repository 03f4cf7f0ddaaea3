"""`manage.py dump_content`: write the content of the tables as the files of `fixtures/`."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from checklist.content_loading.dumping import dump_content
from checklist.files import write_whole


class Command(BaseCommand):
    """Thin: one file per table in a folder, or everything on standard output."""

    help = "Write the content as fixtures: one file per table in --output, or all of it to standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the option."""
        parser.add_argument("--output", type=Path, help="folder for the files; made when it isn't there")

    def handle(self, *, output: Path | None, **options: object) -> None:
        """Dump; each file is written whole or not at all. Raises `CommandError` for one that can't be written."""
        for kind, text in dump_content():
            if output is None:
                self.stdout.write(text, ending="")
                continue
            output.mkdir(parents=True, exist_ok=True)
            write_whole(output / kind.file, text.encode())
