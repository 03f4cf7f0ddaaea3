"""The two sides of a conflict: each with its options and details, as a page shows them and as a form sends them."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.choices.consistency import selection_refusal
from checklist.domain.choices.details import ToldDetail, answers_to, details_told
from checklist.domain.content import Detail, Question
from checklist.domain.dossier import Answer, DetailAnswer


@dataclass(frozen=True)
class SideOption:
    """A chosen option with what is said of what it leaves open."""

    code: str
    label: str
    details: tuple[ToldDetail, ...]


@dataclass(frozen=True)
class Side:
    """One of both choices: the value of its radio button and its options (none is 'nog niet bepaald')."""

    value: str
    options: tuple[SideOption, ...]


def side_of(question: Question, answer: Answer, gemeenten: Mapping[str, str]) -> Side:
    """Return the side of an answer; `gemeenten` are the names of the region's by code."""
    chosen = [option for option in question.options if option.code in answer.options]
    return Side(
        value_of(answer),
        tuple(
            SideOption(option.code, option.label, details_told(option, answer.details, gemeenten)) for option in chosen
        ),
    )


def value_of(answer: Answer) -> str:
    """Write options and details in one text: '1a,1d;1d.vastlegging=beide'. Details of options that aren't chosen go
    along."""
    details = [f"{one.option}.{one.key}={one.value}" for one in answer.details]
    return ";".join([",".join(answer.options), *details])


def answer_of(value: str, question: Question) -> Answer:
    """Return the answer, without texts, that `value_of` wrote; raises `ValueError` for what it wouldn't write at this
    question. Whether a gemeente lies in the region isn't looked at."""
    codes, *details = value.split(";")
    options = [code for code in codes.split(",") if code]
    if refusal := selection_refusal(question, options):
        raise ValueError(refusal)
    read = sorted(_detail_of(detail, question) for detail in details)
    if len({(one.option, one.key) for one in read}) < len(read):
        raise ValueError("a detail is there twice")
    return Answer(tuple(sorted(options)), details=tuple(read))


def _detail_of(text: str, question: Question) -> DetailAnswer:
    place, _, value = text.partition("=")
    code, _, key = place.partition(".")
    for option in question.options:
        for detail in option.details:
            if (option.code, detail.key) == (code, key) and _can_be(detail, value):
                return DetailAnswer(code, key, value)
    raise ValueError("there is no such detail")


def _can_be(detail: Detail, value: str) -> bool:
    return bool(value) if detail.of_gemeente else value in answers_to(detail, {})


def same_choice(mine: Answer, theirs: Answer) -> Answer | None:
    """Return the choice when both sides are told as the same one, else None. Details of options that aren't chosen are
    then those of both; of two for one detail mine."""
    if (mine.as_told.options, mine.as_told.details) != (theirs.as_told.options, theirs.as_told.details):
        return None
    both = {(one.option, one.key): one for one in (*theirs.details, *mine.details)}
    return Answer(mine.options, details=tuple(sorted(both.values())))
