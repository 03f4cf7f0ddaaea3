"""What the booklet fixes, whatever the texts say: its questions with their options (chapter 4), what these leave open,
and its models (2).

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


@dataclass(frozen=True)
class FixedDetail:
    """What an option leaves open: the answers to choose from, or none where a gemeente of the region is chosen.
    `required`: as long as it is open there is nothing to decide."""

    values: tuple[str, ...] = ()
    required: bool = False

    @property
    def of_gemeente(self) -> bool:
        """Whether a gemeente is the answer."""
        return not self.values

    @property
    def kind(self) -> str:
        """The word for it in the fixtures."""
        return "gemeente" if self.of_gemeente else "keuze"


# By the code of the option and the key of the detail. Most follow from the option's label ('en/of'), the others from
# the law or the budget that it touches: docs/exchange_format.md.
DETAILS: Mapping[tuple[str, str], FixedDetail] = {
    ("1b", "vorm"): FixedDetail(("commissie", "overleg")),
    ("1d", "vastlegging"): FixedDetail(("regeling", "verordening", "beide"), required=True),
    ("3c", "commissie"): FixedDetail(("bestaand", "advies", "bestuurscommissie"), required=True),
    ("4c", "overlegvorm"): FixedDetail(("bestaand", "adviescommissie", "nieuw"), required=True),
    ("7a", "drager"): FixedDetail(("secretarissen", "adviseurs", "beide"), required=True),
    ("7c", "gemeente"): FixedDetail(),
    ("8a", "leiding"): FixedDetail(("secretarissen", "namens", "beide"), required=True),
    ("8b", "gemeente"): FixedDetail(),
    ("9b", "gemeente"): FixedDetail(),
    ("10b", "begroting"): FixedDetail(("binnen", "volgend", "wijziging")),
    ("10c", "verdeelsleutel"): FixedDetail(("inwoners", "gelijk", "bestaand")),
    ("11c", "reikwijdte"): FixedDetail(("geheel", "ambtelijk"), required=True),
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
