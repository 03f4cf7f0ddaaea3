"""What the kring says of what its options leave open, in the words of the advies."""

from collections.abc import Mapping
from dataclasses import replace

from checklist.domain.choices.details import ToldDetail, details_told, value_of
from checklist.domain.content import Content, Option, Question
from checklist.domain.dossier import Answer, DossierValue


def with_sentences(content: Content, dossier: DossierValue) -> Content:
    """Return the content in which a chosen option says what the kring answered: the sentence of that answer is its
    decision, and the answer's words for the summary, when it has any, are the option's."""
    questions = tuple(
        replace(question, options=tuple(_settled(one, dossier.answer(question.number)) for one in question.options))
        for question in content.questions
    )
    return replace(content, questions=questions)


def _settled(option: Option, answer: Answer) -> Option:
    for detail in option.details if option.code in answer.options else ():
        given = value_of(option, detail, answer.details)
        for alternative in detail.alternatives:
            if alternative.value == given:
                in_the_summary = alternative.brief or option.in_the_summary
                option = replace(option, decision=alternative.sentence, in_the_summary=in_the_summary)
    return option


def beside_the_sentences(question: Question, answer: Answer, gemeenten: Mapping[str, str]) -> tuple[ToldDetail, ...]:
    """Return what no sentence says of the chosen options: the details that are open, and the gemeenten."""
    return tuple(
        told
        for option in question.options
        if option.code in answer.options
        for detail, told in zip(option.details, details_told(option, answer.details, gemeenten), strict=True)
        if told.open or detail.of_gemeente
    )


def of_chosen(question: Question, answer: Answer, gemeenten: Mapping[str, str]) -> tuple[ToldDetail, ...]:
    """Return all that the chosen options leave open, with what the kring says of it."""
    chosen = (option for option in question.options if option.code in answer.options)
    return tuple(told for option in chosen for told in details_told(option, answer.details, gemeenten))
