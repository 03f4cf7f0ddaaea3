"""When a part of the reglement stands there: in words, and as answers with which it does."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from checklist.domain import booklet
from checklist.domain.content import question_of_code
from checklist.domain.dossier import Answer, DetailAnswer
from checklist.domain.reglement_content import When
from checklist.domain.reglement_texts import when_of
from checklist.models import Option


def in_words(condition: str) -> str:
    """Return a condition in Dutch: 'gekozen: 2a advies aan bestuur', 'altijd' for none. One query, or none."""
    when = when_of(condition)
    codes = {*when.every, *when.any_of, *when.none_of, *(when.detail[:1] if when.detail else ())}
    named = {option.code: option.in_a_list for option in Option.objects.filter(code__in=codes)} if codes else {}
    return "; ".join(_said(when, named)) or "altijd"


def _said(when: When, named: Mapping[str, str]) -> Iterator[str]:
    if when.every:
        yield f"gekozen: {' en '.join(named[code] for code in when.every)}"
    if when.any_of:
        yield f"gekozen: {' of '.join(named[code] for code in when.any_of)}"
    if when.none_of:
        yield f"niet gekozen: {' of '.join(named[code] for code in when.none_of)}"
    if when.open_at:
        yield f"open: vraag {' en '.join(map(str, when.open_at))}"
    if when.answered_at:
        yield f"beantwoord: vraag {' en '.join(map(str, when.answered_at))}"
    if when.detail:
        code, key, values = when.detail
        yield f"{key} bij {named[code]}: {' of '.join(value or 'nog niet gekozen' for value in values)}"


def answers_with(*conditions: str) -> Mapping[int, Answer]:
    """Return answers with which all these conditions hold: as few options as will do."""
    whens = [when_of(condition) for condition in conditions]
    codes = [code for when in whens for code in when.every]
    refused = {code for when in whens for code in when.none_of}
    for when in whens:
        if when.any_of and not set(codes) & set(when.any_of):
            codes.append(next(code for code in when.any_of if code not in refused))
        for number in when.answered_at:
            options = (f"{number}{letter}" for letter in booklet.QUESTIONS[number].letters)
            codes.append(next(code for code in options if code not in refused))
    answers: dict[int, Answer] = {}
    for code in dict.fromkeys(codes):
        number = question_of_code(code)
        answers[number] = Answer((*answers.get(number, Answer()).options, code))
    for when in whens:
        if when.detail and when.detail[2][0]:
            code, key, values = when.detail
            number = question_of_code(code)
            details = (*answers[number].details, DetailAnswer(code, key, values[0]))
            answers[number] = replace(answers[number], details=details)
    return answers
