"""What options leave open: which answers to it there are, and which of them still hold."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from checklist.domain import booklet
from checklist.domain.content import Detail, Option, Question
from checklist.domain.dossier import Answer, DetailAnswer


def answers_to(detail: Detail, gemeenten: Mapping[str, str]) -> Mapping[str, str]:
    """Return every answer to a detail in the order to show them: its value with its words. `gemeenten` are the names of
    the gemeenten of the dossier's region by code, in the order of their names."""
    if detail.of_gemeente:
        return gemeenten
    return {alternative.value: alternative.label for alternative in detail.alternatives}


def value_of(option: Option, detail: Detail, details: Iterable[DetailAnswer]) -> str:
    """Return the value with which the kring answered a detail of an option; empty when it is open."""
    return next((one.value for one in details if (one.option, one.key) == (option.code, detail.key)), "")


@dataclass(frozen=True)
class ToldDetail:
    """A detail of a chosen option with the words of its answer, empty when it is open. `required`: as long as it is
    open there is nothing to decide."""

    code: str
    question: str
    answer: str
    required: bool

    @property
    def open(self) -> bool:
        """Whether the kring still has to say it."""
        return not self.answer


def details_told(
    option: Option, details: Iterable[DetailAnswer], gemeenten: Mapping[str, str]
) -> tuple[ToldDetail, ...]:
    """Return what a chosen option leaves open with the kring's answers to it. A gemeente that isn't among `gemeenten`,
    the region's, is no answer."""
    given = tuple(details)
    return tuple(
        ToldDetail(
            code=option.code,
            question=detail.question,
            answer=answers_to(detail, gemeenten).get(value_of(option, detail, given), ""),
            required=detail.required,
        )
        for detail in option.details
    )


def waited_for(question: Question, answer: Answer, gemeenten: Mapping[str, str]) -> tuple[ToldDetail, ...]:
    """Return what the chosen options of a question leave open and a decision waits for."""
    chosen = (option for option in question.options if option.code in answer.options)
    told = (detail for option in chosen for detail in details_told(option, answer.details, gemeenten))
    return tuple(detail for detail in told if detail.required and detail.open)


def gemeenten_in(details: Iterable[DetailAnswer]) -> frozenset[str]:
    """Return the codes of the gemeenten that are named as an answer."""
    return frozenset(one.value for one in details if _names_gemeente(one))


def within_region(answer: Answer, gemeenten: Container[str]) -> Answer:
    """Return the answer without the gemeenten that aren't among these, the region's: such a detail is open again."""
    kept = tuple(one for one in answer.details if not _names_gemeente(one) or one.value in gemeenten)
    return replace(answer, details=kept)


def _names_gemeente(answer: DetailAnswer) -> bool:
    return booklet.DETAILS[answer.option, answer.key].of_gemeente
