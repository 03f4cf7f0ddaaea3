"""What a kring still has to do, in the order of its agenda and about something in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content, Tension
from checklist.domain.dossier import DossierValue, about_pair, about_question, about_step
from checklist.domain.dutch import capital


class AgendaPart(IntEnum):
    """The parts of the agenda, in its order: what contradicts, what needs an agreement, what was agreed, which
    questions are open, and everything else."""

    CONTRADICTION = 1
    AGREEMENT = 2
    AGREED = 3
    OPEN = 4
    OTHER = 5


@dataclass(frozen=True)
class ToldAction:
    """An action as it is told. `about`: what it is about, in words without a code; empty when that is nothing in
    particular."""

    part: AgendaPart
    about: str
    what: str
    who: str
    when: str
    done: bool


def told_actions(content: Content, dossier: DossierValue) -> tuple[ToldAction, ...]:
    """Return the actions of a dossier in the order of the agenda, and there as the tensions and the questions are
    numbered; about the same, and about nothing, in the order in which they were made. Pure."""
    places = _places(content, dossier)
    words = _words(content)
    told = (
        (
            places.get(one.about, (AgendaPart.OTHER, 0)),
            (words.get(one.about, ""), one.what, one.who, one.when, one.done),
        )
        for one in dossier.actions
    )
    return tuple(ToldAction(place[0], *said) for place, said in sorted(told, key=lambda each: each[0]))


def _places(content: Content, dossier: DossierValue) -> Mapping[str, tuple[AgendaPart, int]]:
    """Where the agenda has what stands on it, by what an action says that it is about."""
    kept = dossier.kept_motivations
    places = {
        about_question(question.number): (AgendaPart.OPEN, question.number)
        for question in content.questions
        if dossier.answer(question.number).open
    }
    for tension in tensions_between(content, dossier.chosen):
        if (tension.a, tension.b) in kept:
            part = AgendaPart.AGREED
        else:
            part = AgendaPart.CONTRADICTION if tension.contradiction else AgendaPart.AGREEMENT
        places[about_pair(tension.a, tension.b)] = part, tension.number
    return places


def _words(content: Content) -> Mapping[str, str]:
    """What an action is about, in words; also what is no longer on the agenda."""
    return {
        **{about_question(question.number): question.words for question in content.questions},
        **{about_step(step.key): step.what for step in content.deciding.steps.values()},
        **{
            about_pair(tension.a, tension.b): tension.question or _both_options(tension, content)
            for tension in (*content.tensions, *content.switched_off)
        },
    }


def _both_options(tension: Tension, content: Content) -> str:
    """The two answers, each after its question: 'geen directe relatie' says nothing without it."""
    options = [content.option_of[code] for code in (tension.a, tension.b)]
    questions = [content.question_of[option.question_number] for option in options]
    return " ".join(
        f"{question.words} {capital(option.words)}." for question, option in zip(questions, options, strict=True)
    )
