"""The house style of this installation: one row, or none for the product's own."""

from typing import Any

from django.db import models
from django.db.models import Q

from checklist.domain import house_style
from checklist.domain.house_style import COLOUR, ORGANISATION_CAP, colour_fault


class HouseStyle(models.Model):
    """Who this installation is of. It is nobody's content: no file loads it, no redacteur changes it.

    `version` is that of the value that it holds; each save writes it anew.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY, editable=False)
    organisation = models.CharField(
        "naam van de organisatie",
        max_length=ORGANISATION_CAP,
        blank=True,
        help_text="Boven aan elke pagina en op de omslag van documenten, hooguit 80 tekens. Leeg: nergens.",
    )
    colour = models.CharField(
        "kleur",
        max_length=7,
        default=COLOUR,
        help_text="Van de balk, knoppen en koppen, als # met zes cijfers of letters. "
        f"De kleur van Regiostaf zelf is {COLOUR}.",
    )
    logo = models.BinaryField("logo", default=b"", blank=True)
    logo_width = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_height = models.PositiveSmallIntegerField(default=0, editable=False)
    version = models.CharField(max_length=16, editable=False)

    class Meta:
        verbose_name = "huisstijl"
        verbose_name_plural = "huisstijl"
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="house_style_once"),
            models.CheckConstraint(condition=Q(logo_width=0) | ~Q(organisation=""), name="house_style_logo_has_name"),
        ]

    def __str__(self) -> str:
        return self.organisation or "zonder naam"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it whole, with its version."""
        self.version = self.value.version
        super().save(*args, **kwargs)

    @property
    def value(self) -> house_style.HouseStyle:
        """What pages and documents take. A colour that can't be read, by a statement by hand or a rule of later, is
        the product's own."""
        colour = COLOUR if colour_fault(self.colour) else self.colour
        # PostgreSQL gives a memoryview.
        size = (self.logo_width, self.logo_height)
        return house_style.HouseStyle(self.organisation, bytes(self.logo), size, colour)
