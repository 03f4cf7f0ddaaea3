"""How broad the support was in a meeting, as a value: a part of chapter 7."""

from collections.abc import Iterator
from dataclasses import dataclass

from checklist.domain.advies.voorstel.pieces import Said
from checklist.domain.typed import Typed


@dataclass(frozen=True)
class Objection:
    """A reason against, in the words of a gemeente. `against`: the option as a noun where more than one is told of;
    `by`: who gave it, where gemeenten are named. Either may be empty."""

    text: Typed
    against: str = ""
    by: str = ""


@dataclass(frozen=True)
class QuestionBreadth:
    """What the meeting said of one question: a paragraph, with a list of what was written.

    `counted` are sentences on its count, or that there was none; `by_gemeente` who said what, where gemeenten are
    named; `after` what became of it later. `differs`: why the kring chose otherwise than the count, None when it didn't
    say; `differs_lead` are our words before it.
    """

    number: str
    question: int
    name: str
    counted: tuple[str, ...]
    by_gemeente: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    differs_lead: str = ""
    differs: Typed | None = None
    after: tuple[str, ...] = ()

    @property
    def typed_texts(self) -> Iterator[str]:
        """Every text that somebody typed."""
        yield from (one.text.text for one in self.objections)
        if self.differs:
            yield self.differs.text


@dataclass(frozen=True)
class Breadth:
    """`about`: when the kring met, and how to read the counts; then its questions in their order."""

    about: Said
    questions: tuple[QuestionBreadth, ...]

    def of(self, number: int) -> QuestionBreadth | None:
        """Return what is told of a question; None when nothing is."""
        return next((one for one in self.questions if one.question == number), None)
