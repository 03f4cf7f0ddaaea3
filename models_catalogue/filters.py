"""Narrow the list of models by who leads the regiostaf or does its work, where it belongs and how deep it goes.

Only what both readers of the booklet read is enough to be found; of the other models it is told what the booklet says,
so that nobody takes its silence for a no (rule 5).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby

from models_catalogue.models import Trait
from models_catalogue.selectors import ListedModel, OptionStance, all_options, listed_models

# The name in the address, the words, and the questions of which the options can be asked for. In the
# booklet the gemeenten carry it; who sets it up (1) it tells of three models only.
FILTERS = (("draagt", "Wie leidt of werkt", (8, 9)), ("waar", "Waar", (7,)), ("diep", "Hoe diep", (6,)))
_NUMBERS = [number for *_, numbers in FILTERS for number in numbers]


@dataclass(frozen=True)
class FilterOption:
    """An option to ask for; `models` is how many models have it by both readers."""

    code: str
    label: str
    models: int


@dataclass(frozen=True)
class FilterQuestion:
    """The options of one question in a filter."""

    number: int
    options: tuple[FilterOption, ...]


@dataclass(frozen=True)
class Filter:
    """One way to narrow the list; `chosen` is the code of the option asked for, empty without one."""

    name: str
    legend: str
    questions: tuple[FilterQuestion, ...]
    chosen: str


@dataclass(frozen=True)
class OtherModel:
    """A model that was left out, with what the booklet says there of each option asked for."""

    model: ListedModel
    stances: tuple[OptionStance, ...]


@dataclass(frozen=True)
class FoundModels:
    """The models that have every option asked for, and the others; all are found when nothing was asked."""

    filters: tuple[Filter, ...]
    found: tuple[ListedModel, ...]
    others: tuple[OtherModel, ...]

    @property
    def filtered(self) -> bool:
        """Whether an option was asked for."""
        return any(item.chosen for item in self.filters)


def find_models(asked: Mapping[str, str]) -> FoundModels:
    """Return the models with the options asked for, by the names in `FILTERS`. What is no option of a filter counts as
    not asked. Three queries."""
    models, read = listed_models(), _read()
    questions = _questions(read, models)
    filters = tuple(
        Filter(name, legend, of_filter, _known(asked.get(name, ""), of_filter))
        for name, legend, numbers in FILTERS
        for of_filter in [tuple(question for question in questions if question.number in numbers)]
    )
    codes = [item.chosen for item in filters if item.chosen]
    wanted = [
        (question.number, option) for question in questions for option in question.options if option.code in codes
    ]
    judged = [
        OtherModel(model, tuple(read.stance(model, number, one.code, one.label) for number, one in wanted))
        for model in models
    ]
    found = tuple(item for item in judged if all(stance.fits for stance in item.stances))
    return FoundModels(
        filters, tuple(item.model for item in found), tuple(item for item in judged if item not in found)
    )


@dataclass(frozen=True)
class _Read:
    """What was read: the traits by model and option, and the questions of which a model says something."""

    traits: Mapping[tuple[str, str], tuple[str, str, int]]
    spoken: Collection[tuple[str, int]]

    def stance(self, model: ListedModel, number: int, code: str, label: str) -> OptionStance:
        spoken = (model.slug, number) in self.spoken
        return OptionStance(code, label, spoken, *self.traits.get((model.slug, code), ()))


def _read() -> _Read:
    rows = Trait.objects.filter(active=True, option__question__number__in=_NUMBERS).values_list(
        "model__slug", "option__question__number", "option__code", "stance", "ground", "readers"
    )
    traits = {(slug, code): (stance, ground, readers) for slug, _, code, stance, ground, readers in rows}
    return _Read(traits, {(slug, number) for slug, number, *_ in rows})


def _questions(read: _Read, models: Collection[ListedModel]) -> tuple[FilterQuestion, ...]:
    rows = all_options().filter(question__number__in=_NUMBERS)
    return tuple(
        FilterQuestion(
            number,
            tuple(
                FilterOption(code, label, sum(read.stance(model, number, code, label).fits for model in models))
                for _, _, code, label in of_question
            ),
        )
        for number, of_question in groupby(rows, key=lambda row: row[0])
    )


def _known(code: str, questions: Collection[FilterQuestion]) -> str:
    """The code when it is an option of these questions, else an empty text."""
    return code if any(code == option.code for question in questions for option in question.options) else ""
