"""What the chair fills in: how a meeting is opened, and the two texts at a question."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from checklist.domain.meeting_record.words import DIFFERS_CAP, Mode
from checklist.domain.text import clean_text
from checklist.forms import CleanField, VersionField, text_field
from checklist.settled_forms.day import DayField

WHY, WHO_DIFFERS = "Waarom kiest u dit?", "Wie denkt er anders over?"
_MODES = {Mode.OPEN.value: "Open", Mode.SECRET.value: "Geheim"}


class OpeningForm(forms.Form):
    """How a meeting is opened: its mode, and until when there is a poll beforehand, if at all."""

    mode = forms.ChoiceField(
        label="Open of geheim",
        choices=list(_MODES.items()),
        error_messages={"required": "Kies open of geheim.", "invalid_choice": "Kies open of geheim."},
    )
    poll = forms.BooleanField(
        required=False,
        label="Stuur de twaalf vragen vooraf. Vragen waar niemand tegen is en niets botst, worden hamerstukken.",
    )
    poll_day = DayField("Sluit op", required=False)
    poll_time = forms.TimeField(
        required=False,
        label="om",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"invalid": "Vul een tijd in van 00:00 tot en met 23:59, bijvoorbeeld 17:00."},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the day on which the poll closes, where there is a poll."""
        if self.cleaned_data.get("poll") and not self.cleaned_data.get("poll_day") and "poll_day" not in self.errors:
            self.add_error("poll_day", "Vul in op welke dag de voorpeiling sluit.")
        return self.cleaned_data

    @property
    def chosen_mode(self) -> Mode:
        """The mode in a valid form."""
        return Mode(self.cleaned_data["mode"])

    @property
    def poll_until(self) -> datetime | None:
        """When the poll closes, in a valid form: at the end of its day when no time is given. None without a poll."""
        if not self.cleaned_data["poll"]:
            return None
        at = self.cleaned_data["poll_time"] or time(23, 59)
        return timezone.make_aware(datetime.combine(self.cleaned_data["poll_day"], at))


class LateForm(forms.Form):
    """Until which day gemeenten may answer after the meeting; empty: not any more."""

    until = DayField("Tot en met", required=False)

    @property
    def moment(self) -> datetime | None:
        """The end of that day, in a valid form."""
        day = self.cleaned_data["until"]
        return timezone.make_aware(datetime.combine(day, time(23, 59))) if day else None


class TextsForm(forms.Form):
    """What the chair writes at a question, based on a version of its answer."""

    motivation = text_field(WHY)
    minority = text_field(WHO_DIFFERS)
    version = VersionField()


class DiffersForm(forms.Form):
    """Why something else is settled than what was counted."""

    differs = CleanField(clean=clean_text, cap=DIFFERS_CAP, required=False, widget=forms.Textarea)
