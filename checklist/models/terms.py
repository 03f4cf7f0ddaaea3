"""The terms that the site explains in plain language: content that editors may improve."""

from django.core.validators import RegexValidator
from django.db import models

from models_catalogue.caps import at_most, line_of
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.history import EditorsHistory

# Written as it stands in a text: a term is found letter for letter.
PLAIN_WORDS = RegexValidator(
    r"^[\w’-]+(?: [\w’-]+)*\Z", "Gebruik alleen letters, cijfers, spaties, koppeltekens en apostrofs (’)."
)
FORMS = RegexValidator(
    r"^[\w’-]+(?: [\w’-]+)*(?:; [\w’-]+(?: [\w’-]+)*)*\Z",
    "Gebruik alleen letters, cijfers, spaties, koppeltekens en apostrofs (’), en tussen twee schrijfwijzen een "
    "puntkomma en een spatie.",
)


class Term(FixtureRow):
    """A word of the field, with what it means and where that rests on."""

    natural_key_fields = ("name",)

    name = models.CharField(
        "begrip",
        max_length=60,
        unique=True,
        validators=[PLAIN_WORDS],
        help_text="Zoals het in het boekje of in onze teksten staat. Daarna ligt dit vast.",
    )
    forms = models.CharField(
        "andere schrijfwijzen",
        default="",
        blank=True,
        validators=[FORMS],
        **line_of(
            200,
            "Waaraan het begrip in een tekst ook te herkennen is, zoals het meervoud of een afkorting, gescheiden door "
            "een puntkomma. Een hoofdletter aan het begin hoeft hier niet bij.",
        ),
    )
    explanation = models.TextField(
        "uitleg",
        default="",
        **at_most(280, "Bij het eerste gebruik op een pagina, op de pagina Begrippen en in het advies."),
    )
    passage = models.CharField(
        "bron",
        max_length=200,
        default="",
        help_text="Waar het begrip in het boekje staat (hoofdstuk en kop) of waar de uitleg op rust, gescheiden door "
        "een puntkomma; op de pagina Begrippen.",
    )
    active = models.BooleanField("in gebruik", default=True, help_text="Uit: dit begrip wordt nergens meer uitgelegd.")
    history = EditorsHistory()

    class Meta:
        verbose_name = "begrip"
        verbose_name_plural = "begrippen"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
