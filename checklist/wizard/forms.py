"""The form of a question, and the form with which two answers to it become one again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms

from checklist.domain.choices.consistency import selection_refusal
from checklist.domain.choices.details import within_region
from checklist.domain.content import Question
from checklist.domain.dossier import Answer
from checklist.forms import VersionField, text_field
from checklist.wizard.details import START, UNKNOWN, DetailFields
from checklist.wizard.sides import answer_of

# What the two texts are called on screen; documents call them motivering and minderheidsstandpunt.
WHY, WHO_DIFFERS = "Waarom kiest u dit?", "Wie denkt er anders over?"


class SelectionField(forms.MultipleChoiceField):
    """The chosen options of a question as a sorted tuple of codes; 'Nog niet bepaald' (an empty value) is no option. It
    has no choices of its own: the page draws the options of the question, and `validate` knows these."""

    def __init__(self, question: Question) -> None:
        super().__init__(
            required=False,
            label="Meer antwoorden mogelijk" if question.many else "Kies er één",
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
    """One question of the wizard: the options with what they leave open, the motivation and the minority view, based on
    a version. Who leaves it open (`left_open`) drops what was ticked, whatever it was."""

    def __init__(self, *args: Any, details: DetailFields, left_open: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["options"] = SelectionField(details.question)
        self.fields["options"].disabled = left_open
        self.details = details
        self.fields |= details.fields()
        self.fields["motivation"] = text_field(WHY)
        self.fields["minority"] = text_field(WHO_DIFFERS)
        self.fields["version"] = VersionField()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The options that are ticked on the page, as they were sent or as they are stored; also what is no answer."""
        shown = self["options"]
        codes = shown.data if self.is_bound else shown.value()
        return tuple(sorted(code for code in codes or () if code))

    def clean(self) -> dict[str, Any]:
        """Refuse an answer to a detail that the question doesn't have."""
        known = {self.add_prefix(name) for name in self.fields}
        if any(name.startswith(self.add_prefix(START)) and name not in known for name in self.data):
            self.add_error(None, UNKNOWN)
        return self.cleaned_data

    def detail_fields(self, code: str) -> tuple[forms.BoundField, ...]:
        """What an option leaves open."""
        return tuple(self[name] for name, option, _ in self.details if option.code == code)

    @property
    def answer(self) -> Answer:
        """The answer in a valid form."""
        data = self.cleaned_data
        return Answer(data["options"], data["motivation"], data["minority"], self.details.answers(data))


class ConflictForm(forms.Form):
    """Chooses between two answers to one question, each written as `sides.value_of` writes it."""

    def __init__(self, *args: Any, question: Question, gemeenten: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question, self.gemeenten = question, gemeenten
        self.fields["options"] = forms.CharField(required=False, max_length=500, label="Welke keuze geldt?")
        self.fields["mine"] = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
        self.fields["motivation"] = text_field(WHY, "Uw tekst staat onder die van de ander. Maak er één tekst van.")
        self.fields["minority"] = text_field(WHO_DIFFERS, "Ook hier staat uw tekst onder die van de ander.")
        self.fields["version"] = VersionField()

    def _side(self, name: str) -> Answer:
        try:
            return within_region(answer_of(self.cleaned_data[name], self.question), self.gemeenten)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def clean_options(self) -> Answer:
        """Return the choice that was made, without texts; a gemeente of another region is no answer any more."""
        return self._side("options")

    def clean_mine(self) -> Answer:
        """Return the choice of whoever came second, without texts."""
        return self._side("mine")

    @property
    def answer(self) -> Answer:
        """The answer in a valid form."""
        data = self.cleaned_data
        chosen: Answer = data["options"]
        return replace(chosen, motivation=data["motivation"], minority=data["minority"])
