"""`manage.py render_advies DOSSIER.json --output FILE.pdf`: the advies of a dossier file, without a browser."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from checklist import selectors
from checklist.documents import advies_pdf
from checklist.domain.advies.reading import Reading
from checklist.export.pdf import RenderBusy, RenderFailed, RenderTimeout, RenderTooLarge
from checklist.files import read_dossier, write_whole

_REASONS = {
    RenderBusy: "er worden al andere adviezen gemaakt, probeer het straks opnieuw",
    RenderTimeout: "het duurde te lang",
    RenderTooLarge: "er was te veel geheugen nodig",
}

# The end of the output's name says its form; a name without one is a PDF.
_FORMS = {"", ".pdf"}


class Command(BaseCommand):
    """Thin: read, compose, render, write."""

    help = "Maakt van een dossierbestand het voorstel, de besluitenlijst of het verslag als PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file to read and the file to write."""
        parser.add_argument("dossier", type=Path, metavar="DOSSIER.json")
        parser.add_argument("--output", type=Path, required=True, metavar="FILE.pdf")
        parser.add_argument("--reading", type=Reading, choices=list(Reading), default=Reading.VOORSTEL)

    def handle(self, *args: Any, dossier: Path, output: Path, reading: Reading, **options: Any) -> None:
        """Exit code 2 when the file is refused, or asked for in another form than PDF, 1 when the PDF can't be made;
        then no file is written."""
        if output.suffix.lower() not in _FORMS:
            form = output.suffix.removeprefix(".")
            raise CommandError(f"Fout bij {output.name}: {form} kan nog niet, alleen pdf.", returncode=2)
        content = selectors.content_all()
        value = read_dossier(dossier, content)
        region = selectors.regions()[value.veiligheidsregio]
        advies = selectors.advies_of_value(value, content, region)
        try:
            made = advies_pdf(advies, reading, value)
        except RenderFailed as error:
            reason = _REASONS.get(type(error), "het programma dat de PDF maakt, liep vast")
            raise CommandError(f"De PDF kon niet worden gemaakt: {reason}.") from error
        write_whole(output, made)
        self.stdout.write(f"{output}: {len(made)} bytes.")
