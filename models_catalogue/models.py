"""The nine governance models of the booklet, what they say of each option, and the 25 veiligheidsregio's."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from models_catalogue.caps import WordsAtMost, at_most, line_of
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.history import EditorsHistory
from models_catalogue.notes import Note


class Veiligheidsregio(FixtureRow):
    """One of the 25 regions of the Wet veiligheidsregio's."""

    natural_key_fields = ("code",)

    code = models.CharField("code", max_length=4, unique=True)
    name = models.CharField("naam", max_length=60, unique=True)
    name_in_law = models.CharField("naam in de bijlage van de wet", max_length=60)

    class Meta:
        verbose_name = "veiligheidsregio"
        verbose_name_plural = "veiligheidsregio’s"
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Gemeente(FixtureRow):
    """A municipality as of 1 January 2023."""

    natural_key_fields = ("code",)

    code = models.CharField("code", max_length=6, unique=True)
    name = models.CharField("naam", max_length=60)
    display_name = models.CharField("naam op de site", max_length=60)
    veiligheidsregio = models.ForeignKey(Veiligheidsregio, models.PROTECT, related_name="gemeenten")

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ("display_name",)

    def __str__(self) -> str:
        return self.display_name


class GovernanceModel(FixtureRow):
    """One of the nine ways in which regions organise their grip (booklet, chapter 2)."""

    natural_key_fields = ("slug",)

    number = models.PositiveSmallIntegerField("nummer", unique=True)
    slug = models.SlugField("naam in het adres", max_length=60, unique=True)
    name = models.CharField(
        "naam",
        max_length=120,
        help_text="De kop van de pagina van het model; ook in de lijst van modellen en in de uitkomst.",
    )
    short_name = models.CharField(
        "korte naam", max_length=60, help_text="Bij de opties, in lijsten en tabellen op de site en in het advies."
    )
    in_a_sentence = models.CharField(
        "in een zin",
        default="",
        **line_of(
            80,
            "De korte naam midden in een zin, zoals ‘de managementraad’: in de uitkomst en in het "
            "advies. Wijzigt u de korte naam, kijk dan ook hier.",
        ),
    )
    region = models.CharField(
        "regio",
        max_length=120,
        help_text="Waar het boekje dit voorbeeld vond; op de pagina van het model, in de lijst van modellen en in het "
        "advies.",
    )
    passage = models.CharField(
        "plaats in het boekje",
        max_length=200,
        help_text="Hoofdstuk en kop; op de pagina van het model, bij ‘Methode’ en in het advies.",
    )
    what = models.TextField("wat het is", default="", **at_most(260, "Op de pagina van het model."))
    how = models.TextField("hoe het werkt", default="", **at_most(480, "Op de pagina van het model."))
    good_for = models.TextField("waar het goed voor is", default="", **at_most(260, "Op de pagina van het model."))
    mind = models.TextField("waar u op let", default="", **at_most(260, "Op de pagina van het model."))
    in_a_line = models.CharField(
        "dit model in een zin",
        max_length=250,
        default="",
        **at_most(180, "Bovenaan de pagina van het model, in de lijst van modellen en in het advies."),
    )
    brief = models.CharField(
        "naam in een tabel",
        default="",
        validators=[WordsAtMost(4)],
        **line_of(40, "In tabellen waarin de negen modellen naast elkaar staan. Hoogstens 4 woorden."),
    )
    audience = models.TextField(
        "voor wie",
        default="",
        **at_most(180, "Bovenaan de pagina van het model, in één zin: voor wie het is bedoeld."),
    )
    drawback = models.TextField(
        "nadeel volgens het boekje",
        default="",
        **at_most(260, "Op de pagina van het model: het nadeel dat het boekje zelf noemt, of dat het er geen noemt."),
    )
    drawback_passage = models.CharField(
        "plaats van het nadeel",
        max_length=200,
        default="",
        help_text="Hoofdstuk en kop in het boekje; op de pagina van het model, onder het nadeel.",
    )
    example = models.TextField("voorbeeld", default="", help_text="Waar en wanneer; op de pagina van het model.")
    hallmark_1 = models.ForeignKey(
        "checklist.Option", models.PROTECT, related_name="+", verbose_name="eerste hoofdkenmerk"
    )
    hallmark_2 = models.ForeignKey(
        "checklist.Option", models.PROTECT, related_name="+", verbose_name="tweede hoofdkenmerk"
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "model"
        verbose_name_plural = "modellen"
        ordering = ("number",)
        constraints = [
            models.CheckConstraint(condition=Q(number__range=(1, 9)), name="governance_model_number_1_to_9"),
            models.CheckConstraint(condition=~Q(hallmark_1=F("hallmark_2")), name="governance_model_two_hallmarks"),
        ]

    def __str__(self) -> str:
        return self.name


class Stance(models.TextChoices):
    """What a model says of an option. No row: the booklet is silent."""

    CHARACTERISTIC = "kenmerkend", "kenmerkend"
    FITS = "past", "past"
    CLASHES = "past-niet", "past niet"


class Readers(models.IntegerChoices):
    """How many of the two readers of the booklet read it so; only what both read counts."""

    ONE = 1, "één van twee lezers"
    TWO = 2, "beide lezers"


class Trait(FixtureRow):
    """What one model says of one option, with the ground it rests on."""

    natural_key_fields = ("model__slug", "option__code")

    model = models.ForeignKey(GovernanceModel, models.PROTECT, related_name="traits", verbose_name="model")
    option = models.ForeignKey("checklist.Option", models.PROTECT, related_name="traits", verbose_name="optie")
    stance = models.CharField(
        "oordeel", max_length=10, choices=Stance.choices, help_text="Wat het boekje bij dit model van de optie zegt."
    )
    ground = models.TextField(
        "waarop het rust",
        help_text="In eigen woorden; op de pagina van het model, bij ‘Methode’ en in het advies.",
    )
    readers = models.PositiveSmallIntegerField(
        "lezers",
        choices=Readers.choices,
        help_text="Eén lezer: op de site ‘mogelijk’; telt niet mee bij het vergelijken.",
    )
    active = models.BooleanField(
        "in gebruik",
        default=True,
        help_text="Uit: dit oordeel telt nergens meer mee, op de site en bij het vergelijken.",
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "oordeel"
        verbose_name_plural = "oordelen"
        ordering = ("model__number", "option__question__number", "option__letter")
        constraints = [
            models.UniqueConstraint(fields=("model", "option"), name="trait_once_per_model_and_option"),
            models.CheckConstraint(condition=Q(stance__in=Stance.values), name="trait_stance_known"),
            models.CheckConstraint(condition=Q(readers__in=Readers.values), name="trait_one_or_two_readers"),
        ]

    def __str__(self) -> str:
        return f"{self.model} · {self.option} · {self.get_stance_display()}"

    @property
    def rules_out_its_option(self) -> bool:
        """Whether it is in use and says that the option doesn't fit."""
        return self.active and self.stance == Stance.CLASHES

    def clean(self) -> None:
        """Refuse a model's 'past niet' on its own hallmark: the option can't both typify the model and not fit it.

        Costs at most one query for the model, and one for the option when it is refused.
        """
        if not (self.model_id and self.option_id and self.rules_out_its_option):
            return
        if self.option_id in {self.model.hallmark_1_id, self.model.hallmark_2_id}:
            problem = (
                f"‘{self.option}’ is een hoofdkenmerk van ‘{self.model}’. Een hoofdkenmerk kan niet ‘past niet’ zijn"
            )
            raise ValidationError({"stance": f"{problem}: kies een ander oordeel, of zet dit oordeel uit."})


class RegionNote(Note):
    """What is newer than the list of gemeenten about one veiligheidsregio."""

    veiligheidsregio = models.ForeignKey(
        Veiligheidsregio, models.PROTECT, related_name="notes", verbose_name="veiligheidsregio"
    )
    history = EditorsHistory()

    class Meta(Note.Meta):
        verbose_name = "stand van zaken bij een regio"
        verbose_name_plural = "stand van zaken bij regio’s"


class ModelNote(Note):
    """What is newer than the booklet about one model."""

    model = models.ForeignKey(GovernanceModel, models.PROTECT, related_name="notes", verbose_name="model")
    history = EditorsHistory()

    class Meta(Note.Meta):
        verbose_name = "stand van zaken bij een model"
        verbose_name_plural = "stand van zaken bij modellen"


class ContentStamp(models.Model):
    """The one row with the stamp of the content; written by triggers alone (see `models_catalogue.stamp`)."""

    value = models.CharField(max_length=32)

    class Meta:
        verbose_name = "stempel van de inhoud"
        verbose_name_plural = "stempels van de inhoud"
        constraints = (models.CheckConstraint(condition=Q(id=1), name="one_content_stamp"),)

    def __str__(self) -> str:
        return self.value
