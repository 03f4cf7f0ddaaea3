"""`manage.py load_content`: bring the tables up to date with `fixtures/`, but leave what was put there on purpose."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, no_translations

from checklist.content_loading.kinds import CONTENT_DIR
from checklist.content_loading.loading import load_content
from checklist.content_loading.origin import Origin
from checklist.content_loading.reading import ContentError
from checklist.editors import ensure_editors_group
from checklist.services.sample import renew_sample


def _silent(line: str) -> None:
    pass


class Command(BaseCommand):
    """Thin: options in, `load_content`, exit code 2 for a broken file."""

    help = (
        "Load questions, options, tensions, terms, models, notes and regions, and make the sample dossier; may be "
        "repeated. A text that an editor changed is left alone, and without --from also what was loaded from another "
        "folder. Each load says what it left alone, and what is on the site but not in the files. Files with other "
        "questions, options or models than the booklet's are refused."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--dry-run", action="store_true", help="show old and new per field, write nothing")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="replace what an editor changed or another folder brought too, after saying which",
        )
        parser.add_argument(
            "--from",
            dest="directory",
            type=Path,
            default=CONTENT_DIR,
            help="another folder with all files; what it changes stays at later loads without --from",
        )

    @no_translations
    def handle(self, *, directory: Path, dry_run: bool, overwrite: bool, verbosity: int, **options: object) -> None:
        """Load, or stop with exit code 2 when a file is broken. With verbosity 0 only a broken file is heard of."""
        source = Origin.PRODUCT if directory.resolve() == CONTENT_DIR.resolve() else Origin.ELSEWHERE
        say = self.stdout.write if verbosity else _silent
        try:
            load_content(directory, source=source, overwrite=overwrite, dry_run=dry_run, say=say)
        except ContentError as error:
            raise CommandError(f"{error}. Nothing was changed.", returncode=2) from error
        if dry_run:
            return
        ensure_editors_group()
        if source is Origin.PRODUCT:  # another folder may lack what the sample's choices stand on
            renew_sample()
