"""Narrow the list of models by who carries the regiostaf, where it is and how deep it goes.

Only what both readers of the booklet read is enough to be found; of the other models it is told what the booklet says,
so that nobody takes its silence for a no (rule 5).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby

from models_catalogue.models import Trait
from models_catalogue.selectors import ListedModel, OptionStance, all_options, listed_models

Traits = Mapping[tuple[str, str], tuple[str, str, int]]
# The name in the address, the words, and the questions of which the options can be asked for. Who carries the regiostaf
# is who leads it (8) and who does its work (9); who sets it up (1) the booklet tells of three models only.
FILTERS = (("draagt", "Wie draagt", (8, 9)), ("waar", "Waar", (7,)), ("diep", "Hoe diep", (6,)))
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
    models, traits = listed_models(), _traits()
    questions = _questions(traits, models)
    filters = tuple(
        Filter(name, legend, of_filter, _known(asked.get(name, ""), of_filter))
        for name, legend, numbers in FILTERS
        for of_filter in [tuple(question for question in questions if question.number in numbers)]
    )
    labels = {option.code: option.label for question in questions for option in question.options}
    codes = [item.chosen for item in filters if item.chosen]
    judged = [
        OtherModel(model, tuple(_stance(traits, model, code, labels[code]) for code in codes)) for model in models
    ]
    found = tuple(item for item in judged if all(stance.fits for stance in item.stances))
    return FoundModels(
        filters, tuple(item.model for item in found), tuple(item for item in judged if item not in found)
    )


def _traits() -> Traits:
    rows = Trait.objects.filter(active=True, option__question__number__in=_NUMBERS).values_list(
        "model__slug", "option__code", "stance", "ground", "readers"
    )
    return {(slug, code): (stance, ground, readers) for slug, code, stance, ground, readers in rows}


def _questions(traits: Traits, models: Collection[ListedModel]) -> tuple[FilterQuestion, ...]:
    rows = all_options().filter(question__number__in=_NUMBERS)
    return tuple(
        FilterQuestion(
            number,
            tuple(
                FilterOption(code, label, sum(_stance(traits, model, code, label).fits for model in models))
                for _, _, code, label in of_question
            ),
        )
        for number, of_question in groupby(rows, key=lambda row: row[0])
    )


def _stance(traits: Traits, model: ListedModel, code: str, label: str) -> OptionStance:
    return OptionStance(code, label, *traits.get((model.slug, code), ()))


def _known(code: str, questions: Collection[FilterQuestion]) -> str:
    """The code when it is an option of these questions, else an empty text."""
    return code if any(code == option.code for question in questions for option in question.options) else ""
