"""A dossier as a plain value: what the kring typed and chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum, auto

from checklist.domain.meeting_record.value import MeetingRecord
from checklist.domain.proposal import NO_PROPOSAL, Proposal


class Right(Enum):
    """What one may do with a dossier: the leeslink gives the first, the werklink all of them (rule 10), but what is
    settled can't be edited until it is opened again, and never deleted (rule 17). ACT: settle, and what comes after."""

    READ = auto()
    COPY = auto()
    ACT = auto()
    EDIT = auto()
    DELETE = auto()


@dataclass(frozen=True, order=True)
class DetailAnswer:
    """What the kring says of something that an option leaves open: the option's code, the key of the detail and the
    value of the answer, a gemeente's code where a gemeente is asked for."""

    option: str
    key: str
    value: str


@dataclass(frozen=True)
class Answer:
    """The kring's answer to one question; without options it is 'nog niet bepaald'.

    `details`, sorted, may also be of options that aren't chosen: such a detail is kept for when its option comes back,
    and told nowhere.
    """

    options: tuple[str, ...] = ()
    motivation: str = ""
    minority: str = ""
    details: tuple[DetailAnswer, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nothing is chosen."""
        return not self.options

    @property
    def as_told(self) -> "Answer":
        """The answer as pages, files and documents tell it: with the details of chosen options alone."""
        return replace(self, details=tuple(one for one in self.details if one.option in self.options))


DetailsByOption = Mapping[str, Mapping[str, str]]


def details_by_option(details: Iterable[DetailAnswer]) -> dict[str, dict[str, str]]:
    """Return details as rows and files hold them: values by key, by option."""
    found: dict[str, dict[str, str]] = {}
    for one in details:
        found.setdefault(one.option, {})[one.key] = one.value
    return found


def details_from(stored: DetailsByOption) -> tuple[DetailAnswer, ...]:
    """Return, sorted, the details that a row or a file holds."""
    return tuple(
        sorted(DetailAnswer(option, key, value) for option, of_it in stored.items() for key, value in of_it.items())
    )


@dataclass(frozen=True)
class Kept:
    """A tension the kring keeps on purpose, by its two option codes."""

    a: str
    b: str
    motivation: str


# So many actions a dossier has at most.
MOST_ACTIONS = 200


def about_question(number: int) -> str:
    """Return how an action says that it is about a question: `vraag:4`."""
    return f"vraag:{number}"


def about_pair(a: str, b: str) -> str:
    """Return how an action says that it is about a tension, by its codes in the tension's own order: `2a+2b`."""
    return f"{a}+{b}"


def about_step(key: str) -> str:
    """Return how an action says that it is about a step of the besluitpad: `stap:ab_besluit`."""
    return f"stap:{key}"


_STEP = about_step("")


def is_about_step(about: str) -> bool:
    """Whether an action that says this is about a step of the besluitpad."""
    return about.startswith(_STEP)


@dataclass(frozen=True)
class Action:
    """What the kring still has to do, who does it and when, in words of its own; each of them may be empty, not all.

    `about` is what `about_question`, `about_pair` or `about_step` gives, or empty: about nothing in particular.
    """

    about: str
    what: str
    who: str = ""
    when: str = ""
    done: bool = False

    @property
    def empty(self) -> bool:
        """Whether it says nothing: such an action isn't kept. Of a step, which has words of its own, it is enough that
        it is done."""
        return not (self.what or self.who or self.when or (self.done and is_about_step(self.about)))


@dataclass(frozen=True)
class TitlePage:
    """The title page of a dossier."""

    title: str
    region_code: str
    date: date
    present: tuple[str, ...]
    until: time | None = None


@dataclass(frozen=True)
class DossierValue:
    """One design: its title page, its answers by question number (a missing one is open), the tensions it keeps and the
    actions in the order in which they were made. `until` is when the meeting ends, on the day of its date; `proposal`
    is what a bestuur asks beyond the answers, `meeting` what a closed meeting about it left behind."""

    title: str
    veiligheidsregio: str
    date: date
    present: tuple[str, ...]
    answers: Mapping[int, Answer]
    kept: tuple[Kept, ...] = ()
    until: time | None = None
    actions: tuple[Action, ...] = ()
    proposal: Proposal = NO_PROPOSAL
    meeting: MeetingRecord | None = None

    def answer(self, number: int) -> Answer:
        """The answer to a question; an empty one when there is none."""
        return self.answers.get(number, Answer())

    @property
    def as_published(self) -> "DossierValue":
        """The dossier as it goes out with a document: what a gemeente answered in its meeting stays here, unless the
        meeting names gemeenten."""
        return replace(self, meeting=self.meeting.as_published if self.meeting else None)

    @property
    def chosen(self) -> frozenset[str]:
        """The codes of all chosen options."""
        return frozenset(code for answer in self.answers.values() for code in answer.options)

    @property
    def kept_motivations(self) -> Mapping[tuple[str, str], str]:
        """Why the kring keeps a tension, by its pair of codes."""
        return {(item.a, item.b): item.motivation for item in self.kept}
