"""Who decides what for each option, in which steps and on what law: content that editors may improve in its words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from checklist.domain import decision_content
from checklist.domain.decision_content import DecisionKind, Phase
from checklist.domain.decision_texts import LISTS, PARTS, REGION, decision_fault, names_fault, names_of, opening_fault
from checklist.models.content import Option
from models_catalogue.caps import at_most, line_of
from models_catalogue.certainty import address_of_law_problem
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.history import EditorsHistory

_ORGANS = {organ.value: organ.value for organ in decision_content.Organ}
_KINDS = {kind.value: kind.value for kind in DecisionKind}
_PHASES = {phase.value: phase.value for phase in Phase}

_NAMES = "{regio}, {cgs} en {gemeente} worden hierin namen."
_REDACTIE = "Alleen voor de redactie; staat niet op de site."
_STAR = "Aan: een jurist moet de grond nog nakijken in de geldende tekst. In het voorstel staat er dan een sterretje."


class Organ(FixtureRow):
    """An organ that decides or promises something, with the words before its decisions."""

    natural_key_fields = ("name",)

    name = models.CharField("orgaan", max_length=40, choices=_ORGANS, unique=True)
    opening = models.CharField(
        "aanhef",
        **line_of(
            120,
            "In het voorstel, boven de besluiten van dit orgaan, zonder dubbelepunt. {regio} wordt hierin een naam.",
        ),
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "orgaan"
        verbose_name_plural = "organen"
        ordering = ("name",)
        constraints = [models.CheckConstraint(condition=Q(name__in=_ORGANS), name="organ_known")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse an opening that no decision can follow."""
        if fault := opening_fault(self.opening):
            raise ValidationError({"opening": fault})


class LegalSource(FixtureRow):
    """A provision that decisions rest on."""

    natural_key_fields = ("key",)
    not_on_the_site = frozenset({"law", "read"})

    key = models.CharField("sleutel", max_length=20, unique=True)
    law = models.CharField("wet", **line_of(60, f"De wet voluit. {_REDACTIE}"))
    citation = models.CharField(
        "aanhaling",
        **line_of(60, "In het voorstel, zoals ‘Wgr art. 33b’: bij wat nog na te kijken is en in bijlage B."),
    )
    says = models.TextField("wat er staat", **at_most(180, "In het voorstel, in bijlage B, in één zin."))
    to_check = models.BooleanField("nog na te kijken", help_text=_STAR)
    read = models.TextField("wat is gelezen", **at_most(300, _REDACTIE))
    url = models.CharField("vindplaats", **line_of(120, "In het voorstel, in bijlage B: een adres van de overheid."))
    history = EditorsHistory()

    class Meta:
        verbose_name = "rechtsbron"
        verbose_name_plural = "rechtsbronnen"
        ordering = ("key",)

    def __str__(self) -> str:
        return self.citation

    def clean(self) -> None:
        """Refuse a law at an address that isn't official (rule 12)."""
        if problem := address_of_law_problem(self.url):
            raise ValidationError({"url": problem})


