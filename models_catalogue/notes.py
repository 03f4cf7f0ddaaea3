"""A fact that is newer than the booklet: shared by the notes on questions and those on models."""

from django.db import models
from django.db.models import Q

from models_catalogue import certainty
from models_catalogue.dates import check_dates
from models_catalogue.fixture_rows import FixtureRow


class Certainty(models.TextChoices):
    """How sure a note is; what 'middel' is shown as goes by the kind of its source."""

    HIGH = certainty.SURE, "hoog"
    MEDIUM = certainty.UNSURE, "middel"


class SourceKind(models.TextChoices):
    """What a note rests on."""

    LAW = certainty.LAW, "wet of regeling"
    REPORT = certainty.REPORT, "bericht, brief, website of ander stuk"


class Note(FixtureRow):
    """One fact with its source, date and certainty."""

    natural_key_fields = ("key",)
    not_on_the_site = frozenset({"attention"})

    key = models.SlugField(
        "sleutel", max_length=80, unique=True, help_text="Vaste naam van dit feit, bijvoorbeeld vraag-1-1."
    )
    text = models.TextField(
        "tekst", help_text="Bij de vraag of bij het model, onder ‘Nieuw sinds 2011’; bij een vraag ook in het advies."
    )
    source = models.CharField(
        "bron", max_length=300, help_text="Onder de tekst; bij een vraag ook bij de bronnen van het advies."
    )
    url = models.CharField(
        "vindplaats",
        max_length=500,
        blank=True,
        help_text="Een adres met http(s) is op de site aan te klikken; iets anders blijft tekst.",
    )
    date = models.CharField(
        "datum",
        max_length=80,
        validators=[check_dates],
        help_text="Zoals de bron haar noemt, bijvoorbeeld 2022-07-01, 2020-07 of ongedateerd.",
    )
    certainty = models.CharField(
        "zekerheid",
        max_length=10,
        choices=Certainty.choices,
        help_text="Bij ‘middel’ staat onder de tekst: ‘Niet nagekeken in de geldende wettekst’ bij een wet, ‘Niet "
        "nagekeken bij een tweede bron’ bij een ander stuk.",
    )
    source_kind = models.CharField(
        "soort bron",
        max_length=7,
        choices=SourceKind.choices,
        default=SourceKind.REPORT,
        help_text="Een wet heeft als vindplaats een officieel adres van de overheid.",
    )
    attention = models.TextField("let op", blank=True, help_text="Alleen voor de redactie; staat niet op de site.")
    active = models.BooleanField("in gebruik", default=True, help_text="Uit: dit feit staat nergens meer op de site.")

    class Meta:
        abstract = True
        ordering = ("key",)
        constraints = [
            models.CheckConstraint(condition=Q(certainty__in=Certainty.values), name="%(class)s_certainty_known"),
            models.CheckConstraint(condition=Q(source_kind__in=SourceKind.values), name="%(class)s_source_kind_known"),
        ]

    def __str__(self) -> str:
        return self.key
