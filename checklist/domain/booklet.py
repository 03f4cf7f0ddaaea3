"""What the booklet fixes, whatever the texts say: its questions with their options (chapter 4) and its models (2).

Texts can be edited; these are never added, removed or retired (rule 12), because drawings, sentences and
dossiers go by them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class FixedQuestion:
    """The letters of a question's options; `many`: more than one may be chosen, except those in `exclusive`."""

    letters: str
    many: bool = False
    exclusive: str = ""


QUESTIONS: Mapping[int, FixedQuestion] = {
    1: FixedQuestion("abcd", many=True),
    2: FixedQuestion("abcd", many=True),
    3: FixedQuestion("abc", many=True, exclusive="a"),
    4: FixedQuestion("abc", many=True, exclusive="a"),
    5: FixedQuestion("abcd", many=True, exclusive="a"),
    6: FixedQuestion("abc"),
    7: FixedQuestion("abcd"),
    8: FixedQuestion("ab"),
    9: FixedQuestion("abc", many=True),
    10: FixedQuestion("abc", many=True, exclusive="a"),
    11: FixedQuestion("abc"),
    12: FixedQuestion("abc"),
}

# The slugs of the models, in the booklet's order.
MODELS = (
    "veiligheidsbureau-centrumstad",
    "overkoepelend-directeur",
    "functionaris-verlengd-lokaal-bestuur",
    "onafhankelijk-secretaris",
    "veiligheidsmanager",
    "adoptieregeling",
    "adviesstructuur-brede-regio",
    "concernfunctie-gemeente",
    "managementraad",
)


def options() -> Iterator[tuple[int, str, bool]]:
    """Yield every option in the booklet's order: the question's number, the letter, and whether it stands alone."""
    for number, question in QUESTIONS.items():
        for letter in question.letters:
            yield number, letter, letter in question.exclusive
