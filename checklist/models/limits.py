"""How often something limited was done."""

from django.db import models


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
