"""The first screen of the outcome: the design in one sentence, what it fits, what clashes and what is open.

All of it stands on one screen of a beamer, whatever was chosen. So the columns take what fits below the drawing, in
lines as their texts fill them at 1280 × 720; every larger screen grows in the same proportion.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from checklist.domain.choices.details import waited_for
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.drawings.regiostaf import Regiostaf, regiostaf_of
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.outcome.matching import ModelMatch
from checklist.domain.outcome.sentence import design_sentence
from checklist.domain.outcome.whole import WholeOutcome
from checklist.domain.outcome.words import fitting, not_fitting

MOST_MODELS, MOST_TENSIONS, MOST_OPEN = 3, 4, 5

# How many lines there are below the drawing, by the lines of the sentence above it, and how many characters fill one.
_ROOM = {1: 9.8, 2: 8.1, 3: 6.3}
_SENTENCE_LINE, _FIT_LINE, _TENSION_LINE, _OPEN_LINE = 92, 57, 56, 43
# Between two points; below the text of a model: its dots, with beside them what doesn't fit.
_GAP, _DOTS, _DOTS_WITH_WORDS = 0.1, 0.6, 1.0

_WORDS = {"botst": "Botst:", "afspraak": "Afspraak nodig:", "afgesproken": "Al afgesproken:"}


@dataclass(frozen=True)
class Fit:
    """How many of the choices fit a model, in words, and a dot for each choice, filled for those that fit."""

    count: str
    fits: str
    against: str
    dots: tuple[bool, ...]

    @property
    def lines(self) -> float:
        """How much room it takes."""
        words = ceil(len(f"{self.count} {self.fits}") / _FIT_LINE)
        return words + (_DOTS_WITH_WORDS if self.against else _DOTS) + _GAP


@dataclass(frozen=True)
class Point:
    """What clashes, needs an agreement, is agreed or open: its shape, its word, the words, and the questions."""

    mark: str
    word: str
    text: str
    at: str

    def lines(self, characters: int) -> float:
        """How much room it takes in a column of so many characters wide."""
        return ceil(len(" ".join(filter(None, (self.word, self.text, f"({self.at})")))) / characters) + _GAP


@dataclass(frozen=True)
class Listed:
    """The points of a column that fit, and the others."""

    points: tuple[Point, ...]
    others: tuple[Point, ...]

    @property
    def more(self) -> str:
        """How many others there are, in words; empty for none."""
        if not self.others:
            return ""
        agreed = all(point.mark == "afgesproken" for point in self.others)
        return f"en nog {len(self.others)}{', al afgesproken' if agreed else ''}"


@dataclass(frozen=True)
class OutcomeScreen:
    """All that the first screen shows. `empty`: nothing was chosen yet; `clear`: some hallmark was chosen."""

    sentence: str
    empty: bool
    clear: bool
    fits: tuple[Fit, ...]
    tensions: Listed
    open: Listed
    regiostaf: Regiostaf


def outcome_screen(
    content: Content,
    dossier: DossierValue,
    gemeenten: Mapping[str, str],
    found: WholeOutcome,
) -> OutcomeScreen:
    """Put what a dossier comes to into the values of the first screen. `gemeenten`: the names of those of its region by
    code."""
    chosen, outcome = dossier.chosen, found.outcome
    sentence = design_sentence(content, chosen)
    room = _ROOM[min(3, ceil(len(sentence) / _SENTENCE_LINE))]
    fits = [_fit(match, len(chosen)) for match in outcome.matches if match.past] if outcome.clear else []
    return OutcomeScreen(
        sentence=sentence,
        empty=not chosen,
        clear=outcome.clear,
        fits=tuple(fits[: _that_fit([fit.lines for fit in fits[:MOST_MODELS]], room)]),
        tensions=_listed(_tension_points(content, dossier, found), room, _TENSION_LINE, MOST_TENSIONS),
        open=_listed([*_open_points(content, dossier, gemeenten)], room, _OPEN_LINE, MOST_OPEN),
        regiostaf=regiostaf_of(content, chosen, frozenset(dossier.kept_motivations)),
    )


def _fit(match: ModelMatch, of_all: int) -> Fit:
    some = len(match.past)
    count, fits = fitting(match, of_all)
    return Fit(
        count=capital(count),
        fits=f"{fits} {match.model.name_in_a_sentence}",
        against=not_fitting(match),
        dots=(True,) * some + (False,) * (of_all - some),
    )


def _tension_points(content: Content, dossier: DossierValue, found: WholeOutcome) -> list[Point]:
    """What clashes, then what needs an agreement, then what is agreed, each in order of its number."""
    points, kept = [], dossier.kept_motivations
    for tension in found.what_if.tensions:
        mark = "afgesproken" if (tension.a, tension.b) in kept else "botst" if tension.contradiction else "afspraak"
        numbers = dict.fromkeys(str(content.option_of[code].question_number) for code in (tension.a, tension.b))
        text = tension.question or tension.explanation
        points.append(Point(mark, _WORDS[mark], text, f"vraag {in_a_row([*numbers])}"))
    return sorted(points, key=lambda point: [*_WORDS].index(point.mark))


def _open_points(content: Content, dossier: DossierValue, gemeenten: Mapping[str, str]) -> Iterator[Point]:
    """The questions without an answer, and what a chosen option leaves open that a decision waits for."""
    for question in content.questions:
        answer = dossier.answer(question.number)
        if answer.open:
            yield Point("open", "", question.words, f"vraag {question.number}")
        for detail in waited_for(question, answer, gemeenten):
            yield Point("open", "", detail.question, f"vraag {question.number}")


def _that_fit(heights: Sequence[float], room: float) -> int:
    """How many of these, from the first, fit; one always does."""
    fit = [sum(heights[:count]) <= room for count in range(1, len(heights) + 1)]
    return max(sum(fit), min(1, len(heights)))


def _listed(points: Sequence[Point], room: float, characters: int, most: int) -> Listed:
    count = min(most, _that_fit([point.lines(characters) for point in points], room))
    return Listed(tuple(points[:count]), tuple(points[count:]))
