"""What is settled: four tables to which rows are only ever added. The database itself refuses all else
(`checklist/settled_triggers.py`), so no writer can forget it.

`keep_until` is copied into each table because a trigger that looks in another table stops Django from making either of
them anew.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from checklist.domain.settled.value import ACT_TEXT_CAP, MOST_BYTES, ActKind, SettledFileKind, SettledKind
from checklist.models.dossier import Dossier


class WithoutBytes(models.Manager[Any]):
    """Rows without their large columns, which are read when they are asked for."""

    def __init__(self, *columns: str) -> None:
        super().__init__()
        self._columns = columns

    def get_queryset(self) -> "models.QuerySet[Any]":
        """Leave the large columns for later."""
        return super().get_queryset().defer(*self._columns)


class SettledAdvies(models.Model):
    """A version as it was settled. `snapshot` is canonical JSON, `html` the composed text with its stylesheet, in which
    what changes with the state is empty."""

    code = models.CharField("code", max_length=12, unique=True)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="settled", verbose_name="dossier")
    kind = models.CharField("soort", max_length=10, choices=[(kind.value, kind.value) for kind in SettledKind])
    version = models.PositiveIntegerField("versie")
    follows = models.CharField("volgt op", max_length=12, blank=True)
    about = models.CharField("gaat over", max_length=12, blank=True)
    settled_on = models.DateField("vastgesteld op")
    settled_at = models.DateTimeField("vastgelegd op")
    keep_until = models.DateField("bewaren tot en met", null=True, blank=True)
    names = models.BooleanField("met namen", default=False)
    app_version = models.CharField("versie van Regiostaf", max_length=20)
    edition = models.PositiveIntegerField("editie")
    snapshot = models.BinaryField("gegevens")
    snapshot_sha256 = models.CharField("SHA-256 van de gegevens", max_length=64)
    html = models.BinaryField("tekst")
    html_sha256 = models.CharField("SHA-256 van de tekst", max_length=64)

    objects = WithoutBytes("snapshot", "html")

    class Meta:
        verbose_name = "vastgesteld voorstel"
        verbose_name_plural = "vastgestelde voorstellen"
        ordering = ("-settled_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=("dossier", "kind", "version"), name="settled_version_once"),
            models.CheckConstraint(
                condition=Q(keep_until=None) | Q(keep_until__gt=F("settled_on")), name="settled_is_kept_a_while"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}, versie {self.version}"


class AdviesAct(models.Model):
    """What was done with a version: it was settled, offered, decided on."""

    advies = models.ForeignKey(SettledAdvies, models.PROTECT, related_name="acts", verbose_name="voorstel")
    number = models.PositiveIntegerField("nummer")
    kind = models.CharField("handeling", max_length=12, choices=[(kind.value, kind.value) for kind in ActKind])
    organ = models.CharField("orgaan", max_length=40, blank=True)
    date = models.DateField("datum", null=True, blank=True)
    outcome = models.CharField("uitkomst", max_length=12, blank=True)
    text = models.TextField("tekst", max_length=ACT_TEXT_CAP, blank=True)
    corrects = models.PositiveIntegerField("verbetert nummer", null=True, blank=True)
    at = models.DateTimeField("vastgelegd op")
    keep_until = models.DateField("bewaren tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "handeling"
        verbose_name_plural = "handelingen"
        ordering = ("advies", "number")
        constraints = [models.UniqueConstraint(fields=("advies", "number"), name="act_number_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class AdviesFile(models.Model):
    """A file of an act, as it is downloaded."""

    act = models.ForeignKey(AdviesAct, models.PROTECT, related_name="files", verbose_name="handeling")
    kind = models.CharField("soort", max_length=20, choices=[(kind.value, kind.value) for kind in SettledFileKind])
    name = models.CharField("naam", max_length=80)
    media_type = models.CharField("mediatype", max_length=100)
    size = models.PositiveIntegerField("bytes")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    content = models.BinaryField("inhoud")
    made_at = models.DateTimeField("gemaakt op")
    keep_until = models.DateField("bewaren tot en met", null=True, blank=True)

    objects = WithoutBytes("content")

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"
        ordering = ("act", "kind")
        constraints = [
            models.UniqueConstraint(fields=("act", "kind"), name="file_kind_once"),
            models.CheckConstraint(condition=Q(size__lte=MOST_BYTES), name="file_bounded"),
        ]

    def __str__(self) -> str:
        return self.name


class ChainRecord(models.Model):
    """A link of the chain of this installation; `body` is canonical JSON, in the form of `domain/settled/chain.py`."""

    sequence = models.PositiveIntegerField("nummer", primary_key=True)
    code = models.CharField("code", max_length=12, db_index=True)
    event = models.CharField("gebeurtenis", max_length=12)
    previous = models.CharField("SHA-256 van de vorige", max_length=64, unique=True)
    body = models.BinaryField("tekst")
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)

    class Meta:
        verbose_name = "schakel"
        verbose_name_plural = "ketting"
        ordering = ("sequence",)

    def __str__(self) -> str:
        return f"{self.sequence} {self.event} {self.code}"
