"""The forms outside the wizard, and the form fields that clean typed text in the one way there is."""

import re
from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.utils.formats import number_format

from checklist.domain.dossier import TitlePage
from checklist.domain.dossier_file import UPLOAD_CAP, cap_of, other_kind
from checklist.domain.text import (
    PRESENT_CAP,
    PRESENT_LINE_CAP,
    PRESENT_LINES_CAP,
    TEXT_CAP,
    TITLE_CAP,
    WHAT_CAP,
    WHEN_CAP,
    WHO_CAP,
    TooLongError,
    capped,
    clean_line,
    clean_lines,
    clean_text,
    refuse_far_over,
)
from checklist.keys import EDITING, KEY_PATTERN, READING, EditKey, Key, ReadKey
from checklist.models import QUESTION_COUNT
from checklist.models.action import ABOUT_CAP

# PostgreSQL's and SQLite's integers are finite; a version never comes near this.
LARGEST_VERSION = 2_000_000_000
LARGEST_ID = 9_000_000_000_000_000_000
# Characters of the mark that a form carries of what its page showed.
MARK_LENGTH = 16


class CleanField(forms.CharField):
    """A text that is cleaned before it is counted. Over the cap is an error; what was typed stays in the form."""

    def __init__(self, *, clean: Callable[[str], str], cap: int, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self._clean_text = clean
        self._cap = cap

    def to_python(self, value: object) -> str:
        """Return the cleaned text; raises `ValidationError` when it is over the cap."""
        try:
            return capped(super().to_python(value) or "", self._cap, self._clean_text)
        except TooLongError as error:
            raise forms.ValidationError(_too_long(error), code="cap") from error


def _too_long(error: TooLongError) -> str:
    count, cap = (number_format(number, force_grouping=True) for number in (error.count, error.cap))
    return f"Deze tekst telt {count} tekens. Maak die korter: er passen er {cap}."


def text_field(label: str, help_text: str = "") -> CleanField:
    """Return a field for a longer text with line breaks, not required."""
    return CleanField(
        clean=clean_text, cap=TEXT_CAP, required=False, label=label, help_text=help_text, widget=forms.Textarea
    )


def question_number(text: str) -> int | None:
    """Return the number of a question as a browser sent it ('7'); None for what is no question's."""
    return int(text) if text in {str(number) for number in range(1, QUESTION_COUNT + 1)} else None


class VersionField(forms.IntegerField):
    """The version a form is based on, hidden in it."""

    def __init__(self) -> None:
        super().__init__(min_value=0, max_value=LARGEST_VERSION, widget=forms.HiddenInput)


class PresentField(forms.CharField):
    """Who is present, one on a line; gives a tuple of lines."""

    def __init__(self) -> None:
        super().__init__(
            required=False,
            strip=False,
            label="Aanwezig",
            help_text="Eén naam per regel. De namen komen in het advies te staan.",
            widget=forms.Textarea,
        )

    def clean(self, value: object) -> tuple[str, ...]:
        """Return the cleaned lines; raises `ValidationError` when there are too many or one is too long."""
        typed = value if isinstance(value, str) else ""
        try:
            refuse_far_over(typed, PRESENT_CAP)
        except TooLongError as error:
            raise forms.ValidationError(_too_long(error), code="cap") from error
        lines = clean_lines(typed)
        if len(lines) > PRESENT_LINES_CAP:
            raise forms.ValidationError(f"Dit zijn {len(lines)} regels. Er passen er {PRESENT_LINES_CAP}.")
        for at, line in enumerate(lines, start=1):
            if len(line) > PRESENT_LINE_CAP:
                raise forms.ValidationError(f"Regel {at} is te lang: er passen {PRESENT_LINE_CAP} tekens op een regel.")
        return lines


class TitlePageForm(forms.Form):
    """The title page of a dossier. `regions` are the names of the veiligheidsregio's by code."""

    title = CleanField(
        clean=clean_line,
        cap=TITLE_CAP,
        label="Titel van het dossier",
        help_text="Zo heet het advies straks, bijvoorbeeld: Regiostaf Brabant-Noord.",
        error_messages={"required": "Geef het dossier een titel."},
    )
    veiligheidsregio = forms.ChoiceField(
        label="Veiligheidsregio",
        error_messages={
            "required": "Kies uw veiligheidsregio.",
            "invalid_choice": "Kies een veiligheidsregio uit de lijst.",
        },
    )
    date = forms.DateField(
        label="Datum van de vergadering",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={
            "required": "Vul de datum van de vergadering in.",
            "invalid": "Vul een bestaande datum in, bijvoorbeeld 24-11-2026.",
        },
    )
    until = forms.TimeField(
        required=False,
        label="Klaar om",
        help_text="Hoe laat de vergadering klaar moet zijn, bijvoorbeeld 12:00.",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"invalid": "Vul een tijd in van 00:00 tot en met 23:59, bijvoorbeeld 12:00."},
    )
    present = PresentField()

    def __init__(self, *args: Any, regions: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_name = sorted(regions.items(), key=lambda item: item[1].casefold())
        region = cast("forms.ChoiceField", self.fields["veiligheidsregio"])
        region.choices = [("", "Kies een veiligheidsregio"), *by_name]

    @property
    def title_page(self) -> TitlePage:
        """The title page in a valid form."""
        data = self.cleaned_data
        return TitlePage(data["title"], data["veiligheidsregio"], data["date"], data["present"], data["until"])


class VersionedTitlePageForm(TitlePageForm):
    """The title page of a dossier that exists already."""

    version = VersionField()


_LINK = re.compile(rf"(?:^|/(?P<before>{EDITING}|{READING}))(?P<key>{KEY_PATTERN})(?:/|$)")


class OpenLinkForm(forms.Form):
    """A werklink or leeslink, pasted; gives the key in it."""

    link = forms.CharField(
        label="Werklink of leeslink",
        max_length=500,
        error_messages={
            "required": "Plak hier de link van het dossier.",
            "max_length": "Dit is geen link van een dossier. Plak de hele werklink of leeslink.",
        },
    )

    def clean_link(self) -> Key:
        """Return the key in the pasted link; raises `ValidationError` when there is none. A key alone, or after
        /dossier/, may be of either link."""
        found = _LINK.search(clean_line(self.cleaned_data["link"]))
        if not found:
            raise forms.ValidationError("Dit is geen link van een dossier. Plak de hele werklink of leeslink.")
        return ReadKey(found["key"]) if found["before"] == READING else EditKey(found["key"])


class UploadForm(forms.Form):
    """A dossier file that was downloaded before."""

    file = forms.FileField(
        label="Dossierbestand",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        help_text="Het bestand dat u eerder bij een dossier hebt gedownload, hooguit 3 MB. Met de gegevens van een "
        "vastgesteld voorstel begint u een nieuw dossier met dezelfde keuzes.",
        error_messages={"required": "Kies eerst een dossierbestand."},
    )

    def clean_file(self) -> bytes:
        """Return the bytes of the file; raises `ValidationError` when it is another kind of file, or too large."""
        file = self.cleaned_data["file"]
        content: bytes = file.read(UPLOAD_CAP + 1)
        if kind := other_kind(content):
            raise forms.ValidationError(f"Dit is {kind}. Kies het dossierbestand: dat eindigt op .json.")
        if len(content) > cap_of(content):
            most = f"{cap_of(content) / 1_000_000:g}".replace(".", ",")
            raise forms.ValidationError(f"Dit bestand is groter dan {most} MB en kan geen dossierbestand zijn.")
        return content


class VariantForm(forms.Form):
    """The title of a copy of a dossier."""

    title = CleanField(
        clean=clean_line,
        cap=TITLE_CAP,
        label="Titel van de variant",
        help_text="Zeg erin wat anders is, bijvoorbeeld: met een eigen bureau.",
        error_messages={"required": "Geef de variant een titel."},
    )


class DeleteForm(forms.Form):
    """Asks once more whether a dossier is to be deleted."""

    sure = forms.BooleanField(
        label="Ik weet het zeker",
        error_messages={"required": "Zet eerst een vinkje bij ‘Ik weet het zeker’. Er is nog niets verwijderd."},
    )


class ActionForm(forms.Form):
    """An action on the controle, or about a step on the afronding: what is done, who does it and when, all of it
    optional, and of a step whether it is done. `id` is empty for a new one, `shown` a mark of what the page showed."""

    id = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID)
    version = VersionField()
    about = forms.CharField(required=False, max_length=ABOUT_CAP)
    shown = forms.CharField(max_length=MARK_LENGTH)
    what = CleanField(clean=clean_line, cap=WHAT_CAP, required=False)
    who = CleanField(clean=clean_line, cap=WHO_CAP, required=False)
    when = CleanField(clean=clean_line, cap=WHEN_CAP, required=False)
    done = forms.BooleanField(required=False)


class KeepForm(forms.Form):
    """Whether the kring keeps a tension, and why; version 0 when the page showed that it didn't."""

    version = VersionField()
    shown = forms.CharField(max_length=MARK_LENGTH)
    keep = forms.BooleanField(required=False)
    motivation = text_field("Toch zo laten, want …")
