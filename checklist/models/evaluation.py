"""What a kring finds when it looks back: a row for each besluit and for each thing it would look at."""

from django.db import models

from checklist.domain.evaluatie.value import REMARK_CAP, Verdict
from checklist.models.dossier import Dossier


class Evaluation(models.Model):
    """One finding about one decided version (`about`, its code). `key` is the number of a besluit ('2.3'), with a
    verdict; or 'indicator:2', a thing to look at, with what was seen. Version 0: nothing was said."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="evaluations", verbose_name="dossier")
    about = models.CharField("gaat over", max_length=12)
    key = models.CharField("sleutel", max_length=16)
    verdict = models.CharField("bevinding", max_length=16, blank=True, choices=[(v.value, v.value) for v in Verdict])
    text = models.TextField("opmerking", blank=True, max_length=REMARK_CAP)
    version = models.PositiveIntegerField("versie", default=1)

    class Meta:
        verbose_name = "bevinding"
        verbose_name_plural = "bevindingen"
        ordering = ("about", "key")
        constraints = [
            models.UniqueConstraint(fields=("dossier", "about", "key"), name="finding_once"),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.key}"
