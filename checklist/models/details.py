"""What an option leaves open, and the answers to choose from: content that editors may improve in its words."""

from django.db import models
from django.db.models import Q

from checklist.models.content import Option
from models_catalogue.caps import at_most, line_of
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.history import EditorsHistory

_CGS = "‘{cgs}’ wordt hierin ‘de coördinerend gemeentesecretaris’."


class DetailKind(models.TextChoices):
    """What is chosen from: the alternatives that are given, or the gemeenten of the dossier's veiligheidsregio."""

    CHOICE = "keuze", "een van de antwoorden"
    GEMEENTE = "gemeente", "een gemeente van de veiligheidsregio"


class Detail(FixtureRow):
    """A deelkeuze: what an option leaves open ('en/of', which gemeente) and the kring must still say."""

    natural_key_fields = ("option__code", "key")

    option = models.ForeignKey(Option, models.PROTECT, related_name="details", verbose_name="optie")
    key = models.CharField("sleutel", max_length=20, help_text="Zo heet de deelkeuze in een dossierbestand.")
    kind = models.CharField("te kiezen", max_length=8, choices=DetailKind.choices)
    required = models.BooleanField("nodig voor een besluit")
    question = models.TextField(
        "vraag",
        **at_most(160, f"Bij de optie als zij is gekozen, in de controle en in het advies. {_CGS}"),
    )
    while_open = models.TextField(
        "zolang dit open is",
        **at_most(220, f"In het voorstel, zolang de kring dit niet heeft bepaald. {_CGS}"),
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "deelkeuze"
        verbose_name_plural = "deelkeuzes"
        ordering = ("option__question__number", "option__letter", "key")
        constraints = [
            models.UniqueConstraint(fields=("option", "key"), name="detail_key_once_per_option"),
            models.CheckConstraint(condition=Q(kind__in=DetailKind.values), name="detail_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.option.in_a_list}, {self.key}"


class DetailAlternative(FixtureRow):
    """One answer to what an option leaves open."""

    natural_key_fields = ("detail__option__code", "detail__key", "value")

    detail = models.ForeignKey(Detail, models.PROTECT, related_name="alternatives", verbose_name="deelkeuze")
    number = models.PositiveSmallIntegerField("volgorde")
    value = models.CharField("waarde", max_length=20, help_text="Zo heet het antwoord in een dossierbestand.")
    label = models.CharField("antwoord", **line_of(60, "Bij de optie als zij is gekozen, en in de controle."))
    sentence = models.TextField(
        "besluit", **at_most(220, "In het advies: de zin die daar staat in plaats van het besluit van de optie.")
    )
    brief = models.CharField(
        "in de samenvatting",
        default="",
        blank=True,
        **line_of(
            120,
            "In het advies, bovenaan de samenvatting, in plaats van de woorden van de optie. Leeg: die blijven staan.",
        ),
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "antwoord op een deelkeuze"
        verbose_name_plural = "antwoorden op deelkeuzes"
        ordering = ("detail__option__question__number", "detail__option__letter", "detail__key", "number")
        constraints = [
            models.UniqueConstraint(fields=("detail", "value"), name="detail_alternative_value_once"),
            models.UniqueConstraint(fields=("detail", "number"), name="detail_alternative_once_per_place"),
        ]

    def __str__(self) -> str:
        return f"{self.detail}: {self.value}"
