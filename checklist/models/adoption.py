"""Who adopts the concept-reglement. Editors may improve the words, never when these stand there."""

from django.db import models

from checklist.domain import reglement_texts as texts
from checklist.models.reglement import GAPS, REDACTIE, refuse, refuse_empty
from models_catalogue.caps import at_most, line_of
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.history import EditorsHistory


class Adoption(FixtureRow):
    """Who adopts the reglement, by the answer to question 1. `comes_with`: no adoption of its own but what is added to
    one when the regiostaf is laid down later."""

    natural_key_fields = ("key",)
    not_on_the_site = frozenset({"source"})

    key = models.CharField("sleutel", max_length=30, unique=True)
    number = models.PositiveSmallIntegerField("volgorde", unique=True)
    condition = models.CharField("alleen bij", max_length=80)
    comes_with = models.BooleanField("komt erbij")
    heading = models.CharField("opschrift", blank=True, **line_of(80, f"In het reglement, bovenaan. {GAPS}"))
    subtitle = models.CharField("ondertitel", **line_of(160, f"In het reglement, onder het opschrift. {GAPS}"))
    legal_form = models.TextField("rechtsvorm", blank=True, **at_most(160, "Bij het reglement: wat voor besluit."))
    closing = models.TextField("slot", blank=True, **at_most(160, f"In het reglement, na het laatste artikel. {GAPS}"))
    signatures = models.TextField(
        "ondertekening",
        blank=True,
        **at_most(300, f"In het reglement: wie ondertekent, op een regel elk; een lege regel scheidt organen. {GAPS}"),
    )
    source = models.TextField("bron", blank=True, help_text=REDACTIE)
    history = EditorsHistory()

    class Meta:
        verbose_name = "vaststelling van het reglement"
        verbose_name_plural = "vaststellingen van het reglement"
        ordering = ("number",)

    def __str__(self) -> str:
        return self.key

    def clean(self) -> None:
        """Refuse an adoption that lacks a text, and texts that can't be filled in."""
        refuse_empty(self)
        names = ("heading", "subtitle", "legal_form", "closing", "signatures")
        refuse({name: texts.text_fault(getattr(self, name)) for name in names})

    @classmethod
    def must_be_filled(cls, row: "Adoption") -> frozenset[str]:
        """An adoption has all its texts."""
        return frozenset() if row.comes_with else frozenset({"heading", "legal_form", "closing", "signatures"})


class PreambleLine(FixtureRow):
    """A line of the preamble of an adoption."""

    natural_key_fields = ("adoption__key", "number")

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="preamble", verbose_name="vaststelling")
    number = models.PositiveSmallIntegerField("volgorde")
    condition = models.CharField("alleen bij", max_length=80, blank=True)
    text = models.TextField(
        "regel van de aanhef",
        **at_most(240, f"In het reglement, boven artikel 1: een regel die eindigt op een komma, ; of :. {GAPS}"),
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "regel van een aanhef"
        verbose_name_plural = "regels van aanheffen"
        ordering = ("adoption__number", "number")
        constraints = [models.UniqueConstraint(fields=("adoption", "number"), name="preamble_line_once_per_place")]

    def __str__(self) -> str:
        return f"{self.adoption}, regel {self.number}"

    def part_of(self) -> Adoption:
        """Its adoption."""
        return self.adoption

    def clean(self) -> None:
        """Refuse a line that doesn't lead on to the next one."""
        fault = "" if self.text.endswith((",", ";", ":")) else "Eindig met een komma, een puntkomma of een dubbelepunt."
        refuse({"text": fault or texts.text_fault(self.text)})
