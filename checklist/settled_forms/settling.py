"""The forms with which a voorstel is settled, and a concept is withdrawn."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from checklist.domain.decision.date_words import day_in_words
from checklist.domain.settled.transitions import REASON_CAP
from checklist.domain.text import clean_text
from checklist.forms import CleanField
from checklist.settled_forms.day import DayField

WITH_NAMES, WITHOUT_NAMES = "met", "zonder"
UNTIL, FOR_EVER = "datum", "blijvend"


class DayForm(forms.Form):
    """Of which day it is what the page shows that settles. It stands in the address."""

    datum = DayField("Datum van de kring", help_text="De dag waarop de kring dit heeft vastgesteld.")

    def clean_datum(self) -> date:
        """Return the day; raises `ValidationError` for one that is still to come."""
        day: date = self.cleaned_data["datum"]
        if day > timezone.localdate():
            raise forms.ValidationError("Deze datum is nog niet geweest. Vaststellen kan na de vergadering.")
        return day


class FreezeForm(DayForm):
    """The same of a voorstel, and whether people are named in it."""

    namen = forms.ChoiceField(
        label="Namen van mensen",
        choices=[(WITHOUT_NAMES, "Zonder namen"), (WITH_NAMES, "Met namen")],
        error_messages={"required": "Kies met of zonder namen.", "invalid_choice": "Kies met of zonder namen."},
    )

    @property
    def names(self) -> bool:
        """Whether people are named."""
        return bool(self.cleaned_data["namen"] == WITH_NAMES)


def proposed_keep_until(settled_on: date) -> date:
    """Return until when a voorstel of this day is kept, unless the kring chooses longer."""
    year = min(settled_on.year + settings.ADVIES_KEEP_YEARS, date.max.year)
    try:
        return settled_on.replace(year=year)
    except ValueError:  # the 29th of February
        return settled_on.replace(year=year, day=28)


class SettleForm(forms.Form):
    """Settles: until when it is kept, one confirmation, and the hash of the text that was shown."""

    based_on = forms.RegexField(regex=r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)
    keep = forms.ChoiceField(
        label="Bewaren",
        choices=[(UNTIL, "Tot en met een datum"), (FOR_EVER, "Blijvend")],
        error_messages={"required": "Kies tot wanneer.", "invalid_choice": "Kies tot wanneer."},
    )
    keep_until = DayField("Bewaren tot en met", required=False)
    sure = forms.BooleanField(
        label="Wij hebben de tekst bekeken en stellen die zo vast",
        error_messages={"required": "Zet eerst een vinkje. Er is nog niets vastgesteld."},
    )

    def __init__(self, *args: Any, settled_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._earliest = proposed_keep_until(settled_on)

    def clean(self) -> dict[str, Any]:
        """Say so when a day is missing, or sooner than this installation keeps."""
        data = super().clean() or self.cleaned_data
        if data.get("keep") == FOR_EVER:
            self.errors.pop("keep_until", None)  # what stands in that field doesn't matter then
        until = data.get("keep_until")
        if data.get("keep") == UNTIL and "keep_until" not in self.errors and (not until or until < self._earliest):
            self.add_error("keep_until", f"Kies {day_in_words(self._earliest)} of een latere datum.")
        return data

    @property
    def keep_until_day(self) -> date | None:
        """The last day on which it is kept; None for ever."""
        return None if self.cleaned_data["keep"] == FOR_EVER else self.cleaned_data["keep_until"]


def fresh_settle_form(settled_on: date, html_sha256: str) -> SettleForm:
    """Return the form for a text that is shown, with what this installation proposes."""
    proposed = {"based_on": html_sha256, "keep": UNTIL, "keep_until": proposed_keep_until(settled_on)}
    return SettleForm(initial=proposed, settled_on=settled_on)


class SureForm(forms.Form):
    """Asks once more."""

    sure = forms.BooleanField(
        label="Ik weet het zeker",
        error_messages={"required": "Zet eerst een vinkje bij ‘Ik weet het zeker’. Er is nog niets gebeurd."},
    )


class WithdrawConceptForm(forms.Form):
    """Takes a concept off the table."""

    on = DayField("Datum")
    because = CleanField(clean=clean_text, cap=REASON_CAP, required=False, label="Waarom", widget=forms.Textarea)
