"""A day in a form, with the words that say what is wrong with it."""

from django import forms


class DayField(forms.DateField):
    """A day of the calendar."""

    def __init__(self, label: str, *, required: bool = True, help_text: str = "") -> None:
        super().__init__(
            required=required,
            label=label,
            help_text=help_text,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d-%m-%Y"],
            error_messages={
                "required": "Vul een datum in.",
                "invalid": "Vul een bestaande datum in, bijvoorbeeld 24-11-2026.",
            },
        )
