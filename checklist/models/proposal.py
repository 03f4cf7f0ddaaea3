"""What a bestuur asks beyond the answers, as the kring filled it in."""

from django.db import models
from django.db.models.functions import Cast, Length
from django.db.models.lookups import LessThanOrEqual

from checklist.models.dossier import Dossier

# Characters of JSON. Every text at its cap in emoji, which SQLite stores as twelve characters each, takes 430,000.
MOST_PROPOSAL = 500_000


class Proposal(models.Model):
    """The proposal of a dossier: no row as long as nothing was ever filled in, and then one that stays."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="proposal", verbose_name="dossier")
    # By the keys of the exchange format; what is empty isn't in it.
    data = models.JSONField("velden", default=dict, blank=True)
    version = models.PositiveIntegerField("versie", default=1)

    class Meta:
        verbose_name = "afronding"
        verbose_name_plural = "afrondingen"
        constraints = [
            models.CheckConstraint(
                condition=LessThanOrEqual(Length(Cast("data", models.TextField())), MOST_PROPOSAL),
                name="proposal_data_bounded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier}, afronding"
