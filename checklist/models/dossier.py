"""What a kring makes: a dossier with its twelve choices and the tensions it keeps."""

import secrets
import uuid

from django.db import models
from django.db.models.functions import Cast, Length
from django.db.models.lookups import LessThanOrEqual

from checklist.models.content import Question
from checklist.models.key_fields import EditKeyField, ReadKeyField
from checklist.models.tensions import Tension
from models_catalogue.models import Veiligheidsregio

# Characters of JSON. Every detail of a question with its longest value takes 80.
MOST_DETAILS = 500


def new_key() -> str:
    """Return an unguessable key for a link: 192 random bits in 32 characters."""
    return secrets.token_urlsafe(24)


def new_version() -> int:
    """Return a first version that no row had: a page from before a row was removed must not fit one made after it."""
    return secrets.randbelow(1_000_000_000) + 1


class Dossier(models.Model):
    """One design by one kring, from the first choice to the advies. Whoever has a key has the rights of that link."""

    edit_key = EditKeyField("sleutel van de werklink", max_length=32, unique=True, default=new_key, editable=False)
    read_key = ReadKeyField("sleutel van de leeslink", max_length=32, unique=True, default=new_key, editable=False)
    title = models.CharField("titel", max_length=200)
    veiligheidsregio = models.ForeignKey(Veiligheidsregio, models.PROTECT, verbose_name="veiligheidsregio")
    date = models.DateField("datum")
    until = models.TimeField("klaar om", null=True, blank=True)
    present = models.JSONField("aanwezig", default=list, blank=True)
    version = models.PositiveIntegerField("versie", default=1)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    # By which a settled record names its dossier; on no screen.
    uuid = models.UUIDField("kenmerk", unique=True, default=uuid.uuid4, editable=False)
    # A concept that the kring doesn't put forward: nothing is settled, so no record either.
    withdrawn_on = models.DateField("ingetrokken op", null=True, blank=True)
    withdrawn_because = models.TextField("waarom ingetrokken", blank=True, max_length=1000)

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return self.title


class Choice(models.Model):
    """The kring's settled answer to one question. Version 0: not looked at; no options: nog niet bepaald."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="choices", verbose_name="dossier")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+", verbose_name="vraag")
    # A sorted list of option codes; codes never change, so no join table.
    options = models.JSONField("opties", default=list, blank=True)
    # What the kring says of what options leave open: {option: {key: value}}, also of options that aren't chosen (any
    # more), so that choosing one again brings its answer back.
    details = models.JSONField("deelkeuzes", default=dict, blank=True)
    motivation = models.TextField("motivering", blank=True)
    minority = models.TextField("minderheidsstandpunt", blank=True)
    version = models.PositiveIntegerField("versie", default=0)
    saved_at = models.DateTimeField("opgeslagen op", null=True, blank=True)

    class Meta:
        verbose_name = "keuze"
        verbose_name_plural = "keuzes"
        ordering = ("question__number",)
        constraints = [
            models.UniqueConstraint(fields=("dossier", "question"), name="choice_once_per_question"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length(Cast("details", models.TextField())), MOST_DETAILS),
                name="choice_details_bounded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier}, vraag {self.question_id}"


class KeptTension(models.Model):
    """A tension that the kring keeps on purpose (bewuste keuze); it counts while both its options are chosen."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="kept_tensions", verbose_name="dossier")
    tension = models.ForeignKey(Tension, models.PROTECT, related_name="+", verbose_name="spanning")
    motivation = models.TextField("motivering", blank=True)
    version = models.PositiveIntegerField("versie", default=1)

    class Meta:
        verbose_name = "bewuste keuze"
        verbose_name_plural = "bewuste keuzes"
        constraints = [models.UniqueConstraint(fields=("dossier", "tension"), name="kept_tension_once_per_dossier")]

    def __str__(self) -> str:
        return f"{self.dossier}, spanning {self.tension_id}"
