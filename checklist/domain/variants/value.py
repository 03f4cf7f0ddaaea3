"""What designs side by side come to, as plain values in words: for the screen, the document and the command alike."""

from collections.abc import Iterable
from dataclasses import dataclass

# By which designs are told apart, whatever their titles. With more columns than this nobody can follow a row.
LETTERS = "ABCD"
MOST_VARIANTS = len(LETTERS)


@dataclass(frozen=True)
class Change:
    """One thing that two designs both have: its name, and its words in the first and in the second. Empty words say
    that there is nothing."""

    name: str
    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.before == self.after


@dataclass(frozen=True)
class QuestionChange:
    """A question that was answered differently. `choice` is named after the question; `details` are those of options
    that both chose, where they differ; `motivation` and `minority` are there too when they are the same."""

    number: int
    choice: Change
    details: tuple[Change, ...]
    motivation: Change
    minority: Change


@dataclass(frozen=True)
class CameAndWent:
    """What the second design has and the first hasn't, and the other way round."""

    name: str
    came: tuple[str, ...]
    went: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether both have the same."""
        return not (self.came or self.went)


@dataclass(frozen=True)
class Comparison:
    """What differs between two designs; every part holds only that.

    `same_questions` are the names of the questions that were answered alike. `nearest`: the models that the designs are
    nearest to, always there. `tensions` come and go by their state, `decisions` by organ. `facts` are of the dossier
    and of its afronding; `other_fields` are the names of the fields of the afronding that differ besides.
    """

    questions: tuple[QuestionChange, ...]
    same_questions: tuple[str, ...]
    nearest: Change
    models: tuple[Change, ...]
    tensions: tuple[CameAndWent, ...]
    decisions: tuple[CameAndWent, ...]
    steps: CameAndWent
    moments: tuple[Change, ...]
    facts: tuple[Change, ...]
    other_fields: tuple[str, ...]

    @property
    def nearest_alone(self) -> tuple[Change]:
        """The models that the designs are nearest to, as a list of one for a table."""
        return (self.nearest,)

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        came_and_went = (*self.tensions, *self.decisions, self.steps)
        changes: Iterable[object] = (*self.questions, *self.models, *self.moments, *self.facts, *self.other_fields)
        return self.nearest.same and all(one.same for one in came_and_went) and not any(True for _ in changes)


@dataclass(frozen=True)
class Cell:
    """What one design says: its words, and lines below them; without words it says that there is nothing."""

    words: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One thing in every design. `number` is that of a question, 0 for what isn't one; `nothing` is what an empty cell
    says."""

    name: str
    cells: tuple[Cell, ...]
    nothing: str
    number: int = 0

    @property
    def same(self) -> bool:
        """Whether all designs say the same."""
        return all(cell == self.cells[0] for cell in self.cells)

    @property
    def by_letter(self) -> tuple[tuple[str, Cell], ...]:
        """The cells, each with the letter of its column."""
        return tuple(zip(LETTERS, self.cells, strict=False))


@dataclass(frozen=True)
class Heading:
    """Which design stands in a column: its letter, its title, its region and the day of its meeting in words."""

    letter: str
    title: str
    region: str
    day: str


@dataclass(frozen=True)
class VariantTable:
    """Two to four designs in columns: the twelve questions, every pair of choices that clashes or needs an agreement in
    one of them, and what the answers come to."""

    headings: tuple[Heading, ...]
    questions: tuple[Row, ...]
    tensions: tuple[Row, ...]
    results: tuple[Row, ...]

    @property
    def all_of_them(self) -> str:
        """What a row says that is the same everywhere."""
        return "in beide varianten gelijk" if len(self.headings) == 2 else "in alle varianten gelijk"
