"""A dossier as a plain value: what the kring typed and chose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto


class Right(Enum):
    """What one may do with a dossier: the leeslink gives the first, the werklink all of them (rule 10)."""

    READ = auto()
    EDIT = auto()
    DELETE = auto()


@dataclass(frozen=True)
class Answer:
    """The kring's answer to one question; without options it is 'nog niet bepaald'."""

    options: tuple[str, ...] = ()
    motivation: str = ""
    minority: str = ""

    @property
    def open(self) -> bool:
        """Whether nothing is chosen."""
        return not self.options


@dataclass(frozen=True)
class Kept:
    """A tension the kring keeps on purpose, by its two option codes."""

    a: str
    b: str
    motivation: str


@dataclass(frozen=True)
class TitlePage:
    """The title page of a dossier."""

    title: str
    region_code: str
    date: date
    present: tuple[str, ...]


@dataclass(frozen=True)
class DossierValue:
    """One design: its title page, its answers by question number (a missing one is open) and the tensions it keeps."""

    title: str
    veiligheidsregio: str
    date: date
    present: tuple[str, ...]
    answers: Mapping[int, Answer]
    kept: tuple[Kept, ...] = ()

    def answer(self, number: int) -> Answer:
        """The answer to a question; an empty one when there is none."""
        return self.answers.get(number, Answer())

    @property
    def chosen(self) -> frozenset[str]:
        """The codes of all chosen options."""
        return frozenset(code for answer in self.answers.values() for code in answer.options)

    @property
    def kept_motivations(self) -> Mapping[tuple[str, str], str]:
        """Why the kring keeps a tension, by its pair of codes."""
        return {(item.a, item.b): item.motivation for item in self.kept}
