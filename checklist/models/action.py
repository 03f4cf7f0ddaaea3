"""What a kring still has to do."""

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from checklist.domain.dossier import about_step
from checklist.domain.text import WHAT_CAP, WHEN_CAP, WHO_CAP
from checklist.models.dossier import Dossier, new_version

# Characters: two codes of three with a plus, or a question; room for the key of a step.
ABOUT_CAP = 60


class Action(models.Model):
    """What is done, who does it and when; `about` as in the value of the same name. One that says nothing is no row;
    that a step is done says something."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="actions", verbose_name="dossier")
    about = models.CharField("waarover", max_length=ABOUT_CAP, blank=True)
    what = models.CharField("wat", max_length=WHAT_CAP, blank=True)
    who = models.CharField("wie", max_length=WHO_CAP, blank=True)
    when = models.CharField("wanneer", max_length=WHEN_CAP, blank=True)
    done = models.BooleanField("gedaan", default=False)
    version = models.PositiveIntegerField("versie", default=new_version)

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ("pk",)
        constraints = [
            # SQLite holds no length by itself.
            *(
                models.CheckConstraint(condition=LessThanOrEqual(Length(name), cap), name=f"action_{name}_bounded")
                for name, cap in (("about", ABOUT_CAP), ("what", WHAT_CAP), ("who", WHO_CAP), ("when", WHEN_CAP))
            ),
            models.CheckConstraint(
                condition=~models.Q(what="", who="", when="") | models.Q(done=True, about__startswith=about_step("")),
                name="action_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier}, actie {self.pk}"
