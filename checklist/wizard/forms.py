"""The form of a question, and the form with which two answers to it become one again."""

from typing import Any

from django import forms

from checklist.domain.choices.consistency import selection_refusal
from checklist.domain.content import Question
from checklist.domain.dossier import Answer
from checklist.forms import VersionField, text_field


class SelectionField(forms.MultipleChoiceField):
    """The chosen options of a question as a sorted tuple of codes; 'Nog niet bepaald' (an empty value) is no option."""

    def __init__(self, question: Question) -> None:
        super().__init__(
            required=False,
            label="Kies één optie" if not question.many else "Kies een of meer opties",
            choices=[(option.code, option.label) for option in question.options],
            widget=forms.CheckboxSelectMultiple,
        )
        self.question = question

    def to_python(self, value: Any) -> list[str]:
        """Return the codes without empty values."""
        return [code for code in super().to_python(value) if code]

    def validate(self, value: Any) -> None:
        """Raise `ValidationError` when this is no answer to the question (rule 4)."""
        if refusal := selection_refusal(self.question, value):
            raise forms.ValidationError(refusal)

    def clean(self, value: Any) -> Any:
        """Return the codes in the booklet's order."""
        return tuple(sorted(super().clean(value)))


class QuestionForm(forms.Form):
    """One question of the wizard: the options, the motivation and the minority view, based on a version."""

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["options"] = SelectionField(question)
        self.fields["motivation"] = text_field(
            "Motivering", "Waarom kiest de kring hiervoor? Het komt zo in het advies."
        )
        self.fields["minority"] = text_field(
            "Minderheidsstandpunt", "Wat vinden de gemeenten die hier anders over denken? Het komt zo in het advies."
        )
        self.fields["version"] = VersionField()

    @property
    def answer(self) -> Answer:
        """The answer in a valid form."""
        data = self.cleaned_data
        return Answer(data["options"], data["motivation"], data["minority"])


class ConflictForm(forms.Form):
    """Chooses between two answers to one question; options are written as '1a,1d', none as an empty text."""

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.fields["options"] = forms.CharField(required=False, max_length=100, label="Welke keuze geldt?")
        self.fields["mine"] = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
        self.fields["motivation"] = text_field(
            "Motivering", "Uw tekst staat onder die van de ander. Maak er één tekst van."
        )
        self.fields["minority"] = text_field("Minderheidsstandpunt", "Ook hier staat uw tekst onder die van de ander.")
        self.fields["version"] = VersionField()

    def _codes(self, name: str) -> tuple[str, ...]:
        codes = [code for code in self.cleaned_data[name].split(",") if code]
        if refusal := selection_refusal(self.question, codes):
            raise forms.ValidationError(refusal)
        return tuple(sorted(codes))

    def clean_options(self) -> tuple[str, ...]:
        """Return the codes of the answer that was chosen."""
        return self._codes("options")

    def clean_mine(self) -> tuple[str, ...]:
        """Return the codes of the answer of whoever came second."""
        return self._codes("mine")

    @property
    def answer(self) -> Answer:
        """The answer in a valid form."""
        data = self.cleaned_data
        return Answer(data["options"], data["motivation"], data["minority"])
