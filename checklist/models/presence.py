"""Who has which question open."""

from django.db import models

from checklist.models.content import QUESTION_COUNT
from checklist.models.dossier import Dossier


class Presence(models.Model):
    """Which question of a dossier one browser had open last, and when that was seen. No name, no address."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="presences", verbose_name="dossier")
    visitor = models.CharField("bezoeker", max_length=32)
    question_number = models.PositiveSmallIntegerField("vraag")
    seen_at = models.DateTimeField("gezien op", db_index=True)

    class Meta:
        verbose_name = "aanwezigheid"
        verbose_name_plural = "aanwezigheden"
        constraints = [
            models.UniqueConstraint(fields=("dossier", "visitor"), name="presence_once_per_visitor"),
            models.CheckConstraint(
                condition=models.Q(question_number__range=(1, QUESTION_COUNT)), name="presence_question_exists"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier}, vraag {self.question_number}"