class Step(FixtureRow):
    """A step of the besluitpad; options and other steps name it by its key."""

    natural_key_fields = ("key",)
    not_on_the_site = frozenset({"term", "term_basis", "term_sooner", "source", "attention"})

    key = models.CharField("sleutel", max_length=30, unique=True, help_text="Zo heet de stap in een dossierbestand.")
    number = models.PositiveSmallIntegerField("volgorde", unique=True)
    phase = models.CharField("fase", max_length=12, choices=_PHASES)
    what = models.TextField("wat", **at_most(140, "In het voorstel, in de planning: één zin, voor wie het doet."))
    organ = models.CharField("orgaan", max_length=40, choices=_ORGANS)
    who = models.CharField("wie", **line_of(90, "In het voorstel, in de planning, zolang de kring niemand noemt."))
    after = models.CharField("na", max_length=300, blank=True)
    after_unless = models.CharField("wacht niet op", max_length=80, blank=True)
    unless_any_of = models.CharField("als is gekozen", max_length=40, blank=True)
    unless_none_of = models.CharField("en niet is gekozen", max_length=40, blank=True)
    decides = models.BooleanField("vergadering met een besluit")
    always = models.BooleanField("in elk besluitpad")
    term = models.TextField("termijn", blank=True, **at_most(140, f"De termijn in woorden. {_REDACTIE}"))
    term_basis = models.CharField("grond van de termijn", blank=True, **line_of(40, _REDACTIE))
    term_days = models.PositiveSmallIntegerField("dagen")
    term_deadline = models.BooleanField("uiterste datum")
    term_month = models.PositiveSmallIntegerField("maand")
    term_day = models.PositiveSmallIntegerField("dag")
    term_sooner = models.TextField("eerder klaar", blank=True, **at_most(140, f"Wanneer het eerder kan. {_REDACTIE}"))
    source = models.CharField("bron", **line_of(120, f"Waar de stap op rust. {_REDACTIE}"))
    sources = models.CharField("rechtsbronnen", max_length=80, blank=True)
    to_check = models.BooleanField("nog na te kijken", help_text=_STAR)
    attention = models.TextField("let op", blank=True, help_text=_REDACTIE)
    history = EditorsHistory()

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = ("number",)
        constraints = [
            models.CheckConstraint(condition=Q(organ__in=_ORGANS), name="step_organ_known"),
            models.CheckConstraint(condition=Q(phase__in=_PHASES), name="step_phase_known"),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def has_term(self) -> bool:
        """Whether the law gives a term."""
        return bool(self.term_days or self.term_month)

    def clean(self) -> None:
        """Refuse a term without words."""
        if empty := [name for name in self.must_be_filled(self) if not getattr(self, name)]:
            raise ValidationError(dict.fromkeys(empty, "De wet geeft hier een termijn: zeg welke, en waar zij staat."))

    @classmethod
    def must_be_filled(cls, row: "Step") -> frozenset[str]:
        """A term is told in words, with what it rests on."""
        return frozenset({"term", "term_basis"}) if row.term_days or row.term_month else frozenset()


class OptionDeciding(FixtureRow):
    """What choosing an option asks of organs and of the kring."""

    natural_key_fields = ("option__code",)
    not_on_the_site = frozenset({"legal", "legal_sources", "legal_to_check", "remark_source"})

    option = models.OneToOneField(Option, models.PROTECT, related_name="deciding", verbose_name="optie")
    legal = models.TextField("recht", **at_most(260, f"Wat de wet ervan zegt. {_REDACTIE}"))
    legal_sources = models.CharField("rechtsbronnen", max_length=80, blank=True)
    legal_to_check = models.BooleanField("recht nog na te kijken", help_text=_REDACTIE)
    money = models.TextField(
        "geld", blank=True, **at_most(160, f"In het voorstel, bij de gevolgen: wat nog uit te zoeken is. {_NAMES}")
    )
    staff = models.TextField(
        "personeel", blank=True, **at_most(160, f"In het voorstel, bij de gevolgen: wat nog uit te zoeken is. {_NAMES}")
    )
    law = models.TextField(
        "juridisch", blank=True, **at_most(160, f"In het voorstel, bij de gevolgen: wat nog te regelen is. {_NAMES}")
    )
    information = models.TextField(
        "informatie", blank=True, **at_most(160, f"In het voorstel, bij de gevolgen: wat nog te regelen is. {_NAMES}")
    )
    remark = models.TextField(
        "kanttekening", **at_most(200, "In het voorstel, als kanttekening bij de argumenten en in de samenvatting.")
    )
    remark_source = models.CharField("bron van de kanttekening", max_length=160, help_text=_REDACTIE)
    steps = models.TextField("stappen")
    history = EditorsHistory()

    class Meta:
        verbose_name = "besluiten en gevolgen van een optie"
        verbose_name_plural = "besluiten en gevolgen van opties"
        ordering = ("option__question__number", "option__letter")

    def __str__(self) -> str:
        return self.option.in_a_list

    def part_of(self) -> Option:
        """The option that asks it."""
        return self.option

    def clean(self) -> None:
        """Refuse braces that stand for nothing."""
        texts = ("legal", "money", "staff", "law", "information", "remark")
        known = names_of(self.option.code)
        if faults := {name: fault for name in texts if (fault := names_fault(getattr(self, name), known))}:
            raise ValidationError(faults)


class Decision(FixtureRow):
    """One decision that an option asks of one organ."""

    natural_key_fields = ("deciding__option__code", "number")

    deciding = models.ForeignKey(OptionDeciding, models.PROTECT, related_name="decisions", verbose_name="optie")
    number = models.PositiveSmallIntegerField("volgorde")
    organ = models.CharField("orgaan", max_length=40, choices=_ORGANS)
    kind = models.CharField("soort", max_length=12, choices=_KINDS)
    text = models.TextField(
        "besluit",
        **at_most(
            260,
            "In het voorstel en in de besluitenlijst: een bijzin met ‘te’, met een kleine letter en een punt, die past "
            f"achter de aanhef van het orgaan. {_NAMES}",
        ),
    )
    sources = models.CharField("rechtsbronnen", max_length=80, blank=True)
    to_check = models.BooleanField("nog na te kijken", help_text=_STAR)
    condition = models.CharField("alleen bij", max_length=60, blank=True)
    step = models.CharField("in een latere vergadering", max_length=30, blank=True)
    history = EditorsHistory()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ("deciding__option__question__number", "deciding__option__letter", "number")
        constraints = [
            models.UniqueConstraint(fields=("deciding", "number"), name="decision_once_per_place"),
            models.CheckConstraint(condition=Q(organ__in=_ORGANS), name="decision_organ_known"),
            models.CheckConstraint(condition=Q(kind__in=_KINDS), name="decision_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.deciding}, besluit {self.number}"

    def part_of(self) -> OptionDeciding:
        """What its option asks."""
        return self.deciding

    def clean(self) -> None:
        """Refuse a text that doesn't follow the opening of an organ."""
        if fault := decision_fault(self.kind, self.text, names_of(self.deciding.option.code)):
            raise ValidationError({"text": fault})


class GeneralDecision(FixtureRow):
    """A decision that belongs to no option."""

    natural_key_fields = ("key",)

    key = models.CharField("sleutel", max_length=20, unique=True)
    organ = models.CharField("orgaan", max_length=40, choices=_ORGANS)
    kind = models.CharField("soort", max_length=12, choices=_KINDS)
    text = models.TextField(
        "besluit",
        **at_most(
            260,
            "In het voorstel en in de besluitenlijst: een bijzin met ‘te’. {delen} wordt hierin wat het orgaan ter "
            "kennis krijgt.",
        ),
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "algemeen besluit"
        verbose_name_plural = "algemene besluiten"
        ordering = ("key",)
        constraints = [
            models.CheckConstraint(condition=Q(organ__in=_ORGANS), name="general_decision_organ_known"),
            models.CheckConstraint(condition=Q(kind__in=_KINDS), name="general_decision_kind_known"),
        ]

    def __str__(self) -> str:
        return self.key

    def clean(self) -> None:
        """Refuse a text that doesn't follow the opening of an organ."""
        if fault := decision_fault(self.kind, self.text, (REGION, *PARTS)):
            raise ValidationError({"text": fault})


class ProposalField(FixtureRow):
    """The words of one field of the proposal."""

    natural_key_fields = ("key",)

    key = models.CharField("sleutel", max_length=30, unique=True, help_text="Zo heet het veld in een dossierbestand.")
    number = models.PositiveSmallIntegerField("volgorde", unique=True)
    label = models.CharField("naam", **line_of(50, "Bij ‘Afronding’, boven het veld."))
    help = models.TextField("uitleg", **at_most(160, "Bij ‘Afronding’, onder de naam van het veld."))
    empty = models.TextField(
        "zolang het leeg is",
        blank=True,
        **at_most(160, "In het voorstel, zolang de kring dit niet heeft ingevuld. Leeg: dan staat er niets."),
    )
    history = EditorsHistory()

    class Meta:
        verbose_name = "veld van de afronding"
        verbose_name_plural = "velden van de afronding"
        ordering = ("number",)

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """Refuse a list that the proposal doesn't make."""
        if fault := names_fault(self.empty, LISTS):
            raise ValidationError({"empty": fault})
