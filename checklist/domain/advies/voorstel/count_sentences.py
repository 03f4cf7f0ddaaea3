"""A count of a meeting in a sentence, as a document says it: how many gemeenten were voor, could live with it, were
tegen. In digits, as the screens of the meeting had them."""

from collections.abc import Iterator

from checklist.domain.dutch import small
from checklist.domain.meeting_record.value import RecordedCount
from checklist.domain.meeting_record.words import Rough

_MAJORITIES = {Rough.MAJORITY: "een meerderheid", Rough.NO_MAJORITY: "geen meerderheid"}


def count_sentence(count: RecordedCount, n: int, of: str = "") -> str:
    """Return the count of an option of which n gemeenten judged its question: 'Voor waren 4 van de 7 gemeenten, 2
    konden ermee leven, 1 was tegen.' `of`: the option as a noun, where more than one is told of. Pure."""
    voor = f"Voor {of}" if of else "Voor"
    if count.voor in _MAJORITIES:
        return f"{voor} was {_MAJORITIES[Rough(count.voor)]} van de {gemeenten(n)}."
    return f"{', '.join((f'{voor} {_of_all(count.voor, n)}', *_others(count, n)))}."


def gemeenten(number: int) -> str:
    """Return so many gemeenten: '7 gemeenten', '1 gemeente'."""
    return f"{number} gemeente" if number == 1 else f"{number} gemeenten"


def hidden_sentence(n: int) -> str:
    """Return what is said of n answers that are too few for a secret meeting to count. Pure."""
    answers = "was 1 antwoord" if n == 1 else f"waren {n} antwoorden" if n else "waren geen antwoorden"
    return f"Er {answers}. Bij minder dan vijf zegt een geheime vergadering geen aantallen."


def of_poll(sentence: str) -> str:
    """Return the sentence of a count as one of the poll beforehand. Pure."""
    return f"De peiling: {small(sentence)}"


def _of_all(number: int | Rough, n: int) -> str:
    match number:
        case 0 | Rough.NOBODY:
            return f"was geen van de {gemeenten(n)}" if n else "was niemand"
        case Rough.SOME:
            return f"waren enkele van de {gemeenten(n)}"
        case Rough.NEARLY_ALL:
            return f"waren bijna alle {gemeenten(n)}"
        case Rough.ALL:
            return f"waren alle {gemeenten(n)}"
        case 1:
            return f"was 1 van de {gemeenten(n)}" if n > 1 else "was de enige gemeente die antwoordde"
        case _:
            return f"waren alle {gemeenten(n)}" if number == n else f"waren {number} van de {gemeenten(n)}"


def _others(count: RecordedCount, n: int) -> Iterator[str]:
    """Who could live with it, and who was tegen; when all are voor nobody is left."""
    if count.voor in (n, Rough.ALL):
        return
    if count.kan:
        yield "1 kon ermee leven" if count.kan == 1 else f"{count.kan} konden ermee leven"
    match count.tegen:
        case None:
            return
        case 0 | Rough.NOBODY:
            yield "niemand was tegen"
        case 1:
            yield "1 was tegen"
        case Rough.SOME:
            yield "enkele waren tegen"
        case Rough.NEARLY_ALL:
            yield "bijna alle waren tegen"
        case Rough.ALL:
            yield "alle waren tegen"
        case _:
            yield f"{count.tegen} waren tegen"
