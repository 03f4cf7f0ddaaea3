"""`manage.py render_advies DOSSIER.json --output FILE`: a document of a dossier file, without a browser."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from checklist import selectors
from checklist.documents import advies_file
from checklist.domain.advies.file_form import FileForm, FileKind
from checklist.domain.advies.reading import Reading
from checklist.export.pdf import RenderBusy, RenderFailed, RenderTimeout, RenderTooLarge
from checklist.files import read_dossier, write_whole

_REASONS = {
    RenderBusy: "er worden al andere adviezen gemaakt, probeer het straks opnieuw",
    RenderTimeout: "het duurde te lang",
    RenderTooLarge: "er was te veel geheugen nodig",
}
_FORMS = list(FileForm)


class Command(BaseCommand):
    """Thin: read, compose, render, write."""

    help = "Maakt van een dossierbestand een van de documenten, in een van de vormen (standaard: het voorstel als PDF)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file to read and the file to write; its name says in which form, or `--format` does."""
        parser.add_argument("dossier", type=Path, metavar="DOSSIER.json")
        parser.add_argument("--output", type=Path, required=True, metavar="FILE")
        parser.add_argument("--reading", type=Reading, choices=list(Reading), default=Reading.VOORSTEL)
        parser.add_argument("--format", dest="form", type=FileForm, choices=_FORMS)

    def handle(
        self, *args: Any, dossier: Path, output: Path, reading: Reading, form: FileForm | None, **options: Any
    ) -> None:
        """Exit code 2 when the file is refused, or when its name says another form, 1 when the PDF can't be made;
        then no file is written."""
        kind = FileKind(reading, _form_of(output, form))
        content = selectors.content_all()
        value = read_dossier(dossier, content)
        region = selectors.regions()[value.veiligheidsregio]
        advies = selectors.advies_of_value(value, content, region)
        try:
            made = advies_file(advies, kind, value)
        except RenderFailed as error:
            reason = _REASONS.get(type(error), "het programma dat de PDF maakt, liep vast")
            raise CommandError(f"De PDF kon niet worden gemaakt: {reason}.") from error
        write_whole(output, made)
        self.stdout.write(f"{output}: {len(made)} bytes.")


def _form_of(output: Path, asked: FileForm | None) -> FileForm:
    """The form that is asked for, or that the end of the name says; a name without one is a PDF. A name that says
    another form than the one asked for would open in the wrong program."""
    ending = output.suffix.lower().removeprefix(".")
    if ending and ending not in _FORMS:
        forms = ", ".join(_FORMS)
        raise CommandError(f"Fout bij {output.name}: {ending} kan niet, alleen {forms}.", returncode=2)
    if asked and ending and ending != asked:
        raise CommandError(f"Fout bij {output.name}: de naam zegt {ending}, --format zegt {asked}.", returncode=2)
    return asked or FileForm(ending or FileForm.PDF)
