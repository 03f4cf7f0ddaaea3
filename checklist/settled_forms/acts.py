"""The forms of the acts that may follow a settling, each for one kind of act."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, cast

from django import forms

from checklist.domain.decision_content import Organ
from checklist.domain.settled.states import corrected
from checklist.domain.settled.transitions import REASON_CAP, may_decide, may_follow
from checklist.domain.settled.value import ACT_TEXT_CAP, Act, ActKind, NewAct
from checklist.domain.settled.words import act_title, organ_words, outcome_words
from checklist.domain.state import Outcome
from checklist.domain.text import clean_line, clean_text
from checklist.forms import LARGEST_VERSION, CleanField
from checklist.settled_forms.day import DayField


class ActForm(forms.Form):
    """One act after settling. `seen` is the number of the last act that its page showed, `code` that of the version."""

    kind: ClassVar[ActKind]
    heading: ClassVar[str]
    explanation: ClassVar[str] = ""
    button: ClassVar[str]

    seen = forms.IntegerField(min_value=1, max_value=LARGEST_VERSION, widget=forms.HiddenInput)
    code = forms.CharField(max_length=12, widget=forms.HiddenInput)

    def __init__(self, *args: Any, acts: Sequence[Act], cover: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **(kwargs | {"prefix": self.kind.value}))
        self.cover = cover
        self.choose(acts)

    def choose(self, acts: Sequence[Act]) -> None:
        """Fill in what can be chosen after these acts."""

    @property
    def act(self) -> NewAct:
        """The act in a valid form."""
        told = self.cleaned_data
        return NewAct(
            self.kind,
            organ=self.chosen_organ,
            on=told.get("on"),
            outcome=Outcome(told["outcome"]) if told.get("outcome") else None,
            text=told.get("text", ""),
            corrects=int(told["corrects"]) if told.get("corrects") else None,
        )

    def is_behind(self, code: str, last: int) -> bool:
        """Whether a form that was looked at was made for another version than the one with this code, or before the act
        with this number: then what it offered to choose from may be gone."""
        told = self.cleaned_data
        return (told.get("code", code), told.get("seen", last)) != (code, last)

    @property
    def chosen_organ(self) -> Organ | None:
        """The organ of the act in a valid form."""
        chosen = self.cleaned_data.get("organ")
        return Organ(chosen) if chosen else None


class OfferForm(ActForm):
    """Offered to the organ on the cover."""

    kind, heading, button = ActKind.OFFERED, "Aanbieden aan het bestuur", "Vastleggen dat het is aangeboden"

    on = DayField("Datum van aanbieden")

    @property
    def chosen_organ(self) -> Organ:
        """It is offered to the organ that it was made for."""
        return self.cover


class MoveForm(ActForm):
    """The meeting is on another day."""

    kind, heading, button = ActKind.MOVED, "Vergadering verplaatsen", "Vastleggen dat de vergadering is verplaatst"
    explanation = "Ook als het bestuur het voorstel aanhoudt. De stand blijft aangeboden."

    on = DayField("Nieuwe datum van de vergadering")


class DecideForm(ActForm):
    """What an organ decided."""

    kind, heading, button = ActKind.DECIDED, "Besluit van een orgaan", "Besluit vastleggen"
    explanation = "Na het besluit van het orgaan op de omslag kan deze versie niet meer worden heropend."

    organ = forms.ChoiceField(
        label="Orgaan",
        error_messages={
            "required": "Kies een orgaan.",
            "invalid_choice": "Dat orgaan kan nu niet besluiten. Kies een ander orgaan.",
        },
    )
    on = DayField("Datum van het besluit")
    outcome = forms.ChoiceField(
        label="Uitkomst",
        choices=[("", "Kies een uitkomst"), *((one.value, outcome_words(one).capitalize()) for one in Outcome)],
        error_messages={"required": "Kies een uitkomst.", "invalid_choice": "Kies een uitkomst."},
    )
    text = CleanField(
        clean=clean_text,
        cap=ACT_TEXT_CAP,
        required=False,
        label="Wat anders is besloten, of waarom het niet is aangenomen",
        help_text="Alleen bij een wijziging of als het niet is aangenomen.",
        widget=forms.Textarea,
    )

    def choose(self, acts: Sequence[Act]) -> None:
        """The organs whose decision may come now."""
        organs = [(organ.value, organ_words(organ).capitalize()) for organ in may_decide(acts, self.cover)]
        cast("forms.ChoiceField", self.fields["organ"]).choices = organs


class WithdrawForm(ActForm):
    """The kring doesn't put it forward any more."""

    kind, heading, button = ActKind.WITHDRAWN, "Intrekken", "Vastleggen dat het is ingetrokken"
    explanation = "De kring legt deze versie niet meer voor. Dat kan niet worden teruggedraaid."

    on = DayField("Datum van intrekken")
    text = CleanField(clean=clean_text, cap=REASON_CAP, required=False, label="Waarom", widget=forms.Textarea)


class ReopenForm(ActForm):
    """The kring makes another version."""

    kind, heading, button = ActKind.REOPENED, "Heropenen", "Heropenen voor een nieuwe versie"
    explanation = (
        "U kunt de inhoud dan weer wijzigen. Deze versie blijft bestaan en verandert niet. "
        "Is de nieuwe versie vastgesteld, dan staat bij deze dat zij is vervangen."
    )

    text = CleanField(
        clean=clean_line,
        cap=REASON_CAP,
        label="Waarom, in één zin",
        error_messages={"required": "Schrijf in één zin waarom u deze versie heropent."},
    )


class CorrectForm(ActForm):
    """An earlier act was recorded with a wrong day or text."""

    kind, heading, button = ActKind.CORRECTED, "Een datum of tekst verbeteren", "Verbetering vastleggen"
    explanation = "Beide blijven op de tijdlijn staan. Documenten die al zijn gemaakt, veranderen niet."

    corrects = forms.ChoiceField(
        label="Wat u verbetert",
        error_messages={
            "required": "Kies wat u verbetert.",
            "invalid_choice": "De handeling die u wilt verbeteren, is er niet.",
        },
    )
    on = DayField("Goede datum", required=False)
    text = CleanField(clean=clean_text, cap=ACT_TEXT_CAP, required=False, label="Goede tekst", widget=forms.Textarea)

    def choose(self, acts: Sequence[Act]) -> None:
        """The acts as they stand now."""
        titles = [(str(act.number), act_title(act)) for act in corrected(acts)]
        cast("forms.ChoiceField", self.fields["corrects"]).choices = titles


_FORMS = (OfferForm, DecideForm, MoveForm, WithdrawForm, ReopenForm, CorrectForm)


def act_forms(code: str, acts: Sequence[Act], cover: Organ, today: date) -> list[ActForm]:
    """Return a form for each kind of act that may follow these of the version with this code; `cover` is the organ on
    its cover, with which a decision starts. Days start with `today`, but for those of a meeting to come."""
    kinds = may_follow(acts, cover)
    initial = {"seen": acts[-1].number, "code": code, "organ": cover.value}
    days = {kind: {"on": today} for kind in (ActKind.OFFERED, ActKind.DECIDED, ActKind.WITHDRAWN)}
    return [
        form(acts=acts, cover=cover, initial=initial | days.get(form.kind, {})) for form in _FORMS if form.kind in kinds
    ]


def sent_act_form(kind: str, sent: Mapping[str, Any], acts: Sequence[Act], cover: Organ) -> ActForm | None:
    """Return the form of this kind as it was sent; None for a kind that has none."""
    form = next((one for one in _FORMS if one.kind == kind), None)
    return form(sent, acts=acts, cover=cover) if form else None
