"""The style guide: every part of templates/components in every state, for developers only (wired while DEBUG is on)."""

from datetime import UTC, date, datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from checklist.domain.choices.agenda import AgendaPart, ToldAction
from checklist.domain.choices.progress import QuestionState
from checklist.domain.clock import Clock
from checklist.domain.content import Option
from checklist.domain.meeting.rounds import steps_shown
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import Step
from checklist.domain.terms import Term
from checklist.pages.question import CardClash, ClashLine, ModelLink, OptionCard
from regiostaf.posted import PostedField

KEY = "stijlgids-voorbeeld-0123456789ab"
NAMES = (
    "Instelling",
    "Opdracht",
    "Colleges",
    "Raden",
    "Veiligheidsregio",
    "Werkterrein",
    "Plaats",
    "Leiding",
    "Ondersteuning",
    "Bekostiging",
    "Coördinerend secretaris",
    "Perspectief",
)
ANSWERS = {
    1: ("de kring zelf", "vastgelegd in regeling of verordening"),
    2: ("advies aan het bestuur", "advies aan de gemeenten"),
    4: ("netwerk van griffiers",),
    5: ("geen directe relatie",),
    6: ("de hele veiligheidsregio",),
}
TENSIONS = {1: "aandachtspunt", 5: "tegenstrijdig"}
STATES = ("kenmerkend", "past", "past-niet", "mogelijk", "anders", "zwijgt", "open", "gekozen")


MODELS = (ModelLink("managementraad", "Managementraad"), ModelLink("adoptieregeling", "Adoptieregeling"))
CLASHES_OF_7D = (
    CardClash(
        contradiction=False,
        with_words="De kring zelf",
        with_question=1,
        explanation="Daarvoor is instemming van de veiligheidsregio nodig.",
    ),
    CardClash(
        contradiction=True,
        with_words="Geen directe relatie",
        with_question=5,
        explanation="Dat kan niet allebei.",
        ground="Een grond",
        kept=True,
        motivation="Eén jaar.",
    ),
)
ONE_OF = (
    OptionCard(
        code="7a",
        key="A",
        short="Secretarissen of veiligheidsadviseurs",
        book="Aan het overleg van gemeentesecretarissen en/of van gemeentelijke veiligheidsadviseurs",
        checked=False,
        practice="De kring zelf draagt de regiostaf. Er is geen aparte organisatie nodig.",
        asks="Tijd van de gemeentesecretarissen.",
        models=MODELS[:1],
    ),
    OptionCard(
        code="7c",
        key="B",
        short="De centrumgemeente",
        book="Aan de centrumgemeente",
        checked=False,
        models=MODELS,
        possible_models=MODELS[1:],
        clash="Vraagt een afspraak met vraag 10.",
    ),
    OptionCard(
        code="7d",
        key="C",
        short="Onafhankelijke afdeling veiligheidsregio",
        book="Aan een afdeling van de veiligheidsregio met een onafhankelijke adviespositie naar het bestuur",
        checked=True,
        practice="Dicht bij de stukken en bij het bestuur, in een huis dat niet van de gemeenten is.",
        clashes=CLASHES_OF_7D,
    ),
)
MANY_OF = (
    OptionCard(
        code="4a",
        key="A",
        short="Geen directe relatie",
        book="Heeft geen relatie met de raden",
        checked=True,
        exclusive=True,
        practice="Deze kan niet samen met een andere.",
    ),
    OptionCard(code="4b", key="B", short="Netwerk van griffiers", book="De griffiers", checked=True),
    OptionCard(code="4c", key="C", short="Een optie die nog geen korte woorden heeft", book="", checked=False),
)
LINES = (
    ClashLine("afspraak", "Afspraak nodig", "met vraag 1: daarvoor is instemming van de veiligheidsregio nodig.", 1),
    ClashLine("botst", "Botst", "met vraag 5: dat kan niet allebei."),
)
ACTIONS = (
    ToldAction(
        AgendaPart.OPEN, "Wie betaalt de regiostaf?", "Uren ramen", "Secretaris van Oss", "1 maart 2027", done=False
    ),
    ToldAction(AgendaPart.OTHER, "", "Gesprek met de griffiers", "", "", done=True),
)
STEPS = steps_shown((Step.ALONE, Step.VOTE), RoundState.VOTE)
SHAPES = ("voor", "kan", "tegen", "nog-niet", "geen", "verdeeld", "eens", "vastgesteld", "botst", "afspraak")
MARKS = ("klaar", "open", "afspraak", "botst", "afgesproken")


class ExampleForm(forms.Form):
    """One field of each kind that form_field.html and option_detail.html know."""

    title = forms.CharField(label="Titel", help_text="Zo heet het dossier op elke pagina.", max_length=20)
    region = forms.ChoiceField(label="Veiligheidsregio", choices=[("", "Kies een regio"), ("VR21", "Brabant-Noord")])
    date = forms.DateField(label="Datum", widget=forms.DateInput)
    motivation = forms.CharField(label="Motivering", help_text="Waarom kiest de kring dit?", widget=forms.Textarea)
    minority = forms.CharField(
        label="Minderheidsstandpunt", widget=forms.Textarea, required=False, help_text="Dit veld heeft weinig ruimte."
    )
    file = forms.FileField(label="Dossierbestand", required=False, widget=forms.FileInput(attrs={"accept": ".json"}))
    agreed = forms.BooleanField(label="Ik heb de link bewaard", required=False)
    carrier = forms.ChoiceField(
        label="Welk overleg draagt de regiostaf?",
        choices=[("", "Nog niet bepaald"), ("secretarissen", "dat van gemeentesecretarissen"), ("beide", "beide")],
        widget=forms.RadioSelect,
        required=False,
    )
    gemeente = forms.ChoiceField(
        label="Welke gemeente is de centrumgemeente?",
        choices=[("", "Nog niet bepaald"), ("GM0828", "Oss")],
        required=False,
        error_messages={"invalid_choice": "Kies een gemeente uit de lijst."},
    )


def styleguide(request: HttpRequest) -> HttpResponse:
    """All parts on one page; no database."""
    questions = [
        QuestionState(
            *(number, f"Bepaal: {name}", name, tuple(Option("", "", brief=words) for words in ANSWERS.get(number, ()))),
            looked_at=True,
            tension=TENSIONS.get(number, ""),
        )
        for number, name in enumerate(NAMES, 1)
    ]
    typed = {
        "title": "Een titel die te lang is",
        "region": "VR21",
        "date": "2026-11-24",
        "minority": "Dit is te lang " * 3,
        "gemeente": "GM0363",
    }
    context = {
        "form": ExampleForm(typed),
        "questions": questions,
        "one_of": ONE_OF,
        "many_of": MANY_OF,
        "models": MODELS,
        "lines": LINES,
        "marks": MARKS,
        "steps": STEPS,
        "shapes": SHAPES,
        "printed": {"title": "Regiostaf Brabant-Noord", "date": date(2026, 11, 24)},
        "actions": ACTIONS,
        "states": STATES,
        "dossier_key": KEY,
        "typed": PostedField("motivation", "Een tekst die niet is opgeslagen.", "Motivering"),
        "term": Term("kring", (), "Het overleg van gemeentesecretarissen in een regio.", "hoofdstuk 2"),
        "two_lines": "Eerste regel.\nTweede regel.",
        "clock": Clock(datetime(2026, 11, 24, 10, 24, tzinfo=UTC), datetime(2026, 11, 24, 11, 30, tzinfo=UTC)),
    }
    return render(request, "styleguide.html", context)
