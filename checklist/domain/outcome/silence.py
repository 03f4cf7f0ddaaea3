"""Four kinds of silence, each with its own words, so that none is taken for a no (rule 5)."""

from collections.abc import Collection
from enum import Enum

from checklist.domain.content import Question
from checklist.domain.outcome.matching import ModelMatch


class Silence(Enum):
    """Why a model says nothing that counts about an answer; the value is what the user reads."""

    BOOKLET = "het boekje zwijgt over deze vraag"
    OTHER = "het boekje noemt hier iets anders"
    OPEN = "u hebt deze vraag nog niet bepaald"
    ONE_READER = "mogelijk; telt niet mee"


def silence_of(match: ModelMatch, question: Question, chosen: Collection[str]) -> Silence | None:
    """Return which silence holds for a model and a question, or None when two readers read something of what is chosen.

    An open question comes first: then there is nothing the booklet could speak of. One reader is enough for ONE_READER,
    whatever that reader read. BOOKLET and OTHER are as `matching` has them.
    """
    codes = [option.code for option in question.options if option.code in chosen]
    if not codes:
        return Silence.OPEN
    if question.number in match.silent:
        return Silence.BOOKLET
    if question.number in match.other:
        return Silence.OTHER
    counted = {*match.past, *match.past_niet}
    return None if counted.intersection(codes) else Silence.ONE_READER
