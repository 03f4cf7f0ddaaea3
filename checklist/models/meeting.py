"""A live meeting on a dossier: who takes part, what goes round, and what was answered (docs/meeting.md).

In secret mode an answer stands in two tables that nothing joins: who answered, and an answer under a key that only the
device can make. Their rows lie in no order (`checklist/secret_tables.py`); a change of either is a new table.
"""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from checklist.domain.meeting.value import ANSWERABLE, MeetingState, RoundState
from checklist.domain.meeting_record.words import (
    DIFFERS_CAP,
    MOST_ATTEMPTS,
    MOST_CHANGES,
    NAME_CAP,
    How,
    Mandate,
    Mode,
    RoundKind,
    Way,
    Word,
)
from checklist.models.content import QUESTION_COUNT
from checklist.models.dossier import Dossier
from models_catalogue.models import Gemeente

# A token of a link: 128 random bits.
TOKEN_LENGTH = 22
# An unguessable code that is read aloud: eight letters.
CODE_LENGTH = 8
SHA256_LENGTH = 64


def _of(words: Any) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


class Meeting(models.Model):
    """A meeting, at most one on a dossier. Code and tokens are null while it isn't live. `version` goes up with each
    change that a screen shows. `plan` is what the kring talks about and in which order, with the minutes; `showing`
    what the beamer shows. `record`, in the form of the dossier file, is written when it closes."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="meeting", verbose_name="dossier")
    mode = models.CharField("wijze", max_length=8, choices=_of(Mode))
    state = models.CharField("stand", max_length=10, choices=_of(MeetingState), default=MeetingState.READY.value)
    version = models.PositiveIntegerField("versie", default=1)
    current = models.PositiveSmallIntegerField("vraag", null=True, blank=True)
    showing = models.CharField("op de beamer", max_length=16, default="doemee")
    plan = models.JSONField("agenda", default=dict, blank=True)
    names = models.BooleanField("per gemeente in het advies", default=False)
    code = models.CharField("code", max_length=CODE_LENGTH, unique=True, null=True, blank=True)
    join_token = models.CharField("link", max_length=TOKEN_LENGTH, unique=True, null=True, blank=True)
    phone_token = models.CharField("van telefoons", max_length=TOKEN_LENGTH, unique=True, null=True, blank=True)
    screen_token = models.CharField("van de beamer", max_length=TOKEN_LENGTH, unique=True, null=True, blank=True)
    chair_token = models.CharField("van de bediening", max_length=TOKEN_LENGTH, unique=True, null=True, blank=True)
    poll_until = models.DateTimeField("voorpeiling tot", null=True, blank=True)
    box_until = models.DateTimeField("vraag tot", null=True, blank=True)
    late_until = models.DateTimeField("achteraf tot", null=True, blank=True)
    # Each with a date, and from when until when; the last one has no end while it is going on.
    sittings = models.JSONField("zittingen", default=list, blank=True)
    # Whether deleted answers may still lie in a file of the database, and when it was last seen that none did.
    to_clean = models.BooleanField("nog te wissen", default=False)
    cleaned_at = models.DateTimeField("gewist op", null=True, blank=True)
    record = models.JSONField("verslag", null=True, blank=True)
    opened_at = models.DateTimeField("geopend op", null=True, blank=True)
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)

    class Meta:
        verbose_name = "vergadering"
        verbose_name_plural = "vergaderingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(current__isnull=True) | Q(current__range=(1, QUESTION_COUNT)), name="meeting_current"
            ),
        ]

    def __str__(self) -> str:
        return f"vergadering {self.pk}"


class Participant(models.Model):
    """A gemeente in a meeting: one voice. `device` is the SHA-256 of the cookie of the device that speaks for it, null
    without one; `device_no` goes up with each device. `locked`: no other device may take over."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants", verbose_name="vergadering")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+", verbose_name="gemeente")
    device = models.CharField("apparaat", max_length=SHA256_LENGTH, unique=True, null=True, blank=True)
    device_no = models.PositiveIntegerField("hoeveelste apparaat", default=0)
    way = models.CharField("doet mee met", max_length=10, choices=_of(Way), default=Way.PHONE.value)
    mandate = models.CharField("mandaat", max_length=12, choices=_of(Mandate), blank=True)
    name = models.CharField("naam", max_length=NAME_CAP, blank=True)
    locked = models.BooleanField("vastgezet", default=False)

    class Meta:
        verbose_name = "deelnemer"
        verbose_name_plural = "deelnemers"
        constraints = [models.UniqueConstraint(fields=("meeting", "gemeente"), name="participant_once")]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.gemeente_id}"


