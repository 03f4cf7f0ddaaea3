"""Ways out of a tension as buttons, and the way back after one was pressed: plain values for templates."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from checklist.domain.choices.consistency import selection_error, tensions_between
from checklist.domain.choices.repairs import Way, ways_out
from checklist.domain.content import Content, Question, Tension
from checklist.domain.dutch import in_a_row
from checklist.forms import question_number
from checklist.selectors import ChoiceState

States = Mapping[int, ChoiceState]

# So many ways out stand at a point of the controle.
WAYS_AT_ONCE = 2


@dataclass(frozen=True)
class SentAnswer:
    """Other options for a question as a form sends them, with the version they are based on."""

    number: int
    options: tuple[str, ...]
    version: int


@dataclass(frozen=True)
class ShownWay:
    """A way out with what its button says and sends; `name` says which it is where another form is saved with it."""

    text: str
    then: str
    answers: tuple[SentAnswer, ...]
    name: str


@dataclass(frozen=True)
class TakenAnswer:
    """A question of which other options were saved: what is chosen now and what was, in words, empty for nothing."""

    short_name: str
    now: str
    was: str
    before: SentAnswer


@dataclass(frozen=True)
class Undo:
    """The way back after a repair: each of its questions, one or two as a rule."""

    taken: tuple[TakenAnswer, ...]

    @property
    def answers(self) -> tuple[SentAnswer, ...]:
        """What its form sends."""
        return tuple(one.before for one in self.taken)

    @property
    def name(self) -> str:
        """What its button sends where another form is saved with it: see `named_undo`."""
        return "_".join(f"{one.number}.{one.version}.{'.'.join(one.options)}" for one in self.answers)


# The name of the button of the way back in a form that is saved with it.
UNDO = "terugzetten"
_UNDONE = re.compile(r"(1[0-2]|[1-9])\.(\d{1,9})\.((?:[a-d0-9]{2,3}(?:\.[a-d0-9]{2,3})*)?)", re.ASCII)


def named_undo(name: str) -> tuple[SentAnswer, ...]:
    """Return the answers that `Undo.name` wrote, each question once. Raises `ValueError` for what it wouldn't write;
    whether the options are an answer to their question isn't looked at."""
    found = [_UNDONE.fullmatch(part) for part in name.split("_", 12)]
    sent = tuple(
        SentAnswer(int(one[1]), tuple(one[3].split(".")) if one[3] else (), int(one[2])) for one in found if one
    )
    if len({one.number for one in sent}) < len(found):
        raise ValueError("no way back is called so")
    return sent


def shown_ways(tension: Tension, ways: Sequence[Way], states: States) -> tuple[ShownWay, ...]:
    """Return the ways out of a tension as their buttons."""
    return tuple(
        ShownWay(
            text=way.repair.text,
            then=way.then,
            answers=tuple(
                SentAnswer(number, options, states[number].version) for number, options in way.answers.items()
            ),
            name=way_name(tension, way, states),
        )
        for way in ways
    )


def way_name(tension: Tension, way: Way, states: States) -> str:
    """Return the name of a way out: its tension and place, then each question that it changes with its version."""
    versions = (f"_{number}.{states[number].version}" for number in way.answers)
    return f"{tension.number}.{way.repair.number}{''.join(versions)}"


# The name of the button of a way out in a form that is saved with it.
WAY = "herstel"
_WAY = re.compile(r"(\d{1,9})\.(\d{1,9})((?:_(?:1[0-2]|[1-9])\.\d{1,9})*)", re.ASCII)


def named_way(content: Content, chosen: Collection[str], name: str) -> tuple[SentAnswer, ...]:
    """Return the answers that the way out with this name (`way_name`) comes to in this design; none when its tension
    isn't there any more, or it would change another question by now. Raises `ValueError` for what is no such name."""
    asked = _WAY.fullmatch(name)
    if asked is None:
        raise ValueError("no way out is called so")
    pairs = (one.split(".") for one in asked[3].split("_")[1:])
    versions = {int(number): int(version) for number, version in pairs}
    for tension in tensions_between(content, chosen):
        for way in ways_out(content, chosen, tension):
            named = (tension.number, way.repair.number) == (int(asked[1]), int(asked[2]))
            if named and way.answers.keys() <= versions.keys():
                return tuple(SentAnswer(number, options, versions[number]) for number, options in way.answers.items())
    return ()


def undo_query(before: States) -> list[tuple[str, str]]:
    """Return what an address carries to offer the way back: of each question that was saved its number, its new version
    and the options it had."""
    pairs = [("vraag", str(number)) for number in before]
    pairs += [("versie", str(state.version + 1)) for state in before.values()]
    return pairs + [("was", code) for state in before.values() for code in state.answer.options]


def undo_of(content: Content, states: States, query: QueryDict) -> Undo | None:
    """Return the way back that an address asks for (`undo_query`); None when an answer was changed again, or what it
    says was chosen is no answer."""
    numbers, versions, was = (query.getlist(name) for name in ("vraag", "versie", "was"))
    if not numbers or len({*numbers}) < len(numbers) or len(versions) != len(numbers):
        return None
    known = [code for code in was if code in content.option_of]
    taken = [
        _taken(content, states, number, version, [code for code in known if code[:-1] == number])
        for number, version in zip(numbers, versions, strict=True)
    ]
    found = tuple(one for one in taken if one)
    complete = len(found) == len(numbers) and sum(len(one.before.options) for one in found) == len(was)
    return Undo(found) if complete else None


def _taken(content: Content, states: States, asked: str, version: str, codes: Sequence[str]) -> TakenAnswer | None:
    number = question_number(asked)
    if number is None or str(states[number].version) != version:
        return None
    question, now, before = content.question_of[number], states[number].answer.options, tuple(sorted(codes))
    if before == now or selection_error(question, before) is not None:
        return None
    return TakenAnswer(
        question.short_name,
        _in_words(question, now),
        _in_words(question, before),
        SentAnswer(number, before, states[number].version),
    )


def _in_words(question: Question, codes: Sequence[str]) -> str:
    return in_a_row([option.words for option in question.options if option.code in codes])
