"""Three kinds of silence, each with its own words, so that none is taken for a no (rule 5)."""

from collections.abc import Collection
from enum import Enum

from checklist.domain.content import GovernanceModel, Question


class Silence(Enum):
    """Why a model says nothing that counts about an answer; the value is what the user reads."""

    BOOKLET = "het boekje zwijgt hierover"
    OPEN = "u heeft deze vraag nog niet bepaald"
    ONE_READER = "één van twee lezers las dit zo"


def silence_of(model: GovernanceModel, question: Question, chosen: Collection[str]) -> Silence | None:
    """Return which silence holds for a model and a question, or None when two readers read something of what is chosen.

    An open question comes first: then there is nothing the booklet could speak of. One reader is enough for ONE_READER,
    whatever that reader read.
    """
    codes = [option.code for option in question.options if option.code in chosen]
    if not codes:
        return Silence.OPEN
    traits = [model.trait_of[code] for code in codes if code in model.trait_of]
    if any(trait.counts for trait in traits):
        return None
    return Silence.ONE_READER if traits else Silence.BOOKLET
