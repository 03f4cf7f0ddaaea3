"""The twelve questions with their options and notes: content that editors may improve."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from checklist.domain import booklet
from checklist.domain.content import question_of_code
from checklist.domain.outcome.sentence import clause_fault
from models_catalogue.caps import WordsAtMost, at_most, line_of
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.history import EditorsHistory
from models_catalogue.notes import Note

QUESTION_COUNT = len(booklet.QUESTIONS)


class Selection(models.TextChoices):
    """How many options a question takes."""

    ONE = "one", "één optie"
    MANY = "many", "een of meer opties"


class Question(FixtureRow):
    """One of the twelve 'Bepaal …' items of the booklet's checklist (chapter 4)."""

    natural_key_fields = ("number",)

    number = models.PositiveSmallIntegerField("nummer", unique=True)
    label = models.CharField(
        "vraag",
        max_length=200,
        help_text="De woorden van het boekje: de kop van de vraag op de site, op het werkblad en in het advies.",
    )
    heading = models.CharField(
        "kop",
        default="",
        **line_of(80, "Een korte, gewone vraag: boven de pagina van de vraag, met de woorden van het boekje eronder."),
    )
    short_name = models.CharField(
        "korte naam",
        max_length=40,
        help_text="In de lijst van vragen, in de uitkomst, bij ‘Methode’, in de keuzekaart en in de "
        "inhoudsopgave van het advies.",
    )
    in_a_sentence = models.CharField(
        "in een zin",
        default="",
        **line_of(
            60,
            "De korte naam midden in een zin, zoals ‘de plaats’: in het advies, bij vragen die nog niet zijn "
            "bepaald of waarover het boekje zwijgt. Wijzigt u de korte naam, kijk dan ook hier.",
        ),
    )
    selection = models.CharField("te kiezen", max_length=4, choices=Selection.choices)
    decides = models.TextField(
        "wat deze vraag bepaalt",
        default="",
        **at_most(160, "Direct onder de vraag, op de pagina Checklist en op het werkblad, in één of twee zinnen."),
    )
    why = models.TextField("waarom deze vraag", default="", **at_most(450, "Bij de vraag, onder ‘Waarom deze vraag’."))
    opener = models.TextField(
        "om te beginnen",
        default="",
        **at_most(160, "Bij de vraag, onder ‘Om te beginnen’: één vraag."),
    )
    passage = models.CharField(
        "plaats in het boekje",
        max_length=200,
        default="",
        help_text="Waar de tekst op rust: hoofdstuk en kop, zoals ‘hoofdstuk 2, inleiding’.",
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        ordering = ("number",)
        constraints = [
            models.CheckConstraint(condition=Q(number__range=(1, QUESTION_COUNT)), name="question_number_1_to_12"),
            models.CheckConstraint(condition=Q(selection__in=Selection.values), name="question_selection_known"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.label}"


class Option(FixtureRow):
    """One choice under a question; its code never changes."""

    natural_key_fields = ("code",)
    not_on_the_site = frozenset({"passage"})

    question = models.ForeignKey(Question, models.PROTECT, related_name="options", verbose_name="vraag")
    letter = models.CharField("letter", max_length=1)
    code = models.CharField("code", max_length=3, unique=True)
    label = models.CharField(
        "optie",
        max_length=300,
        help_text="De woorden van het boekje, overal waar de optie voluit staat: op de site, op het werkblad en in het "
        "advies.",
    )
    brief = models.CharField(
        "in een paar woorden",
        default="",
        validators=[WordsAtMost(5)],
        **line_of(
            44,
            "In de keuzekaart, op het scherm en in het advies, bij de korte naam van de vraag. Hoogstens 5 woorden.",
        ),
    )
    exclusive = models.BooleanField("kan niet samen met een andere", default=False)
    practice = models.TextField(
        "in de praktijk",
        default="",
        **at_most(220, "Bij de optie en op de pagina Checklist, onder haar naam: wat zij betekent."),
    )
    asks = models.TextField(
        "wat het vraagt", default="", **at_most(220, "Bij de optie: wat zij van de gemeenten vraagt.")
    )
    decision = models.TextField(
        "besluit", default="", **at_most(220, "In het advies: de zin die deze keuze daar wordt.")
    )
    in_the_summary = models.CharField(
        "in de samenvatting",
        default="",
        blank=True,
        **line_of(
            120,
            "In het advies, bovenaan de samenvatting: wat volgt op ‘een regiostaf voor die’ (vraag 7) of op "
            "‘De regiostaf’ (vraag 2). Wijzigt u het besluit, kijk dan ook hier. Leeg: dit deel van de samenvatting "
            "noemt de keuze niet.",
        ),
    )
    clause = models.CharField(
        "in één zin",
        default="",
        blank=True,
        **line_of(
            50,
            "In de uitkomst, in ‘Uw ontwerp in één zin’, zonder hoofdletter en punt. Bij vraag 1 wie opricht, met "
            "‘richt’ of ‘richten’ aan het eind; zonder dat werkwoord hoe. Bij vraag 2 wat volgt op ‘een regiostaf "
            "die’, met het werkwoord aan het eind. Bij vraag 8 wat volgt op ‘onder leiding van’. Leeg: de zin noemt de "
            "keuze niet.",
        ),
    )
    decided_by = models.CharField(
        "wie besluit", max_length=80, default="", help_text="In het advies, in de tabel met besluiten: een voorstel."
    )
    prompt = models.CharField(
        "vraag bij de motivering",
        max_length=200,
        default="",
        **at_most(
            120, "Bij de vraag, boven het vak voor de motivering. Zolang er geen motivering is ook in het advies."
        ),
    )
    passage = models.TextField(
        "bron",
        default="",
        help_text="Waar de teksten op rusten: hoofdstukken en koppen, gescheiden door een puntkomma.",
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "optie"
        verbose_name_plural = "opties"
        ordering = ("question__number", "letter")
        constraints = [models.UniqueConstraint(fields=("question", "letter"), name="option_letter_once_per_question")]

    def __str__(self) -> str:
        return f"{self.code} {self.label}"

    @property
    def in_a_list(self) -> str:
        """Its code with its few words, or those of the booklet when it has none or excludes the others: 'geen directe
        relatie' doesn't say with whom."""
        return f"{self.code} {self.label if self.exclusive else self.brief or self.label}"

    @property
    def booklet_order(self) -> tuple[int, str]:
        """What options are sorted by: 2a comes before 10a."""
        return question_of_code(self.code), self.code[-1]

    def clean(self) -> None:
        """Refuse a code that isn't the question's number with the letter, and a clause that fits in no sentence."""
        if self.code != f"{self.question.number}{self.letter}":
            raise ValidationError({"code": "De code is het nummer van de vraag met de letter."})
        if fault := clause_fault(self.question.number, self.clause):
            raise ValidationError({"clause": fault})


class Consideration(FixtureRow):
    """A point to weigh at a question, with the passage it rests on."""

    natural_key_fields = ("question__number", "number")

    question = models.ForeignKey(Question, models.PROTECT, related_name="considerations", verbose_name="vraag")
    number = models.PositiveSmallIntegerField("volgorde")
    text = models.TextField("tekst", **at_most(240, "Bij de vraag, onder ‘Om af te wegen’."))
    passage = models.CharField(
        "plaats in het boekje", max_length=200, help_text="Hoofdstuk en kop; staat onder het punt."
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "punt om af te wegen"
        verbose_name_plural = "punten om af te wegen"
        ordering = ("question__number", "number")
        constraints = [models.UniqueConstraint(fields=("question", "number"), name="consideration_once_per_place")]

    def __str__(self) -> str:
        return f"vraag {self.question.number}, punt {self.number}"


class BackgroundKind(models.TextChoices):
    """Where a background text stands: in a part of the advies, before the first question or at a question."""

    REASON = "reden", "reden voor een regiostaf"
    CONCLUSION = "slotsom", "conclusie uit de redenen"
    CONDITION = "voorwaarde", "voorwaarde voor de secretaris"
    SOCIAL_SAFETY = "integraal", "aandachtspunt bij integrale veiligheid"
    NEXT_STEP = "vervolgstap", "vervolgstap"
    CHECK = "toets", "toets vooraf"
    LIGHT_FORM = "overlegvorm", "vorm van overleg"
    ADDITION = "aanvulling", "aanvulling bij vragen"


# The kinds that stand at a question or before the first; the others stand in the advies alone.
AT_QUESTIONS = (BackgroundKind.CHECK, BackgroundKind.LIGHT_FORM, BackgroundKind.ADDITION)


class Background(FixtureRow):
    """A text that isn't about one question: reasons, conditions, points of attention, next steps, forms of meeting, the
    check before the first question, and what the booklet adds at some questions."""

    natural_key_fields = ("kind", "number")
    may_say_unchecked = frozenset({"passage"})

    kind = models.CharField("soort", max_length=12, choices=BackgroundKind.choices)
    number = models.PositiveSmallIntegerField("volgorde")
    heading = models.CharField("kop", max_length=120, blank=True, help_text="Boven of voor de tekst.")
    text = models.TextField("tekst", help_text="In het deel van de site of van het advies dat bij ‘soort’ staat.")
    passage = models.CharField(
        "bron", max_length=300, help_text="Hoofdstuk en kop in het boekje, of een andere bron; staat bij de tekst."
    )
    only_with = models.CharField(
        "alleen bij", max_length=80, blank=True, help_text="Codes van opties, zoals 6c 12b; leeg: altijd."
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "achtergrond"
        verbose_name_plural = "achtergronden"
        ordering = ("kind", "number")
        constraints = [
            models.UniqueConstraint(fields=("kind", "number"), name="background_once_per_place"),
            models.CheckConstraint(condition=Q(kind__in=BackgroundKind.values), name="background_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class QuestionNote(Note):
    """What is newer than the booklet about one question."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="notes", verbose_name="vraag")
    history = EditorsHistory()

    class Meta(Note.Meta):
        verbose_name = "stand van zaken bij een vraag"
        verbose_name_plural = "stand van zaken bij vragen"
