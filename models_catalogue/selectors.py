"""What the pages of the catalogue read: plain frozen values out; each function says how many queries it costs.

Options are reached through the foreign keys that point at them: this app doesn't import the checklist.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from models_catalogue import reading
from models_catalogue.certainty import doubt_of
from models_catalogue.links import link_of
from models_catalogue.models import Gemeente, GovernanceModel, RegionNote, Trait

_NOTE_FIELDS = ("text", "source", "url", "date", "source_kind", "certainty")

_Trait = tuple[str, str, int]  # stance, ground and readers


@dataclass(frozen=True)
class Hallmark:
    """One of the two options that typify a model."""

    code: str
    label: str


@dataclass(frozen=True)
class ListedModel:
    """A model as the list shows it."""

    slug: str
    name: str
    short_name: str
    region: str
    passage: str
    in_a_line: str
    hallmarks: tuple[Hallmark, Hallmark]


@dataclass(frozen=True)
class OptionStance:
    """What a model says of one option; `stance` is empty where it says nothing, `readers` then 0. `spoken`: it says
    something of an option of this question."""

    code: str
    label: str
    spoken: bool
    stance: str = ""
    ground: str = ""
    readers: int = 0

    @property
    def state(self) -> str:
        """The shape that goes with it."""
        if self.stance:
            return reading.state_of(self.stance, self.readers)
        return reading.state_without_stance(spoken=self.spoken)

    @property
    def fits(self) -> bool:
        """Whether both readers read that the model has the option."""
        return reading.counts(self.readers) and reading.fits(self.stance)

    @property
    def word(self) -> str:
        """The stance in words; empty without one."""
        return reading.words_of(self.stance, self.readers)


@dataclass(frozen=True)
class QuestionStances:
    """What a model says of the options of one question, in the booklet's order."""

    number: int
    label: str
    options: tuple[OptionStance, ...]

    @property
    def spoken(self) -> tuple[OptionStance, ...]:
        """The options about which the booklet says something."""
        return tuple(option for option in self.options if option.stance)

    @property
    def unnamed(self) -> tuple[OptionStance, ...]:
        """The options about which the booklet says nothing."""
        return tuple(option for option in self.options if not option.stance)


@dataclass(frozen=True)
class ShownNote:
    """A fact newer than the booklet; `link` is empty when its source is no page; `doubt` says what wasn't looked up."""

    text: str
    source: str
    link: str
    date: str
    doubt: str


@dataclass(frozen=True)
class ModelTexts:
    """A model in a few short texts: for whom it is, what it is, how it works, what it is good for, what to mind, the
    drawback that the booklet names and where, and where it was."""

    audience: str
    what: str
    how: str
    good_for: str
    mind: str
    drawback: str
    drawback_passage: str
    example: str


@dataclass(frozen=True)
class ModelPage:
    """All that the catalogue says of one model."""

    model: ListedModel
    texts: ModelTexts
    questions: tuple[QuestionStances, ...]
    notes: tuple[ShownNote, ...]


@dataclass(frozen=True)
class RegionGemeenten:
    """A veiligheidsregio with its gemeenten, as of 1 January 2023, and the models of which it is the example."""

    name: str
    gemeenten: tuple[str, ...]
    models: tuple[ListedModel, ...]


@dataclass(frozen=True)
class Example:
    """Where the booklet found an example, in its words, with the models it found there."""

    region: str
    models: tuple[ListedModel, ...]


def listed_models() -> tuple[ListedModel, ...]:
    """Return the nine models in the booklet's order. One query."""
    return tuple(_listed(model) for model in _with_hallmarks())


def examples(models: Iterable[ListedModel]) -> tuple[Example, ...]:
    """Return the places of the examples by name, each with its models in the booklet's order. No queries."""
    ordered = sorted(models, key=lambda model: model.region.casefold())
    return tuple(Example(region, tuple(there)) for region, there in groupby(ordered, key=lambda model: model.region))


def model_page(slug: str) -> ModelPage | None:
    """Return everything about one model, or None when there is no such model. Four queries (unknown: one)."""
    model = _with_hallmarks().filter(slug=slug).first()
    if model is None:
        return None
    traits = {
        code: (stance, ground, readers)
        for code, stance, ground, readers in model.traits.filter(active=True).values_list(
            "option__code", "stance", "ground", "readers"
        )
    }
    notes = model.notes.filter(active=True).values_list(*_NOTE_FIELDS)
    texts = ModelTexts(
        audience=model.audience,
        what=model.what,
        how=model.how,
        good_for=model.good_for,
        mind=model.mind,
        drawback=model.drawback,
        drawback_passage=model.drawback_passage,
        example=model.example,
    )
    return ModelPage(_listed(model), texts, _stances(traits), tuple(_shown(note) for note in notes))


def region_notes(code: str) -> tuple[ShownNote, ...]:
    """Return what is newer than the list of gemeenten about a region. One query."""
    notes = RegionNote.objects.filter(active=True, veiligheidsregio__code=code)
    return tuple(_shown(note) for note in notes.values_list(*_NOTE_FIELDS))


def all_options() -> "QuerySet[Any, tuple[int, str, str, str]]":
    """Return number and label of the question, code and label of every option, in the booklet's order. One query."""
    manager: Any = Trait.option.field.related_model._default_manager
    rows: QuerySet[Any, tuple[int, str, str, str]] = manager.values_list(
        "question__number", "question__label", "code", "label"
    )
    return rows


def regions_with_gemeenten(models: Collection[ListedModel]) -> tuple[RegionGemeenten, ...]:
    """Return the 25 regions with their gemeenten, as of 1 January 2023, and the models that name them. One query."""
    rows = Gemeente.objects.order_by("veiligheidsregio__code", "display_name").values_list(
        "veiligheidsregio__name", "display_name"
    )
    return tuple(
        RegionGemeenten(
            name=region,
            gemeenten=tuple(name for _, name in of_region),
            models=tuple(model for model in models if region in model.region),
        )
        for region, of_region in groupby(rows, key=lambda row: row[0])
    )


def _with_hallmarks() -> "QuerySet[GovernanceModel]":
    return GovernanceModel.objects.select_related("hallmark_1", "hallmark_2")


def _listed(model: GovernanceModel) -> ListedModel:
    one, two = model.hallmark_1, model.hallmark_2
    return ListedModel(
        slug=model.slug,
        name=model.name,
        short_name=model.short_name,
        region=model.region,
        passage=model.passage,
        in_a_line=model.in_a_line,
        hallmarks=(Hallmark(one.code, one.label), Hallmark(two.code, two.label)),
    )


def _shown(row: tuple[str, ...]) -> ShownNote:
    text, source, url, date, source_kind, certainty = row
    return ShownNote(text, source, link_of(url), date, doubt_of(source_kind, certainty))


def _stances(traits: Mapping[str, _Trait]) -> tuple[QuestionStances, ...]:
    return tuple(
        _question_stances(number, question, {code: label for _, _, code, label in rows}, traits)
        for (number, question), rows in groupby(all_options(), key=lambda row: row[:2])
    )


def _question_stances(
    number: int, question: str, labels: Mapping[str, str], traits: Mapping[str, _Trait]
) -> QuestionStances:
    spoken = not traits.keys().isdisjoint(labels)
    return QuestionStances(
        number,
        question,
        tuple(OptionStance(code, label, spoken, *traits.get(code, ())) for code, label in labels.items()),
    )
