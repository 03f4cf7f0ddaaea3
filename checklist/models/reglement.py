"""The concept-reglement: articles with their clauses and what they leave open. Editors may improve the words, not when
these stand there."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from checklist.domain import reglement_texts as texts
from models_catalogue.caps import at_most, line_of
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.history import EditorsHistory

GAPS = "Tussen accolades staat wat per dossier wordt ingevuld."
REDACTIE = "Alleen voor de redactie; staat niet op de site."


class Shape(models.TextChoices):
    """What a clause is made of."""

    SENTENCE = "zin", "zin"
    LIST = "opsomming", "opsomming"
    TERMS = "begrippen", "begrippen"


# The texts that a clause of each shape has.
_TEXTS_OF = {
    Shape.SENTENCE.value: frozenset({"text"}),
    Shape.LIST.value: frozenset({"opening", "single"}),
    Shape.TERMS.value: frozenset({"opening"}),
}


class Article(FixtureRow):
    """An article; its number is fixed, as others name it."""

    natural_key_fields = ("number",)
    not_on_the_site = frozenset({"source"})

    number = models.PositiveSmallIntegerField("nummer", unique=True)
    key = models.CharField("sleutel", max_length=30, unique=True)
    heading = models.CharField("kop", **line_of(60, f"In het reglement, boven het artikel. {GAPS}"))
    questions = models.CharField("vragen", max_length=40, blank=True)
    explanation = models.TextField("toelichting", **at_most(320, "Bij het reglement: waarom het artikel er zo staat."))
    source = models.TextField("bron", help_text=REDACTIE)
    history = EditorsHistory()

    class Meta:
        verbose_name = "artikel van het reglement"
        verbose_name_plural = "artikelen van het reglement"
        ordering = ("number",)

    def __str__(self) -> str:
        return f"Artikel {self.number}. {self.heading}"

    def clean(self) -> None:
        """Refuse what can't be filled in; in an explanation nothing is."""
        refuse({"heading": texts.text_fault(self.heading), "explanation": texts.filler_fault(self.explanation)})


class Clause(FixtureRow):
    """A lid of an article."""

    natural_key_fields = ("key",)

    key = models.CharField("sleutel", max_length=10, unique=True)
    article = models.ForeignKey(Article, models.PROTECT, related_name="clauses", verbose_name="artikel")
    number = models.PositiveSmallIntegerField("volgorde")
    shape = models.CharField("vorm", max_length=10, choices=Shape)
    condition = models.CharField("alleen bij", max_length=80, blank=True)
    text = models.TextField("tekst", blank=True, **at_most(400, f"In het reglement, als lid. {GAPS}"))
    opening = models.CharField(
        "aanhef", blank=True, **line_of(100, f"In het reglement, boven de opsomming, met een dubbelepunt. {GAPS}")
    )
    single = models.CharField(
        "bij één onderdeel",
        blank=True,
        **line_of(120, f"In het reglement, als er één onderdeel is: {texts.PART} wordt dat onderdeel. {GAPS}"),
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "lid van het reglement"
        verbose_name_plural = "leden van het reglement"
        ordering = ("article__number", "number")
        constraints = [
            models.UniqueConstraint(fields=("article", "number"), name="clause_once_per_place"),
            models.CheckConstraint(condition=Q(shape__in=Shape.values), name="clause_shape_known"),
        ]

    def __str__(self) -> str:
        return f"Lid {self.key}"

    def part_of(self) -> Article:
        """Its article."""
        return self.article

    def clean(self) -> None:
        """Refuse texts that its shape doesn't have or that don't fit where they stand."""
        refuse_empty(self)
        refuse(
            {
                "text": texts.sentence_fault(self.text),
                "opening": texts.opening_fault(self.opening),
                "single": texts.single_fault(self.single),
            }
        )

    @classmethod
    def must_be_filled(cls, row: "Clause") -> frozenset[str]:
        """The texts of its shape."""
        return _TEXTS_OF.get(row.shape, frozenset())


class ClausePart(FixtureRow):
    """An item of the list of a clause, or a term that it defines."""

    natural_key_fields = ("clause__key", "number")

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="parts", verbose_name="lid")
    number = models.PositiveSmallIntegerField("volgorde")
    condition = models.CharField("alleen bij", max_length=80, blank=True)
    term = models.CharField(
        "begrip", blank=True, **line_of(60, f"In het reglement, in artikel 1: het woord dat de tekst uitlegt. {GAPS}")
    )
    text = models.TextField(
        "onderdeel", **at_most(240, f"In het reglement, in een opsomming, zonder leesteken aan het eind. {GAPS}")
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "onderdeel van een lid"
        verbose_name_plural = "onderdelen van leden"
        ordering = ("clause__article__number", "clause__number", "number")
        constraints = [models.UniqueConstraint(fields=("clause", "number"), name="part_once_per_place")]

    def __str__(self) -> str:
        return f"{self.clause}, onderdeel {self.number}"

    def part_of(self) -> Clause:
        """Its clause."""
        return self.clause

    def clean(self) -> None:
        """Refuse a list's item with a mark at its end, a term for a list without terms and the other way round."""
        refuse_empty(self)
        refuse({"text": texts.part_fault(self.text), "term": texts.part_fault(self.term)})

    @classmethod
    def must_be_filled(cls, row: "ClausePart") -> frozenset[str]:
        """A defined term has its word."""
        return frozenset({"term"}) if row.clause.shape == Shape.TERMS else frozenset()


class Gap(FixtureRow):
    """What texts of the reglement leave open, by its name between braces."""

    natural_key_fields = ("key",)

    key = models.CharField("sleutel", max_length=40, unique=True, help_text="Zo heet het in een dossierbestand.")
    number = models.PositiveSmallIntegerField("volgorde", unique=True)
    question = models.PositiveSmallIntegerField("vraag")
    detail = models.CharField("deelkeuze", max_length=40, blank=True)
    asked = models.BooleanField("alleen bij de afronding gevraagd")
    label = models.CharField("naam", **line_of(60, "Bij ‘Afronding’, in de lijst van het concept-reglement."))
    empty = models.TextField(
        "zolang het leeg is",
        **at_most(140, "In het reglement, zolang het niet is ingevuld: tussen vierkante haken wat nog open is."),
    )
    words = models.TextField(
        "woorden per antwoord",
        blank=True,
        **at_most(300, "In het reglement, per antwoord op de deelkeuze: een regel met het antwoord, : en de woorden."),
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "invulplaats van het reglement"
        verbose_name_plural = "invulplaatsen van het reglement"
        ordering = ("number",)

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """Refuse words that name a gap themselves, and answers that aren't those of the detail."""
        fault = texts.words_fault(self.detail, self.words)
        refuse({"empty": texts.filler_fault(self.empty), "words": fault or texts.filler_fault(self.words)})


def refuse(faults: dict[str, str]) -> None:
    """Raise `ValidationError` with what is wrong, by field; nothing for fields without a fault."""
    if found := {name: fault for name, fault in faults.items() if fault}:
        raise ValidationError(found)


def refuse_empty(row: FixtureRow) -> None:
    """Raise `ValidationError` for the texts that a row like this must have and lacks."""
    if empty := [name for name in row.must_be_filled(row) if not getattr(row, name)]:
        raise ValidationError(dict.fromkeys(empty, "Deze tekst kan niet leeg zijn."))
