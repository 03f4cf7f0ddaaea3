"""The tensions between options, with what to talk about, the agreement that helps and the repairs: content that editors
may improve."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from checklist.domain.choices.repairs import repair_refusal
from checklist.domain.content import Repair as RepairValue
from checklist.models.content import Option, Selection
from models_catalogue.caps import at_most, line_of
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.history import EditorsHistory
from models_catalogue.models import Readers

# So many repairs a tension has at most: the most obvious ones.
MOST_REPAIRS = 3


class Severity(models.TextChoices):
    """How hard two options clash."""

    CONTRADICTION = "tegenstrijdig", "tegenstrijdig"
    ATTENTION = "aandachtspunt", "aandachtspunt"


class Tension(FixtureRow):
    """Two options that cannot both hold, or only with an agreement."""

    natural_key_fields = ("number",)

    number = models.PositiveSmallIntegerField("nummer", unique=True, help_text="De volgorde van de spanningen.")
    option_a = models.ForeignKey(Option, models.PROTECT, related_name="+", verbose_name="eerste optie")
    option_b = models.ForeignKey(Option, models.PROTECT, related_name="+", verbose_name="tweede optie")
    severity = models.CharField("ernst", max_length=13, choices=Severity.choices)
    readers = models.PositiveSmallIntegerField("lezers", choices=Readers.choices)
    question = models.CharField(
        "vraag",
        default="",
        **line_of(
            90,
            "In de controle, in de uitkomst en in het advies: waarover de kring moet praten, zoals u het in een "
            "vergadering vraagt.",
        ),
    )
    explanation = models.TextField(
        "uitleg",
        help_text="Bij beide opties, in de controle, in de uitkomst, bij ‘Methode’ en in het advies: waarom deze twee "
        "botsen.",
    )
    ground = models.CharField(
        "grond",
        max_length=300,
        blank=True,
        help_text="De wet of de plaats in het boekje waarop de spanning rust; onder de uitleg en bij de bronnen.",
    )
    agreement = models.TextField(
        "afspraak",
        default="",
        blank=True,
        **at_most(
            200,
            "In de controle en in het advies, zolang de kring de keuzes niet bewust zo laat: de afspraak waarmee beide "
            "keuzes kunnen blijven. Alleen bij een aandachtspunt.",
        ),
    )
    active = models.BooleanField(
        "in gebruik",
        default=True,
        help_text="Uit: deze spanning telt nergens meer. Wat een kring erover schreef, blijft in het dossier.",
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "spanning"
        verbose_name_plural = "spanningen"
        ordering = ("number",)
        constraints = [
            # Either way round: a pair is the same pair in the other order.
            models.UniqueConstraint(
                Least("option_a", "option_b"),
                Greatest("option_a", "option_b"),
                name="tension_once_per_pair",
                violation_error_message="Deze twee opties vormen al een spanning.",
            ),
            models.CheckConstraint(condition=~Q(option_a=F("option_b")), name="tension_two_options"),
            models.CheckConstraint(condition=Q(severity__in=Severity.values), name="tension_severity_known"),
            models.CheckConstraint(condition=Q(readers__in=Readers.values), name="tension_one_or_two_readers"),
        ]

    def __str__(self) -> str:
        pair = f"{self.option_a.in_a_list} met {self.option_b.in_a_list}"
        return f"{self.number}. {self.question or pair}"

    def clean(self) -> None:
        """Refuse a pair that can't be chosen together anyway, or that isn't in the booklet's order.

        Costs at most three queries when the options aren't loaded.
        """
        if not (self.option_a_id and self.option_b_id):
            return
        a, b = self.option_a, self.option_b
        if a.code == b.code:
            raise ValidationError({"option_b": "Kies twee verschillende opties."})
        if a.question_id == b.question_id and (a.exclusive or b.exclusive or a.question.selection == Selection.ONE):
            raise ValidationError(
                {"option_b": f"Het formulier van vraag {a.question.number} laat deze twee al niet samen toe."}
            )
        if a.booklet_order > b.booklet_order:
            raise ValidationError({"option_a": f"Zet {b.code} voor {a.code}: de volgorde van het boekje."})

    @classmethod
    def must_be_filled(cls, row: "Tension") -> frozenset[str]:
        """An aandachtspunt names the agreement with which both options can stay; no agreement helps a contradiction."""
        return frozenset({"agreement"}) if row.severity == Severity.ATTENTION else frozenset()


class Repair(FixtureRow):
    """A way out of a tension by meaning: options that come and options that go, and what the kring reads of it."""

    natural_key_fields = ("tension__number", "number")

    tension = models.ForeignKey(Tension, models.CASCADE, related_name="repairs", verbose_name="spanning")
    number = models.PositiveSmallIntegerField("volgorde")
    adds = models.CharField(
        "komt erbij",
        max_length=80,
        blank=True,
        help_text="Codes van opties, zoals 5b. Bij een vraag met één antwoord vervangt de optie wat er was.",
    )
    drops = models.CharField("vervalt", max_length=80, blank=True, help_text="Codes van opties, zoals 5a.")
    text = models.TextField("oplossing", **at_most(160, "Op de knop in de controle en in de uitkomst: één zin."))
    active = models.BooleanField(
        "in gebruik", default=True, help_text="Uit: deze oplossing wordt nergens meer aangeboden."
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "oplossing van een spanning"
        verbose_name_plural = "oplossingen van spanningen"
        ordering = ("tension__number", "number")
        constraints = [
            models.UniqueConstraint(fields=("tension", "number"), name="repair_once_per_place"),
            models.CheckConstraint(condition=Q(number__range=(1, MOST_REPAIRS)), name="repair_at_most_three"),
        ]

    def __str__(self) -> str:
        return f"spanning {self.tension.number}, oplossing {self.number}"

    def clean(self) -> None:
        """Refuse options that don't solve the tension. At most three queries when it isn't loaded."""
        if self.tension_id and (refusal := self.refusal(self.tension)):
            raise ValidationError(refusal)

    def refusal(self, tension: Tension) -> str | None:
        """Return why it doesn't solve a tension, which may be a new one that isn't saved yet; None when it does."""
        repair = RepairValue(self.number, self.text, tuple(self.adds.split()), tuple(self.drops.split()))
        return repair_refusal(tension.option_a.code, tension.option_b.code, repair)
