"""The overview as plain values: the twelve answers in words, to read out loud at the end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.progress import QuestionState, question_states, resume_at
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.dutch import capital, first_clause, in_a_row, in_words

# Most characters of what a kring typed in a row, so that twelve of them stay on one screen and one sheet of paper; the
# whole text stands at its question and in the advies.
_CLAUSE = 64
# A row names at most so many other questions; the controle names all.
_NUMBERS = 3
# Most characters of the names of those present on that sheet: four lines. The advies has them all.
_PRESENT = 340


@dataclass(frozen=True)
class Tag:
    """What stands after an answer: its shape (of `components/point_mark.html`), the class of its colour, its words."""

    mark: str
    colour: str
    words: str


@dataclass(frozen=True)
class Row:
    """A question with its answer in words, empty when it is open; then `why` is how the kring's text starts.
    `open_details` are the questions that its answer leaves open and that a decision waits for."""

    number: int
    question: str
    answer: str
    why: str
    tags: tuple[Tag, ...]
    open_details: tuple[str, ...]


@dataclass(frozen=True)
class OverviewPage:
    """All that the page says of the answers. `resume_at`: the question to go on with, None when all are answered;
    `begun`: whether one was looked at, `seen`: whether all were; `present`: who was there, for the printed sheet."""

    rows: tuple[Row, ...]
    progress: str
    begun: bool
    seen: bool
    resume_at: int | None
    present: str

    @property
    def to_choose(self) -> tuple[Row, ...]:
        """The rows whose answer leaves something open."""
        return tuple(row for row in self.rows if row.open_details)


def overview_page(content: Content, dossier: DossierValue) -> OverviewPage:
    """Return the page of a dossier. Pure."""
    states = question_states(content, dossier.answers)
    tags = _tags(content, dossier)
    return OverviewPage(
        rows=tuple(_row(content, dossier, state, tags[state.number]) for state in states),
        progress=_progress(sum(bool(state.codes) for state in states), len(states)),
        begun=any(state.looked_at for state in states),
        seen=all(state.looked_at for state in states),
        resume_at=resume_at(states),
        present=present_words(dossier.present),
    )


def _row(content: Content, dossier: DossierValue, state: QuestionState, tags: tuple[Tag, ...]) -> Row:
    why = "" if state.codes else first_clause(dossier.answer(state.number).motivation, _CLAUSE)
    question = content.question_of[state.number].words
    return Row(state.number, question, state.answer, why, tags, state.open_details)


def _progress(answered: int, questions: int) -> str:
    if not answered:
        return "Nog geen vraag beantwoord."
    if answered == questions:
        return f"Alle {in_words(questions)} vragen beantwoord."
    return f"{capital(in_words(answered))} van {in_words(questions)} vragen beantwoord."


_WORDS = {"botst": ("brick", "botst"), "afspraak": ("amber", "afspraak nodig"), "afgesproken": ("moss", "afgesproken")}


def _tags(content: Content, dossier: DossierValue) -> Mapping[int, tuple[Tag, ...]]:
    """By question: what its answer clashes with and what needs an agreement; that all of it was agreed only then."""
    found: dict[int, dict[str, list[int]]] = {question.number: {} for question in content.questions}
    for tension in tensions_between(content, dossier.chosen):
        if (tension.a, tension.b) in dossier.kept_motivations:
            mark = "afgesproken"
        else:
            mark = "botst" if tension.contradiction else "afspraak"
        one, other = (content.option_of[code].question_number for code in (tension.a, tension.b))
        found[one].setdefault(mark, []).append(other)
        found[other].setdefault(mark, []).append(one)
    return {number: tuple(_tags_of(number, by_mark)) for number, by_mark in found.items()}


def _tags_of(number: int, by_mark: Mapping[str, Sequence[int]]) -> Iterable[Tag]:
    unkept = [mark for mark in ("botst", "afspraak") if mark in by_mark]
    for mark in unkept:
        colour, word = _WORDS[mark]
        yield Tag(mark, colour, f"{word} {_places(number, by_mark[mark])}")
    if not unkept and "afgesproken" in by_mark:
        yield Tag("afgesproken", *_WORDS["afgesproken"])


def _places(number: int, others: Sequence[int]) -> str:
    """With what: 'met vraag 7 en 11', 'met zes vragen', and within the question 'onderling'."""
    elsewhere = sorted(set(others) - {number})
    words = ["onderling"] if number in others else []
    if len(elsewhere) > _NUMBERS:
        words.append(f"met {in_words(len(elsewhere))} vragen")
    elif elsewhere:
        words.append(f"met vraag {in_a_row([str(other) for other in elsewhere])}")
    return in_a_row(words)


def present_words(present: Sequence[str], most: int = _PRESENT) -> str:
    """Return who was there as one text of about so many characters, the first at least; the rest as a number: 'en nog 4
    anderen'."""
    told: list[str] = []
    for name in present:
        if told and len("; ".join([*told, name])) > most:
            break
        told.append(name)
    left = len(present) - len(told)
    return "; ".join(told) + (f" en nog {left} {'ander' if left == 1 else 'anderen'}" if left else "")
