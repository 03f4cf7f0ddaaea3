"""What options leave open, in forms: a field for each, and the details of one side of a conflict as a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from checklist import selectors
from checklist.domain.choices.details import answers_to, value_of
from checklist.domain.content import Detail, Option, Question
from checklist.domain.dossier import DetailAnswer
from checklist.selectors import OpenDossier

START = "detail-"
UNKNOWN = (
    "Dit formulier antwoordt op iets wat bij deze vraag niet te kiezen is. Er is niets opgeslagen. Kijk uw antwoord na "
    "en sla het nog eens op."
)


def name_of(option: Option, detail: Detail) -> str:
    """The name of the field for a detail of an option."""
    return f"{START}{option.code}-{detail.key}"


def gemeenten_to_choose(dossier: OpenDossier, question: Question) -> Mapping[str, str]:
    """Return the names of the gemeenten that can be an answer at this question. No query where none is asked for or
    they are remembered."""
    return selectors.gemeenten_of(dossier.region_code, dossier.stamp) if question.asks_for_gemeente else {}


class DetailField(forms.ChoiceField):
    """The answer to a detail; 'Nog niet bepaald' is the empty value. A body without it, such as that of a page from
    before the option asked this, leaves what is stored."""

    def __init__(self, detail: Detail, gemeenten: Mapping[str, str], stored: str) -> None:
        super().__init__(
            required=False,
            label=detail.question,
            # Made when they are asked for: a save of another option's detail asks none.
            choices=lambda: [("", "Nog niet bepaald"), *answers_to(detail, gemeenten).items()],
            widget=forms.Select if detail.of_gemeente else forms.RadioSelect,
            initial=stored,
            error_messages={"invalid_choice": f"Kies bij ‘{detail.question}’ een antwoord uit de lijst."},
        )

    def clean(self, value: Any) -> Any:
        """Return the value of the answer, empty when it is open."""
        return self.initial if value is None else super().clean(value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What the page shows again."""
        return initial if data is None else data


@dataclass(frozen=True)
class DetailFields:
    """The fields for what the options of a question leave open, by name, with the option and the detail of each."""

    question: Question
    gemeenten: Mapping[str, str]
    stored: tuple[DetailAnswer, ...]

    def __iter__(self) -> Iterator[tuple[str, Option, Detail]]:
        return (
            (name_of(option, detail), option, detail) for option in self.question.options for detail in option.details
        )

    def fields(self) -> dict[str, DetailField]:
        """The fields of the form."""
        return {
            name: DetailField(detail, self.gemeenten, value_of(option, detail, self.stored))
            for name, option, detail in self
        }

    def answers(self, cleaned: Mapping[str, Any]) -> tuple[DetailAnswer, ...]:
        """The answers in a valid form."""
        return tuple(
            sorted(
                DetailAnswer(option.code, detail.key, cleaned[name]) for name, option, detail in self if cleaned[name]
            )
        )
