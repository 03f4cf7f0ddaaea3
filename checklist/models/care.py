"""What the site keeps to be careful: how often something limited was done, and who has which question open."""

from django.db import models

from checklist.models.content import QUESTION_COUNT
from checklist.models.dossier import Dossier


class UseCount(models.Model):
    """How often one thing was done in one stretch of time: by one address (a hash), or by all together (empty)."""

    kind = models.CharField("soort", max_length=20)
    whose = models.CharField("van wie", max_length=64, blank=True)
    # The end of the stretch of time; a row whose end has passed has no meaning any more.
    until = models.DateTimeField("tot", db_index=True)
    count = models.PositiveIntegerField("aantal", default=0)

    class Meta:
        verbose_name = "telling"
        verbose_name_plural = "tellingen"
        constraints = [models.UniqueConstraint(fields=("kind", "whose", "until"), name="use_count_once_per_stretch")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.count}"


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