class Round(models.Model):
    """One attempt at one question. `steps`: which step was taken at which minute after the opening of the meeting.
    `result` is what may be told of the count; in secret mode never the count itself. `settled`: the options that were
    settled, `differs` why they aren't those of the count."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="rounds", verbose_name="vergadering")
    question = models.PositiveSmallIntegerField("vraag")
    attempt = models.PositiveSmallIntegerField("poging", default=1)
    kind = models.CharField("soort", max_length=10, choices=_of(RoundKind))
    state = models.CharField("stand", max_length=12, choices=_of(RoundState))
    steps = models.JSONField("stappen", default=list, blank=True)
    word = models.CharField("woord", max_length=8, choices=_of(Word), blank=True)
    reasons = models.JSONField("redenen", null=True, blank=True)
    result = models.JSONField("uitslag", null=True, blank=True)
    settled = models.JSONField("vastgesteld", null=True, blank=True)
    differs = models.TextField("waarom anders", max_length=DIFFERS_CAP, blank=True)
    # Why nothing was counted, of a round that lapsed by a failure: every screen asks to answer again.
    lost = models.BooleanField("verloren", default=False)

    class Meta:
        verbose_name = "ronde"
        verbose_name_plural = "rondes"
        ordering = ("question", "attempt")
        constraints = [
            models.UniqueConstraint(fields=("meeting", "question", "attempt"), name="round_once_per_attempt"),
            models.UniqueConstraint(
                fields=("meeting",),
                condition=Q(state__in=[state.value for state in ANSWERABLE]) & ~Q(kind=RoundKind.POLL.value),
                name="round_one_open",
            ),
            models.CheckConstraint(
                condition=Q(question__range=(1, QUESTION_COUNT), attempt__range=(0, MOST_ATTEMPTS)),
                name="round_bounded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, vraag {self.question}, poging {self.attempt}"


class Preference(models.Model):
    """The answer of a gemeente in open mode."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="preferences", verbose_name="ronde")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+", verbose_name="deelnemer")
    stances = models.JSONField("standpunten", default=dict, blank=True)
    reasons = models.JSONField("redenen", default=dict, blank=True)
    discuss = models.BooleanField("wil bespreken", default=False)
    mandate = models.CharField("mandaat", max_length=12, choices=_of(Mandate), blank=True)
    how = models.CharField("kwam van", max_length=10, choices=_of(How), default=How.PHONE.value)
    late = models.BooleanField("achteraf", default=False)

    class Meta:
        verbose_name = "voorkeur"
        verbose_name_plural = "voorkeuren"
        constraints = [models.UniqueConstraint(fields=("round", "participant"), name="preference_once")]

    def __str__(self) -> str:
        return f"{self.round}, {self.participant_id}"


class Answered(models.Model):
    """That a gemeente answered in secret mode, and how often it changed that; nothing of the answer. An id of its own
    would be the order of answering."""

    pk = models.CompositePrimaryKey("round", "participant")
    round = models.ForeignKey(Round, models.CASCADE, related_name="answered", db_index=False, verbose_name="ronde")
    participant = models.ForeignKey(
        Participant, models.CASCADE, related_name="+", db_index=False, verbose_name="deelnemer"
    )
    changes = models.PositiveSmallIntegerField("gewijzigd", default=0)

    class Meta:
        verbose_name = "geantwoord"
        verbose_name_plural = "geantwoord"
        constraints = [models.CheckConstraint(condition=Q(changes__lte=MOST_CHANGES), name="answered_bounded")]

    def __str__(self) -> str:
        return f"{self.round}, {self.participant_id}"


class SecretBallot(models.Model):
    """An answer in secret mode, of nobody: no time, no order, no index. The key is made of the cookie and the round."""

    key = models.UUIDField("sleutel", primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, models.CASCADE, related_name="ballots", db_index=False, verbose_name="ronde")
    stances = models.JSONField("standpunten", default=dict, blank=True)
    reasons = models.JSONField("redenen", default=dict, blank=True)
    discuss = models.BooleanField("wil bespreken", default=False)

    class Meta:
        verbose_name = "geheim antwoord"
        verbose_name_plural = "geheime antwoorden"

    def __str__(self) -> str:
        return f"{self.round}"
